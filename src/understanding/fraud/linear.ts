/** Straight scores of a message's features, as they are kept in a file. */
export interface KeptLinear {
  /** One feature a line. */
  vocabulary: string;
  /** A signed byte each: a row for each feature, first how rare it is, then its weight in each column; base64. */
  weights: string;
  /** What one step of a byte is worth: of rareness, then of each column. */
  units: number[];
  biases: number[];
}

/** What was learnt: rareness by feature, and by column the weight of each feature. */
export interface Linear {
  vocabulary: readonly string[];
  rareness: Float64Array;
  columns: readonly Float64Array[];
  biases: readonly number[];
}

export interface Scorer {
  /** One score a column. Features are counted by how rare they are, long messages no more than short ones. */
  scores(features: readonly string[]): Float64Array;
  /** How much one feature speaks for a column; 0 for one that is not known. */
  pull(feature: string, column: number): number;
}

const mostSteps = 127;

export function keepLinear({ vocabulary, rareness, columns, biases }: Linear): KeptLinear {
  const all = [rareness, ...columns];
  const units = all.map(
    (column) => column.reduce((most, it) => Math.max(most, Math.abs(it)), 1e-9) / mostSteps,
  );
  const bytes = new Int8Array(vocabulary.length * all.length);
  for (const [nth, column] of all.entries())
    for (let row = 0; row < vocabulary.length; row++)
      bytes[row * all.length + nth] = Math.round(column[row]! / units[nth]!);
  return {
    vocabulary: vocabulary.join("\n"),
    weights: Buffer.from(bytes.buffer).toString("base64"),
    units,
    biases: biases.map((it) => Number(it.toFixed(5))),
  };
}

/** Throws with `remedy` if what is kept is torn or was made for other columns. */
export function scorerFrom(kept: KeptLinear, columns: number, remedy: string): Scorer {
  const vocabulary = kept.vocabulary.split("\n");
  const weights = new Int8Array(Buffer.from(kept.weights, "base64"));
  const { units, biases } = kept;
  const width = columns + 1;
  if (weights.length !== vocabulary.length * width || biases.length !== columns)
    throw new Error(remedy);
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row * width]));
  return {
    scores(features) {
      const sums = new Float64Array(columns);
      let squares = 0;
      for (const feature of features) {
        const row = rowOf.get(feature);
        if (row === undefined) continue;
        const rare = weights[row]! * units[0]!;
        squares += rare * rare;
        for (let column = 0; column < columns; column++)
          sums[column]! += weights[row + 1 + column]! * rare;
      }
      const length = Math.sqrt(Math.max(squares, 1));
      return sums.map((sum, column) => (sum * units[column + 1]!) / length + biases[column]!);
    },
    pull(feature, column) {
      const row = rowOf.get(feature);
      return row === undefined
        ? 0
        : weights[row]! * units[0]! * weights[row + 1 + column]! * units[column + 1]!;
    },
  };
}
