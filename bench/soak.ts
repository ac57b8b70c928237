import { readdirSync } from "node:fs";
import { naughtyTexts } from "../tests/faults/naughty.ts";
import { openInside, words } from "../tests/faults/station-inside.ts";

/** Many updates through one process: memory, open files and the waiting of the loop as it goes on. */
export async function benchSoak(updates: number): Promise<void> {
  const { app, store, channel, clock } = await openInside();
  await app.begin();
  const steps = 5;
  const chats = 500;
  let key = 0;
  let late = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    late = Math.max(late, performance.now() - last - 20);
    last = performance.now();
  }, 20);
  for (let step = 1; step <= steps; step++) {
    for (let n = 0; n < updates / steps; n += 50) {
      const batch = Array.from({ length: 50 }, () => {
        const chat = String(key % chats);
        return words(chat, key, naughtyTexts[key++ % 90] || "在吗", clock.now());
      });
      await app.receive(batch);
      await app.settled();
      channel.sent.length = 0;
      clock.pass(60_000);
    }
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    const mb = (bytes: number) => (bytes / 1_048_576).toFixed(0);
    console.log(
      `soak: ${key} updates, RSS ${mb(rss)} MB, heap ${mb(heapUsed)} MB, ${readdirSync("/proc/self/fd").length} open files, loop late by ${late.toFixed(0)} ms at most`,
    );
    late = 0;
  }
  clearInterval(beat);
  await app.stop();
  await store.close();
}
