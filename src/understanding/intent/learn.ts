import { featuresOf } from "./features.ts";
import { intentOf, labels, type Label } from "./labels.ts";
import { scaleOf, scoresOf, softmax } from "./scores.ts";

export interface Example {
  text: string;
  label: Label;
  /** How much it counts; default 1. */
  weight?: number;
}

/** Weights by feature: one row of `labels.length` numbers for each feature, in the order of `vocabulary`. */
export interface Learnt {
  vocabulary: string[];
  weights: Float32Array;
}

/** A feature of one single example teaches nothing that others share. */
const leastSeen = 2;
const rounds = 25;
const step = 0.35;
const decay = 2e-5;

/** Multinomial logistic regression by AdaGrad. The same examples give the same numbers. */
export function learn(examples: readonly Example[]): Learnt {
  const bags = examples.map(({ text }) => featuresOf(text));
  const vocabulary = vocabularyOf(bags);
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  const balance = balanceOf(examples);
  const items = examples.map(({ label, weight = 1 }, i) => ({
    rows: bags[i]!.flatMap((feature) => rowOf.get(feature) ?? []),
    truth: labels.indexOf(label),
    weight: weight * balance(label),
  }));
  const weights = new Float32Array(vocabulary.length * labels.length);
  const squares = new Float32Array(weights.length).fill(1e-2);
  const shuffle = shuffler();
  for (let round = 0; round < rounds; round++)
    for (const { rows, truth, weight } of shuffle(items)) {
      const scale = scaleOf(rows.length);
      const chances = softmax(scoresOf(weights, rows, scale));
      for (let label = 0; label < labels.length; label++) {
        const slope = (chances[label]! - (label === truth ? 1 : 0)) * weight * scale;
        for (const row of rows) {
          const at = row * labels.length + label;
          const pull = slope + decay * weights[at]!;
          squares[at]! += pull * pull;
          weights[at]! -= (step * pull) / Math.sqrt(squares[at]!);
        }
      }
    }
  return { vocabulary, weights };
}

function vocabularyOf(bags: string[][]): string[] {
  const seen = new Map<string, number>();
  for (const bag of bags)
    for (const feature of bag) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return [...seen].flatMap(([feature, times]) => (times >= leastSeen ? [feature] : [])).sort();
}

/** An intent with few examples is not less likely by as much: half of the difference is made up. */
function balanceOf(examples: readonly Example[]): (label: Label) => number {
  const totals = new Map<string, number>();
  for (const { label, weight = 1 } of examples)
    totals.set(intentOf(label), (totals.get(intentOf(label)) ?? 0) + weight);
  const mean = [...totals.values()].reduce((sum, it) => sum + it, 0) / totals.size;
  return (label) => Math.sqrt(mean / (totals.get(intentOf(label)) ?? mean));
}

/** Another order each time it is called, the same ones in each run. */
function shuffler(): <T>(items: T[]) => T[] {
  let seed = 1;
  const below = (limit: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % limit;
  };
  return (items) => {
    for (let i = items.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items;
  };
}
