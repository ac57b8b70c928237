import { buildIndex } from "../src/answering/index/build.ts";
import type { FieldShape, Index } from "../src/answering/index/build.ts";
import { searcher, termsOf } from "../src/answering/index/query.ts";
import { characters } from "../src/answering/index/tokens.ts";
import { benchFiles, flag, quantile, readQuestions, readStatutes } from "./corpus.ts";
import type { Statute, StatuteQuestion } from "./corpus.ts";
import { foldsOf, recalled } from "./statute-past.ts";
import { figuresOf } from "./statute-figures.ts";
import type { Figures, Ranking } from "./statute-figures.ts";

/** One field: the name of the law twice, then the text. */
const shapes: FieldShape[] = [{ weight: 1, saturation: 1.8, lengthPenalty: 0.8 }];

/**
 * How well the index finds the articles that answer laymen's questions: `npm run bench -- statutes
 * --corpus FILE --queries FILE [--past FILE] [--noisy FILE] [--json]`. Without --past nothing is
 * learnt. With it, questions whose articles are known are learnt from, never those that are asked:
 * in five parts by chance, and in five blocks of neighbouring questions, which share few articles.
 * --noisy: the same questions misspelt (JSON lines with query, clean and gold).
 */
export async function benchStatutes(args: string[]): Promise<void> {
  const files = benchFiles(args);
  if (!files) return;
  const statutes = await readStatutes(files.corpus);
  const questions = await readQuestions(files.queries);
  const started = performance.now();
  const index = buildIndex(statutes.map(indexed), shapes, characters);
  const built = (performance.now() - started) / 1000;
  const documentOf = new Map(statutes.map(({ id }, document) => [id, document]));
  const result: Record<string, Figures | number> = {
    articles: statutes.length,
    questions: questions.length,
    buildSeconds: built,
    ...untrained(index, documentOf, questions),
  };
  const past = flag(args, "--past");
  if (past !== undefined) {
    const known = await readQuestions(past);
    for (const scheme of ["random", "blocks"] as const) {
      const folds = foldsOf(questions, scheme);
      const rankings = recalled(index, statutes, documentOf, questions, known, folds, scheme);
      result[`past, ${scheme === "random" ? "5 parts by chance" : "5 blocks"}`] =
        figuresOf(rankings);
    }
  }
  const noisy = flag(args, "--noisy");
  if (noisy !== undefined) {
    const lines = (await readQuestions(noisy)) as (StatuteQuestion & { clean: string })[];
    const disturbed = figuresOf(ranked(index, documentOf, lines).rankings);
    const clean = lines.map((line) => ({ ...line, query: line.clean }));
    const undisturbed = figuresOf(ranked(index, documentOf, clean).rankings);
    result["noisy"] = disturbed;
    result["the same, clean"] = undisturbed;
    result["noisy of clean"] = disturbed.recall10 / undisturbed.recall10;
  }
  if (args.includes("--json")) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name}: ${said(value)}`);
}

function untrained(
  index: Index,
  documentOf: ReadonlyMap<number, number>,
  questions: readonly StatuteQuestion[],
): Record<string, Figures | number> {
  const { rankings, times } = ranked(index, documentOf, questions);
  return {
    searchP50Ms: quantile(times, 0.5),
    searchP99Ms: quantile(times, 0.99),
    untrained: figuresOf(rankings),
  };
}

function ranked(
  index: Index,
  documentOf: ReadonlyMap<number, number>,
  questions: readonly StatuteQuestion[],
): { rankings: Ranking[]; times: number[] } {
  const search = searcher(index);
  const times: number[] = [];
  const rankings = questions.map(({ query, gold }) => {
    const from = performance.now();
    const hits = search(termsOf(index, query), 100);
    times.push(performance.now() - from);
    return {
      found: hits.map(({ document }) => document),
      gold: gold.map((id) => documentOf.get(id) ?? -1),
    };
  });
  return { rankings, times };
}

function said(value: Figures | number): string {
  if (typeof value === "number") return Number(value.toFixed(3)).toString();
  const { recall10, recall100, mrr10 } = value;
  return `Recall@10 ${recall10.toFixed(3)}  Recall@100 ${recall100.toFixed(3)}  MRR@10 ${mrr10.toFixed(3)}`;
}

function indexed(statute: Statute): { fields: string[]; prior: number } {
  const name = `${statute.name.replace("中华人民共和国", "")}\n`;
  return { fields: [name + name + statute.content], prior: priorOf(statute) };
}

/**
 * How readily a kind of source answers a layman: set by judgement, not learnt. The great codes
 * come first; what is written for officials and experts comes last.
 */
function priorOf({ name, level }: Statute): number {
  if (/民法典/u.test(name)) return 1.3;
  if (/刑法|诉讼法/u.test(name)) return 1.2;
  if (level === "law") return 1.1;
  return level === "judicial_interpretation" ? 1 : 0.8;
}
