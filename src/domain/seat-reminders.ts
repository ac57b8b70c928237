import type { Appointment } from "./appointment.ts";
import { momentOf } from "./free-slots.ts";
import { hour, midnightBefore } from "./station-time.ts";

/** What the clock says of a seat: the reminders, and that its half day was closed, or opened again. */
export type SeatNotice = "evening" | "hours" | "closed" | "reopened";

/** The evening before, at this hour. */
const evening = 18;
/** So long before it begins. Unit: ms. */
const shortlyBefore = 2 * hour;

/** Nobody is written to from 21:00 to 07:00. */
export function isQuietHour(at: number): boolean {
  const since = at - midnightBefore(at);
  return since < 7 * hour || since >= 21 * hour;
}

/** When a seat is recalled; what would fall into the quiet hours, or is past, is left out. */
export function seatReminders(
  seat: Pick<Appointment, "day" | "at">,
  now: number,
): { kind: "evening" | "hours"; dueAt: number }[] {
  const begins = momentOf(seat);
  const before = midnightBefore(begins) - (24 - evening) * hour;
  const planned = [
    { kind: "evening" as const, dueAt: before },
    { kind: "hours" as const, dueAt: begins - shortlyBefore },
  ];
  return planned.filter(({ dueAt }) => dueAt > now && !isQuietHour(dueAt));
}
