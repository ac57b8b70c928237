import { readFileSync } from "node:fs";
import type { FraudFinding } from "../src/domain/fraud.ts";
import { read } from "../src/understanding/read.ts";
import { readFraud } from "../src/understanding/fraud/read.ts";
import { flag } from "./corpus.ts";
import { linesOf, mangled, randomFrom } from "./mangle.ts";
import { isBlind } from "./blind.ts";

/** A line that was held back, as it should be understood. */
interface Golden {
  text: string;
  voice: string;
  verdict: FraudFinding["verdict"];
  category: FraudFinding["category"];
  level: FraudFinding["level"];
}

/** Beyond this a message is too slow. Unit: ms. */
const tooSlow = 20;

/**
 * How rightly frauds are found: `npm run bench -- fraud [--blind] [--show] [--messages N]`. By voice and by
 * category, no average over them. The blind quarter is measured and never shown. Then N (100,000) hostile messages.
 */
export async function benchFraud(args: string[]): Promise<void> {
  const blind = args.includes("--blind");
  const lines = readFileSync("tests/golden/fraud.jsonl", "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Golden)
    .filter(({ text }) => isBlind(text) === blind);
  const counts = new Map<string, [right: number, all: number]>();
  const count = (what: string, right: boolean): void => {
    const [good, all] = counts.get(what) ?? [0, 0];
    counts.set(what, [good + Number(right), all + 1]);
  };
  for (const line of lines) {
    const wrong = judged(line, read(line.text).fraud, count);
    if (args.includes("--show") && !blind && wrong.length > 0)
      console.log(`${line.text}\n    ${wrong.join("; ")}`);
  }
  for (const [what, [right, all]] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${what}: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
  timed(lines.map(({ text }) => text));
  hostile(Number(flag(args, "--messages") ?? 100_000));
}

/** Counts what is right of one line, and tells what is not. */
function judged(
  { verdict, voice, category, level }: Golden,
  read: FraudFinding | null,
  count: (what: string, right: boolean) => void,
): string[] {
  const found = read !== null && read.verdict !== "none";
  if (verdict === "none") {
    count("no alarm, ordinary", !found);
    return found ? [`false alarm: ${said(read)}`] : [];
  }
  count(`found, ${voice}`, found);
  count(`found, category ${category}`, found);
  const wrong = found ? [] : ["missed"];
  if (category !== null) {
    count(`category, ${voice}`, read?.category === category);
    count(`category of ${category}`, read?.category === category);
    if (found && read.category !== category) wrong.push(`${category} read as ${read.category}`);
  }
  count(`level, ${voice}`, read?.level === level);
  count(`level of ${level}`, read?.level === level);
  if (found && read.level !== level) wrong.push(`${level} read as ${read.level}`);
  return wrong;
}

function said({ level, category, flags }: FraudFinding): string {
  return `${level}, ${category}, ${flags.map(({ name, words }) => `${name} (${words})`).join(", ")}`;
}

/** How long messages take. */
function timed(texts: string[]): void {
  for (let round = 0; round < 5; round++) for (const text of texts) readFraud(text);
  const times = texts.map(taken).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(3);
  console.log(`p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of the processor a message`);
}

function hostile(messages: number): void {
  const lines = linesOf("knowledge/examples");
  const next = randomFrom(20_261_124);
  let longest = 0;
  let slow = 0;
  for (let i = 0; i < messages; i++) {
    const ms = taken(mangled(lines, next));
    longest = Math.max(longest, ms);
    if (ms > tooSlow) slow++;
  }
  console.log(
    `${messages} hostile messages: no exception, longest ${longest.toFixed(1)} ms, ${slow} above ${tooSlow} ms`,
  );
}

/** Of the processor alone: what else the machine does is not the message's fault. Unit: ms. */
function taken(text: string): number {
  const before = process.cpuUsage();
  readFraud(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
