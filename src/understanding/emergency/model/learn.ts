import { emergencyClasses, type EmergencyClass } from "../../../domain/sets.ts";

/** What a line looks like and what it is; null = no emergency. */
export interface Example {
  features: number[];
  class: EmergencyClass | null;
}

/** Order of the outcomes in the weights: no emergency, then the classes. */
export const outcomes: readonly (EmergencyClass | null)[] = [null, ...emergencyClasses];

/** Weights by row and outcome, then one bias an outcome. */
export interface Learnt {
  /** The features that count, by rising hash: the place is the row. */
  known: Uint32Array;
  weights: Float32Array;
  biases: Float32Array;
}

/** A feature that fewer lines have says more about the line than about its kind. */
const fewest = 3;
const rounds = 12;
/** From this round on weights are averaged: one order of the examples decides less. */
const settled = 3;
const pace = 0.25;
const restraint = 2e-5;

/**
 * Softmax regression by stochastic gradient descent with Adagrad steps. The order of the examples is
 * mixed by a fixed rule: the same examples give the same weights.
 */
export function learn(examples: readonly Example[]): Learnt {
  const many = outcomes.length;
  const known = common(examples);
  const rows = rowsBy(known);
  const weights = new Float32Array(known.length * many);
  const biases = new Float32Array(many);
  const seen = new Float32Array(known.length * many).fill(1e-3);
  const prepared = examples.map(({ features, class: of }) => ({
    rows: rowsOf(features, rows),
    outcome: outcomes.indexOf(of),
  }));
  const importance = importances(prepared.map(({ outcome }) => outcome));
  const mean = new Float32Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < prepared.length; i++) {
      const example = prepared[(i * 7919 + round * 104729) % prepared.length];
      if (!example) continue;
      const { rows: mine, outcome } = example;
      const scale = 1 / Math.sqrt(Math.max(1, mine.length));
      const odds = softmax(scores(mine, weights, biases));
      for (let o = 0; o < many; o++) {
        const error = ((odds[o] ?? 0) - (o === outcome ? 1 : 0)) * (importance[outcome] ?? 1);
        biases[o] = (biases[o] ?? 0) - 0.02 * error;
        for (const row of mine) {
          const at = row * many + o;
          const slope = error * scale + restraint * (weights[at] ?? 0);
          seen[at] = (seen[at] ?? 0) + slope * slope;
          weights[at] = (weights[at] ?? 0) - (pace * slope) / Math.sqrt(seen[at] ?? 1);
        }
      }
    }
    if (round >= settled)
      for (let at = 0; at < mean.length; at++)
        mean[at] = (mean[at] ?? 0) + (weights[at] ?? 0) / (rounds - settled);
  }
  return { known, weights: mean, biases };
}

/** The features of enough examples, by rising hash. */
function common(examples: readonly Example[]): Uint32Array {
  const times = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) times.set(feature, (times.get(feature) ?? 0) + 1);
  return Uint32Array.from(
    [...times.keys()].filter((one) => (times.get(one) ?? 0) >= fewest),
  ).sort();
}

/** How much an example of each outcome counts: a class that has few lines must not be forgotten. */
function importances(found: readonly number[]): number[] {
  const times = outcomes.map((_, o) => found.filter((one) => one === o).length);
  const dangers = times.slice(1).filter((count) => count > 0);
  const usual = dangers.reduce((sum, count) => sum + count, 0) / Math.max(1, dangers.length);
  return times.map((count, o) => (o === 0 || count === 0 ? 1 : Math.sqrt(usual / count)));
}

export function rowsBy(known: Uint32Array): ReadonlyMap<number, number> {
  return new Map(Array.from(known, (feature, row) => [feature, row]));
}

/** The rows of the features that the model knows. */
export function rowsOf(features: readonly number[], rows: ReadonlyMap<number, number>): number[] {
  const found: number[] = [];
  for (const feature of features) {
    const row = rows.get(feature);
    if (row !== undefined) found.push(row);
  }
  return found;
}

/** The score of each outcome. */
export function scores(
  rows: readonly number[],
  weights: ArrayLike<number>,
  biases: ArrayLike<number>,
  unit = 1,
): number[] {
  const many = outcomes.length;
  const sums = Array.from({ length: many }, () => 0);
  for (const row of rows)
    for (let o = 0; o < many; o++) sums[o] = (sums[o] ?? 0) + (weights[row * many + o] ?? 0);
  const scale = unit / Math.sqrt(Math.max(1, rows.length));
  return sums.map((sum, o) => sum * scale + (biases[o] ?? 0));
}

export function softmax(values: number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
