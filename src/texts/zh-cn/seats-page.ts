import type { Day } from "../../domain/appointment.ts";
import type { SeatStep } from "../../domain/desk-seats.ts";
import type { SeatView } from "../../domain/seat-desk.ts";
import { bookTexts } from "./book.ts";

/** The desk's pages of seats. */
export const seatPageTexts = {
  title: "预约",
  back: "回预约",
  views: { day: "按天", week: "按周" } satisfies Record<SeatView, string>,
  day: bookTexts.day,
  week: (from: Day, to: Day) => `${bookTexts.day(from)}到${bookTexts.day(to)}`,
  today: "今天",
  before: { day: "前一天", week: "上一周" } satisfies Record<SeatView, string>,
  after: { day: "后一天", week: "下一周" } satisfies Record<SeatView, string>,
  open: (stretches: string[]) =>
    stretches.length === 0 ? "不办公" : `办公：${stretches.join("，")}`,
  stretch: (place: string, from: string, to: string) => `${place} ${from}—${to}`,
  closed: (stretch: string) => `关了：${stretch}`,
  nobody: "没有预约",
  noName: "没留称呼",
  csvColumns: ["日期", "号", "时间", "地点", "业务", "称呼", "怎么样"],
  steps: { arrived: "来了", done: "办完", "no-show": "没来" } satisfies Record<SeatStep, string>,
  export: "导出名单CSV",
  figures: "预约数字",
  file: "appointments.csv",
  walkIn: {
    title: "加号（没约就来的）",
    service: "办啥",
    name: "称呼（可以不填）",
    button: "加到今天最近的空位",
    added: (number: number, at: string) => `加上了：${number}号，${at}。`,
    full: "今天没有空的时间了，加不上。",
  },
  close: {
    title: "关半天、开半天",
    lead: "关了就不放号，约在里面的人会收到通知，点一个新时间就改好。",
    day: "哪天",
    half: "哪一段",
    place: "哪里",
    halves: { am: "上午", pm: "下午", all: "全天" },
    close: "关",
    open: "开",
    sure: "确定关",
    keep: "不关",
    confirm: "关之前看一眼",
  },
  notNow: "这一步走不了：名单可能刚变过，请看最新的。",
  broken: "没有看懂这张表，请再填一次。",
  done: "办好了。",
  counted: {
    title: "预约数字",
    lead: "按约的日子算。1到4人只写“<5”，免得认出是谁。没有可比的写“n/a”。",
    export: "导出CSV",
    file: "appointment-figures.csv",
    caption: (from: Day, to: Day) => `${bookTexts.day(from)}到${bookTexts.day(to)}，和去年同期比`,
    columns: ["", "今年", "去年", "同比", "怎么算的"],
    rows: {
      booked: ["约了", "约在这些天的号，后来退了的也算，加号的也算。"],
      kept: ["来办了", "窗口点了“来了”或者“办完”的。"],
      moved: ["改过时间", "改过一次或者几次的，一个号算一次。"],
      cancelled: ["退了", "自己退的，和临时关门没办成的。"],
      noShow: ["没来", "当天没来，晚上八点自动记的也算。"],
      waitDays: ["等几天", "从约的那天到办的那天，平均几天；加号的不算。"],
    } as Record<
      "booked" | "kept" | "moved" | "cancelled" | "noShow" | "waitDays",
      [string, string]
    >,
    services: "按业务",
    months: "按月（近12个月，这个月到今天，都和去年比）",
    groupColumns: ["", "约了", "来办了", "改过时间", "退了", "没来", "等几天", "约了同比"],
    month: (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`,
    few: "<5",
    none: "n/a",
    days: (days: number) => `${days}天`,
    change: (rate: number) => `${rate > 0 ? "+" : ""}${rate}%`,
  },
} as const;
