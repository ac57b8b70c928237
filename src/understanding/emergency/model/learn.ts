import { emergencyClasses, type EmergencyClass } from "../../../domain/sets.ts";
import { buckets } from "./features.ts";

/** What a line looks like and what it is; null = no emergency. */
export interface Example {
  features: number[];
  class: EmergencyClass | null;
}

/** Order of the outcomes in the weights: no emergency, then the classes. */
export const outcomes: readonly (EmergencyClass | null)[] = [null, ...emergencyClasses];

/** Weights by bucket and outcome, then one bias an outcome. */
export interface Learnt {
  weights: Float32Array;
  biases: Float32Array;
}

const rounds = 12;
/** From this round on weights are averaged: one order of the examples decides less. */
const settled = 3;
const pace = 0.25;
const restraint = 2e-5;

/**
 * Softmax regression by stochastic gradient descent with Adagrad steps. The order of the examples is
 * mixed by a fixed rule: the same examples give the same weights.
 */
export function learn(examples: Example[]): Learnt {
  const many = outcomes.length;
  const weights = new Float32Array(buckets * many);
  const biases = new Float32Array(many);
  const seen = new Float32Array(buckets * many).fill(1e-3);
  const prepared = examples.map(({ features, class: of }) => ({
    features,
    outcome: outcomes.indexOf(of),
  }));
  const mean = new Float32Array(weights.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < prepared.length; i++) {
      const example = prepared[(i * 7919 + round * 104729) % prepared.length];
      if (!example) continue;
      const { features, outcome } = example;
      const scale = 1 / Math.sqrt(features.length);
      const odds = softmax(scores(features, weights, biases));
      for (let o = 0; o < many; o++) {
        const error = (odds[o] ?? 0) - (o === outcome ? 1 : 0);
        biases[o] = (biases[o] ?? 0) - 0.02 * error;
        for (const feature of features) {
          const at = feature * many + o;
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
  return { weights: mean, biases };
}

/** The score of each outcome. */
export function scores(
  features: number[],
  weights: ArrayLike<number>,
  biases: ArrayLike<number>,
  unit = 1,
): number[] {
  const many = outcomes.length;
  const sums = Array.from({ length: many }, () => 0);
  for (const feature of features)
    for (let o = 0; o < many; o++) sums[o] = (sums[o] ?? 0) + (weights[feature * many + o] ?? 0);
  const scale = unit / Math.sqrt(Math.max(1, features.length));
  return sums.map((sum, o) => sum * scale + (biases[o] ?? 0));
}

export function softmax(values: number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
