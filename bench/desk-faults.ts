import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { invite } from "../src/store/people.ts";
import type { Store } from "../src/store/store.ts";
import { chanceFrom } from "../tests/faults/chance.ts";
import { startBotApi, type BotApi } from "../tests/support/bot-api/server.ts";
import { deskCrowd, type DeskCrowd } from "./desk-crowd.ts";
import { judgeDesk } from "./desk-judge.ts";
import { oneStation } from "./desk-one.ts";
import { twoWorkers } from "./desk-two.ts";
import { badWeather } from "./desk-weather.ts";

const villagers = Array.from({ length: 30 }, (_, n) => 1_000 + n);
const officers = Array.from({ length: 5 }, (_, n) => 9_000 + n);
/** How long it goes on between two ends. Unit: ms. */
const shortest = 400;
const longest = 3_000;
/** Messages that the outbox may have on their way at once. */
const senders = 8;
/** What waits for Telegram's return may take this long until the judge calls it lost. Unit: ms. */
const patience = 400_000;

/** A station, of one process or several, that can be ended at any moment. */
export interface UnderFaults {
  /** A word for each kind of end, and how often it came. */
  ended: Map<string, number>;
  /** Ends something without warning, and starts it again. */
  end(): Promise<void>;
  opened<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** In good order. */
  stop(): Promise<void>;
  /** At once, with all that belongs to it. */
  clear(): Promise<void>;
}

/** What every process of a station is started with. */
export interface Around {
  folder: string;
  api: BotApi;
  settings: Record<string, string>;
  chance: () => number;
}

/**
 * 30 villagers and 5 officers talk while processes are killed and Telegram fails for minutes. What is
 * lost, astray or taken twice is counted from what the chats show and the store holds. `on`: one
 * process with SQLite, or two workers at a PostgreSQL that is killed as well.
 */
export async function benchDeskFaults(
  on: "one" | "two",
  kills: number,
  seed: number,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-desk-faults-"));
  const api = await startBotApi({ seed, keep: 1_000_000, webhookRetry: 100 });
  const settings = {
    ...{ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url },
    ...{ KNOWLEDGE_DIR: smallKnowledge(folder), LOG_LEVEL: "warn" },
  };
  const chance = chanceFrom(seed);
  const around = { folder, api, settings, chance };
  let station: UnderFaults | null = null;
  let crowd: DeskCrowd | null = null;
  let weather: ReturnType<typeof badWeather> | null = null;
  const began = performance.now();
  try {
    station = on === "one" ? await oneStation(around) : await twoWorkers(around);
    const { opened } = station;
    await opened(joinAll);
    for (const [n, officer] of officers.entries()) api.user(officer).says(`/start i_${codeOf(n)}`);
    await opened(async ({ db }) => {
      while ((await db("people")).length < officers.length) await pause(200);
    });
    weather = badWeather(api);
    crowd = deskCrowd(api, villagers, officers, chance);
    for (let n = 0; n < kills; n++) {
      await pause(shortest + chance() * (longest - shortest));
      await station.end();
      if ((n + 1) % 25 === 0) console.log(`  … ${n + 1} ends, ${crowd.said.size} deeds`);
    }
    crowd.stop();
    await weather.end();
    const healed = performance.now();
    await opened(quiet(api));
    const healing = (performance.now() - healed) / 1_000;
    await station.stop();
    const { said } = crowd;
    const found = await opened((store) => judgeDesk(store, api, said, officers));
    const minutes = ((performance.now() - began) / 60_000).toFixed(0);
    console.log(
      `desk, ${on === "one" ? "one process" : "two workers"}: ${[...station.ended].map(([what, times]) => `${times} × ${what}`).join(", ")}; ${said.size} deeds of 30 villagers and 5 officers in ${minutes} min`,
    );
    console.log(found);
    const perKill = found.duplicates / kills;
    console.log(
      `  seen twice: ${perKill.toFixed(2)} an end, ${(perKill / senders).toFixed(2)} for each of ${senders} senders; all was said ${healing.toFixed(0)} s after Telegram was well again`,
    );
  } finally {
    crowd?.stop();
    await weather?.end();
    await station?.clear();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers are not measured here: a station that knows little is up sooner, and is killed more often. */
function smallKnowledge(folder: string): string {
  const to = join(folder, "knowledge");
  mkdirSync(to);
  for (const part of ["station.yaml", "lexicon.yaml", "models", "id-card"])
    cpSync(join("knowledge", part), join(to, part), { recursive: true });
  return to;
}

const codeOf = (n: number): string => `${"abcde"[n]!.repeat(4)}qwertyuiopasdfghjklz`;

async function joinAll({ db, cipher }: Store): Promise<void> {
  for (const [n] of officers.entries())
    await invite(db, cipher, {
      ...{ id: `officer${n}`, role: "officer", name: `民警${"甲乙丙丁戊"[n]!}`, villages: [] },
      ...{ code: codeOf(n), at: Date.now() },
    });
}

const quiet =
  (api: BotApi) =>
  async ({ db }: Store) => {
    const count = async (table: string, status: string[]) =>
      Number((await db(table).whereIn("status", status).count({ n: "*" }))[0]!["n"]);
    for (const until = Date.now() + patience; Date.now() < until; await pause(200)) {
      const waiting = api.webhook()?.pending ?? api.updates.pending;
      if (waiting > 0) continue;
      if ((await count("inbox", ["new"])) + (await count("outbox", ["ready", "sending"])) === 0)
        return;
    }
  };
