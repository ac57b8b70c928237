import { day, midnightBefore } from "./station-time.ts";
import { warningLevels, type Contact, type Outcome } from "./warning.ts";
import type { FraudLevel } from "./sets.ts";

/** What is counted of one warning. Unit of `at`: ms since 1970; of sums: yuan. */
export interface WarningCount {
  at: number;
  village: string | null;
  level: FraudLevel;
  contact: Contact | null;
  outcome: Outcome | null;
  saved: number | null;
  lost: number | null;
}

/** The figures of a group of warnings. */
export interface WarningFigures {
  total: number;
  /** Those that somebody must go and see: 紧急. */
  due: number;
  /** Of these, whose person was met. */
  met: number;
  dissuaded: number;
  paid: number;
  /** Unit: yuan. */
  saved: number;
  /** From so many people the sum is. */
  savedBy: number;
  /** As `saved` and `savedBy`, of what was lost. */
  lost: number;
  lostBy: number;
}

export interface WarningGroups {
  all: WarningFigures;
  levels: { name: FraudLevel; figures: WarningFigures }[];
  /** By name; null = no village was told. */
  villages: { name: string | null; figures: WarningFigures }[];
  /** By the Monday's midnight, the latest first. Unit: ms since 1970. */
  weeks: { from: number; figures: WarningFigures }[];
}

export function warningFigures(counted: readonly WarningCount[]): WarningFigures {
  const due = counted.filter(({ level }) => level === "紧急");
  const saved = counted.filter((one) => (one.saved ?? 0) > 0);
  const lost = counted.filter((one) => (one.lost ?? 0) > 0);
  return {
    total: counted.length,
    due: due.length,
    met: due.filter(({ contact }) => contact === "met").length,
    dissuaded: counted.filter(({ outcome }) => outcome === "dissuaded").length,
    paid: counted.filter(({ outcome }) => outcome === "already-paid").length,
    saved: saved.reduce((sum, one) => sum + (one.saved ?? 0), 0),
    savedBy: saved.length,
    lost: lost.reduce((sum, one) => sum + (one.lost ?? 0), 0),
    lostBy: lost.length,
  };
}

export function warningGroups(counted: readonly WarningCount[]): WarningGroups {
  const grouped = <K>(keyOf: (one: WarningCount) => K): Map<K, WarningCount[]> => {
    const groups = new Map<K, WarningCount[]>();
    for (const one of counted) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
    return groups;
  };
  return {
    all: warningFigures(counted),
    levels: warningLevels.map((name) => ({
      name,
      figures: warningFigures(counted.filter(({ level }) => level === name)),
    })),
    villages: [...grouped(({ village }) => village)]
      .map(([name, group]) => ({ name, figures: warningFigures(group) }))
      .toSorted((a, b) => b.figures.total - a.figures.total),
    weeks: [...grouped(({ at }) => mondayBefore(at))]
      .map(([from, group]) => ({ from, figures: warningFigures(group) }))
      .toSorted((a, b) => b.from - a.from),
  };
}

/** Midnight at the beginning of the station's week. 1970-01-01 was a Thursday. */
function mondayBefore(at: number): number {
  const midnight = midnightBefore(at);
  const days = Math.round((midnight + 8 * 3_600_000) / day);
  return midnight - ((days + 3) % 7) * day;
}

/** Fewer people than these are not shown: in a village they would be somebody. */
const fewest = 5;

/** How a count of people may be shown. */
export function shownCount(count: number): number | "few" {
  return count > 0 && count < fewest ? "few" : count;
}

/** A sum is shown only where enough people stand behind it. */
export function shownSum(sum: number, people: number): number | "few" {
  return people > 0 && people < fewest ? "few" : sum;
}

/** Parts of a hundred, to one decimal; `none`: there is nothing to divide by; `few`: too few people. */
export function shownRate(part: number, whole: number): number | "none" | "few" {
  if (whole === 0) return "none";
  if (whole < fewest || (part > 0 && part < fewest)) return "few";
  return Math.round((part / whole) * 1_000) / 10;
}

/** Units: yuan; people. */
interface SumOf {
  sum: number;
  by: number;
}

/** How much more a sum is than a year before, in parts of a hundred; too few people behind either are hidden. */
export function shownSumChange(now: SumOf, before: SumOf | null): number | "none" | "few" {
  if (before === null || before.sum === 0) return "none";
  if (before.by < fewest || (now.by > 0 && now.by < fewest)) return "few";
  return Math.round(((now.sum - before.sum) / before.sum) * 1_000) / 10;
}

/** Units: people. */
interface RateOf {
  part: number;
  whole: number;
}

/** By how many points of a hundred a rate is above that of a year before; a rate of 0 then is nothing to compare with. */
export function shownRateChange(now: RateOf, before: RateOf | null): number | "none" | "few" {
  if (before === null) return "none";
  const these = shownRate(now.part, now.whole);
  const those = shownRate(before.part, before.whole);
  if (these === "none" || those === "none" || those === 0) return "none";
  if (these === "few" || those === "few") return "few";
  return Math.round((these - those) * 10) / 10;
}

/** How much more than a year before, in parts of a hundred. */
export function shownChange(now: number, before: number | null): number | "none" | "few" {
  if (before === null || before === 0) return "none";
  if (before < fewest || (now > 0 && now < fewest)) return "few";
  return Math.round(((now - before) / before) * 1_000) / 10;
}
