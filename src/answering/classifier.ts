import { gradual } from "./gradual.ts";
import { growing } from "./index/growing.ts";
import { termTable } from "./index/term-table.ts";
import type { TermTable } from "./index/term-table.ts";
import { isSingle } from "./index/tokens.ts";

/** Terms of a text, each with its weight. */
export type Weighted = ReadonlyMap<number, number>;

/** Something to learn from: a text's terms, and which label it has (0 … labels - 1). */
export interface Example {
  terms: Weighted;
  label: number;
}

/** How likely each label is for a text; valid until the next call. */
export type Classifier = (terms: Weighted) => Float32Array;

/** A lone character says less than it is rare: its pairs say the same, better. */
const singleShare = 0.5;
/** How often all examples are gone through, and how far one of them moves the weights. */
const rounds = 2;
const step = 0.7;
/** Vectors have length 1: so much makes a plain match of all terms all but certain. */
const sharpness = 10;
/** Labels that are less likely than this are not pushed away any more. */
const negligible = 0.002;

/**
 * A linear classifier (softmax regression over weighted terms, vectors of length 1), learnt in a
 * few rounds of gradient descent. It goes through the examples in a fixed order, so that the same
 * examples give the same classifier.
 */
export function classifierOf(examples: readonly Example[], labels: number): Classifier {
  return gradual(() => learning(examples, labels)).now();
}

/** How many examples are learnt from in one go. */
const atOnce = 32;

/** The same, yielding between examples: others may be served meanwhile. */
export function* learning(
  examples: readonly Example[],
  labels: number,
): Generator<undefined, Classifier> {
  const table = tableOf(examples);
  const telling = (term: number): number => {
    const number = table.all.find(term);
    const having = number < 0 ? 0.5 : table.counts[number]!;
    return Math.log(1 + examples.length / having) * (isSingle(term) ? singleShare : 1);
  };
  // A term of one label has one weight, for that label; to keep all its weights would cost the most memory.
  const weights = new Float32Array(table.shared * labels);
  const lone = new Float32Array(table.all.size);
  const chances = new Float32Array(labels);
  const wrong = new Uint16Array(labels);
  const score = ({ terms, values }: Vector): void => {
    chances.fill(0);
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at]!;
      const value = values[at]! * sharpness;
      const row = table.rows[term]!;
      if (row < 0) chances[~row]! += value * lone[term]!;
      else
        for (let label = 0, from = row * labels; label < labels; label += 1)
          chances[label]! += value * weights[from + label]!;
    }
    softmax(chances);
  };
  const learn = ({ terms, values }: Vector, moved: number): void => {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at]!;
      const row = table.rows[term]!;
      if (row < 0) lone[term]! -= values[at]! * chances[~row]!;
      else
        for (let nth = 0, from = row * labels; nth < moved; nth += 1)
          weights[from + wrong[nth]!]! -= values[at]! * chances[wrong[nth]!]!;
    }
  };
  const vectors: Vector[] = [];
  for (const [at, { terms }] of examples.entries()) {
    if (at % atOnce === 0) yield;
    vectors.push(vectorOf(terms, table.all, telling));
  }
  const stride = strideOf(examples.length);
  for (let round = 0; round < rounds; round += 1)
    for (let nth = 0, at = round; nth < examples.length; nth += 1) {
      if (nth % atOnce === 0) yield;
      at = (at + stride) % examples.length;
      const vector = vectors[at]!;
      score(vector);
      chances[examples[at]!.label]! -= 1;
      let moved = 0;
      for (let label = 0; label < labels; label += 1) {
        if (Math.abs(chances[label]!) >= negligible) wrong[moved++] = label;
        chances[label]! *= step;
      }
      learn(vector, moved);
    }
  return (asked) => {
    score(vectorOf(asked, table.all, telling));
    return chances;
  };
}

interface Table {
  all: TermTable;
  /** By number of the term: its row of weights, or ~label where only that label has it. */
  rows: Int32Array;
  /** How many rows there are. */
  shared: number;
  /** By number of the term: how many examples have it. */
  counts: Uint32Array;
}

function tableOf(examples: readonly Example[]): Table {
  const all = termTable();
  const labels = growing();
  const shared = new Set<number>();
  const seen = growing();
  for (const { terms, label } of examples)
    for (const term of terms.keys()) {
      const number = all.add(term);
      seen.push(number);
      if (number === labels.length) labels.push(label);
      else if (labels.values()[number] !== label) shared.add(number);
    }
  const rows = Int32Array.from(labels.values(), (label) => ~label);
  let row = 0;
  for (const number of shared) rows[number] = row++;
  const counts = new Uint32Array(all.size);
  for (const number of seen.values()) counts[number]! += 1;
  return { all, rows, shared: row, counts };
}

interface Vector {
  terms: Uint32Array;
  values: Float32Array;
}

/** Terms that nobody has seen lengthen the vector all the same: they make every label less sure. */
function vectorOf(asked: Weighted, all: TermTable, telling: (term: number) => number): Vector {
  const terms: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [term, weight] of asked) {
    const value = weight * telling(term);
    square += value * value;
    const number = all.find(term);
    if (number < 0) continue;
    terms.push(number);
    values.push(value);
  }
  const length = Math.sqrt(square) || 1;
  return { terms: Uint32Array.from(terms), values: Float32Array.from(values, (v) => v / length) };
}

function softmax(scores: Float32Array): void {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const chance = Math.exp(scores[at]! - most);
    scores[at] = chance;
    sum += chance;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at]! /= sum;
}

/** A step with which a row of this length is gone through once, far from its order. */
function strideOf(length: number): number {
  let stride = Math.max(1, Math.round(length * 0.618));
  while (common(stride, length) > 1) stride += 1;
  return stride;
}

function common(a: number, b: number): number {
  return b === 0 ? a : common(b, a % b);
}
