import type { Alert } from "./desk.ts";
import type { Matter } from "./matter.ts";
import type { Staff } from "./people.ts";
import type { Reminder } from "./reminders.ts";
import { may } from "./rights.ts";
import { dutyEnded, onDuty, onDutyBetween, type Roster } from "./roster.ts";
import { day, hour, midnightBefore } from "./station-time.ts";

/** What one of us is told in the morning. All times are ms since 1970. */
export interface Brief {
  at: number;
  /** Dangers since the evening before. */
  alarms: Alert[];
  waiting: Matter[];
  mine: Matter[];
  /** How many villagers they are to phone. */
  toCall: number;
  /** How many have a seat at the counter today; 0 for those whom it does not concern. */
  seats: number;
  /** How many reminders of theirs come today, and how many should have come before. */
  dueToday: number;
  overdue: number;
  /** Who uncovered how many numbers the day before; only for those who read the trail. */
  looks: Look[];
}

/** How many villagers' numbers somebody uncovered. */
export interface Look {
  name: string;
  count: number;
}

/** Those whom the day's looks at numbers concern; they hear of them also where they are off duty. */
export function overseers(staff: readonly Staff[]): Staff[] {
  return staff.filter(({ role }) => may(role, "read-trail") && may(role, "be-called"));
}

/** A brief that is late is sent until noon: later in the day it is none. */
const noon = 12 * hour;
/** The evening before begins so long before midnight. */
const evening = 6 * hour;

/** Whether it is time for the morning's brief; `since`: where the night began. */
export function briefTime(at: number): { since: number } | null {
  const midnight = midnightBefore(at);
  if (at < midnight + 8 * hour || at >= midnight + noon) return null;
  return { since: midnight - evening };
}

/** The police on duty today; all where no roster was written. */
export function briefed(staff: readonly Staff[], roster: Roster, at: number): Staff[] {
  const police = staff.filter(({ role }) => may(role, "be-called"));
  if (roster.periods.length === 0) return police;
  const names = new Set(onDutyBetween(roster, at, midnightBefore(at) + day));
  return police.filter(({ name }) => names.has(name));
}

/** How many reminders come today, and how many are late. */
export function countDue(
  reminders: readonly Reminder[],
  at: number,
): Pick<Brief, "dueToday" | "overdue"> {
  const today = midnightBefore(at);
  return {
    dueToday: reminders.filter(({ dueAt }) => dueAt >= today && dueAt < today + day).length,
    overdue: reminders.filter(({ dueAt }) => dueAt < today).length,
  };
}

/** After so long nobody is asked any more about a shift that ended. */
const askedWithin = 2 * hour;

/** Who goes off duty while somebody else comes on: they are asked about what they have in hand. */
export function goingOff(
  staff: readonly Staff[],
  roster: Roster,
  at: number,
): { person: Staff; ended: number }[] {
  const on = new Set(onDuty(roster, at));
  const somebody = staff.some(({ role, name }) => may(role, "be-called") && on.has(name));
  if (!somebody) return [];
  return dutyEnded(roster, at, askedWithin).flatMap(({ who, ended }) => {
    const person = staff.find(({ name }) => name === who);
    return person ? [{ person, ended }] : [];
  });
}
