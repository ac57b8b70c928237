import type { AppointmentStatus, Day } from "../../domain/appointment.ts";
import type { DeskSeats, ListedSeat, SeatStep } from "../../domain/desk-seats.ts";
import { atStation, type Closure } from "../../domain/openings.ts";
import { bookTexts } from "./book.ts";
import { coveredName } from "./warnings.ts";

export const seatStatusNames: Record<AppointmentStatus, string> = {
  booked: "还没来",
  arrived: "来了",
  done: "办完",
  "no-show": "没来",
  cancelled: "取消了",
};

/** 上午 · 下午 · 全天 */
function halfText({ from, to }: Pick<Closure, "from" | "to">): string {
  if (from === "00:00" && to === "24:00") return "全天";
  if (from === "00:00" && to === "12:00") return "上午";
  return from === "12:00" && to === "24:00" ? "下午" : `${from}—${to}`;
}

const stretchText = (closure: Closure): string =>
  `${bookTexts.day(closure.day)}${halfText(closure)}，${closure.place}`;

/** What those at the counter read of the day's seats. */
export const deskSeatTexts = {
  stretch: stretchText,
  half: halfText,
  buttons: {
    today: "今天的预约",
    tomorrow: "明天的预约",
    step: (step: SeatStep, number: number) =>
      `${{ arrived: "来了", done: "办完", "no-show": "没来" }[step]} ${number}号`,
    sure: "确定关",
    keep: "不关",
  },
  /** @param service as people are told it */
  line: (
    { number, at, place, status, name }: ListedSeat,
    service: string,
    isBare: boolean,
  ): string =>
    [
      `${number}号 ${at}`,
      ...(place === atStation ? [] : [place]),
      service,
      ...(name === null || isBare ? [] : [coveredName(name)]),
      ...(status === "booked" ? [] : [`（${seatStatusNames[status]}）`]),
    ].join(" "),
  list: (day: Day, lines: string[]) =>
    lines.length === 0
      ? `${bookTexts.day(day)}没有预约。`
      : `${bookTexts.day(day)}预约${lines.length}个：\n${lines.join("\n")}`,
  more: (count: number) => `还有${count}个，在工作台的“预约”里。`,
  how: "来了打“到3”，办完打“办完3”，没来打“没来3”，没约就来的打“加号 换身份证 张三”。",
  noSeat: (number: string) => `今天没有${number}号。打“预约”看今天的名单。`,
  whichPlace: (number: string) => `今天有不止一个${number}号，是哪一个？`,
  stepped: (step: SeatStep, line: string) =>
    `${{ arrived: "记下了，来了", done: "记下了，办完了", "no-show": "记下了，没来" }[step]}：${line}`,
  notNow: (line: string) => `这一步走不了：${line}`,
  askWalkIn: "加号办啥？点一个，或者打“加号 换身份证 张三”。",
  walkedIn: (number: number, at: string, service: string, name: string | null) =>
    `加上了：${number}号，${at}，${service}${name === null ? "" : `，${coveredName(name)}`}。`,
  full: "今天没有空的时间了，加不上。可以给他约明天。",
  askStretch: (verb: "关" | "开") =>
    `哪天的上午、下午还是全天？比如“${verb} 明天下午”“${verb} 12月3号上午”。`,
  past: "那一段已经过去了。",
  askClose: ({ seats, unreached, ...closure }: NonNullable<DeskSeats["stretch"]>) =>
    [
      `关${stretchText(closure)}，不放号。确定吗？`,
      seats === 0
        ? "那段时间没有人约。"
        : `有${seats}个人约在那段时间，会通知他们改时间${unreached === 0 ? "" : `，其中${unreached}个这里通知不到，要打电话`}。`,
    ].join("\n"),
  closed: (closure: Closure, seats: number) =>
    `关了：${stretchText(closure)}。${seats === 0 ? "" : `${seats}个人会收到通知，晚上九点到早上七点不打扰，早上再发。`}`,
  opened: (closure: Closure) => `开了：${stretchText(closure)}，照常放号。`,
  notClosed: (closure: Closure) => `${stretchText(closure)}没有关过。`,
  kept: "好，没有关。",
} as const;
