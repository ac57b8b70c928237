interface Row {
  values: readonly number[];
  right: boolean;
  weight: number;
}

const rounds = 600;
const step = 0.05;
/** Keeps weights of signals that say the same from growing against each other. */
const restraint = 1e-3;

/** Weights of a logistic curve, by gradient descent on standardised values; a value that is always 1 is the base. */
export function logistic(rows: readonly Row[]): number[] {
  const size = rows[0]?.values.length ?? 0;
  const columns = Array.from({ length: size }, (_, at) => rows.map(({ values }) => values[at]!));
  const means = columns.map((column) => column.reduce((sum, one) => sum + one, 0) / rows.length);
  const spreads = columns.map((column, at) =>
    Math.sqrt(column.reduce((sum, one) => sum + (one - means[at]!) ** 2, 0) / rows.length),
  );
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const standard = rows.map(({ values }) =>
    values.map((one, at) => (spreads[at]! > 1e-9 ? (one - means[at]!) / spreads[at]! : 1)),
  );
  const weights = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Float64Array(size);
    for (const [nth, { right, weight }] of rows.entries()) {
      const values = standard[nth]!;
      let sum = 0;
      for (let at = 0; at < size; at += 1) sum += weights[at]! * values[at]!;
      const fault = ((right ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (weight / total);
      for (let at = 0; at < size; at += 1) slope[at]! += fault * values[at]!;
    }
    for (let at = 0; at < size; at += 1) {
      const down = slope[at]! - restraint * weights[at]!;
      squares[at] = 0.95 * squares[at]! + 0.05 * down * down;
      weights[at]! += (step * down) / Math.sqrt(squares[at]! + 1e-8);
    }
  }
  const plain = Array.from(weights, (one, at) => (spreads[at]! > 1e-9 ? one / spreads[at]! : one));
  const shift = plain.reduce(
    (sum, one, at) => sum + (spreads[at]! > 1e-9 ? one * means[at]! : 0),
    0,
  );
  return plain.map((one, at) => (spreads[at]! > 1e-9 ? one : one - shift));
}
