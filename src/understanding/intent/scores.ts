import { labels } from "./labels.ts";

/** Long messages do not count more than short ones. */
export function scaleOf(features: number): number {
  return features === 0 ? 0 : 1 / Math.sqrt(features);
}

/** Sums the rows of a message's features: one score for each label. */
export function scoresOf(
  weights: ArrayLike<number>,
  rows: readonly number[],
  scale: number,
): Float64Array {
  const many = labels.length;
  const scores = new Float64Array(many);
  for (const row of rows)
    for (let label = 0; label < many; label++) scores[label]! += weights[row * many + label]!;
  for (let label = 0; label < many; label++) scores[label]! *= scale;
  return scores;
}

/** Scores → chances that add up to 1, in place. */
export function softmax(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i]! - top);
  for (let i = 0; i < scores.length; i++) scores[i]! /= sum;
  return scores;
}
