import type { Appointment } from "../../domain/appointment.ts";
import type { Bookable } from "../../domain/bookable.ts";
import type { Line } from "../../domain/cases.ts";
import type { SlotName } from "../../domain/booking.ts";
import { bookTexts } from "./book.ts";

const slotText = ({ day, at, place }: SlotName): string =>
  `${bookTexts.day(day)}${bookTexts.time(at)}，${place}`;

/** 今天 · 明天, else nothing: the date says it. */
function nearText(days: number): string {
  if (days === 0) return "今天";
  return days === 1 ? "明天" : "";
}

/** What the station's clock says of seats to those who have one, or wait for one. */
export const seatClockTexts = {
  /** @param days from today on */
  reminder: (service: Bookable, seat: Appointment, days: number, papers: readonly Line[]) =>
    [
      `预约提醒：${nearText(days)}${slotText(seat)}，${seat.number}号，${service.name}。`,
      ...(papers.length === 0 ? [] : [`带上：${paperWords(papers).join("；")}。`]),
      "去不了，点下面，或者打“去不了”，把号让给别人。",
    ].join("\n"),
  cannotCome: "去不了",
  closed: (service: string, seat: Appointment, offers: boolean) =>
    [
      `对不住，${slotText(seat)}临时不办公，您约的${service}（${seat.number}号）那天办不了。`,
      offers
        ? "这几个时间有号，点一个就给您改；都不合适，点“换别的时间”。"
        : "一个月里别的时间都约满了，请打电话跟派出所约。",
    ].join("\n"),
  reopened: (service: string, seat: Appointment) =>
    `${slotText(seat)}又照常办公了。您约的${service}（${seat.number}号）还在，按原来的时间来。`,
  otherTime: "换别的时间",
  offer: (service: string, seat: Appointment, until: string) =>
    `有人退号了：${slotText(seat)}，${service}。给您留到${until}，要不要？`,
  /** A yes that may have been meant for something else. */
  askAgain: "您是要给您留着的那个号吗？",
  take: "要，给我定下",
  leave: "不要了",
  taken: (service: string, seat: Appointment) =>
    `定下了：${slotText(seat)}，${seat.number}号，${service}。来不了，打“取消预约”。`,
  left: "好，这个号让给下一位了。",
  gone: "这个号已经不留了。想再约，打“预约”。",
  hasOne: "这个业务您已经约着一个了，这个号让给下一位了。要改时间，打“改预约”。",
  expired: (seat: SlotName) => `给您留的号（${slotText(seat)}）到时间了，让给下一位了。`,
  inVain: (day: string) =>
    `${bookTexts.day(day)}到现在没有人退号，等不着了。想约别的时间，打“预约”。`,
} as const;

/** Each thing to bring; what may be needed with its case. */
export function paperWords(papers: readonly Line[]): string[] {
  return papers.map(({ what, when }) => (when === null ? what : `${when}，${what}`));
}
