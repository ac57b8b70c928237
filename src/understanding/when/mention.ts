import type { Calendar } from "../../domain/calendar.ts";
import type { Day } from "./days.ts";

/** Words that name a day. */
export interface Mention {
  from: number;
  to: number;
  /** Null: no single day (下旬, 这几天), or one that nobody can know yet. */
  day: Day | null;
  /** Of words that stand together (明天礼拜三) the more exact ones count. */
  kind: "exact" | "weekday" | "vague";
}

/** What naming a day depends on. */
export interface Around {
  today: Day;
  calendar: Calendar;
}

/** Words for days: a pattern, and the day that a match of it means. */
export interface Rule {
  /** Global and unicode. */
  pattern: RegExp;
  kind: Mention["kind"];
  /** Null: no single day. Undefined: these words name none after all. */
  day: (groups: (string | undefined)[], around: Around) => Day | null | undefined;
}

/** Nothing matches it: it stands for words that a rule has taken. */
const taken = "\u0000";

/** All mentions in order. Of rules that fit the same words, the earlier one takes them. */
export function mentionsIn(said: string, rules: readonly Rule[], around: Around): Mention[] {
  const found: Mention[] = [];
  let free = said;
  for (const { pattern, kind, day } of rules)
    free = free.replace(pattern, (...match: unknown[]) => {
      const words = match[0] as string;
      const from = match.find((each) => typeof each === "number")!;
      const at = match.indexOf(from);
      const meant = day(match.slice(1, at) as (string | undefined)[], around);
      if (meant === undefined) return words;
      found.push({ from, to: from + words.length, day: meant, kind });
      return taken.repeat(words.length);
    });
  return found.sort((one, other) => one.from - other.from);
}
