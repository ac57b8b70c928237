import type { ChannelName } from "../domain/message.ts";
import type { Channel, Clock, Ids, Knowledge, Log, MayWrite, Receive } from "../domain/ports.ts";
import type { Facts } from "../domain/flow.ts";
import { noRoster } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";
import { accept, stillWaiting } from "../store/inbox.ts";
import type { Store } from "../store/store.ts";
import { fetching } from "./fetching.ts";
import type { Patience } from "./hear.ts";
import { outboxSender } from "./outbox.ts";
import { receiver } from "./receive.ts";
import { createSchedule } from "./schedule.ts";
import { toldMemory } from "./told.ts";
import { turnTaker, type TurnRecord } from "./turns.ts";
import { peopleOf } from "./watch.ts";

export interface AppParts {
  store: Store;
  knowledge: Knowledge;
  /** May be filled until `begin`. */
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: Clock;
  ids: Ids;
  newNumber: () => string;
  log: Log;
  patience: Patience;
  mayWrite: MayWrite;
  place: Pick<Facts, "pageUrl" | "residency">;
  /** Who is on duty, as the station wrote it down last. */
  roster?: () => Roster;
  /** The station's own siren or text messages. */
  alarm?: (kind: string) => void;
  witness?: (record: TurnRecord) => void;
}

/** The road of a message, from the channels' door to the outbox. */
export interface App {
  receive: Receive;
  /** Takes up what a crash left behind, and begins to send. Once, before updates come. */
  begin(): Promise<void>;
  /** Resolves when all that was received is answered and all that is due is sent. */
  settled(): Promise<void>;
  /** Ends the turn in hand and the sendings under way; what waits is left to the next start. */
  stop(): Promise<void>;
}

/** How many messages may be on their way at once: each is one possible repeat after a crash. */
const senders = 8;
/** How often stored updates without an outcome are looked for. Unit: ms. */
const sweepEvery = 5_000;
const sweepMost = 500;

export function createApp(parts: AppParts): App {
  const { store, log } = parts;
  const files = fetching({ ...parts, posted: () => outbox.wake() });
  const outbox = outboxSender({ ...parts, senders, files });
  const { roster = () => noRoster, alarm = () => undefined } = parts;
  const people = peopleOf(store, roster);
  const schedule = createSchedule({
    ...parts,
    roster,
    alarm,
    people,
    residency: parts.place.residency,
    posted: () => outbox.wake(),
  });
  const posted = (): void => {
    outbox.wake();
    schedule.wake();
    files.wake();
  };
  const early = (): void => {
    asked = true;
    if (!stopping) void lookBehind();
  };
  const turns = turnTaker({ ...parts, people, roster, posted, early });
  const inHand = new Set<string>();
  /** Older updates than the next one may still wait in the store: it must not overtake them. */
  let behind = true;
  let begun = false;
  let stopping = false;
  let asked = false;
  let failed = false;
  let sweeping: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function take(letter: Parameters<typeof turns.add>[0]): void {
    // Stored is safe: the next start takes it up.
    if (stopping || inHand.has(letter.id)) return;
    inHand.add(letter.id);
    turns
      .add(letter)
      .catch((error: unknown) => {
        behind = true;
        failed = true;
        log.error("turn waits for the store", {
          inbox: letter.id,
          error: error instanceof Error ? error.name : "",
        });
      })
      .finally(() => inHand.delete(letter.id));
  }

  async function sweep(): Promise<void> {
    try {
      do {
        asked = false;
        failed = false;
        const waiting = await stillWaiting(store.db, store.cipher, sweepMost);
        // From here on what comes in is taken behind these.
        behind = waiting.length === sweepMost;
        waiting.forEach(take);
        if (behind) await turns.idle();
      } while ((behind || asked) && !failed && !stopping);
    } catch {
      behind = true;
    }
  }

  function stored(letter: Parameters<typeof turns.add>[0]): void {
    if (!behind) return take(letter);
    asked = true;
    if (begun) void lookBehind();
  }

  /** Among workers, one that died leaves updates and messages behind that nobody else has in hand. */
  function lookRound(): void {
    if (behind || store.shared) void lookBehind();
    if (!store.shared) return;
    outbox.recover().then(outbox.wake, () => undefined);
  }

  function lookBehind(): Promise<void> {
    sweeping ??= sweep().finally(() => (sweeping = null));
    return sweeping;
  }

  return {
    receive: receiver({
      ...parts,
      residency: parts.place.residency,
      accept: (letters) => accept(store.db, store.cipher, letters, () => parts.ids.next()),
      told: toldMemory(parts.clock),
      stored,
    }),
    async begin() {
      const doubtful = await outbox.recover();
      if (doubtful > 0) log.warn("sendings were cut short", { messages: doubtful });
      begun = true;
      await lookBehind();
      outbox.wake();
      schedule.wake();
      files.wake();
      timer = setInterval(lookRound, sweepEvery);
      timer.unref();
    },
    async settled() {
      await sweeping;
      await turns.idle();
      await schedule.idle();
      await files.idle();
      await outbox.idle();
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      turns.drop();
      await turns.idle();
      await sweeping;
      await schedule.stop();
      await files.stop();
      await outbox.stop();
    },
  };
}
