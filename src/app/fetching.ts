import { keptIn, type ChannelName } from "../domain/message.ts";
import { checkedFile } from "../domain/media/checked.ts";
import type { Channel, Clock, Ids, Log } from "../domain/ports.ts";
import { notCome } from "../flows/trouble.ts";
import {
  dropFile,
  dueFiles,
  fetchLater,
  fileCame,
  handleOf,
  keptFile,
  nextFetch,
} from "../store/files.ts";
import { post } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";

export interface FetchingParts {
  store: Store;
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** Called where somebody is to be told that their picture has not come. */
  posted: () => void;
}

/** Where a file is: kept here, on its way, or never to come. */
type Whereabouts = "here" | "away" | "gone";

/** After so many tries it is given up: others of the same person wait behind it. */
const mostTries = 3;
/** How long one try may take, and how long the next one waits. Unit: ms. */
const tryLimit = 10_000;
const pause = 2_000;
/** Looked for again at least this often. Unit: ms. */
const longestSleep = 30_000;
const mostAtOnce = 4;

/** Fetches what people sent through another channel, after the turn that wants it. */
export function fetching(parts: FetchingParts) {
  const { store, channels, clock, ids, log } = parts;
  const { db, cipher } = store;
  const underWay = new Map<string, Promise<Whereabouts>>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopping = false;

  /** Brings a file here, together with whoever else waits for it. */
  function obtain(id: string): Promise<Whereabouts> {
    const known = underWay.get(id);
    if (known) return known;
    const coming = bring(id).finally(() => underWay.delete(id));
    underWay.set(id, coming);
    return coming;
  }

  async function bring(id: string): Promise<Whereabouts> {
    const file = await keptFile(db, id);
    if (!file) return "gone";
    if (file.isHere) return "here";
    const wanted = await handleOf(db, cipher, id);
    const channel = wanted && channels.get(wanted.channel);
    const got =
      wanted && channel?.fetch
        ? await channel.fetch(wanted.handle, AbortSignal.timeout(tryLimit))
        : ({ ok: false, why: "later", detail: "no such channel" } as const);
    if (got.ok) {
      const checked = checkedFile(got.bytes);
      if (checked.ok) {
        await fileCame(db, cipher, id, checked);
        return "here";
      }
      return giveUp(id, checked.why);
    }
    if (got.why === "gone" || file.tries + 1 >= mostTries) return giveUp(id, got.detail);
    await fetchLater(db, id, clock.now() + pause);
    return "away";
  }

  /** The sender is told once, however many were to have it. */
  async function giveUp(id: string, why: string): Promise<Whereabouts> {
    log.warn("file not fetched", { file: id, why });
    const told = await db.transaction(async (trx) => {
      const file = await dropFile(trx, id);
      if (!file?.conversation) return false;
      const { conversation, kind } = file;
      const at = clock.now();
      const letter = { id: ids.next(), conversation, inbox: null, replaces: null, at };
      await post(trx, cipher, [{ ...letter, reply: notCome(kind) }]);
      return true;
    });
    if (told) parts.posted();
    return "gone";
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    while (again && !stopping) {
      again = false;
      try {
        const due = await db.transaction((trx) => dueFiles(trx, clock.now(), mostAtOnce));
        await Promise.all(due.map(obtain));
        if (due.length === mostAtOnce) again = true;
        const next = await db.transaction(nextFetch);
        sleep(next === null ? longestSleep : Math.max(pause, next - clock.now()));
      } catch (error) {
        log.error("files not fetched", { error: error instanceof Error ? error.name : "" });
        sleep(longestSleep);
      }
    }
  }

  function sleep(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(ms, longestSleep));
    timer.unref();
  }

  function wake(): void {
    again = true;
    if (stopping) return;
    running ??= run().finally(() => {
      running = null;
      if (again && !stopping) wake();
    });
  }

  return {
    wake,
    /** Where the medium of a message is; null for what is not kept here. */
    async whereIs(ref: string | undefined): Promise<Whereabouts | null> {
      const id = keptIn(ref);
      return id === null ? null : obtain(id);
    },
    async idle(): Promise<void> {
      while (running) await running;
    },
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await running;
      await Promise.allSettled(underWay.values());
    },
  };
}

export type Fetching = ReturnType<typeof fetching>;
