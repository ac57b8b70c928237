import type { Matter } from "../../domain/matter.ts";
import type { LawPlace, Reminder, ReminderKind } from "../../domain/reminders.ts";
import { stopPaymentTexts } from "./stop-payment.ts";

const place = (law: LawPlace | null): string =>
  law === null ? "" : `依据：《${law.law}》第${law.article}条。`;

const labour = "要劳动仲裁，离开单位一年内申请；还在那儿干，欠薪不受这一年限制，走了才开始算一年。";
const land = "承包合同、边界、转租这类事要仲裁，两年内申请。";

type Saying = (number: string, law: LawPlace | null) => string;

const sayings: Record<ReminderKind, Record<Reminder["to"], Saying>> = {
  "follow-up-7": {
    villager: (number) => `您的事（编号${number}）办结一个星期了，后来咋样了？`,
    owner: (number) => `编号${number}办结一个星期了。`,
  },
  "follow-up-30": {
    villager: (number) => `您的事（编号${number}）办结一个月了，后来咋样了？`,
    owner: (number) => `编号${number}办结一个月了。`,
  },
  unclosed: {
    villager: (number) =>
      `您的事（编号${number}）过去一个月了，后来咋样了？没人再说什么，过一个星期就算办结。`,
    owner: (number) =>
      `编号${number}一个月没有动静了。办好了请点“办结”；没人再说什么，过一个星期自动办结。`,
  },
  confirmation: {
    villager: (number, law) =>
      `您的事（编号${number}）调解成有二十天了。想让协议更有力，三十天内两边一起到法院申请司法确认，过了日子就不收了。${place(law)}`,
    owner: (number, law) =>
      `编号${number}调解成有二十五天了。问问两边要不要司法确认：三十天内一起到法院申请。${place(law)}`,
  },
  "labour-limit": {
    villager: (number, law) => `您的事（编号${number}）别误了日子：${labour}${place(law)}`,
    owner: (number, law) => `编号${number}，记着日子：${labour}${place(law)}`,
  },
  "land-limit": {
    villager: (number, law) => `您的事（编号${number}）别误了日子：${land}${place(law)}`,
    owner: (number, law) => `编号${number}，记着日子：${land}${place(law)}`,
  },
  "report-5": report(5),
  "report-15": report(15),
  "report-30": report(30),
  "second-fraud": {
    villager: stopPaymentTexts.second,
    owner: (number) => `编号${number}转账一天了。`,
  },
  "next-try": {
    villager: (number) => `民警要再联系您（编号${number}）。`,
    owner: (number) => `编号${number}，说好这会儿再去。去了打：结果${number} 见面 劝阻成功`,
  },
  "visit-day": {
    villager: (number) =>
      `说好今天民警上门（编号${number}）。在家等着，户口簿、老身份证先找出来。去不成会告诉您。`,
    owner: (number) =>
      `编号${number}，说好今天上门。去不成，先跟群众说一声，打“上门${number}”加日子另定。`,
  },
};

function report(minutes: number): Record<Reminder["to"], Saying> {
  return {
    villager: (number) => stopPaymentTexts.remind(number, minutes),
    owner: (number) => `编号${number}转账${minutes}分钟多了，还没说打过110。`,
  };
}

/** What is said days after a step of a matter, without being asked. */
export const reminderTexts = {
  settled: "都好了",
  say: ({ kind, to }: Pick<Reminder, "kind" | "to">, { number }: Matter, law: LawPlace | null) =>
    sayings[kind][to](number, law),
  /** Where the channel must not carry what a dispute is about. */
  bare: ({ number }: Matter) => `编号${number}有期限要记着，内容请到网页上看。`,
  thanks: (number: string) => `那就好。您的事（编号${number}）就到这儿，以后有事再打给我。`,
} as const;
