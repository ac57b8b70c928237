import { openStationKnowledge } from "../src/commands/station.ts";
import { openLog } from "../src/log.ts";
import { read } from "../src/understanding/read.ts";
import { flag } from "./corpus.ts";
import { linesOf, mangled, randomFrom } from "./mangle.ts";

/** Beyond this a message is too slow. Unit: ms. */
const tooSlow = 20;

/**
 * Reads and searches for many messages that nobody would write so: lines of the examples with
 * typos, cut, joined, repeated, mixed with characters of every kind.
 * `npm run bench -- fuzz [--messages N]`
 */
export async function benchFuzz(args: string[]): Promise<void> {
  const messages = Number(flag(args, "--messages") ?? 100_000);
  const knowledge = await openStationKnowledge(
    { knowledgeDir: "knowledge" },
    openLog("silent"),
    false,
  );
  await knowledge.warmUp();
  read("身份证丢了");
  const lines = linesOf("knowledge/examples");
  const next = randomFrom(20_261_124);
  const taken = new Float64Array(messages);
  let failed = 0;
  const slow: { ms: number; length: number }[] = [];
  for (let i = 0; i < messages; i += 1) {
    const text = mangled(lines, next);
    const began = performance.now();
    try {
      read(text);
      knowledge.find(text, 5);
    } catch {
      failed += 1;
    }
    const ms = performance.now() - began;
    taken[i] = ms;
    if (ms > tooSlow) slow.push({ ms, length: text.length });
  }
  taken.sort();
  const at = (share: number) =>
    taken[Math.min(messages - 1, Math.floor(share * messages))]!.toFixed(2);
  console.log(
    `${messages} messages: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${failed} exceptions, ${slow.length} above ${tooSlow} ms`,
  );
  for (const { ms, length } of slow.toSorted((a, b) => b.ms - a.ms).slice(0, 5))
    console.log(`  ${ms.toFixed(1)} ms for ${length} characters`);
}
