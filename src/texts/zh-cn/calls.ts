import type { Call, CallEnd } from "../../domain/desk.ts";
import { deskTexts } from "./desk.ts";

/** What our own people read about villagers who are to be phoned. */
export const callTexts = {
  buttons: { list: "待回电", phoned: "打过了" },
  count: (calls: number) => `要打电话的有${calls}件，打“待回电”看。`,
  waits: (count: number) => `等人接的有${count}件。`,
  list: (calls: Call[], isBare: boolean) =>
    calls.length === 0
      ? "没有要打电话的。"
      : [
          `要打电话的有${calls.length}件，看号码点“看电话”，打完点“打过了”：`,
          ...calls.map((call) => `${deskTexts.line(call.matter)}${about(call, isBare)}`),
        ].join("\n"),
  about,
  askHow: (number: string) => `编号${number}的电话，打得怎么样？`,
  ends: { reached: "通了", missed: "没通", arranged: "约了时间" } satisfies Record<CallEnd, string>,
  kept: {
    reached: (number: string) => `记下了，编号${number}打通了。`,
    missed: (number: string) => `记下了，编号${number}没打通，还留在“待回电”里，过会儿再打。`,
    arranged: (number: string) =>
      `记下了。编号${number}约的什么时候、在哪里？打一句，只有自己人看得到。`,
  } satisfies Record<CallEnd, (number: string) => string>,
  /** What the history of a matter says of it. */
  acts: {
    reached: "打了电话，通了",
    missed: "打了电话，没通",
    arranged: "打了电话，约了时间",
  } satisfies Record<CallEnd, string>,
} as const;

function about({ wish, hasPhone }: Call, isBare: boolean): string {
  return [
    ...(hasPhone ? [] : ["，没有留电话"]),
    ...(wish === null || isBare ? [] : [`，他说：${wish}`]),
  ].join("");
}
