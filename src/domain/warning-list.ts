import type { FraudCategory, FraudLevel } from "./sets.ts";

/** One person of a list of warnings, as the police give it. */
export interface ListedPerson {
  /** As given; null = the list names nobody. */
  name: string | null;
  /** Digits only: a mobile number, or a telephone with its area code. */
  phone: string;
  village: string | null;
  level: FraudLevel;
  category: FraudCategory | null;
}

/** Why a line cannot be taken. */
export type LineFault =
  "no-phone" | "bad-phone" | "phone-lost" | "two-phones-alike" | "no-level" | "bad-level";

/** What was read in a list: `line` counts from 1, as a spreadsheet shows it. */
export interface ReadList {
  good: { line: number; person: ListedPerson }[];
  /** `said`: of a level, the word; of a phone, how many digits it has. */
  bad: { line: number; why: LineFault; said?: string }[];
  /** Set where nothing was read. */
  refused: "too-long" | "too-many" | "unreadable" | "empty" | null;
}

/** A list is no longer than this. Units: lines; bytes. */
export const mostLines = 2_000;
export const mostBytes = 1_048_576;

/** A line with what will come of it: a new matter, more of an open one, or nothing: it was taken that day. */
export interface PlannedLine {
  line: number;
  person: ListedPerson;
  becomes: "new" | "more" | "same";
  /** Of a new matter. */
  id: string;
  number: string;
}

export interface ListPlan {
  lines: PlannedLine[];
  bad: ReadList["bad"];
  refused: ReadList["refused"];
}
