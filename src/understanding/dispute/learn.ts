import type { DisputeType } from "../../domain/sets.ts";
import { featuresOf } from "./features.ts";
import { columns, outcomes, urgentColumn, violenceColumn } from "./labels.ts";
import { chancesFrom, scoresOf } from "./scores.ts";

export interface Example {
  text: string;
  /** Null: none; "some": one or another; undefined: not known, so that only the rest is learnt from it. */
  type: DisputeType | null | "some" | undefined;
  /** Undefined: not known. */
  violence?: boolean;
  urgent?: boolean;
  /** How much it counts; default 1. */
  weight?: number;
}

/** A row of `columns` numbers for each feature, in the order of `vocabulary`; then one bias a column. */
export interface Learnt {
  vocabulary: string[];
  weights: Float32Array;
  biases: Float32Array;
}

/** A feature of one single example teaches nothing that others share. */
const leastSeen = 2;
const rounds = 24;
/** From this round on weights are averaged: one order of the examples decides less. */
const settled = 8;
const step = 0.3;
const decay = 1e-4;

/**
 * One softmax over the types and two logistic curves, on shared features, by AdaGrad. The same
 * examples give the same numbers.
 */
export function learn(examples: readonly Example[]): Learnt {
  const bags = examples.map(({ text }) => featuresOf(text));
  const vocabulary = vocabularyOf(bags);
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  const items = examples.map((example, i) => ({
    rows: bags[i]!.flatMap((feature) => rowOf.get(feature) ?? []),
    truth: truthOf(example),
    some: example.type === "some",
    weight: example.weight ?? 1,
  }));
  const weights = new Float32Array(vocabulary.length * columns);
  const biases = new Float32Array(columns);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const mean = new Float32Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < items.length; i++) {
      const { rows, truth, weight, some } = items[(i * 7919 + round * 104_729) % items.length]!;
      const scale = 1 / Math.sqrt(Math.max(1, rows.length));
      const chances = chancesFrom(scoresOf(weights, biases, rows, scale));
      const none = chances[0]!;
      for (let column = 0; column < columns; column++) {
        // Whichever type it looks most like by now is strengthened.
        const target =
          some && column < outcomes.length
            ? column === 0
              ? 0
              : chances[column]! / (1 - none)
            : truth[column];
        if (target === null || target === undefined) continue;
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
  return { vocabulary, weights: mean, biases };
}

/** What each column should say; null = nothing to learn: who tells of no quarrel tells of no violence in it. */
function truthOf({ type, violence, urgent }: Example): (number | null)[] {
  const truth: (number | null)[] = outcomes.map((outcome) =>
    type === undefined || type === "some" ? null : Number(outcome === type),
  );
  truth[violenceColumn] = type === null || violence === undefined ? null : Number(violence);
  truth[urgentColumn] = type === null || urgent === undefined ? null : Number(urgent);
  return truth;
}

function vocabularyOf(bags: string[][]): string[] {
  const seen = new Map<string, number>();
  for (const bag of bags)
    for (const feature of bag) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return [...seen].flatMap(([feature, times]) => (times >= leastSeen ? [feature] : [])).sort();
}
