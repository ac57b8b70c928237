import type { Figures } from "../../domain/figures.ts";
import type { Level } from "../../domain/matter.ts";
import { kindNames, levelNames } from "./desk.ts";

const days = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/** In the station's own zone. Unit: ms since 1970. */
function local(at: number): Date {
  return new Date(at + 8 * 3_600_000);
}
function monthDay(at: number): string {
  const date = local(at);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
function time(at: number): string {
  return local(at).toISOString().slice(11, 16);
}

/** The pages with the station's figures and duties. */
export const figuresTexts = {
  title: "本月数字",
  month: (from: number, to: number) => {
    const date = local(from);
    return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月1日到${local(to).getUTCDate()}日`;
  },
  lead: "和去年同月的同样几天比。1到4件只写“<5”，免得认出是谁。没有可比的写“无”。",
  caption: "数字",
  columns: ["", "今年", "去年", "怎么算的"],
  few: "<5",
  none: "无",
  minutes: (minutes: number) =>
    minutes < 120 ? `${minutes}分钟` : `${Math.round(minutes / 6) / 10}小时`,
  groups: { all: "总的", kinds: "按类别", levels: "按等级" },
  rows: {
    total: ["总数", "这些天里新报来的事，加上还没有人接的急事。"],
    taken: ["有人接了", "总数里，到现在已经有人接的；重新办的，算后一次接。"],
    takenInTime: [
      "按时接了",
      "在等级规定的时间内接的。时间见“按等级”；没人值班的时间，高危、普通不算。",
    ],
    minutesToTake: ["接得多快", "从报来到有人接，取中间的那一件。少于5件不写。"],
    closed: ["办结了", "总数里，到现在已经办结的。"],
  } satisfies Partial<Record<keyof Figures, [string, string]>>,
  kind: (kind: keyof Figures["kinds"]): [string, string] =>
    kind === "alert"
      ? ["还没人接的急事", "机器人认出危险、还没有人接的；接了就归到别的类别。"]
      : [kindNames[kind], kindDefinitions[kind]],
  level: (level: Level): [string, string] => [levelNames[level], levelDefinitions[level]],
  roster: {
    title: "值班",
    now: "现在",
    next: "往后7天",
    none: "还没有排班表。有事，所有民警都会接到通知。",
    day: (at: number) => `${monthDay(at)} ${days[(local(at).getUTCDay() + 6) % 7] ?? ""}`,
    shift: (from: number, to: number) =>
      `${time(from)}—${monthDay(from) === monthDay(to) ? "" : "次日"}${time(to)}`,
    source: "照所里的 roster.yaml 写的，改了文件，五秒内这里跟着变。请假、换班已经算进去。",
  },
} as const;

const kindDefinitions: Record<Exclude<keyof Figures["kinds"], "alert">, string> = {
  dispute: "邻里、家庭、草场、欠账这类矛盾。",
  "fraud-alert": "正在被骗、刚转了钱的急事。",
  hazard: "路、电、火、水这类隐患。",
  tip: "给派出所的线索。",
  visit: "请民警上门的。",
  callback: "要找民警说话的。",
  other: "别的反映，和骗钱以外、有人接了的急事。",
};

const levelDefinitions: Record<Level, string> = {
  alarm: "认出危险的；1分钟内要有人接。",
  urgent: "1分钟内要有人接。",
  high: "值班时间15分钟内要有人接。",
  normal: "值班时间4小时内要有人接。",
};
