/** Who is on duty, as the station writes it down. Times are the station's own (UTC+8, no summer time). */
export interface Roster {
  periods: Period[];
  /** Days off, both included. Format: YYYY-MM-DD. */
  leave: { who: string; from: string; to: string }[];
  /** On this day one does the other's duty. Format: YYYY-MM-DD. */
  swaps: { on: string; instead: string; who: string }[];
  /** Who comes after a village's own officer. */
  backups: { village: string; who: string }[];
}

export interface Period {
  who: string;
  /** 1 = Monday … 7 = Sunday: the day on which the period begins. */
  days: number[];
  /** Format: HH:MM. `to` at or before `from` ends on the next day. */
  from: string;
  to: string;
}

/** A station that has written none. */
export const noRoster: Roster = { periods: [], leave: [], swaps: [], backups: [] };

const minute = 60_000;
const day = 24 * 60 * minute;
const zone = 8 * 60 * minute;
/** A roster that names nobody within so many days names nobody. */
const lookAhead = 15;

/** Names of those on duty, in the order of the roster. Unit of `at`: ms since 1970. */
export function onDuty(roster: Roster, at: number): string[] {
  const names = shiftsAround(roster, at, 1).flatMap(({ who, from, to }) =>
    from <= at && at < to ? [who] : [],
  );
  return [...new Set(names)];
}

/** When somebody is on duty next: now, if somebody is; null = the roster names nobody. */
export function nextDuty(roster: Roster, at: number): number | null {
  const starts = shiftsAround(roster, at, lookAhead).flatMap(({ from, to }) =>
    to > at ? [Math.max(from, at)] : [],
  );
  return starts.length === 0 ? null : Math.min(...starts);
}

/** When `of` ms of duty have passed after `at`: time in which nobody is on duty does not count. */
export function afterDutyTime(roster: Roster, at: number, of: number): number | null {
  const shifts = shiftsAround(roster, at, lookAhead)
    .filter(({ to }) => to > at)
    .toSorted((a, b) => a.from - b.from);
  let left = of;
  let reached = at;
  for (const { from, to } of shifts) {
    const start = Math.max(from, reached);
    if (to <= start) continue;
    if (to - start >= left) return start + left;
    left -= to - start;
    reached = to;
  }
  return null;
}

/** Who does duty when, from `at` on for so many days, the earliest first. */
export function shiftsFrom(roster: Roster, at: number, days: number): Shift[] {
  return shiftsAround(roster, at, days)
    .filter(({ from, to }) => to > at && from < at + days * day)
    .toSorted((a, b) => a.from - b.from);
}

/** Names of those who are on duty at some time from `from` until before `to`. */
export function onDutyBetween(roster: Roster, from: number, to: number): string[] {
  const names = shiftsAround(roster, from, Math.ceil((to - from) / day)).flatMap((shift) =>
    shift.from < to && shift.to > from ? [shift.who] : [],
  );
  return [...new Set(names)];
}

/** Whose duty ended within the last `within` ms and does not go on. */
export function dutyEnded(
  roster: Roster,
  at: number,
  within: number,
): { who: string; ended: number }[] {
  const on = new Set(onDuty(roster, at));
  return shiftsAround(roster, at, 0).flatMap(({ who, to }) =>
    to <= at && to > at - within && !on.has(who) ? [{ who, ended: to }] : [],
  );
}

/** One person's stretch of duty. Unit of `from` and `to`: ms since 1970. */
export interface Shift {
  who: string;
  from: number;
  to: number;
}

/** Shifts that begin on the day before `at` or on one of the next days. */
function shiftsAround({ periods, leave, swaps }: Roster, at: number, days: number): Shift[] {
  const today = Math.floor((at + zone) / day);
  const shifts: Shift[] = [];
  for (let date = today - 1; date <= today + days; date += 1) {
    const midnight = date * day - zone;
    const named = new Date(date * day).toISOString().slice(0, 10);
    // 1 January 1970 was a Thursday.
    const weekday = ((date + 3) % 7) + 1;
    for (const { who, days: on, from, to } of periods) {
      if (!on.includes(weekday)) continue;
      const stands = swaps.find(({ on: when, instead }) => when === named && instead === who)?.who;
      const person = stands ?? who;
      if (leave.some((off) => off.who === person && off.from <= named && named <= off.to)) continue;
      const [start, end] = [minutesOf(from), minutesOf(to)];
      shifts.push({
        who: person,
        from: midnight + start * minute,
        to: midnight + (end > start ? end : end + 24 * 60) * minute,
      });
    }
  }
  return shifts;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
