import { randomBytes } from "node:crypto";
import { type App, createApp } from "../../src/app/app.ts";
import type { AppParts } from "../../src/app/app.ts";
import { noPatience } from "../../src/app/hear.ts";
import type { TurnRecord } from "../../src/app/turns.ts";
import { systemIds } from "../../src/commands/station.ts";
import type { ChannelName, Content, Incoming, Outgoing, Sent } from "../../src/domain/message.ts";
import type { Channel, Knowledge, Log, LogFacts } from "../../src/domain/ports.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { knowledgeOf } from "../web/fakes.ts";

/** Time that only a test moves. */
export function handClock(now = Date.UTC(2026, 10, 24, 8)) {
  return {
    now: () => now,
    pass(ms: number): void {
      now += ms;
    },
  };
}

/** A channel that writes down what it is given and can be told how sending ends. */
export function recordingChannel(name: ChannelName = "telegram", idempotent = false) {
  const sent: Outgoing[] = [];
  let made = 0;
  const it = {
    name,
    idempotent,
    sent,
    /** How the next sendings end; the default is well. */
    answer: (_message: Outgoing, _signal: AbortSignal): Sent | Promise<Sent> => ({
      ok: true,
      message: String(++made),
    }),
    texts: (chat: string) => sent.flatMap((one) => (one.chat === chat ? [one.text] : [])),
    async send(message: Outgoing, signal: AbortSignal): Promise<Sent> {
      const end = await it.answer(message, signal);
      if (end.ok) sent.push(message);
      return end;
    },
  };
  return it satisfies Channel;
}

export interface LogLine {
  level: "info" | "warn" | "error";
  what: string;
  facts: LogFacts;
}

export function recordingLog(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine["level"]) =>
    (what: string, facts: LogFacts = {}) =>
      void lines.push({ level, what, facts });
  return { lines, info: at("info"), warn: at("warn"), error: at("error") };
}

/** The same key for every store of a test that is opened twice. */
export const testKey = randomBytes(32);

export interface Inside {
  app: App;
  store: Store;
  channel: ReturnType<typeof recordingChannel>;
  clock: ReturnType<typeof handClock>;
  log: ReturnType<typeof recordingLog>;
  records: TurnRecord[];
}

/** A whole station inside the test's process: real store, flows and outbox; clock and channel of the test. */
export async function openInside(
  over: Partial<AppParts> & { file?: string; knowledge?: Knowledge } = {},
): Promise<Inside> {
  const { file = ":memory:", ...parts } = over;
  const store = parts.store ?? (await openStore(file, cipherWith(testKey)));
  const channel = recordingChannel();
  const clock = handClock();
  const log = recordingLog();
  const records: TurnRecord[] = [];
  let matters = 100_000;
  const app = createApp({
    store,
    knowledge: knowledgeOf([]),
    channels: new Map([["telegram", channel]]),
    clock,
    ids: systemIds(),
    newNumber: () => String(matters++),
    log,
    patience: noPatience,
    mayWrite: () => Promise.resolve(true),
    place: { pageUrl: null, residency: "open" },
    witness: (record) => records.push(record),
    ...parts,
  });
  return { app, store, channel, clock, log, records };
}

/** Words on Telegram. `key` names the update. */
export function words(chat: string, key: string | number, text: string, at: number): Incoming {
  const content: Content = { kind: "text", text, forwarded: false, edited: false };
  return { channel: "telegram", chat, key: `u:${key}`, at, content };
}
