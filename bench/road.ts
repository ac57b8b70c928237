import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { launchStation } from "../tests/faults/station-process.ts";
import { startBotApi } from "../tests/support/bot-api/server.ts";
import { flag, quantile } from "./corpus.ts";
import { closedLoad, type Load, steadyLoad, type Target } from "./load.ts";

const secret = "a-secret-of-the-benchmark";
/** Updates on their way at once where we ask for the most that a bot can do. */
const atOnce = 64;

/**
 * A message's whole road (webhook in, stored for good, reply out) beside a bare echo bot, under the
 * same load in turns: `npm run bench -- road [--pairs 3] [--chats 3000] [--rate 100] [--data FOLDER] [--profile FOLDER]`.
 */
export async function benchRoad(args: string[]): Promise<void> {
  const pairs = Number(flag(args, "--pairs") ?? 3);
  const chats = Array.from({ length: Number(flag(args, "--chats") ?? 3_000) }, (_, n) => 1_000 + n);
  const rate = Number(flag(args, "--rate") ?? 100);
  const profile = flag(args, "--profile");
  const questions = readFileSync("tests/golden/questions.jsonl", "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { text: string }).text);
  let round = 0;
  const text = (chat: number) => questions[(chat * 7 + round * 31) % questions.length]!;

  const folder = mkdtempSync(join(flag(args, "--data") ?? tmpdir(), "sanwu-road-"));
  const station = await openStation(folder, profile);
  const echo = await openEcho();
  const bots = [
    { name: "station", ...station },
    { name: "echo", ...echo },
  ];
  for (const bot of bots) for (const chat of chats) bot.api.user(chat);
  try {
    console.log(
      `road: ${chats.length} chats, questions as people ask them; ${atOnce} on their way at once`,
    );
    console.log("bot       updates/s   p50 ms   p99 ms   refused  unanswered  CPU ms each");
    for (const bot of bots) await closedLoad(bot, chats, text, atOnce);
    const speeds = new Map<string, number[]>();
    for (let pair = 0; pair < pairs; pair++) {
      round++;
      for (const bot of bots) {
        // Two thoughts of a villager this close would be taken for one.
        await pause(1_600);
        const before = cpuOf(bot.pid);
        const load = await closedLoad(bot, chats, text, atOnce);
        tell(bot.name, load, (cpuOf(bot.pid) - before) / chats.length);
        speeds.set(bot.name, [...(speeds.get(bot.name) ?? []), load.perSecond]);
      }
    }
    const [ours, theirs] = bots.map(({ name }) => quantile(speeds.get(name)!, 0.5));
    console.log(
      `  medians ${ours!.toFixed(0)} and ${theirs!.toFixed(0)}: ${(ours! / theirs!).toFixed(2)} of the echo`,
    );
    console.log(`steady ${rate} messages a second`);
    for (let pair = 0; pair < 2; pair++) {
      round++;
      for (const bot of bots) {
        await pause(1_600);
        const some = chats.slice(0, rate * 10);
        const before = cpuOf(bot.pid);
        const load = await steadyLoad(bot, some, text, rate);
        tell(bot.name, load, (cpuOf(bot.pid) - before) / some.length);
      }
    }
    for (const { name, pid } of bots) console.log(`  ${name} RSS ${memoryOf(pid)} MB`);
  } finally {
    for (const bot of bots) {
      await bot.stop();
      await bot.api.stop();
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(name: string, { perSecond, times, refused, unanswered }: Load, cpu: number): void {
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.99)];
  console.log(
    `${name.padEnd(8)} ${perSecond.toFixed(0).padStart(10)} ${half.toFixed(1).padStart(8)} ${most.toFixed(1).padStart(8)} ${String(refused).padStart(9)} ${String(unanswered).padStart(11)} ${cpu.toFixed(2).padStart(12)}`,
  );
}

type Bot = Target & { pid: number; stop: () => Promise<unknown> };

async function openStation(folder: string, profile: string | undefined): Promise<Bot> {
  const api = await startBotApi();
  // A copy that nobody edits meanwhile.
  cpSync("knowledge", join(folder, "knowledge"), { recursive: true });
  // Posts come from the load alone: the API must not deliver anything itself.
  const station = await launchStation(
    join(folder, "data"),
    {
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      TELEGRAM_WEBHOOK_SECRET: secret,
      PUBLIC_URL: "https://station.invalid",
      KNOWLEDGE_DIR: join(folder, "knowledge"),
      LOG_LEVEL: "error",
    },
    profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`],
  );
  return { api, secret, ...station, stop: () => station.end("SIGTERM") };
}

async function openEcho(): Promise<Bot> {
  const api = await startBotApi();
  const args = ["--import", "tsx", "bench/echo-bot.ts", api.token, api.url, secret];
  const echo: ChildProcess = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(echo, "exit");
  const [line] = (await once(echo.stdout!, "data")) as [Buffer];
  return {
    ...{ api, secret, port: Number(line.toString()), pid: echo.pid! },
    async stop() {
      echo.kill("SIGTERM");
      await gone;
    },
  };
}

/** Processor time that a process has used, all its threads. Unit: ms. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  // Linux counts in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process. Unit: MB. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
