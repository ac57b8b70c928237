import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchStation } from "../tests/faults/station-process.ts";
import { startBotApi } from "../tests/support/bot-api/server.ts";
import { cards } from "../src/texts/zh-cn/emergency.ts";

/** A real full disk: a tmpfs of 20 MB. Needs root. */
export async function benchFullDisk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=20m", "tmpfs", folder]);
  const api = await startBotApi();
  try {
    const station = await launchStation(join(folder, "data"), {
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
      LOG_LEVEL: "silent",
    });
    const fill = (file: string, size: number) => {
      try {
        for (;;) writeFileSync(file, Buffer.alloc(size), { flag: "a" });
      } catch {
        // full
      }
    };
    api.user(1).says("身份证丢了怎么补");
    await until(() => api.user(1).hears().length > 0);
    for (const size of [1_048_576, 4_096, 1]) fill(join(folder, "ballast"), size);
    const began = performance.now();
    for (let n = 0; n < 20; n++) {
      api.user(100 + n).says("我家着火了，快来人");
      api.user(200 + n).says("身份证丢了怎么补");
    }
    const carded = (n: number) =>
      api
        .user(n)
        .hears()
        .filter((text) => text.includes(cards.fire_accident.first)).length;
    const all = Array.from({ length: 20 }, (_, n) => 100 + n);
    await until(() => all.every((n) => carded(n) > 0));
    const first = performance.now() - began;
    const health = (await fetch(`http://127.0.0.1:${station.port}/readyz`)).status;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    rmSync(join(folder, "ballast"));
    await until(() => api.updates.pending === 0);
    await until(() => all.every((n) => api.user(n + 100).hears().length >= 2));
    const twice = all.filter((n) => carded(n) > 1).length;
    console.log(
      `disk full (tmpfs 20 MB): 20 of 20 cards, the last after ${first.toFixed(0)} ms; readyz ${health}; carded twice ${twice}; all answered after space came back`,
    );
    await station.end("SIGTERM");
  } finally {
    await api.stop();
    execFileSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error("It did not come to pass within a minute.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
