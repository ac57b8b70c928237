import type { Appointment } from "../../src/domain/appointment.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { deskSeatTexts } from "../../src/texts/zh-cn/desk-seats.ts";
import { seatClockTexts } from "../../src/texts/zh-cn/seat-clock.ts";

const slot = { day: "2026-01-01", at: "09:00", place: "§" };
const seat: Appointment = {
  ...{ id: "", conversation: null, service: "other", ...slot, number: 0 },
  ...{ status: "booked", madeAt: 0 },
};
/** What stands before the first thing that changes. */
const before = (text: string): string => text.split(/[§\n]|1月1日|【|\d+个/u)[0]!;
/** What stands after the last thing that changes. */
const after = (text: string): string => text.split(/[§\n]/u).at(-1)!;

/** What may be heard of appointments: by the beginnings and ends of the catalogue's sentences. */
const beginnings = {
  card: before(bookTexts.card("§", slot, null, null, "§")),
  "move-card": before(bookTexts.card("§", slot, null, null, null)),
  booked: before(bookTexts.booked("§", seat, "§")),
  moved: before(bookTexts.moved("§", seat)),
  "cancel-ask": before(bookTexts.cancelAsk("§", slot)),
  mine: before(bookTexts.mine([])),
  reminder: "预约提醒：",
  offer: before(seatClockTexts.offer("§", seat, "")),
  held: before(seatClockTexts.taken("§", seat)),
  shut: before(seatClockTexts.closed("§", seat, true)),
  queued: before(bookTexts.waiting("§")),
} as const;
const ends = {
  "ask-slot": after(bookTexts.askSlot("§")),
  "not-then": after(bookTexts.notThen("§")),
  cancelled: after(bookTexts.cancelled("§")),
  "no-list": deskSeatTexts.list("2026-01-01", []).split("）")[1]!,
  "that-day": after(bookTexts.thatDay("§")),
  "ask-move": "改到啥时候？点一个，或者打字。",
} as const;
const whole = {
  "ask-service": bookTexts.askService,
  "ask-name": bookTexts.askName,
  "ask-change": bookTexts.askChange,
  dropped: bookTexts.dropped,
  kept: bookTexts.kept,
  none: bookTexts.none,
  which: bookTexts.which,
  taken: bookTexts.refused.taken,
  "has-one": bookTexts.refused["has-one"],
  "too-late": bookTexts.refused["too-late"],
  gone: seatClockTexts.gone,
} as const;

/** Kinds of what a message says of appointments, and the days and times that it names: "card 11-26 09:00". */
export function meaningsOf(text: string): string[] {
  const kinds = new Set<string>();
  for (const [kind, begins] of Object.entries(beginnings))
    if (text.startsWith(begins) || text.includes(`\n${begins}`)) kinds.add(kind);
  for (const [kind, end] of Object.entries(ends)) if (text.includes(end)) kinds.add(kind);
  for (const [kind, all] of Object.entries(whole)) if (text.includes(all)) kinds.add(kind);
  const times = timesIn(text);
  return [...kinds].flatMap((kind) => [kind, ...times.map((time) => `${kind} ${time}`)]);
}

/** Every day and time that a text names, as MM-DD HH:MM. */
function timesIn(text: string): string[] {
  const told = /(\d+)月(\d+)日（周.）(上午|下午)(\d+)点(?:(半)|(\d+)分)?/gu;
  return [...text.matchAll(told)].map(([, month, day, half, hour, isHalf, minutes]) => {
    const hours = Number(hour) + (half === "下午" && Number(hour) < 12 ? 12 : 0);
    return `${two(month)}-${two(day)} ${two(hours)}:${isHalf ? "30" : two(minutes ?? 0)}`;
  });
}

const two = (value: string | number | undefined): string => String(value).padStart(2, "0");
