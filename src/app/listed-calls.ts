import { levels, type Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import type { Staff } from "../domain/people.ts";
import { listedCard } from "../flows/warning-cards.ts";
import type { Transaction } from "../store/connection.ts";
import { waitingListed } from "../store/warnings-listed.ts";

/**
 * So long after a card the next one may come: for 紧急 that this person has not been told of; for
 * other such matters; for a reminder of what they know. A long list takes many rounds. Unit: ms.
 */
const apart = { urgent: 60_000, fresh: 180_000, known: 180_000 } as const;
type Due = keyof typeof apart;

/** What a list brought comes due together, whenever each line was taken in. Unit: ms. */
const grid = 180_000;

/** Came with a list: many come at once, and share a card. */
export function isListed({ kind, conversation }: Matter): boolean {
  return kind === "fraud-alert" && conversation === null;
}

/** When the clock looks again at a matter of a list: with all others. */
export function togetherAt(dueAt: number): number {
  return Math.ceil(dueAt / grid) * grid;
}

/** What one of us was told of lists by cards. */
interface Told {
  /** Of the latest card. */
  at: number;
  /** Matters that they were called for. */
  known: ReadonlySet<string>;
  /** What waits to be told; null = nothing. */
  owed: Due | null;
}

const nothingTold: Told = { at: -Infinity, known: new Set(), owed: null };

/** Calls for what came with a list: one card for each of us, however many matters there are. */
export function listedCalls() {
  const told = new Map<string, Told>();

  /** Sends the cards of one round. @returns to be called once that is committed */
  return async function send(
    trx: Transaction,
    gathered: readonly { called: Staff[]; matter: Matter }[],
    staff: readonly Staff[],
    now: number,
    call: (called: Staff[], card: (bare: boolean) => Reply) => void,
  ): Promise<() => void> {
    const next = new Map<string, Told>();
    for (const person of staff) {
      const before = told.get(person.id) ?? nothingTold;
      const theirs = gathered.filter(({ called }) => called.some(({ id }) => id === person.id));
      const owed = mostPressing(before, theirs);
      const known = new Set([...before.known, ...theirs.map(({ matter }) => matter.id)]);
      if (owed !== null) next.set(person.id, { at: before.at, known, owed });
    }
    const due = [...next].filter(([, { at, owed }]) => owed !== null && now - at >= apart[owed]);
    const waiting = due.length === 0 ? [] : await waitingListed(trx);
    for (const [id, { known }] of due) {
      const open = waiting.filter((matter) => known.has(matter.id));
      const person = staff.filter((one) => one.id === id);
      if (open.length > 0) call(person, () => listedCard(open, waiting.length, now));
      const ids = new Set(open.map((matter) => matter.id));
      next.set(id, { at: open.length > 0 ? now : -Infinity, known: ids, owed: null });
    }
    return () => next.forEach((it, id) => told.set(id, it));
  };
}

/** What somebody is to be told, what they have waited for so far among it. */
function mostPressing({ known, owed }: Told, theirs: readonly { matter: Matter }[]): Due | null {
  const fresh = theirs.filter(({ matter }) => !known.has(matter.id));
  const isUrgent = fresh.some(
    ({ matter }) => levels.indexOf(matter.level) <= levels.indexOf("urgent"),
  );
  if (owed === "urgent" || isUrgent) return "urgent";
  if (owed === "fresh" || fresh.length > 0) return "fresh";
  return owed ?? (theirs.length > 0 ? "known" : null);
}
