import type { Facts } from "../domain/flow.ts";
import type { ChannelName, Reply } from "../domain/message.ts";
import type { Channel, Clock, Ids, Knowledge, Log } from "../domain/ports.ts";
import type { Reading } from "../domain/reading.ts";
import type { Roster } from "../domain/roster.ts";
import { claimTurns, countTry, type Waiting } from "../store/inbox.ts";
import type { Keeping } from "../store/keeping.ts";
import type { Store } from "../store/store.ts";
import { inBatches } from "./batch.ts";
import type { Patience } from "./hear.ts";
import { layAside } from "./lay-aside.ts";
import { isStoreTrouble } from "./store-trouble.ts";
import { takeAll } from "./take-all.ts";
import type { People } from "./watch.ts";

/** What came of one update: for replays, figures and tests. */
export interface TurnRecord {
  inbox: string;
  /** The channel's own name of the conversation; null where it could not be read. */
  chat: string | null;
  reading: Reading | null;
  replies: Reply[];
  keepings: Keeping[];
  outcome: "answered" | "repeat" | "dead";
}

export interface TurnParts {
  store: Store;
  knowledge: Knowledge;
  clock: Clock;
  ids: Ids;
  /** A six-digit number that nobody can guess. */
  newNumber: () => string;
  log: Log;
  patience: Patience;
  place: Pick<Facts, "pageUrl" | "residency">;
  channels: ReadonlyMap<ChannelName, Channel>;
  people: People;
  roster: () => Roster;
  /** Called after a commit that put something in line to be sent. */
  posted: () => void;
  /** Called where an update must wait: an older one of its conversation, that another worker took in, comes first. */
  early: () => void;
  /** Sees every turn that was committed. */
  witness?: (record: TurnRecord) => void;
}

/** How many turns may share a commit: while they are thought about, sent messages wait to be written off. */
const mostTogether = 8;
/** After so many failures a message is laid aside with a word of regret. */
const mostTries = 3;

/**
 * Takes stored updates through their turns, in the order given, several to a commit. What another
 * worker has answered already is passed over.
 */
export function turnTaker(parts: TurnParts) {
  const { store, log } = parts;

  async function together(letters: Waiting[]): Promise<void> {
    await parts.knowledge.warmUp?.();
    const { early, records } = await store.db.transaction(async (trx) => {
      const { mine, early } = await claimTurns(trx, letters);
      return { early, records: mine.length === 0 ? [] : await takeAll(trx, mine, parts) };
    });
    if (early) parts.early();
    if (records.length > 0) parts.posted();
    if (parts.witness) records.forEach(parts.witness);
  }

  /** One message that breaks us must not take its neighbours along. */
  async function alone(letter: Waiting): Promise<void> {
    for (let tries = letter.tries + 1; ; tries++) {
      try {
        return await together([letter]);
      } catch (error) {
        if (isStoreTrouble(error)) throw error;
        log.error("turn failed", { inbox: letter.id, tries, error: nameOf(error) });
        await countTry(store.db, letter.id);
        if (tries >= mostTries) return layAside(letter, parts);
      }
    }
  }

  return inBatches<Waiting, void>(mostTogether, async (letters) => {
    try {
      await together(letters);
    } catch (error) {
      if (isStoreTrouble(error)) throw error;
      for (const letter of letters) await alone(letter);
    }
    return [];
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
