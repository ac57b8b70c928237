import { dateOf, day as dayLength, midnightBefore } from "../../domain/station-time.ts";

/** Days since 1970-01-01: dates as numbers, so that they can be counted. */
export type Day = number;

/** The station's day at a moment. Unit of `now`: ms since 1970. */
export function dayAt(now: number): Day {
  return dayOfDate(dateOf(midnightBefore(now)));
}

export function dayOfDate(date: string): Day {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength);
}

/** Format: YYYY-MM-DD. */
export function dateOfDay(day: Day): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** Null if the month has no such day. Months from 1. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isReal && month >= 1 && month <= 12 ? Math.round(at.getTime() / dayLength) : null;
}

/** Year, month from 1, day of the month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * dayLength);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return ((day + 3) % 7) + 1;
}

export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1;
}

/** The month `months` after the one of a day: its year and number. */
export function monthAfter(day: Day, months: number): { year: number; month: number } {
  const { year, month } = partsOf(day);
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

export function lastDayOf({ year, month }: { year: number; month: number }): Day {
  return Math.round(Date.UTC(year, month, 0) / dayLength);
}

/** The first day from `today` on that has this number in its month. */
export function nextDate(date: number, today: Day): Day | null {
  for (let months = 0; months <= 2; months += 1) {
    const { year, month } = monthAfter(today, months);
    const day = dayOf(year, month, date);
    if (day !== null && day >= today) return day;
  }
  return null;
}

/** The first day from `today` on with this month and number; within eight years, for 29 February. */
export function nextYearly(month: number, date: number, today: Day): Day | null {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = dayOf(year + ahead, month, date);
    if (day !== null && day >= today) return day;
  }
  return null;
}
