/**
 * Columns of a model, in groups: those of a group of several rule each other out and their chances add
 * up to 1; a group of one stands alone. Shape: the number of columns of each group.
 */
export type Groups = readonly number[];

export function columnsOf(groups: Groups): number {
  return groups.reduce((sum, size) => sum + size, 0);
}

/** Sums the rows of a message's features: one score for each column. */
export function scoresOf(
  weights: ArrayLike<number>,
  biases: ArrayLike<number>,
  rows: readonly number[],
  scale: number,
): Float64Array {
  const columns = biases.length;
  const scores = new Float64Array(columns);
  for (const row of rows)
    for (let column = 0; column < columns; column++)
      scores[column]! += weights[row * columns + column]!;
  for (let column = 0; column < columns; column++)
    scores[column] = scores[column]! * scale + biases[column]!;
  return scores;
}

/** Scores → chances, in place. */
export function chancesFrom(scores: Float64Array, groups: Groups, sharpness = 1): Float64Array {
  let first = 0;
  for (const size of groups) {
    if (size === 1) scores[first] = 1 / (1 + Math.exp(-scores[first]! * sharpness));
    else softmax(scores, first, first + size, sharpness);
    first += size;
  }
  return scores;
}

function softmax(scores: Float64Array, first: number, end: number, sharpness: number): void {
  let top = -Infinity;
  for (let i = first; i < end; i++) top = Math.max(top, scores[i]!);
  let sum = 0;
  for (let i = first; i < end; i++) sum += scores[i] = Math.exp((scores[i]! - top) * sharpness);
  for (let i = first; i < end; i++) scores[i]! /= sum;
}
