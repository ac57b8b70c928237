import type { Day, Opening, TimeOfDay } from "./appointment.ts";
import { isWorkday, type Calendar } from "./calendar.ts";
import type { Bookable } from "./bookable.ts";
import type { OpenHours, VillageDay } from "./station.ts";
import { dateOf, day as dayLength, midnightBefore } from "./station-time.ts";

/** What a station lays down for its seats. */
export interface SeatRules {
  hours: readonly OpenHours[];
  counters: number;
  villageDays: readonly VillageDay[];
  /** Days closed beside the public holidays. */
  closedDays: readonly Day[];
}

/** A stretch that was closed after all: illness, a road block. */
export interface Closure {
  day: Day;
  place: string;
  from: TimeOfDay;
  to: TimeOfDay;
}

/** How the station itself is called as a place. */
export const atStation = "所里";

/**
 * When people are seen from today on. Public holidays are closed and the weekends worked for them are
 * open like a weekday (as Friday, or the last weekday that the hours know); in a year that is not
 * announced the hours count as they stand.
 * @param now unit: ms since 1970
 */
export function openingsFrom(
  { hours, counters, villageDays, closedDays }: SeatRules,
  calendar: Calendar,
  closures: readonly Closure[],
  now: number,
  days: number,
): Opening[] {
  const today = midnightBefore(now);
  return Array.from({ length: days + 1 }, (_, i) => dateOf(today + i * dayLength)).flatMap(
    (day) => {
      if (closedDays.includes(day) || isHoliday(day, calendar)) return [];
      const weekday = weekdayOf(day);
      const asWeekday =
        isWeekend(day) && isWorkday(day, calendar) === true ? lastWeekday(hours) : weekday;
      const station = hours
        .filter((each) => each.days.includes(asWeekday))
        .map(({ from, to }): Opening => ({ day, place: atStation, from, to, counters }));
      const villages = villageDays
        .filter((each) => each.on.includes(day) || each.days.includes(weekday))
        .map(({ village, from, to }): Opening => ({ day, place: village, from, to, counters: 1 }));
      return [...station, ...villages].flatMap((opening) => without(opening, closures));
    },
  );
}

const friday = 5;

function lastWeekday(hours: readonly OpenHours[]): number {
  const weekdays = hours.flatMap(({ days }) => days).filter((one) => one <= friday);
  return weekdays.length === 0 ? friday : Math.max(...weekdays);
}

/** Where and when a service is done: not everywhere, and not at all counters at once. */
export function openingsFor(
  { places, capacity }: Pick<Bookable, "places" | "capacity">,
  openings: readonly Opening[],
): Opening[] {
  return openings
    .filter(({ place }) => places.includes(place === atStation ? "station" : "village"))
    .map((opening) => ({ ...opening, counters: Math.min(opening.counters, capacity) }));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) > friday;
}

function isHoliday(day: Day, calendar: Calendar): boolean {
  return calendar.some(({ holidays }) => holidays.some(({ from, to }) => from <= day && day <= to));
}

/** What is left of an opening when closed stretches are cut out. */
export function without<T extends Closure>(opening: T, closures: readonly Closure[]): T[] {
  let parts = [opening];
  for (const closed of closures) {
    if (closed.day !== opening.day || closed.place !== opening.place) continue;
    parts = parts.flatMap((part) => [
      ...(part.from < closed.from ? [{ ...part, to: earlier(part.to, closed.from) }] : []),
      ...(part.to > closed.to ? [{ ...part, from: later(part.from, closed.to) }] : []),
    ]);
  }
  return parts.filter(({ from, to }) => from < to);
}

const earlier = (a: TimeOfDay, b: TimeOfDay): TimeOfDay => (a < b ? a : b);
const later = (a: TimeOfDay, b: TimeOfDay): TimeOfDay => (a > b ? a : b);
