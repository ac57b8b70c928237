import { chancesFrom, columnsOf, scoresOf, type Groups } from "./scores.ts";

/** What one group of columns should say: a column of it, counted from 0; any but the first; null: not known. */
export type Target = number | "not first" | null;

export interface Example {
  features: string[];
  /** One for each group; of a group of one column 0 or 1, whether it holds. */
  targets: Target[];
  /** How much it counts. */
  weight: number;
}

/** A row of numbers for each feature, in the order of `vocabulary`; then one bias a column. */
export interface Learnt {
  groups: Groups;
  vocabulary: string[];
  weights: Float32Array;
  biases: Float32Array;
}

const rounds = 24;
/** From this round on weights are averaged: one order of the examples decides less. */
const settled = 8;
const step = 0.3;
const decay = 1e-4;

/**
 * One softmax or logistic curve for each group of columns, on shared features, by AdaGrad. The same
 * examples give the same numbers.
 * @param leastSeen a feature of fewer examples teaches nothing that others share
 */
export function learn(examples: readonly Example[], groups: Groups, leastSeen = 2): Learnt {
  const columns = columnsOf(groups);
  const vocabulary = vocabularyOf(examples, leastSeen);
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  const items = examples.map(({ features, targets, weight }) => ({
    rows: features.flatMap((feature) => rowOf.get(feature) ?? []),
    targets,
    weight,
  }));
  const weights = new Float32Array(vocabulary.length * columns);
  const biases = new Float32Array(columns);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const mean = new Float32Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < items.length; i++) {
      const { rows, targets, weight } = items[(i * 7919 + round * 104_729) % items.length]!;
      const scale = 1 / Math.sqrt(Math.max(1, rows.length));
      const chances = chancesFrom(scoresOf(weights, biases, rows, scale), groups);
      const wanted = wantedOf(targets, chances, groups);
      for (let column = 0; column < columns; column++) {
        const target = wanted[column]!;
        if (Number.isNaN(target)) continue;
        const error = (chances[column]! - target) * weight;
        biases[column]! -= 0.02 * error;
        for (const row of rows) {
          const at = row * columns + column;
          const pull = error * scale + decay * weights[at]!;
          squares[at]! += pull * pull;
          weights[at]! -= (step * pull) / Math.sqrt(squares[at]!);
        }
      }
    }
    if (round >= settled)
      for (let at = 0; at < mean.length; at++) mean[at]! += weights[at]! / (rounds - settled);
  }
  return { groups, vocabulary, weights: mean, biases };
}

/** What each column should say; NaN = nothing to learn. */
function wantedOf(targets: readonly Target[], chances: Float64Array, groups: Groups): Float64Array {
  const wanted = new Float64Array(chances.length).fill(Number.NaN);
  let first = 0;
  for (const [at, size] of groups.entries()) {
    const target = targets[at] ?? null;
    if (target === "not first") {
      // Whichever it looks most like by now is strengthened.
      for (let i = 1; i < size; i++)
        wanted[first + i] = chances[first + i]! / (1 - chances[first]!);
      wanted[first] = 0;
    } else if (target !== null) {
      if (size === 1) wanted[first] = target;
      else for (let i = 0; i < size; i++) wanted[first + i] = Number(i === target);
    }
    first += size;
  }
  return wanted;
}

function vocabularyOf(examples: readonly Example[], leastSeen: number): string[] {
  const seen = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return [...seen].flatMap(([feature, times]) => (times >= leastSeen ? [feature] : [])).sort();
}
