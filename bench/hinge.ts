import { randomFrom, shuffle } from "./mangle.ts";
import type { Linear } from "../src/understanding/fraud/linear.ts";

/** A message's features and in which columns it belongs: 1, −1, 0 = not known. */
export interface Taught {
  features: readonly string[];
  targets: readonly number[];
  /** How much it counts. */
  weight: number;
}

/** How often each message is looked at. */
const rounds = 10;
/** How much a fault costs beside large weights. */
const cost = 1;

/**
 * A straight line for each column that keeps what belongs in it from what does not, with as wide a gap as
 * faults allow: squared hinge loss by dual coordinate descent (Hsieh and others, 2008). Features count by
 * how rare they are; those of fewer than `leastSeen` messages are left out.
 */
export function hinge(items: readonly Taught[], columns: number, leastSeen = 2): Linear {
  const seen = new Map<string, number>();
  for (const { features } of items)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const vocabulary = [...seen]
    .flatMap(([feature, times]) => (times >= leastSeen ? [feature] : []))
    .sort();
  const rareness = Float64Array.from(
    vocabulary,
    (feature) => 1 + Math.log((1 + items.length) / (1 + seen.get(feature)!)),
  );
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  const vectors = items.map(({ features }) => vectorOf(features, rowOf, rareness));
  const learnt = Array.from({ length: columns }, (_, column) =>
    learnColumn(items, vectors, column, vocabulary.length),
  );
  return {
    vocabulary,
    rareness,
    columns: learnt.map(({ weights }) => weights),
    biases: learnt.map(({ bias }) => bias),
  };
}

interface Vector {
  rows: Int32Array;
  values: Float64Array;
}

function vectorOf(
  features: readonly string[],
  rowOf: ReadonlyMap<string, number>,
  rareness: Float64Array,
): Vector {
  const rows = Int32Array.from(features.flatMap((feature) => rowOf.get(feature) ?? []));
  const values = Float64Array.from(rows, (row) => rareness[row]!);
  const length = Math.sqrt(
    Math.max(
      values.reduce((sum, it) => sum + it * it, 0),
      1,
    ),
  );
  return { rows, values: values.map((it) => it / length) };
}

function learnColumn(
  items: readonly Taught[],
  vectors: readonly Vector[],
  column: number,
  size: number,
): { weights: Float64Array; bias: number } {
  const known = items.flatMap(({ targets }, at) => (targets[column] === 0 ? [] : at));
  const weights = new Float64Array(size);
  const duals = new Float64Array(items.length);
  let bias = 0;
  const random = randomFrom(1);
  for (let round = 0; round < rounds; round++) {
    // Neighbours in the files are alike: in their order the line would swing after each kind.
    shuffle(known, random);
    for (const at of known) {
      const { rows, values } = vectors[at]!;
      const target = items[at]!.targets[column]!;
      const slack = 1 / (2 * cost * items[at]!.weight);
      let sum = bias;
      for (let j = 0; j < rows.length; j++) sum += weights[rows[j]!]! * values[j]!;
      // Each vector and its constant have a length of 1.
      const before = duals[at]!;
      duals[at] = Math.max(0, before - (target * sum - 1 + slack * before) / (2 + slack));
      const change = (duals[at] - before) * target;
      if (change === 0) continue;
      bias += change;
      for (let j = 0; j < rows.length; j++) weights[rows[j]!]! += change * values[j]!;
    }
  }
  return { weights, bias };
}
