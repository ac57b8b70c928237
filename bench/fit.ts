import { writeFileSync } from "node:fs";
import { shaped, signalNames } from "../src/answering/confidence.ts";
import { folderOf, loadFiles } from "../src/answering/load.ts";
import { searchOver } from "../src/answering/search.ts";
import { readStrangers } from "../src/answering/strangers.ts";
import { taughtBy } from "../src/answering/taught.ts";
import { weights } from "../src/answering/weights.ts";
import { knowledgeWording } from "../src/texts/zh-cn/kb.ts";
import { flag } from "./corpus.ts";
import { logistic } from "./logistic.ts";

/**
 * A right answer counts so much more than a wrong one: an index that lacks a fifth of an entry's
 * ways of asking, and takes no sibling's answer for right, errs oftener than the whole one does.
 */
const rightCounts = 1.2;

/** A question that the index had not seen: what spoke for the first entry, and whether it was right. */
interface Row {
  values: number[];
  right: boolean;
  /** How much the row counts. */
  weight: number;
}

const folds = 5;
/**
 * Golden questions are as villagers put them; an entry's own are more alike, and many; strangers
 * are there to be declined.
 */
const counts = { golden: 3, own: 0.3, phrasing: 0.3, stranger: 1.4 } as const;
const target = "src/answering/weights.ts";

/**
 * Fits the curve of confidence anew on what the knowledge folder holds, and writes it:
 * `npm run bench -- fit [--knowledge DIR]`. Every question is asked of an index without it.
 */
export async function benchFit(args: string[]): Promise<void> {
  const dir = flag(args, "--knowledge") ?? "knowledge";
  const rows = await askedUnseen(dir);
  const fitted = logistic(rows);
  const confidence = Object.fromEntries(
    signalNames.map((name, at) => [name, Number(fitted[at]!.toFixed(3))]),
  );
  writeFileSync(target, `${heading}${JSON.stringify({ ...weights, confidence }, null, 2)};\n`);
  const share = rows.filter(({ right }) => right).length / rows.length;
  console.log(`${rows.length} questions, ${(100 * share).toFixed(1)} % first right → ${target}`);
  for (const [name, weight] of Object.entries(confidence)) console.log(`  ${name} ${weight}`);
}

async function askedUnseen(dir: string): Promise<Row[]> {
  const folder = folderOf(await loadFiles(dir, knowledgeWording), knowledgeWording);
  const { entries: files, lexicon } = folder;
  const entries = files.map(({ entry }) => entry);
  const { phrasings, strangers } = taughtBy(folder, await readStrangers(dir));
  const rows: Row[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const kept = <T>(list: readonly T[], first = 0): T[] =>
      list.filter((_, at) => (first + at) % folds !== fold);
    const held = <T>(list: readonly T[], first = 0): T[] =>
      list.filter((_, at) => (first + at) % folds === fold);
    const search = searchOver(
      entries.map((entry) => ({ ...entry, questions: kept(entry.questions) })),
      lexicon,
      {
        phrasings: new Map([...phrasings].map(([id, says]) => [id, kept(says)])),
        strangers: kept(strangers),
      },
    );
    const ask = (question: string, right: string | null, weight: number): void => {
      const found = search(question, 1)[0];
      if (!found) return;
      const values = shaped(found.signals);
      const isRight = found.entry.id === right;
      rows.push({
        values: signalNames.map((name) => values[name]),
        right: isRight,
        weight: isRight ? weight * rightCounts : weight,
      });
    };
    for (const [at, { id, questions, golden }] of entries.entries()) {
      for (const question of held(questions)) ask(question, id, counts.own);
      for (const said of held(phrasings.get(id) ?? [])) ask(said, id, counts.phrasing);
      for (const question of held(golden.match, at)) ask(question, id, counts.golden);
    }
    for (const line of held(strangers)) ask(line, null, counts.stranger);
  }
  return rows;
}

const heading = `/**
 * What speaks for an entry, and how much. Written by \`npm run bench -- fit\`: the curve of
 * confidence was fitted on the entries' own questions, their golden questions and lines that no
 * entry answers, each asked of an index that had not seen it. The weights of fields and terms are
 * set by hand on the same questions.
 */
export const weights = `;
