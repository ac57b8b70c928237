import type { Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import type { Staff } from "../domain/people.ts";
import { listedCard } from "../flows/warning-cards.ts";
import type { Transaction } from "../store/connection.ts";
import { waitingListed } from "../store/warnings-listed.ts";

/** One card stands for all that is called for within this time: a long list takes many rounds. Unit: ms. */
const sameList = 10_000;

/** Came with a list: many come at once, and share a card. */
export function isListed({ kind, conversation }: Matter): boolean {
  return kind === "fraud-alert" && conversation === null;
}

/** Calls for what came with a list: one card for each of us, however many matters there are. */
export function listedCalls() {
  /** When each of us was last sent such a card. */
  const sent = new Map<string, number>();

  /** Sends the cards of one round. @returns to be called once that is committed */
  return async function send(
    trx: Transaction,
    gathered: readonly { called: Staff[]; matter: Matter }[],
    now: number,
    call: (called: Staff[], card: (bare: boolean) => Reply) => void,
  ): Promise<() => void> {
    if (gathered.length === 0) return () => undefined;
    const waiting = await waitingListed(trx);
    const told: string[] = [];
    const people = new Map(gathered.flatMap(({ called }) => called.map((one) => [one.id, one])));
    for (const [id, person] of people) {
      if (now - (sent.get(id) ?? -Infinity) < sameList) continue;
      told.push(id);
      const theirs = gathered.filter(({ called }) => called.includes(person));
      const matters = theirs.map(({ matter }) => matter);
      call([person], () => listedCard(matters, Math.max(waiting, matters.length), now));
    }
    return () => told.forEach((id) => sent.set(id, now));
  };
}
