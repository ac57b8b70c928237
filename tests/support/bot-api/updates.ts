import { conflict } from "./error.ts";

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

/** Kinds that are sent only if asked for by name. */
const byNameOnly = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** Updates that wait for the bot: long polling with offsets, or given over to a webhook. */
export interface Updates {
  readonly pending: number;
  readonly lastId: number;
  /** The highest offset that was ever asked for: everything below is confirmed. */
  readonly confirmed: number;
  /** Gives the update the next id, unless it has one. Kinds that the bot did not ask for are dropped: null. */
  push(update: Record<string, unknown>): number | null;
  /** @throws ApiError 409 when a second getUpdates or a setWebhook ends this one */
  poll(ask: {
    offset: number;
    limit: number;
    timeout: number;
    gone: AbortSignal;
  }): Promise<Update[]>;
  allow(kinds: string[] | null): void;
  readonly allowed: string[] | null;
  /** Ends the poll that waits now. */
  interrupt(why: string): void;
  /** Every update goes there instead; null = back to polling. */
  divert(to: ((update: Update) => void) | null): void;
  drop(): void;
}

export function createUpdates(firstId = 1): Updates {
  let queue: Update[] = [];
  let head = 0;
  let nextId = firstId;
  let confirmed = 0;
  let allowed: string[] | null = null;
  let diverted: ((update: Update) => void) | null = null;
  let waiting: { wake: () => void; fail: (why: string) => void } | null = null;

  const compact = () => {
    if (head > 1_000 && head * 2 > queue.length) {
      queue = queue.slice(head);
      head = 0;
    }
  };
  const confirm = (offset: number) => {
    if (offset < 0) head = Math.max(head, queue.length + offset);
    else {
      while (head < queue.length && queue[head]!.update_id < offset) head++;
      confirmed = Math.max(confirmed, offset);
    }
    compact();
  };
  const wanted = (update: Record<string, unknown>) => {
    const kind = Object.keys(update).find((key) => key !== "update_id") ?? "";
    return allowed && allowed.length > 0 ? allowed.includes(kind) : !byNameOnly.has(kind);
  };

  return {
    get pending() {
      return queue.length - head;
    },
    get lastId() {
      return nextId - 1;
    },
    get confirmed() {
      return confirmed;
    },
    get allowed() {
      return allowed;
    },
    push(given) {
      if (!wanted(given)) return null;
      const id = typeof given["update_id"] === "number" ? given["update_id"] : nextId;
      nextId = Math.max(nextId, id + 1);
      const update = { ...given, update_id: id };
      if (diverted) diverted(update);
      else {
        queue.push(update);
        waiting?.wake();
      }
      return id;
    },
    async poll({ offset, limit, timeout, gone }) {
      waiting?.fail(
        "terminated by other getUpdates request; make sure that only one bot instance is running",
      );
      confirm(offset);
      if (head === queue.length && timeout > 0) {
        await new Promise<void>((resolve, reject) => {
          const mine = {
            wake: () => done(resolve),
            fail: (why: string) => done(() => reject(conflict(why))),
          };
          const timer = setTimeout(mine.wake, timeout * 1_000);
          gone.addEventListener("abort", mine.wake, { once: true });
          const done = (then: () => void) => {
            clearTimeout(timer);
            gone.removeEventListener("abort", mine.wake);
            if (waiting === mine) waiting = null;
            // Updates that are pushed in one go come in one answer.
            setImmediate(then);
          };
          waiting = mine;
        });
      }
      return queue.slice(head, head + limit);
    },
    allow(kinds) {
      allowed = kinds;
    },
    interrupt(why) {
      waiting?.fail(why);
    },
    divert(to) {
      diverted = to;
      if (to) {
        for (const update of queue.slice(head)) to(update);
        queue = [];
        head = 0;
      }
    },
    drop() {
      queue = [];
      head = 0;
    },
  };
}
