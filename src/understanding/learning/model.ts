import type { Learnt } from "./learn.ts";
import { chancesFrom, columnsOf, scoresOf, type Groups } from "./scores.ts";

/** What was learnt, as it is kept in a file. */
export interface KeptModel {
  /** One feature a line. */
  vocabulary: string;
  /** Weights, a signed byte each, a row of one byte a column for each feature; base64. */
  weights: string;
  biases: number[];
  /** What one step of a byte is worth. */
  unit: number;
  /** Scores are multiplied by this, so that a chance of 0.8 is right about 80 times of 100. */
  sharpness: number;
}

export interface Model {
  /** The chance of each column. */
  chances(features: readonly string[]): Float64Array;
  /** How much one feature speaks for a column; 0 for one that is not known. */
  pull(feature: string, column: number): number;
}

export function keep({ vocabulary, weights, biases }: Learnt, sharpness: number): KeptModel {
  const unit = weights.reduce((most, it) => Math.max(most, Math.abs(it)), 0) / 127;
  const bytes = Int8Array.from(weights, (it) => Math.round(it / unit));
  return {
    vocabulary: vocabulary.join("\n"),
    weights: Buffer.from(bytes.buffer).toString("base64"),
    biases: Array.from(biases, (it) => Number(it.toFixed(5))),
    unit,
    sharpness,
  };
}

/** Throws with `remedy` if what is kept is torn or was made for other columns. */
export function modelFrom(kept: KeptModel, groups: Groups, remedy: string): Model {
  const columns = columnsOf(groups);
  const vocabulary = kept.vocabulary.split("\n");
  const weights = new Int8Array(Buffer.from(kept.weights, "base64"));
  if (weights.length !== vocabulary.length * columns || kept.biases.length !== columns)
    throw new Error(remedy);
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  return {
    chances(features) {
      const rows: number[] = [];
      for (const feature of features) {
        const row = rowOf.get(feature);
        if (row !== undefined) rows.push(row);
      }
      const scale = features.length === 0 ? 0 : kept.unit / Math.sqrt(Math.max(1, rows.length));
      return chancesFrom(scoresOf(weights, kept.biases, rows, scale), groups, kept.sharpness);
    },
    pull(feature, column) {
      const row = rowOf.get(feature);
      return row === undefined ? 0 : weights[row * columns + column]! * kept.unit;
    },
  };
}
