import { isWarning } from "../src/understanding/fraud/signs.ts";
import { writeFileSync } from "node:fs";
import { flagFinder } from "../src/understanding/fraud/flags.ts";
import { witnessesFrom, type Kind } from "../src/understanding/fraud/evidence.ts";
import { chanceBy, type KeptFraud } from "../src/understanding/fraud/model.ts";
import {
  borrowedLines,
  fingerprintOf,
  intentsPrint,
  ownLines,
  redFlags,
  type Line,
} from "./fraud-lines.ts";
import {
  barsFrom,
  curveFrom,
  itemOf,
  learnModels,
  provenFlags,
  type Unseen,
} from "./fraud-learn.ts";

/** Learns to tell scams from knowledge/examples/fraud: `npm run train:fraud`. */
const target = "knowledge/models/fraud.json";
const folds = 4;
/** From this score on an ordinary message of another part may well tell of fraud: it teaches nothing. */
const doubtful = 0;

const { words, flags: entries } = redFlags();
const flags = {
  words,
  flags: entries.map(({ fires: _fires, silent: _silent, ...flag }) => flag),
};
const find = flagFinder(flags);
const lines = ownLines();
const own = lines.map((line) => itemOf(line, find));
const borrowed = borrowedLines();
const scams = borrowed.scams.map((line) => itemOf(line, find));
const first = witnessesFrom(learnModels([...own, ...scams]));
const calm = borrowed.ordinary
  .map((line) => itemOf(line, find))
  .filter(({ said, hits, danger }) => first.hear(said, hits, danger).signals[1]! < doubtful);
const lent = [...scams, ...calm];

const unseen: Unseen[] = [];
const guesses: string[] = [];
for (let fold = 0; fold < folds; fold++) {
  const others = own.filter((_it, i) => i % folds !== fold);
  const { hear } = witnessesFrom(learnModels([...others, ...lent]));
  const proven = new Set(provenFlags(others));
  for (const [i, { line, said, hits, danger }] of own.entries()) {
    if (i % folds !== fold) continue;
    const { signals, kind } = hear(said, hits, danger);
    unseen[i] = {
      signals,
      scam: line.voice !== null,
      proven: !isWarning(said) && hits.some(({ flag }) => proven.has(flag.id)),
    };
    if (line.voice !== null) guesses.push(...judged(line, kind));
  }
}
const curve = curveFrom(unseen);
const bars = barsFrom(curve, unseen);
const kept: KeptFraud = {
  flags,
  ...learnModels([...own, ...lent]),
  curve,
  bars,
  proven: provenFlags(own),
  fingerprint: fingerprintOf(lines, find),
  intents: intentsPrint(),
};
writeFileSync(target, `${JSON.stringify(kept)}\n`);
console.log(
  `${target}: ${own.length} examples, ${lent.length} borrowed, ${flags.flags.length} flags, proof by themselves: ${kept.proven.join(", ")}`,
);
report();

function judged(line: Line, { category, voice, levels }: Kind): string[] {
  const [[likeliest] = []] = [...levels].sort(([, a], [, b]) => b - a);
  const level =
    line.level === null
      ? []
      : [`level ${likeliest === line.level}`, `level ${line.level} ${likeliest === line.level}`];
  return [`category ${category === line.category}`, `voice ${voice === line.voice}`, ...level];
}

/** What was right of examples that the models had not learnt from. */
function report(): void {
  const chances = unseen.map(({ signals, scam, proven }) => ({
    scam,
    chance: proven ? Math.max(bars.suspicious, chanceBy(curve, signals)) : chanceBy(curve, signals),
  }));
  const share = (some: number, of: number): string => `${((100 * some) / of).toFixed(1)} %`;
  for (const [name, least] of Object.entries(bars)) {
    const found = (scam: boolean): string => {
      const all = chances.filter((it) => it.scam === scam);
      return share(all.filter(({ chance }) => chance >= least).length, all.length);
    };
    console.log(
      `held out, ${name} from ${least}: recall ${found(true)}, false alarms ${found(false)}`,
    );
  }
  for (const what of [...new Set(guesses.map((it) => it.replace(/ (?:true|false)$/, "")))]) {
    const right = guesses.filter((it) => it === `${what} true`).length;
    const wrong = guesses.filter((it) => it === `${what} false`).length;
    console.log(`held out, ${what}: ${share(right, right + wrong)}`);
  }
}
