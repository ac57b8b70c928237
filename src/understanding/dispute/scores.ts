import { columns, outcomes } from "./labels.ts";

/** Sums the rows of a message's features: one score for each column. */
export function scoresOf(
  weights: ArrayLike<number>,
  biases: ArrayLike<number>,
  rows: readonly number[],
  scale: number,
): Float64Array {
  const scores = new Float64Array(columns);
  for (const row of rows)
    for (let column = 0; column < columns; column++)
      scores[column]! += weights[row * columns + column]!;
  for (let column = 0; column < columns; column++)
    scores[column] = scores[column]! * scale + biases[column]!;
  return scores;
}

/** Scores → chances, in place: those of the outcomes add up to 1, each of the others stands alone. */
export function chancesFrom(scores: Float64Array, sharpness = 1): Float64Array {
  let top = -Infinity;
  for (let i = 0; i < outcomes.length; i++) top = Math.max(top, scores[i]!);
  let sum = 0;
  for (let i = 0; i < outcomes.length; i++)
    sum += scores[i] = Math.exp((scores[i]! - top) * sharpness);
  for (let i = 0; i < outcomes.length; i++) scores[i]! /= sum;
  for (let i = outcomes.length; i < columns; i++)
    scores[i] = 1 / (1 + Math.exp(-scores[i]! * sharpness));
  return scores;
}
