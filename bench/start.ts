import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchStation } from "../tests/faults/station-process.ts";
import { startBotApi } from "../tests/support/bot-api/server.ts";
import { flag, quantile } from "./corpus.ts";
import { memoryOf } from "./road.ts";

/**
 * From the start of the process until it listens, until it is ready, and until a first question on
 * Telegram is answered; memory after that: `npm run bench -- start [--times 5] [--profile FOLDER]`.
 */
export async function benchStart(args: string[]): Promise<void> {
  const times = Number(flag(args, "--times") ?? 5);
  const profile = flag(args, "--profile");
  const folder = mkdtempSync(join(tmpdir(), "sanwu-start-"));
  const knowledge = join(folder, "knowledge");
  cpSync("knowledge", knowledge, { recursive: true });
  const seen: Record<"listening" | "ready" | "answered" | "memory", number[]> = {
    ...{ listening: [], ready: [], answered: [], memory: [] },
  };
  try {
    for (let n = 0; n < times; n++) {
      const api = await startBotApi();
      const answered = new Promise<void>((resolve) => {
        const did = api.world.did;
        api.world.did = (chat, what, message) => {
          did(chat, what, message);
          resolve();
        };
      });
      api.user(5).says("身份证丢了咋整");
      const began = performance.now();
      const station = await launchStation(
        join(folder, `data ${n}`),
        {
          TELEGRAM_BOT_TOKEN: api.token,
          TELEGRAM_API_ROOT: api.url,
          KNOWLEDGE_DIR: knowledge,
          LOG_LEVEL: "error",
        },
        profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`],
      );
      seen.listening.push(station.startedIn);
      while (!(await fetch(`http://127.0.0.1:${station.port}/readyz`)).ok);
      seen.ready.push(performance.now() - began);
      await answered;
      seen.answered.push(performance.now() - began);
      seen.memory.push(memoryOf(station.pid));
      await station.end("SIGTERM");
      await api.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`start: ${times} times with the shipped knowledge, an empty store, long polling`);
  for (const [what, unit] of [
    ["listening", "ms"],
    ["ready", "ms"],
    ["answered", "ms"],
    ["memory", "MB"],
  ] as const) {
    const figures = seen[what];
    console.log(
      `  ${what.padEnd(10)} median ${quantile(figures, 0.5).toFixed(0)} ${unit}, worst ${Math.max(...figures).toFixed(0)} ${unit}`,
    );
  }
}
