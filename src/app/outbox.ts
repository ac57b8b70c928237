import type { Channel, Clock, Ids, Log } from "../domain/ports.ts";
import { keptIn, type ChannelName, type Sent } from "../domain/message.ts";
import { fileBody } from "../store/files.ts";
import { dropMedium } from "../store/outbox-medium.ts";
import type { Fetching } from "./fetching.ts";
import { tellUnreached } from "./unreached.ts";
import { claim, finish, nextDue, takeBack, type Claimed, type Ending } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";

export interface OutboxParts {
  store: Store;
  channels: ReadonlyMap<ChannelName, Channel>;
  clock: Clock;
  ids: Ids;
  log: Log;
  /** How many messages may be on their way at once. */
  senders: number;
  files: Pick<Fetching, "whereIs">;
}

/** How long one sending may take, and how long its message is then nobody else's. Unit: ms. */
const sendLimit = 25_000;
const lease = 60_000;
/**
 * Waiting before another try: doubled each time up to the most. Behind a message that waits, all later
 * ones of its person wait: a minute after a channel works again, everything must be on its way. Unit: ms.
 */
const firstPause = 1_000;
const longestPause = 60_000;
/** How soon a message is tried again whose picture is not here yet. Unit: ms. */
const fetchPause = 2_000;
/** Looked at again at least this often, whatever the timers say. Unit: ms. */
const longestSleep = 30_000;
/** Among workers, a pause before asking again for what another is just taking. Unit: ms. */
const shortestSleep = 25;

/** Sends what turns have put in line: oldest first, in order for each person, tried again. */
export function outboxSender(parts: OutboxParts) {
  const { store, channels, clock, log } = parts;
  const endings: Ending[] = [];
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopping = false;

  function wake(): void {
    again = true;
    running ??= run().finally(() => {
      running = null;
      if (again && !stopping) wake();
    });
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    while (again) {
      again = false;
      let ended: Ending[] = [];
      try {
        const { claimed, idle, due } = await store.db.transaction(async (trx) => {
          const now = clock.now();
          ended = endings.splice(0);
          await finish(trx, ended, now);
          await tellUnreached(trx, store, ended, parts.ids, now);
          // A sender is free when its last ending is written: a crash may double no more than `senders`.
          const busy = underWay.size + endings.length;
          const free = stopping ? 0 : parts.senders - busy;
          const taken = await claim(trx, store.cipher, now, lease, free);
          // With no sender left free, the next one to be free looks again.
          const left = taken.length < free;
          return { claimed: taken, idle: left, due: left ? await nextDue(trx) : null };
        });
        for (const it of claimed) start(it);
        if (idle && !stopping) sleepUntil(due);
      } catch (error) {
        endings.unshift(...ended);
        log.error("outbox cannot reach the store", {
          error: error instanceof Error ? error.name : "",
        });
        sleepUntil(clock.now() + firstPause);
        return;
      }
    }
  }

  function sleepUntil(due: number | null): void {
    // What is due and was not given to us, another worker has its hands on.
    const least = store.shared ? shortestSleep : 0;
    const pause = due === null ? longestSleep : Math.max(least, due - clock.now());
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(pause, longestSleep));
    timer.unref();
  }

  function start(it: Claimed): void {
    const sending = send(it).then((ending) => {
      underWay.delete(sending);
      endings.push(ending);
      wake();
    });
    underWay.add(sending);
  }

  async function send({ channel, conversation, tries, lease, message }: Claimed): Promise<Ending> {
    const { id } = message;
    const end = (sent: Ending["sent"]): Ending => ({ id, conversation, lease, sent });
    const sent = await deliver(channels.get(channel), message);
    if (sent.ok) return end(sent);
    if (sent.why === "later") {
      const pause = Math.min(longestPause, firstPause * 2 ** Math.min(tries, 20));
      return end({ ok: false, why: "later", dueAt: clock.now() + (sent.after ?? pause) });
    }
    log.warn("message not delivered", { outbox: id, channel, why: sent.why });
    return end({ ok: false, why: sent.why });
  }

  async function deliver(channel: Channel | undefined, message: Claimed["message"]): Promise<Sent> {
    if (!channel) return { ok: false, why: "later", after: longestPause };
    try {
      const ready = await withFile(channel, message);
      if (ready === null) return { ok: false, why: "later", after: fetchPause };
      return await channel.send(ready, AbortSignal.timeout(sendLimit));
    } catch (error) {
      log.error("channel failed", {
        outbox: message.id,
        channel: channel.name,
        error: error instanceof Error ? error.name : "",
      });
      return { ok: false, why: "later", after: null };
    }
  }

  /** A message with what it carries; null while that is still to be fetched. */
  async function withFile(
    { carriesFiles }: Channel,
    message: Claimed["message"],
  ): Promise<Claimed["message"] | null> {
    const { media } = message;
    const where = await parts.files.whereIs(media?.ref);
    if (where === null || media === undefined) return message;
    if (where === "away") return null;
    const file =
      where === "here" ? await fileBody(store.db, store.cipher, keptIn(media.ref)!) : null;
    if (file !== null) return carriesFiles ? { ...message, media: { ...media, file } } : message;
    const { media: _, ...words } = message;
    const text = media.otherwise ?? message.text;
    await dropMedium(store.db, store.cipher, message.id, text);
    return { ...words, text };
  }

  return {
    wake,
    /** Puts back in line what a crash cut short: before anything is sent, or what no living worker holds. */
    recover: () =>
      takeBack(
        store.db,
        clock.now(),
        (name) => channels.get(name)?.idempotent !== true,
        store.shared ? "expired" : "all",
      ),
    /** Sends nothing new, waits for what is under way, and writes how it ended. */
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await Promise.all(underWay);
      while (running) await running;
      if (endings.length === 0) return;
      try {
        await store.db.transaction((trx) => finish(trx, endings, clock.now()));
      } catch (error) {
        // They count as doubtful at the next start: the rest of the station still has to stop.
        log.error("endings not written", {
          messages: endings.length,
          error: error instanceof Error ? error.name : "",
        });
      }
    },
    /** Resolves when nothing is under way and nothing is due. */
    async idle(): Promise<void> {
      while (running || underWay.size > 0) await (running ?? Promise.race(underWay));
    },
  };
}
