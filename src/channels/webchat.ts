import { shownFile, type Outgoing, type Sent } from "../domain/message.ts";
import type { Channel, Clock, WebEvent, WebLog } from "../domain/ports.ts";

/** The villager's page as a channel: bubbles go into the log and out to every open page. */
export interface WebChat {
  readonly channel: Channel;
  /**
   * The events of a chat after `afterSeq`, then every later one as it happens, until `signal`
   * aborts; none is lost or given twice. A bubble that the log could not take is given with a
   * negative seq, and may come again with its own seq once the log took it: same id.
   */
  events(chat: string, afterSeq: number, signal: AbortSignal): AsyncGenerator<WebEvent, void>;
  /** The last `most` events. `whole` is false where the log could not be read. */
  history(chat: string, most: number): Promise<{ events: WebEvent[]; whole: boolean }>;
  /** Something else than a bubble was added to this chat's log: open pages look again. */
  wake(chat: string): void;
}

export interface WebChatOptions {
  log: WebLog;
  clock: Clock;
  /** How long a quiet page waits before it looks at the log again unasked. Unit: ms. Default: 15000. */
  lookEvery?: number;
  /** How long a page waits after the log could not be read. Unit: ms. Default: 2000. */
  retryAfter?: number;
}

/** Events read at once: more than anybody says while a page is away. */
const most = 1000;

export function webChat(options: WebChatOptions): WebChat {
  const { log, clock, lookEvery = 15_000, retryAfter = 2000 } = options;
  const bells = new Map<string, Set<() => void>>();
  const floating = floatingBubbles(log, clock);

  const wake = (chat: string): void => {
    for (const ring of bells.get(chat) ?? []) ring();
  };

  /** A mark that could not be made is made with the next events: nothing waits for it. */
  async function seen(chat: string, seq: number): Promise<void> {
    await log.seen?.(chat, seq, clock.now()).catch(() => undefined);
  }

  /** Shown in any case. What the log could not take is to be sent again: memory is lost in a crash. */
  async function send(message: Outgoing): Promise<Sent> {
    const isKept = await floating.addOrHold(message);
    wake(message.chat);
    return isKept ? { ok: true, message: message.id } : { ok: false, why: "later", after: null };
  }

  async function* events(chat: string, afterSeq: number, signal: AbortSignal) {
    const bell = bellAt(bells, chat);
    const shown = new Set<string>();
    let cursor = Math.max(0, afterSeq);
    try {
      while (!signal.aborted) {
        bell.arm();
        let wait = lookEvery;
        let full = false;
        await floating.retry(chat);
        try {
          const read = await log.after(chat, cursor, most);
          full = read.length === most;
          for (const event of read) {
            cursor = event.seq;
            yield event;
          }
          if (read.length > 0) await seen(chat, cursor);
        } catch {
          wait = retryAfter;
        }
        for (const bubble of floating.of(chat)) {
          if (shown.has(bubble.id)) continue;
          shown.add(bubble.id);
          yield bubble;
        }
        if (!full) await bell.rung(wait, signal);
      }
    } finally {
      bell.remove();
    }
  }

  async function history(chat: string, atMost: number) {
    let whole = true;
    let kept: WebEvent[] = [];
    try {
      kept = await log.after(chat, 0, atMost);
      await seen(chat, kept.at(-1)?.seq ?? 0);
    } catch {
      whole = false;
    }
    const known = new Set(kept.map(({ id }) => id));
    const held = floating.of(chat).filter(({ id }) => !known.has(id));
    return { events: [...kept, ...held], whole };
  }

  return { channel: { name: "web", idempotent: true, send }, events, history, wake };
}

/** A bell for one reader. Rings between `arm` and `rung` are not lost. */
function bellAt(bells: Map<string, Set<() => void>>, chat: string) {
  let rang = false;
  let wakeUp = (): void => {};
  const ring = (): void => {
    rang = true;
    wakeUp();
  };
  const here = bells.get(chat) ?? new Set();
  here.add(ring);
  bells.set(chat, here);
  return {
    arm(): void {
      rang = false;
    },
    rung(atMost: number, signal: AbortSignal): Promise<void> {
      if (rang || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", done);
          wakeUp = () => {};
          resolve();
        };
        const timer = setTimeout(done, atMost);
        signal.addEventListener("abort", done);
        wakeUp = done;
      });
    },
    remove(): void {
      here.delete(ring);
      if (here.size === 0) bells.delete(chat);
    },
  };
}

type Bubble = Extract<WebEvent, { type: "bubble" }>;

/** Bubbles held in memory at most, all chats together; the oldest go first. */
const mostHeld = 2000;
/** Where a bubble just added is looked for: among the newest of its chat. */
const nearEnd = 50;

/** Bubbles that the log could not take: shown all the same, and offered to the log again. */
function floatingBubbles(log: WebLog, clock: Clock) {
  const held = new Map<string, { message: Outgoing; bubble: Bubble }>();
  let made = 0;

  /** A safety card must not trust a quiet `add`: a log may skip what it has no row for. */
  async function isTaken(message: Outgoing): Promise<boolean> {
    await log.add(message);
    const latest = await log.after(message.chat, 0, nearEnd);
    return latest.some(({ type, id }) => type === "bubble" && id === message.id);
  }

  return {
    /** False: shown from memory alone. */
    async addOrHold(message: Outgoing): Promise<boolean> {
      try {
        if (message.kind !== "safety") await log.add(message);
        if (message.kind !== "safety" || (await isTaken(message))) {
          held.delete(message.id);
          return true;
        }
      } catch {
        // Held below: a person waits for this bubble.
      }
      if (held.has(message.id)) return false;
      const { id, kind, text, choices, calls, again } = message;
      const replaces = message.replaces?.id ?? null;
      const at = clock.now();
      const file = shownFile(message.media);
      const bubble: Bubble = {
        seq: -++made,
        type: "bubble",
        ...(file ? { file } : {}),
        ...{ id, kind, text, choices, calls, replaces, again, at },
      };
      held.set(id, { message, bubble });
      for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
      return false;
    },
    async retry(chat: string): Promise<void> {
      for (const [id, { message }] of held) {
        if (message.chat !== chat) continue;
        if (await isTaken(message).catch(() => false)) held.delete(id);
      }
    },
    of(chat: string): Bubble[] {
      return [...held.values()].flatMap(({ message, bubble }) =>
        message.chat === chat ? [bubble] : [],
      );
    },
  };
}
