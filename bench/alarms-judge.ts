import { idleAfter } from "../src/domain/matter.ts";

/** What an officer's phone showed. Times are ms since 1970. */
export interface Called {
  nonce: number;
  at: number;
}

export interface Spell {
  from: number;
  to: number;
}

export interface Wanted {
  nonce: number;
  isAlarm: boolean;
  at: number;
  /** When somebody means to take it, and when they did. */
  takenAt: number;
  taken: number | null;
}

const second = 1_000;
const minute = 60 * second;
/** From a call to the next one that is due: what a villager may rely on. */
const alarmSteps = [60 * second, 120 * second, 180 * second];
const urgentStep = 60 * second;
/** The clock goes in seconds, and a card has its way through the store and Telegram. */
const slack = 3 * second;
/** What found Telegram away is tried again within this time after it is back. */
const retry = minute;

/** Counts calls that came too late, and how late, beyond the time in which nothing could be sent. */
export function judgeAlarms(
  wanted: readonly Wanted[],
  called: readonly Called[],
  { off, away, blocked }: Record<"off" | "away" | "blocked", Spell[]>,
) {
  const found = { calls: 0, neverCalled: 0, neverTaken: 0, calledAfterTaking: 0, late: 0 };
  let worstFirst = 0;
  let worst = 0;
  const examples: string[] = [];
  for (const { nonce, isAlarm, at, taken } of wanted) {
    const rounds = [
      ...new Set(called.flatMap((one) => (one.nonce === nonce ? [one.at] : []))),
    ].toSorted((a, b) => a - b);
    const until = taken ?? Infinity;
    const before = rounds.filter((round) => round <= until);
    found.calls += before.length;
    // Whoever took it and stays silent, or cannot be reached, loses it again. What stood in line while Telegram was away still comes when it is back.
    if (!touches(at, until, away) && !touches(at, until + idleAfter, blocked))
      found.calledAfterTaking += rounds.filter(
        (round) => round > until + slack && round < until + idleAfter,
      ).length;
    if (before.length === 0) found.neverCalled++;
    if (taken === null) found.neverTaken++;
    let last = at;
    for (const [n, round] of [...before, Math.min(until, Infinity)].entries()) {
      if (round === Infinity) break;
      // Calls that found Telegram away come together: which step is next is then not seen.
      const step = touches(at, round, away) ? undefined : alarmSteps[n - 1];
      const due = n === 0 ? 0 : isAlarm ? (step ?? alarmSteps.at(-1)!) : urgentStep;
      const lost =
        hindered(last, round, [off, away]) +
        (touches(last, round, away) ? retry : 0) +
        (touches(last, round, blocked) ? due + minute : 0);
      const late = round - last - due;
      if (n === 0 && lost === 0) worstFirst = Math.max(worstFirst, late);
      if (lost === 0) worst = Math.max(worst, late);
      if (late > slack + lost) {
        found.late++;
        if (examples.length < 5)
          examples.push(
            `${isAlarm ? "alarm" : "urgent"} ${nonce}, call ${n + 1}: ${late / second} s late, hindered ${lost / second} s`,
          );
      }
      last = round;
    }
  }
  return {
    ...found,
    examples,
    worstFirst: `${worstFirst / second} s`,
    worstLater: `${worst / second} s`,
  };
}

/** How long between two moments nothing could be sent. Unit: ms. */
function hindered(from: number, to: number, kinds: Spell[][]): number {
  return kinds
    .flat()
    .reduce((sum, one) => sum + Math.max(0, Math.min(to, one.to) - Math.max(from, one.from)), 0);
}

const touches = (from: number, to: number, spells: Spell[]): boolean =>
  spells.some((one) => one.from < to && one.to > from - retry);
