import type { VisitAsk, VisitDay, VisitDraft } from "../../domain/visit.ts";
import { bookTexts } from "./book.ts";

/** 12月3日（周四）上午9点 */
function dayText({ date, period, time }: VisitDay): string {
  const half = period === "am" ? "上午" : period === "pm" ? "下午" : "";
  return `${bookTexts.day(date)}${time === null ? half : bookTexts.time(time)}`;
}

const atHome = "家里啥时候有人";

/** The words that tell it, and the day that they mean. */
function whenText(when: string | null, day: VisitDay | null): string | null {
  if (day === null) return when;
  return when === null || when === dayText(day) ? dayText(day) : `${when}，就是${dayText(day)}`;
}

function rows({ who, service, why, where, when, day, more }: VisitDraft): string[] {
  const row = (name: string, value: string | null): string[] =>
    value === null || value === "" ? [] : [`${name}：${value}`];
  return [
    ...row("谁来不了", who),
    ...row("办啥", service),
    ...row("为啥来不了", why),
    ...row("住哪儿", where),
    ...row(atHome, whenText(when, day)),
    ...row("补充", more),
  ];
}

const asks: Record<VisitAsk, string> = {
  who: "家里谁来不了？",
  service: "要办啥？点一个，或者打几个字。",
  why: "为啥来不了？说一句就行，比如瘫在炕上、住院。",
  where: "住哪个村？",
  when: "家里啥时候有人？民警好挑日子，比如“后天上午”“天天有人”。",
};

/** Somebody cannot come to the counter: the request, the days that both sides name, and what becomes of it. */
export const visitTexts = {
  day: dayText,
  offer: "请民警上门",
  begin:
    "好，上门的事我记下来交给派出所。能不能去、哪天去，民警定了我告诉您。问几句，不想说的点“先不说”。",
  ask: (ask: VisitAsk, phone: boolean) =>
    ask === "when" && phone ? `${asks.when}想留个电话也行，直接打在这儿。` : asks[ask],
  who: ["父亲", "母亲", "爱人", "儿女", "本人"],
  when: ["天天有人", "白天有人", "晚上有人"],
  skip: "先不说",
  card: (draft: VisitDraft) =>
    [
      "我要这样写下来，您看对不对：",
      ...rows(draft),
      ...(draft.phone === null ? [] : [`电话：尾号${draft.phone.slice(-4)}`]),
    ].join("\n"),
  note: (draft: VisitDraft) => ["请民警上门", ...rows(draft)].join("\n"),
  save: "确定",
  edit: "改一下",
  keep: "不改了",
  drop: "算了",
  change: "哪儿不对，直接说对的就行。",
  dropped: "好，不记了，这件事没有留给派出所。以后想请民警上门，随时再来。",
  saved: (number: string, watch: string) =>
    `记下了，编号${number}。${watch}\n\n能不能上门、哪天去，以派出所答复为准。定了日子我马上告诉您。户口簿、老身份证先找出来。`,
  /** One is open already. */
  already: (number: string) => `上门的事您已经报过了，编号${number}，还没办完。要咋样？点一个。`,
  more: "再补几句",
  savedAgain: (number: string) => `补上了，还是编号${number}。民警看得到。`,
  /** What was said of it later, under what was told first. */
  noted: {
    again: (note: string) => `又说：\n${note}`,
    when: (when: string | null, day: VisitDay | null) => `${atHome}：${whenText(when, day) ?? ""}`,
    yes: (day: VisitDay | null) => `对上门的日子说：行${day === null ? "" : `，${dayText(day)}`}`,
    other: (day: VisitDay | null) =>
      `对上门的日子说：换一天${day === null ? "" : `，${dayText(day)}不行`}\n${atHome}：等群众再说`,
    cancel: "说：不用上门了",
  },
  yes: "行",
  other: "换一天",
  cancel: "不用来了",
  dayNamed: (name: string, number: string, day: VisitDay) =>
    `${name}说，${dayText(day)}上门（编号${number}）。行不行？点一个。`,
  agreed: (number: string, day: VisitDay | null) =>
    `好，告诉民警了${day === null ? "" : `，${dayText(day)}在家等着`}。户口簿、老身份证先找出来。有变动，打“换一天”（编号${number}）。`,
  askOther: "好，那天不去了。哪天家里有人？说一声，比如“下周一上午”。",
  otherLater: (number: string) => `好，日子先不定，编号${number}还在。想好了打“换一天”。`,
  otherNoted: (number: string) => `好，记到编号${number}里了。民警再定日子，定了我告诉您。`,
  cancelled: (number: string) => `好，不去了，编号${number}到这儿。以后要上门，随时再来。`,
  desk: {
    go: (day: VisitDay | null) => (day === null ? "去" : `去，${dayText(day)}`),
    name: "定上门日子",
    ask: (number: string) => `编号${number}哪天上门？点一个，或者打“上门${number} 12月3号上午”。`,
    past: "这个日子过去了。",
    notVisit: (number: string) => `编号${number}不是上门的事。`,
    named: (number: string, day: VisitDay) =>
      `编号${number}：告诉群众了，${dayText(day)}上门。他说行还是换一天，我告诉您。`,
    kept: (day: VisitDay) => `定的上门日子：${dayText(day)}`,
    yes: (number: string, day: VisitDay | null) =>
      `编号${number}的群众说行${day === null ? "" : `，${dayText(day)}在家等着`}。`,
    other: (number: string, day: VisitDay | null) =>
      `编号${number}的群众说${day === null ? "那天" : dayText(day)}不行，要换一天。`,
    when: (number: string, when: string) => `编号${number}的群众说，家里啥时候有人：${when}`,
    whenBare: (number: string) => `编号${number}的群众说了家里啥时候有人。内容请到网页上看。`,
    more: (number: string, note: string) => `编号${number}的群众又补了几句：\n${note}`,
    moreBare: (number: string) => `编号${number}的群众又补了几句。内容请到网页上看。`,
    cancelled: (number: string) => `编号${number}的群众说不用上门了，已经办结。`,
  },
} as const;

/** The day in what was last told of when somebody is at home, as the request writes it; null where none is. */
export function lastAtHome(note: string): string | null {
  const line = note.split("\n").findLast((each) => each.includes(`${atHome}：`));
  return (
    /\d{1,2}月\d{1,2}日（周.）(?:上午|下午)?(?:\d{1,2}点(?:半|\d{1,2}分)?)?$/u.exec(
      line ?? "",
    )?.[0] ?? null
  );
}
