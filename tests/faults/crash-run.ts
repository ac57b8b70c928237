import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import sqlite3 from "sqlite3";
import { databaseFile } from "../../src/store/key-file.ts";
import type { BotApi } from "../support/bot-api/server.ts";
import { startBotApi } from "../support/bot-api/server.ts";
import { chanceFrom } from "./chance.ts";
import { judge, type Verdict } from "./judge.ts";
import { launchStation, type StationProcess } from "./station-process.ts";
import { makeScripts } from "./villagers.ts";

export interface CrashRun {
  signal: "SIGKILL" | "SIGTERM";
  /** How often the station is ended. */
  times: number;
  villagers: number;
  /** Messages a second, all villagers together. */
  rate: number;
  /** A station lives between so many ms after it listens; chance decides. */
  life: [from: number, to: number];
  seed: number;
  settings?: Record<string, string>;
}

export interface CrashReport extends Verdict {
  messages: number;
  ends: number;
  /** Messages that were handed to a sender and not written off as sent when the process died, all ends together. */
  inFlight: number;
  /** The longest that an end took. Unit: ms. */
  slowestEnd: number;
  codes: (number | null)[];
  /** Until everything was answered after the last start. Unit: ms. */
  healing: number;
  seconds: number;
}

/** How long a villager waits after being heard before the next words: far more than a burst. Unit: ms. */
const breath = 3_200;
const turns = 6;
const scriptCount = 97;
const firstChat = 1_000;

/** Lets villagers talk to a station that is ended and started again and again, and judges what they saw. */
export async function crashRun(run: CrashRun): Promise<CrashReport> {
  const chance = chanceFrom(run.seed);
  const folder = mkdtempSync(join(tmpdir(), "sanwu-crash-"));
  // A copy that nobody edits meanwhile.
  const knowledgeDir = join(folder, "knowledge");
  cpSync("knowledge", knowledgeDir, { recursive: true });
  const scripts = await makeScripts(knowledgeDir, scriptCount, turns, chance);
  const dataDir = join(folder, "data");
  const api = await startBotApi({ seed: run.seed, keep: 1_000_000 });
  const settings = {
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    KNOWLEDGE_DIR: knowledgeDir,
    LOG_LEVEL: "warn",
    ...run.settings,
  };
  const began = performance.now();
  const scriptOf = (villager: number) => scripts[villager % scripts.length]!.says;
  const crowd = talk(api, run.villagers, run.rate, scriptOf);
  let station: StationProcess | null = null;
  try {
    let inFlight = 0;
    let slowestEnd = 0;
    const codes: (number | null)[] = [];
    for (let n = 0; n < run.times; n++) {
      station = await launchStation(dataDir, settings);
      await pause(run.life[0] + chance() * (run.life[1] - run.life[0]));
      const { code, after } = await station.end(run.signal);
      codes.push(code);
      slowestEnd = Math.max(slowestEnd, after);
      inFlight += await unfinished(dataDir, join(folder, "copy"));
    }
    crowd.stop();
    station = await launchStation(dataDir, settings);
    const healed = performance.now();
    await quiet(api, dataDir);
    const healing = performance.now() - healed;
    await station.end("SIGTERM");
    const verdict = await judge({
      ...{ api, dataDir, scripts, said: crowd.said },
      chatOf: (villager) => firstChat + villager,
    });
    return {
      ...verdict,
      messages: crowd.said.size,
      ends: run.times,
      ...{ inFlight, slowestEnd, codes, healing },
      seconds: (performance.now() - began) / 1_000,
    };
  } finally {
    crowd.stop();
    await station?.end("SIGKILL");
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was said: the update's id, who said it, and which of their words it was. */
export type Said = Map<number, { villager: number; turn: number }>;

/** Villagers take turns; each goes on only some time after the bot has taken their last words. */
function talk(api: BotApi, villagers: number, rate: number, says: (villager: number) => string[]) {
  const said: Said = new Map();
  const free = Array.from({ length: villagers }, (_, villager) => ({ villager, turn: 0 }));
  const waiting: { update: number; villager: number; turn: number }[] = [];
  const resting: { until: number; villager: number; turn: number }[] = [];
  let last = performance.now();
  let owed = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    owed = Math.min(rate, owed + ((now - last) / 1_000) * rate);
    last = now;
    while (waiting.length > 0 && waiting[0]!.update < api.updates.confirmed) {
      const { villager, turn } = waiting.shift()!;
      if (turn + 1 < says(villager).length)
        resting.push({ until: now + breath, villager, turn: turn + 1 });
    }
    while (resting.length > 0 && resting[0]!.until <= now) free.push(resting.shift()!);
    for (; owed >= 1 && free.length > 0; owed--) {
      const { villager, turn } = free.shift()!;
      const update = api.user(firstChat + villager).says(says(villager)[turn]!)!;
      said.set(update, { villager, turn });
      waiting.push({ update, villager, turn });
    }
  }, 5);
  return { said, stop: () => clearInterval(timer) };
}

/** Rows of a copy, so that the station itself finds everything as its death left it. */
async function unfinished(dataDir: string, copy: string): Promise<number> {
  const file = databaseFile(dataDir);
  for (const end of ["", "-wal"])
    if (existsSync(file + end)) cpSync(file + end, copy + end);
    else rmSync(copy + end, { force: true });
  rmSync(`${copy}-shm`, { force: true });
  return count(copy, "select count(*) as n from outbox where status = 'sending'");
}

/** Until nothing waits anywhere. */
async function quiet(api: BotApi, dataDir: string): Promise<void> {
  const until = performance.now() + 60_000;
  const open = `select (select count(*) from inbox where status = 'new') + (select count(*) from outbox where status in ('ready', 'sending')) as n`;
  for (;;) {
    const waiting = api.updates.confirmed <= api.updates.lastId;
    if (!waiting && (await count(databaseFile(dataDir), open)) === 0) return;
    if (performance.now() > until) return;
    await pause(100);
  }
}

function count(file: string, sql: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const db = new sqlite3.Database(file, (error) => {
      if (error) return reject(error);
      db.configure("busyTimeout", 5_000);
      db.get<{ n: number }>(sql, (failed, row) =>
        db.close(() => (failed ? reject(failed) : resolve(row.n))),
      );
    });
  });
}
