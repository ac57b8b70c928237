import {
  bookingWindow,
  cellMinutes,
  leadHours,
  type Day,
  type FreeSlot,
  type Opening,
  type TimeOfDay,
} from "./appointment.ts";
import { hour } from "./station-time.ts";

/** A cell that is taken: one counter of a place for {@link cellMinutes}. */
export interface TakenCell {
  day: Day;
  place: string;
  counter: number;
  /** Minutes since midnight. */
  from: number;
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

export function timeAt(minutes: number): TimeOfDay {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The moment at which a slot begins, by the station's clock. Unit: ms since 1970. */
export function momentOf({ day, at }: Pick<FreeSlot, "day" | "at">): number {
  return Date.parse(`${day}T${at}:00+08:00`);
}

/** The cells that an appointment takes at a counter, by the minutes at which they begin. */
export function cellsFrom(at: TimeOfDay, minutes: number): number[] {
  const first = minutesOf(at);
  const many = Math.max(1, Math.ceil(minutes / cellMinutes));
  return Array.from({ length: many }, (_, i) => first + i * cellMinutes);
}

/**
 * Beginnings that are still free, earliest first: inside an opening with all their cells, not before
 * the lead time is over, and within the window.
 * @param now unit: ms since 1970
 * @param lead how long before they begin they can still be had; unit: hours
 */
export function freeSlots(
  openings: readonly Opening[],
  taken: readonly TakenCell[],
  minutes: number,
  now: number,
  lead = leadHours,
): FreeSlot[] {
  const isTaken = new Set(taken.map(nameOf));
  const last = now + bookingWindow * 24 * hour;
  return openings
    .flatMap((opening) => beginnings(opening, minutes).map((at) => ({ opening, at })))
    .map(({ opening, at }) => {
      const { day, place, counters } = opening;
      const cells = cellsFrom(at, minutes);
      const left = Array.from({ length: counters }, (_, counter) => counter).filter((counter) =>
        cells.every((from) => !isTaken.has(nameOf({ day, place, counter, from }))),
      ).length;
      return { day, at, place, left };
    })
    .filter((slot) => {
      const begins = momentOf(slot);
      return slot.left > 0 && begins >= now + lead * hour && begins <= last;
    })
    .toSorted((a, b) => momentOf(a) - momentOf(b) || a.place.localeCompare(b.place));
}

function nameOf({ day, place, counter, from }: TakenCell): string {
  return `${day} ${place} ${counter} ${from}`;
}

function beginnings({ from, to }: Opening, minutes: number): TimeOfDay[] {
  const first = Math.ceil(minutesOf(from) / cellMinutes) * cellMinutes;
  const all: TimeOfDay[] = [];
  for (let at = first; at + minutes <= minutesOf(to); at += cellMinutes) all.push(timeAt(at));
  return all;
}

/** Of the free ones those that are nearest to what was wished, at most `most`; without a wish the earliest. */
export function nearest(
  slots: readonly FreeSlot[],
  wish: { day: Day | null; period: "am" | "pm" | null; time: TimeOfDay | null },
  most = 3,
): FreeSlot[] {
  const { day, period, time } = wish;
  const wantedMinutes =
    time === null ? (period === "pm" ? 14 * 60 : period === "am" ? 9 * 60 : null) : minutesOf(time);
  const distance = (slot: FreeSlot): number => {
    const days =
      day === null
        ? 0
        : Math.abs(momentOf({ day: slot.day, at: "00:00" }) - momentOf({ day, at: "00:00" })) /
          (24 * hour);
    const half = period !== null && time === null && halfOf(slot.at) !== period ? 300 : 0;
    const minutes = wantedMinutes === null ? 0 : Math.abs(minutesOf(slot.at) - wantedMinutes);
    return days * 24 * 60 + half + minutes;
  };
  return slots
    .map((slot, i) => ({ slot, i, far: distance(slot) }))
    .toSorted((a, b) => a.far - b.far || a.i - b.i)
    .slice(0, most)
    .map(({ slot }) => slot);
}

export function halfOf(at: TimeOfDay): "am" | "pm" {
  return minutesOf(at) < 12 * 60 ? "am" : "pm";
}

/** The slots that are exactly what was wished. */
export function fitting(
  slots: readonly FreeSlot[],
  { day, period, time }: { day: Day | null; period: "am" | "pm" | null; time: TimeOfDay | null },
): FreeSlot[] {
  return slots.filter(
    (slot) =>
      (day === null || slot.day === day) &&
      (time === null ? period === null || halfOf(slot.at) === period : slot.at === time),
  );
}
