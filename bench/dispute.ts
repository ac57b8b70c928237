import { readFileSync } from "node:fs";
import type { Reading } from "../src/domain/reading.ts";
import { readDispute } from "../src/understanding/dispute/read.ts";
import { readIntent } from "../src/understanding/intent.ts";
import { isBlind } from "./blind.ts";

type Dispute = Reading["dispute"];

/**
 * How rightly disputes are read: `npm run bench -- dispute [--blind] [--show]`. The blind quarter is
 * measured and never shown.
 */
export async function benchDispute(args: string[]): Promise<void> {
  const blind = args.includes("--blind");
  const show = args.includes("--show") && !blind;
  const lines = readFileSync("tests/golden/disputes.jsonl", "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { text: string; dispute: Dispute })
    .filter(({ text }) => isBlind(text) === blind);
  const counts = new Map<string, [right: number, all: number]>();
  const count = (what: string, right: boolean): void => {
    const [good, all] = counts.get(what) ?? [0, 0];
    counts.set(what, [good + Number(right), all + 1]);
  };
  for (const { text, dispute } of lines) {
    const read = readDispute(text, readIntent(text));
    const right = said(read) === said(dispute);
    count("all of it", right);
    count("dispute or none", (read === null) === (dispute === null));
    count(`type ${dispute?.type ?? "none"}`, read?.type === dispute?.type);
    if (dispute !== null && read !== null) {
      count(`violence, ${dispute.violence}`, read.violence === dispute.violence);
      count(`urgency, ${dispute.urgency}`, read.urgency === dispute.urgency);
    }
    if (show && !right) console.log(`${text}\n    ${said(dispute)} read as ${said(read)}`);
  }
  for (const [what, [right, all]] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${what}: ${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`);
  console.log(`p50 ${halfTakes(lines.map(({ text }) => text)).toFixed(3)} ms a message`);
}

/** Half of the messages take no longer. Unit: ms. */
function halfTakes(texts: string[]): number {
  for (let round = 0; round < 10; round++) for (const text of texts) readDispute(text);
  const times = texts.map((text) => {
    const began = performance.now();
    readDispute(text);
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function said(dispute: Dispute): string {
  if (dispute === null) return "none";
  const { type, violence, urgency } = dispute;
  return `${type}${violence ? ", violence" : ""}${urgency === "urgent" ? ", urgent" : ""}`;
}
