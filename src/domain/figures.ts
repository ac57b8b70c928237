import { firstClock } from "./calling.ts";
import { levels, type Level } from "./matter.ts";
import type { Roster } from "./roster.ts";
import type { MatterKind } from "./sets.ts";

/** What is counted of one matter. Unit of times: ms since 1970. */
export interface Counted {
  /** Null: a danger that nobody has taken yet. */
  kind: MatterKind | null;
  level: Level;
  openedAt: number;
  /** When it was first taken, whoever has it since. */
  takenAt: number | null;
  /** How often the clock had called somebody by then; 0 or none = there was nobody to call. */
  calls?: number;
  closedAt: number | null;
}

/** The figures of the matters that were opened in one stretch of time. */
export interface Figures {
  total: number;
  kinds: Record<MatterKind | "alert", number>;
  levels: Record<Level, number>;
  taken: number;
  /** Taken before the clock of their level called the next ones. */
  takenInTime: number;
  /** Median from opening to taking, of those that were taken. Unit: minutes; null = none was. */
  minutesToTake: number | null;
  closed: number;
}

/** Fewer than these are not shown by number: in a village they would be somebody. */
export const fewest = 5;

/** In the order of the page; `alert`: a danger that nobody has taken is of no kind yet. */
const ofKind = {
  dispute: 0,
  "fraud-alert": 0,
  hazard: 0,
  tip: 0,
  visit: 0,
  callback: 0,
  other: 0,
  alert: 0,
} satisfies Figures["kinds"];
export const kinds = Object.keys(ofKind) as (keyof typeof ofKind)[];

export function figuresOf(counted: readonly Counted[], roster: Roster): Figures {
  const taken = counted.filter((one) => one.takenAt !== null);
  // What was called for is judged by the calls of that day: the roster may be another one since.
  const inTime = taken.filter(({ level, openedAt, takenAt, calls = 0 }) =>
    calls > 0 ? calls === 1 : takenAt! <= firstClock(level, roster, openedAt),
  );
  const count = (is: (one: Counted) => boolean) => counted.filter(is).length;
  return {
    total: counted.length,
    kinds: Object.fromEntries(
      kinds.map((kind) => [kind, count((one) => (one.kind ?? "alert") === kind)]),
    ) as Figures["kinds"],
    levels: Object.fromEntries(
      levels.map((level) => [level, count((one) => one.level === level)]),
    ) as Figures["levels"],
    taken: taken.length,
    takenInTime: inTime.length,
    minutesToTake: median(taken.map(({ openedAt, takenAt }) => (takenAt! - openedAt) / 60_000)),
    closed: count(({ closedAt }) => closedAt !== null),
  };
}

function median(numbers: number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const value =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return Math.round(value);
}

/** The station's own zone (UTC+8, no summer time). Unit: ms. */
const zone = 8 * 3_600_000;

/** This month up to now, and the same days a year before. Unit: ms since 1970. */
export function monthAt(now: number): Record<"now" | "before", { from: number; to: number }> {
  const here = new Date(now + zone);
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()];
  const from = Date.UTC(year, month, 1) - zone;
  const before = Date.UTC(year - 1, month, 1) - zone;
  // 29 February has no day a year before: the month ends there.
  const ends = Date.UTC(year - 1, month + 1, 1) - zone;
  return {
    now: { from, to: now },
    before: { from: before, to: Math.min(before + (now - from), ends) },
  };
}
