import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { z } from "zod";
import { createApp, type App } from "../app/app.ts";
import { noPatience } from "../app/hear.ts";
import type { TurnRecord } from "../app/turns.ts";
import { newNumber } from "../app/ids.ts";
import type { Effect } from "../domain/flow.ts";
import type { Channel, Clock, Knowledge, Log } from "../domain/ports.ts";
import type { Reading } from "../domain/reading.ts";
import { cipherWith } from "../store/cipher.ts";
import { empty } from "../store/empty.ts";
import { openStore, type Store } from "../store/store.ts";
import { cliTexts } from "../texts/zh-cn/cli.ts";
import { systemIds } from "./station.ts";

const conversation = z.object({
  id: z.union([z.string(), z.number()]),
  now: z.iso.datetime({ offset: true, local: true }).optional(),
  village: z.string().optional(),
  turns: z.array(z.string()),
});

/** What the bot said to one line of words, and what it understood. */
interface TranscriptTurn {
  in: string;
  replies: string[];
  choices: string[];
  reading: Omit<Reading, "emergency" | "fraud"> & {
    emergency: { class: string; hotlines: string[] } | null;
    fraud: {
      verdict: string;
      level: string | null;
      category: string | null;
      flags: string[];
    } | null;
  };
  answer: TurnRecord["replies"][number]["answers"][number] | null;
  also?: TurnRecord["replies"][number]["answers"];
  did: string[];
  ms: number;
}

/** How many conversations are played at once; their transcripts keep the order of the input. */
const together = 16;

interface Parts {
  knowledge: Knowledge;
  clock: Clock;
  log: Log;
}

/** A station of its own for one villager at a time: nobody else's seats, matters or warnings are in it. */
interface World {
  store: Store;
  app: App;
  waiting: Map<string, (record: TurnRecord) => void>;
}

/**
 * Plays conversations (one JSON object a line) through the same road as real ones, each in a store
 * that is empty and thrown away, and writes their transcripts. A bad line becomes {id, error}, and the
 * run goes on.
 */
export async function replay(
  lines: AsyncIterable<string>,
  write: (line: string) => void,
  parts: Parts,
): Promise<void> {
  const idle: World[] = [];
  const worlds: World[] = [];
  let count = 0;
  async function play(line: string): Promise<string> {
    const chat = `line ${count++}`;
    const read = parsed(line);
    if ("error" in read) return JSON.stringify(read);
    const world = idle.pop() ?? (await openWorld(parts, worlds));
    const turns = await played(read, chat, world, parts.clock);
    await empty(world.store.db);
    idle.push(world);
    return JSON.stringify({ id: read.id, turns });
  }

  let batch: Promise<string>[] = [];
  for await (const line of lines) {
    if (line.trim() === "") continue;
    batch.push(play(line));
    if (batch.length === together) (await Promise.all(batch.splice(0))).forEach(write);
  }
  (await Promise.all(batch)).forEach(write);
  batch = [];
  for (const { app, store } of worlds) {
    await app.stop();
    await store.close();
  }
}

async function openWorld(parts: Parts, worlds: World[]): Promise<World> {
  const store = await openStore(":memory:", cipherWith(randomBytes(32)));
  const waiting: World["waiting"] = new Map();
  const page: Channel = {
    name: "web",
    idempotent: true,
    send: () => Promise.resolve({ ok: true, message: null }),
  };
  const app = createApp({
    ...parts,
    store,
    channels: new Map([["web", page]]),
    ids: systemIds(),
    newNumber,
    patience: noPatience,
    mayWrite: () => Promise.resolve(true),
    place: { pageUrl: null, residency: "open" },
    witness: (record) => waiting.get(record.chat ?? "")?.(record),
  });
  await app.begin();
  const world = { store, app, waiting };
  worlds.push(world);
  return world;
}

async function played(
  { now, turns }: z.infer<typeof conversation>,
  chat: string,
  { app, waiting }: World,
  clock: Clock,
): Promise<TranscriptTurn[]> {
  const at = now === undefined ? clock.now() : Date.parse(withZone(now));
  const read: TranscriptTurn[] = [];
  for (const [i, text] of turns.entries()) {
    const began = performance.now();
    const taken = new Promise<TurnRecord>((resolve) => waiting.set(chat, resolve));
    const content = { kind: "text", text, forwarded: false, edited: false } as const;
    await app.receive([{ channel: "web", chat, key: `${chat}:${i}`, at, content }]);
    read.push(transcript(text, await taken, performance.now() - began));
  }
  waiting.delete(chat);
  return read;
}

/** Lines of a stream. It is not touched before somebody reads: a line that nobody waits for is lost. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Infinity });
}

function parsed(line: string): z.infer<typeof conversation> | { id: unknown; error: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: cliTexts.notJson };
  }
  const read = conversation.safeParse(json);
  if (read.success) return read.data;
  const id = (json as { id?: unknown } | null)?.id ?? null;
  const [issue] = read.error.issues;
  const where = issue?.path.join(".") ?? "";
  return { id, error: `${where === "" ? "" : `${where}: `}${issue?.message ?? ""}` };
}

/** A time without a zone is the station's own. */
function withZone(time: string): string {
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(time) ? time : `${time}+08:00`;
}

function transcript(text: string, record: TurnRecord, ms: number): TranscriptTurn {
  const answers = record.replies.flatMap((reply) => reply.answers);
  const { emergency, fraud, ...rest } = record.reading ?? nothingRead;
  return {
    in: text,
    replies: record.replies.map((reply) => reply.text),
    choices:
      record.replies
        .findLast(({ choices }) => choices.length > 0)
        ?.choices.map(({ label }) => label) ?? [],
    reading: {
      ...rest,
      emergency: emergency && { class: emergency.class, hotlines: emergency.hotlines },
      fraud: fraud && {
        ...{ verdict: fraud.verdict, level: fraud.level, category: fraud.category },
        flags: [...new Set(fraud.flags.map(({ name }) => name))],
      },
    },
    answer: answers[0] ?? null,
    ...(answers.length > 1 ? { also: answers.slice(1) } : {}),
    did: record.keepings.flatMap(done),
    ms: Math.round(ms * 10) / 10,
  };
}

const nothingRead: Reading = {
  intent: "unknown",
  confidence: 0,
  emergency: null,
  fraud: null,
  booking: null,
  dispute: null,
};

function done(effect: Exclude<Effect, { do: "reply" | "lookup" | "lookup-entry" }>): string[] {
  if (effect.do === "open-matter")
    return [`opened:${effect.kind}`, ...(effect.level === "alarm" ? ["alerted:officer"] : [])];
  if (effect.do === "book-seat") return [`booked:${effect.wanted.service}`];
  if (effect.do === "move-seat") return [`moved:${effect.service}`];
  if (effect.do === "cancel-seat") return [`cancelled:${effect.service}`];
  return effect.do === "alert" ? ["alerted:officer"] : [];
}
