import type { Brief, Look } from "../../domain/brief.ts";
import { callTexts } from "./calls.ts";
import { deskTexts, sinceText } from "./desk.ts";
import { emergencyTexts } from "./emergency.ts";

/** So many lines of each part stand in a brief; all are on the desk. */
const mostLines = 5;

/** What those on duty read in the morning, and at the end of their shift. */
export const briefTexts = {
  handOver: "交接",
  askHandOver: (count: number) => `交班了，手里还有${count}件，交给当班的？`,
  brief: (brief: Brief) =>
    [
      `早上好，今天（${dayText(brief.at)}）：`,
      alarms(brief),
      part("等人接", brief.waiting.map(deskTexts.line), "没有等人接的事"),
      part("您手里", brief.mine.map(deskTexts.line), "您手里没有事"),
      ...(brief.toCall === 0 ? [] : [callTexts.count(brief.toCall)]),
      ...(brief.seats === 0 ? [] : [briefTexts.seats(brief.seats)]),
      ...due(brief),
      ...(brief.looks.length === 0 ? [] : [briefTexts.looks(brief.looks)]),
    ].join("\n"),
  looks: (looks: readonly Look[]): string =>
    `昨天看过群众电话${sum(looks)}次：${looks.map(({ name, count }) => `${name}${count}次`).join("，")}。`,
  looksBare: (looks: readonly Look[]): string =>
    `昨天看过群众电话${sum(looks)}次。谁看的，在工作台那件事的“经过”里。`,
  seats: (count: number) => `今天有${count}个人预约，打“预约”看名单。`,
  gone: "已经不在所里的人",
  /** Where the channel must not carry lists. */
  bare: ({ at, alarms: night, waiting, mine, toCall, seats, dueToday, overdue, looks }: Brief) =>
    `早上好，今天（${dayText(at)}）：夜里急事${night.length}件，等人接${waiting.length}件，您手里${mine.length}件，要打电话的${toCall}件，预约${seats}个，今天到期${dueToday}件，过期${overdue}件。${looks.length === 0 ? "" : `昨天看过群众电话${sum(looks)}次。`}内容请到网页上看。`,
} as const;

function sum(looks: readonly Look[]): number {
  return looks.reduce((all, { count }) => all + count, 0);
}

function alarms({ alarms: night, at }: Brief): string {
  const lines = night.map(
    ({ danger, village, at: when, takenBy }) =>
      `${emergencyTexts.classNames[danger]}${village === null ? "" : `，${village}`}，${sinceText(at - when)}，${takenBy === null ? "还没有人接" : "有人接了"}`,
  );
  return part("夜里急事", lines, "夜里没有急事");
}

function due({ dueToday, overdue }: Brief): string[] {
  return [
    ...(dueToday === 0 ? [] : [`今天到期的提醒${dueToday}件。`]),
    ...(overdue === 0 ? [] : [`过了期还没提醒的${overdue}件。`]),
  ];
}

function part(title: string, lines: string[], none: string): string {
  if (lines.length === 0) return `${none}。`;
  const rest = lines.length - mostLines;
  const shown = [...lines.slice(0, mostLines), ...(rest > 0 ? [`还有${rest}件在工作台上`] : [])];
  return `${title}${lines.length}件：\n${shown.join("\n")}`;
}

/** 11月24日 */
function dayText(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}
