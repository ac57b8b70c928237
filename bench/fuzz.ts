import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openStationKnowledge } from "../src/commands/station.ts";
import { openLog } from "../src/log.ts";
import { read } from "../src/understanding/read.ts";
import { flag } from "./corpus.ts";
import { noisy } from "./noise.ts";

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

function linesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("["));
}

/** The same row of numbers each time (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below;
  };
}

/** Any character of the first planes; halves of pairs too. */
const anyCharacter = (next: (below: number) => number): string =>
  String.fromCharCode(Math.floor(next(0x10000)));

function mangled(lines: string[], next: (below: number) => number): string {
  const line = (): string => lines[Math.floor(next(lines.length))]!;
  switch (Math.floor(next(8))) {
    case 0:
      return noisy(line());
    case 1:
      return line().slice(Math.floor(next(6)), 2 + Math.floor(next(30)));
    case 2:
      return `${line()}${line()}${line()}`;
    case 3:
      return [...line()].toSorted(() => next(1) - 0.5).join("");
    case 4:
      return line()
        .repeat(1 + Math.floor(next(20)))
        .slice(0, 4_000);
    case 5:
      return [...line()].map((one) => (next(1) < 0.2 ? anyCharacter(next) : one)).join("");
    case 6:
      return Array.from({ length: Math.floor(next(200)) }, () => anyCharacter(next)).join("");
    default:
      return [...line()].join(["", " ", "\u200b", "。", "\n"][Math.floor(next(5))]);
  }
}
