import type { Matter } from "../../domain/matter.ts";

/** Words about those who mediate beside the owner of a matter. */
export const mediatorTexts = {
  buttons: {
    ask: "请调解员",
    agree: "双方都同意",
    refuse: "有一方不同意",
    recuse: "我得回避",
  },
  ask: (number: string) => `编号${number}请谁来一起调？由双方选，有一方不同意就换人。`,
  nobody: (number: string) => `编号${number}没有别的人可请了：加入的都请过，或者还没有人加入。`,
  notAgain: (number: string) => `编号${number}不能请这个人了，请另选一位。`,
  named: (number: string, name: string) =>
    `编号${number}请了${name}。问问双方同不同意，点一个，会留痕。依据：《人民调解法》第十九条。`,
  asked: ({ number, village }: Matter, by: string) =>
    `${by}请您一起调解编号${number}${village === null ? "" : `，${village}`}。您跟哪一方沾亲、有过节，点“我得回避”，或者打一句“我跟他家有亲”，就另请别人。`,
  toVillager: (number: string, name: string) =>
    `您的事（编号${number}）请了${name}一起调解。您不愿意让他调，跟民警说一声就换人。依据：《人民调解法》第十九条。`,
  accepted: (number: string, name: string) => `记下了：编号${number}双方同意由${name}来调。`,
  refused: (number: string, name: string) => `记下了：编号${number}有一方不同意${name}，已撤下。`,
  notNeeded: (number: string) => `编号${number}双方另选了人，不用您调了。`,
  recused: (number: string) => `好，编号${number}不用您调了，已告诉管这件事的人，已留痕。`,
  lost: (number: string, name: string) => `${name}要回避，不调编号${number}了。请另请一位。`,
  notMediating: (number: string) => `编号${number}没有请您调解。`,
  which: "哪一件要回避？点一个。",
} as const;
