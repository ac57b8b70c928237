import type { OwnMatter, Watch } from "../../domain/flow.ts";
import { statusNames } from "./desk.ts";

/** 11月24日8点半 */
function clockText(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  const minutes = local.getUTCMinutes();
  const rest = minutes === 0 ? "" : minutes === 30 ? "半" : `${minutes}分`;
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.getUTCHours()}点${rest}`;
}

/** What villagers read while one of us is on their matter. */
export const talkTexts = {
  leave: "先不聊了",
  notSettled: "还没办好",
  /** Never promises a person: what is true now, and until when. */
  watch: (watch: Watch) => {
    if (watch.is === "on-duty") return "已通知值班民警，还没有人接。有人接了马上告诉您。";
    if (watch.is === "nobody") return "现在网上还没有民警接话，等不及就打电话。";
    const when = watch.next === null ? "" : `下一班${clockText(watch.next)}开始，`;
    return `现在没有人值班。${when}到时候先看您的事。等不及就打电话。`;
  },
  alarmWatch: (watch: Watch) =>
    watch.is === "nobody"
      ? "我记下了，可现在网上没有民警值守。电话请您自己马上打。"
      : "已通知民警，还没有人接。电话请您自己马上打，别等我。",
  stillNobody: "还没有民警接您的急事。没打110的，现在就打。",
  taken: (name: string, number: string) =>
    `${name}接了您的事（编号${number}）。有话直接打在这里，他看得到。有危险还是打110。`,
  says: (name: string, words: string) => `${name}：${words}`,
  /** Where what is said of a matter may not be carried. */
  saysElsewhere: (name: string, number: string, reach: string) =>
    `${name}有话跟您说，这里传不了，会打电话给您。您也可以打电话问，报编号${number}。${reach}`,
  sends: (name: string, what: string) => `${name}发来${what}。`,
  /** Before words that take the place of earlier ones, to either side. */
  edited: (words: string) => `改成：${words}`,
  left: "好，先不聊了。您的事还在办，想起什么再打“找民警”。您还想问什么，直接打字。",
  rested: "有两个小时没说话了，您的事还在办。再要说，打“找民警”。想问别的，直接打字。",
  passedOn: (number: string) => `您的事（编号${number}）换人办了，接的人马上会告诉您。`,
  mediating: (number: string) => `您的事（编号${number}）开始调解了，民警会约两边一起说。`,
  agreed: (number: string) =>
    `您的事（编号${number}）调解成了。要让协议更有力，三十天内两边一起到法院申请司法确认。依据：《人民调解法》第三十三条。`,
  failed: (number: string) =>
    `您的事（编号${number}）没有调成。您可以到法院起诉，打12348问法律援助。`,
  referred: (number: string) => `您的事（编号${number}）转给别的部门办了，进展打派出所电话问。`,
  closed: (number: string) => `您的事（编号${number}）办结了。要是还没办好，点下面告诉我。`,
  reopened: (number: string) => `好，您的事（编号${number}）重新等人接。`,
  contactNotSent: "名片上有别人的电话，我不往外转。要说的话请打字。",
  mediaNotSent: (what: string) => `${what}我转不过去。请打几个字说给民警听，或者当面给他看。`,
  notYours: "这件事找不到了。要找民警，打“找民警”。",
  already: (name: string) => `${name}正在跟您说话，有话直接打在这里。`,
  status: (matters: OwnMatter[], reach: string) =>
    matters.length === 0
      ? `您在我这里没有登记过事项。窗口办的事办到哪了，打电话问。${reach}`
      : [...matters.map(ownLine), `要问细的，打电话报编号。${reach}`].join("\n"),
} as const;

function ownLine({ number, status, owner }: OwnMatter): string {
  const who = owner === null ? "" : `，${owner}在管`;
  return `编号${number}：${statusNames[status]}${who}。`;
}
