import { onTestFinished, vi } from "vitest";
import { startTelegram, type TelegramOptions } from "../../../src/channels/telegram/telegram.ts";
import type { Waits } from "../../../src/channels/telegram/waits.ts";
import type { Incoming, Outgoing } from "../../../src/domain/message.ts";
import type { Log, Receipt } from "../../../src/domain/ports.ts";
import { type BotApi, type BotApiOptions, startBotApi } from "../../support/bot-api/server.ts";

// Other tests share the machine: what takes milliseconds alone may take seconds.
vi.setConfig({ testTimeout: 20_000 });

/** Resolves when `check` no longer throws. */
export const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 5 });

/** Waits of a few milliseconds, so that troubles pass within a test. */
export const quick: Partial<Waits> = {
  poll: 5,
  late: 100,
  call: 2_000,
  outage: { from: 10, to: 30 },
  conflict: { from: 20, to: 40 },
  store: { from: 10, to: 20 },
  unauthorized: 30,
  profile: 20,
  webhook: 20,
};

export interface Line {
  level: "info" | "warn" | "error";
  what: string;
  facts: object;
}

export function recordingLog(): Log & { lines: Line[] } {
  const lines: Line[] = [];
  const at =
    (level: Line["level"]) =>
    (what: string, facts: object = {}) =>
      void lines.push({ level, what, facts });
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}

/** A store in memory: keeps what it is given once, in order, and can be down. */
export function inbox() {
  const kept: Incoming[] = [];
  const seen = new Set<string>();
  const it = {
    kept,
    down: false,
    throwing: false,
    batches: 0,
    receive: async (updates: Incoming[]): Promise<Receipt[]> => {
      it.batches++;
      if (it.throwing) throw new Error("a fault of ours");
      return updates.map((update) => {
        if (it.down) return { ok: false, why: "store-down" };
        const repeat = seen.has(update.key);
        seen.add(update.key);
        if (!repeat) kept.push(update);
        return { ok: true, repeat };
      });
    },
    texts: () => kept.map(({ content }) => (content.kind === "text" ? content.text : content.kind)),
  };
  return it;
}

export function offsetInMemory(start = 0) {
  const it = {
    value: start,
    writes: [] as number[],
    read: async () => it.value,
    write: async (next: number) => {
      it.value = next;
      it.writes.push(next);
    },
  };
  return it;
}

export async function bots(options: BotApiOptions = {}): Promise<BotApi> {
  const api = await startBotApi(options);
  onTestFinished(() => api.stop());
  return api;
}

/** A station connected to the strict Bot API; it ends with the test. */
export async function connected(api: BotApi, more: Partial<TelegramOptions> = {}) {
  const log = recordingLog();
  const box = inbox();
  const offset = offsetInMemory();
  const telegram = await startTelegram({
    token: api.token,
    apiRoot: api.url,
    proxy: null,
    webhook: null,
    receive: box.receive,
    clock: { now: () => Date.now() },
    chance: () => 0.5,
    log,
    offset,
    ...more,
    waits: { ...quick, ...more.waits },
  });
  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= telegram.stop());
  onTestFinished(stop);
  return { ...telegram, stop, log, box, offset };
}

export const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  id: "m1",
  chat: "5",
  kind: "answer",
  text: "带户口本来。",
  choices: [],
  calls: [],
  replaces: null,
  again: false,
  ...more,
});

export const inTime = () => AbortSignal.timeout(10_000);
