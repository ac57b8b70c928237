import type { Level } from "./matter.ts";
import type { FraudCategory, FraudLevel } from "./sets.ts";
import type { Station } from "./station.ts";

/** The police's levels of a warning, the most pressing first. */
export const warningLevels = ["紧急", "高危", "中危", "低危"] as const satisfies FraudLevel[];

/** Where a warning comes from: what a villager had checked, money that left, a list of the police. */
export const warningSources = ["check", "stop-payment", "list"] as const;
export type WarningSource = (typeof warningSources)[number];

/** How the person was come by: `called` = by telephone; `not-met` = not there, or does not answer. */
export const contacts = ["met", "called", "not-met", "refused"] as const;
export type Contact = (typeof contacts)[number];

export const outcomes = ["dissuaded", "already-paid", "not-fraud"] as const;
export type Outcome = (typeof outcomes)[number];

/** What hangs on the matter of somebody who is being cheated, or will be. Villagers never see it. */
export interface Warning {
  matter: string;
  level: FraudLevel;
  /** What it was called, each kind once: that of the highest level first. */
  categories: FraudCategory[];
  source: WarningSource;
  /** How often this person was warned of since it was opened. */
  times: number;
  contact: Contact | null;
  outcome: Outcome | null;
  /** What the person kept, and what they lost. Unit: yuan; null = not known. */
  saved: number | null;
  lost: number | null;
  /** How often somebody tried to reach them. */
  tries: number;
  /** Unit: ms since 1970. */
  nextTryAt: number | null;
  /** The name of the result that was written last: the same one again changes nothing. */
  last: string | null;
}

/** What came of going there or calling; what is left out stays as it is. */
export interface WarningResult {
  contact?: Contact;
  outcome?: Outcome;
  saved?: number;
  lost?: number;
  /** The loss comes on top of what is known: 又转了三万. */
  more?: true;
  nextTryAt?: number;
}

export type WarningAction =
  | { act: "warnings" }
  | { act: "import-warnings" }
  | { act: "show-sheet"; matter: string }
  | { act: "ask-result"; matter: string }
  /** `name` as that of the result. */
  | { act: "warning-result"; matter: string; result: WarningResult; name: string };

/** What comes in about somebody. Unit of `lost`: yuan; null = not known. */
export interface WarningNews {
  level: FraudLevel;
  category: FraudCategory | null;
  lost: number | null;
}

/** A warning that has just come in. */
export function newWarning({
  matter,
  level,
  category,
  source,
  lost,
}: Pick<Warning, "matter" | "source"> & WarningNews): Warning {
  return {
    ...{ matter, level, source, lost, categories: category === null ? [] : [category] },
    ...{ times: 1, contact: null, outcome: null, saved: null },
    ...{ tries: 0, nextTryAt: null, last: null },
  };
}

/**
 * Writes a result. Whoever was met once has been met; of the rest the latest counts. What ends it
 * leaves nothing to try; where it was no fraud, no money was lost or saved. What somebody who was
 * dissuaded pays later was not saved after all.
 * @param name names the result: the same one twice is written once
 */
export function record(warning: Warning, result: WarningResult, name: string): Warning {
  if (warning.last === name) return warning;
  const { contact, outcome = warning.outcome } = result;
  const isNoFraud = outcome === "not-fraud";
  const lost =
    result.more && result.lost !== undefined
      ? (warning.lost ?? 0) + result.lost
      : (result.lost ?? warning.lost);
  return {
    ...warning,
    contact: contact === undefined || warning.contact === "met" ? warning.contact : contact,
    outcome,
    saved: isNoFraud ? null : (result.saved ?? stillSaved(warning, result)),
    lost: isNoFraud ? null : lost,
    tries: warning.tries + (contact === undefined ? 0 : 1),
    nextTryAt:
      result.outcome !== undefined ? null : (result.nextTryAt ?? nextAfter(warning, contact)),
    last: name,
  };
}

function stillSaved({ saved, outcome }: Warning, result: WarningResult): number | null {
  const isPaidLater = outcome === "dissuaded" && result.outcome === "already-paid";
  return saved === null || !isPaidLater ? saved : Math.max(0, saved - (result.lost ?? 0));
}

/** The try that was planned is made by trying; another one must be named. */
function nextAfter({ nextTryAt }: Warning, contact: Contact | undefined): number | null {
  return contact === undefined ? nextTryAt : null;
}

/** The same person is warned of again: one piece of work, at the higher of both levels. */
export function warnedAgain(known: Warning, again: WarningNews): Warning {
  const kinds = again.category === null ? [] : [again.category];
  return {
    ...known,
    level: higher(known.level, again.level),
    categories: kindsOf(known, { level: again.level, categories: kinds }),
    lost: greater(known.lost, again.lost),
    times: known.times + 1,
  };
}

/** Two warnings turn out to be of one person: all that is known of both; the first one's matter goes on. */
export function joined(into: Warning, other: Warning): Warning {
  const nextTries = [into.nextTryAt, other.nextTryAt].filter((at) => at !== null);
  const isMet = into.contact === "met" || other.contact === "met";
  return {
    ...into,
    level: higher(into.level, other.level),
    categories: kindsOf(into, other),
    times: into.times + other.times,
    contact: isMet ? "met" : (into.contact ?? other.contact),
    outcome: into.outcome ?? other.outcome,
    saved: greater(into.saved, other.saved),
    lost: greater(into.lost, other.lost),
    tries: into.tries + other.tries,
    nextTryAt: nextTries.length === 0 ? null : Math.min(...nextTries),
  };
}

/** All kinds of both, each once: those of the higher level first, the known ones where both are alike. */
function kindsOf(
  known: Pick<Warning, "level" | "categories">,
  other: Pick<Warning, "level" | "categories">,
): FraudCategory[] {
  const isKnownFirst = higher(known.level, other.level) === known.level;
  const [first, second] = isKnownFirst ? [known, other] : [other, known];
  return [...new Set([...first.categories, ...second.categories])];
}

export function higher(one: FraudLevel, other: FraudLevel): FraudLevel {
  return warningLevels.indexOf(one) <= warningLevels.indexOf(other) ? one : other;
}

function greater(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

/** How soon somebody must have the matter. */
export function urgencyOf(level: FraudLevel): Level {
  if (level === "紧急") return "urgent";
  return level === "高危" ? "high" : "normal";
}

/** How the person is to be reached. */
export function reachOf(level: FraudLevel): "visit" | "call" | "message" {
  if (level === "紧急") return "visit";
  return level === "高危" ? "call" : "message";
}

/** From such a loss on the chief is told. Unit: yuan. Source: the seed city's rule for large cases. */
const usualThreshold = 500_000;

/** Whether the chief is told of a loss. */
export function isGrave(
  lost: number | null,
  { lossThreshold }: Pick<Station, "lossThreshold">,
): boolean {
  return lost !== null && lost >= (lossThreshold ?? usualThreshold);
}
