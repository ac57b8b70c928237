import type { Index } from "../src/answering/index/build.ts";
import { memoryOf } from "../src/answering/index/past.ts";
import type { PastQuestion, PastWeights } from "../src/answering/index/past.ts";
import type { Statute, StatuteQuestion } from "./corpus.ts";
import { figuresOf } from "./statute-figures.ts";
import type { Ranking } from "./statute-figures.ts";

/** How questions are parted: by chance, or in blocks of neighbours. */
export type Scheme = "random" | "blocks";

const parts = 5;

/** By question, the part in which it is asked. */
export function foldsOf(questions: readonly unknown[], scheme: Scheme): number[] {
  if (scheme === "blocks")
    return questions.map((_, at) => Math.floor((at * parts) / questions.length));
  let state = 20_261_124;
  return questions.map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * parts);
  });
}

const tried: PastWeights[] = [0, 0.15, 0.3, 0.5, 0.8].flatMap((field) =>
  [0, 0.15, 0.3, 0.6].flatMap((near) =>
    [0, 0.15, 0.3, 0.5].map((group) => ({ field, near, group })),
  ),
);

/**
 * Each part asked of a memory of the known questions that are not in it. The weights are chosen
 * inside what may be learnt from: one of its own parts, parted likewise, is asked of the others.
 */
export function recalled(
  index: Index,
  statutes: readonly Statute[],
  documentOf: ReadonlyMap<number, number>,
  questions: readonly StatuteQuestion[],
  known: readonly StatuteQuestion[],
  folds: readonly number[],
  scheme: Scheme,
): Ranking[] {
  const groupOf = lawsOf(statutes);
  const pastOf = ({ query, answer, gold }: StatuteQuestion): PastQuestion => ({
    text: query,
    answer: answer ?? "",
    documents: documentsOf(gold),
  });
  const documentsOf = (gold: readonly number[]): number[] =>
    gold.flatMap((id) => documentOf.get(id) ?? []);
  const ask = (
    asked: readonly StatuteQuestion[],
    from: readonly StatuteQuestion[],
    weights: readonly PastWeights[],
  ): Ranking[][] => {
    const memory = memoryOf(index, groupOf, from.map(pastOf));
    const rankings: Ranking[][] = weights.map(() => []);
    for (const { query, gold } of asked) {
      const remembered = memory.recall(query);
      const right = gold.map((id) => documentOf.get(id) ?? -1);
      for (const [at, weight] of weights.entries()) {
        const found = memory.best(remembered, weight, 100).map(({ document }) => document);
        rankings[at]!.push({ found, gold: right });
      }
    }
    return rankings;
  };
  const all: Ranking[] = [];
  for (let part = 0; part < parts; part += 1) {
    const asked = questions.filter((_, at) => folds[at] === part);
    const texts = new Set(asked.map(({ query }) => query));
    const from = known.filter(({ query }) => !texts.has(query));
    const inner = foldsOf(from, scheme);
    const trial = from.filter((_, at) => inner[at] === 2);
    const rest = from.filter((_, at) => inner[at] !== 2);
    const scores = ask(trial, rest, tried).map((rankings) => {
      const { recall10, mrr10 } = figuresOf(rankings);
      return recall10 + mrr10 / 10;
    });
    const weights = tried[scores.indexOf(Math.max(...scores))]!;
    all.push(...ask(asked, from, [weights])[0]!);
  }
  return all;
}

/** Numbers the laws; an article's name ends in its number. */
function lawsOf(statutes: readonly Statute[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(statutes, ({ name }) => {
    const law = name.replace(/第[一二三四五六七八九十百千零〇]+条.*$/u, "");
    const number = numbers.get(law) ?? numbers.size;
    numbers.set(law, number);
    return number;
  });
}
