import type { Level, Matter } from "./matter.ts";
import type { Staff } from "./people.ts";
import { may } from "./rights.ts";
import { afterDutyTime, nextDuty, onDuty } from "./roster.ts";
import type { Roster } from "./roster.ts";

/** Who is called now, and when the clock looks again. */
export interface Call {
  people: Staff[];
  /** Unit: ms since 1970. */
  dueAt: number;
  /** The station's own siren or text messages are set off too. */
  hook: boolean;
  /** The villager is told that nobody has answered yet. */
  tell: boolean;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * How long a step may go unanswered before the next ones are called as well. An alarm repeats for
 * ever; a clock that stands still off duty counts only time in which somebody is on duty.
 */
const patience: Record<Level, { steps: number[]; again: number; offDuty: boolean }> = {
  alarm: { steps: [60 * second, 120 * second], again: 180 * second, offDuty: true },
  urgent: { steps: [60 * second, 60 * second], again: 60 * second, offDuty: true },
  high: { steps: [15 * minute], again: 15 * minute, offDuty: false },
  normal: { steps: [4 * hour], again: 4 * hour, offDuty: false },
};

/**
 * Who is called for a matter that nobody has taken: each time the next step of the ladder joins those
 * called before. What is urgent finds everybody where nobody is on duty; the rest waits for duty.
 */
export function nextCall(
  matter: Pick<Matter, "level" | "village" | "calls" | "isPrivate">,
  staff: readonly Staff[],
  roster: Roster,
  at: number,
): Call {
  const { level, calls } = matter;
  const { steps, again, offDuty } = patience[level];
  const ladder = ladderFor(matter, staff, roster, at);
  if (ladder.length === 0)
    return { people: [], dueAt: at + hour, hook: level === "alarm" && calls === 0, tell: false };
  if (!offDuty && hasRoster(roster) && onDuty(roster, at).length === 0)
    return { people: [], dueAt: nextDuty(roster, at) ?? at + hour, hook: false, tell: false };
  const wait = steps[calls] ?? again;
  const reached = level === "urgent" ? Math.floor(calls / 2) : calls;
  const last = reached >= ladder.length - 1;
  return {
    people: ladder.slice(0, reached + 1).flat(),
    dueAt:
      offDuty || !hasRoster(roster) ? at + wait : (afterDutyTime(roster, at, wait) ?? at + wait),
    hook: level === "alarm" ? calls >= 2 || last : false,
    tell: level === "alarm" && (calls === 1 || calls === 2),
  };
}

/** When whoever is called first should have taken it. Unit: ms since 1970. */
export function firstClock(level: Level, roster: Roster, at: number): number {
  const { steps, again, offDuty } = patience[level];
  const wait = steps[0] ?? again;
  if (offDuty || !hasRoster(roster)) return at + wait;
  return afterDutyTime(roster, at, wait) ?? at + wait;
}

/** Step by step: the village's own officer, the backup, the others on duty, then the chief and all. */
export function ladderFor(
  { level, village }: Pick<Matter, "level" | "village">,
  staff: readonly Staff[],
  roster: Roster,
  at: number,
): Staff[][] {
  const police = staff.filter(({ role }) => may(role, "be-called"));
  const names = new Set(onDuty(roster, at));
  const duty = hasRoster(roster) ? police.filter(({ name }) => names.has(name)) : police;
  const backups = new Set(
    roster.backups.flatMap((one) => (one.village === village ? [one.who] : [])),
  );
  const steps =
    level === "alarm"
      ? [duty]
      : [
          village === null ? [] : duty.filter(({ villages }) => villages.includes(village)),
          duty.filter(({ name }) => backups.has(name)),
          duty,
        ];
  steps.push(police.filter(({ role }) => role === "chief"));
  if (level === "alarm" || level === "urgent") steps.push(police);
  const called = new Set<string>();
  return steps
    .map((step) => step.filter(({ id }) => !called.has(id) && called.add(id)))
    .filter((step) => step.length > 0);
}

/** Names of those who would be called now for what can wait. */
export function answering(staff: readonly Staff[], roster: Roster, at: number): string[] {
  if (hasRoster(roster)) return onDuty(roster, at);
  return staff.flatMap(({ role, name }) => (may(role, "be-called") ? [name] : []));
}

/** A station that has written no roster calls everybody. */
function hasRoster({ periods }: Roster): boolean {
  return periods.length > 0;
}
