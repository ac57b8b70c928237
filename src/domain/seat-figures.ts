import { momentOf } from "./free-slots.ts";
import type { AppointmentStatus, Day } from "./appointment.ts";
import type { Service } from "./sets.ts";
import { day as dayLength, midnightBefore } from "./station-time.ts";

/** What is counted of one seat. */
export interface SeatCount {
  day: Day;
  service: Service;
  status: AppointmentStatus;
  /** How often it was moved. */
  moves: number;
  /** Unit: ms since 1970. */
  madeAt: number;
  /** They came without a seat: they waited for none. */
  walkedIn: boolean;
}

/** The figures of the seats of one stretch of days. */
export interface SeatFigures {
  booked: number;
  /** They came. */
  kept: number;
  moved: number;
  cancelled: number;
  noShow: number;
  /** From the day on which it was taken to the seat's own, on the average. Unit: days; null = nobody waited. */
  waitDays: number | null;
  /** From so many seats the average is. */
  waited: number;
}

/** A stretch of days beside the same one a year before; null = nothing was kept then. */
export interface SeatsCompared {
  now: SeatFigures;
  before: SeatFigures | null;
}

export interface SeatGroups {
  all: SeatsCompared;
  services: (SeatsCompared & { service: Service })[];
  /** The latest first; the first is not over. Format: YYYY-MM. */
  months: (SeatsCompared & { month: string })[];
}

export function seatFigures(counted: readonly SeatCount[]): SeatFigures {
  const count = (is: (one: SeatCount) => boolean) => counted.filter(is).length;
  const waits = counted
    .filter(({ walkedIn }) => !walkedIn)
    .map(({ day, madeAt }) => (midnightOf(day) - midnightBefore(madeAt)) / dayLength);
  const sum = waits.reduce((all, one) => all + one, 0);
  return {
    booked: counted.length,
    kept: count(({ status }) => status === "arrived" || status === "done"),
    moved: count(({ moves }) => moves > 0),
    cancelled: count(({ status }) => status === "cancelled"),
    noShow: count(({ status }) => status === "no-show"),
    waitDays: waits.length === 0 ? null : Math.round((sum / waits.length) * 10) / 10,
    waited: waits.length,
  };
}

const midnightOf = (day: Day): number => momentOf({ day, at: "00:00" });

/** So many months stand beside each other. */
const monthsShown = 12;

/** From which day on seats are needed for {@link seatGroups}. */
export function countedFrom(today: Day): Day {
  return `${monthBack(today.slice(0, 7), monthsShown + 12)}-01`;
}

/** This month up to today, by service too, and the months before it, each beside the year before. */
export function seatGroups(counted: readonly SeatCount[], today: Day): SeatGroups {
  const month = today.slice(0, 7);
  const these = within(counted, `${month}-01`, today);
  const those = within(counted, `${yearBack(month)}-01`, yearBack(today));
  const compared = (now: SeatCount[], before: SeatCount[]): SeatsCompared => ({
    now: seatFigures(now),
    before: before.length === 0 ? null : seatFigures(before),
  });
  const services = [...new Set(these.map(({ service }) => service))].map((service) => {
    const ofIt = (one: SeatCount) => one.service === service;
    return { service, ...compared(these.filter(ofIt), those.filter(ofIt)) };
  });
  const past = Array.from({ length: monthsShown - 1 }, (_, i) => monthBack(month, i + 1));
  return {
    all: compared(these, those),
    services: services.toSorted((a, b) => b.now.booked - a.now.booked),
    months: [
      { month, ...compared(these, those) },
      ...past.map((one) => ({
        month: one,
        ...compared(ofMonth(counted, one), ofMonth(counted, yearBack(one))),
      })),
    ],
  };
}

function within(counted: readonly SeatCount[], from: Day, to: Day): SeatCount[] {
  return counted.filter(({ day }) => from <= day && day <= to);
}

function ofMonth(counted: readonly SeatCount[], month: string): SeatCount[] {
  return counted.filter(({ day }) => day.startsWith(month));
}

/** The same day or month a year before, as words: 29 February stands after the 28th. */
function yearBack(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}

function monthBack(month: string, many: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + (number - 1) - many;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
