import { featuresOf } from "./features.ts";
import { columns } from "./labels.ts";
import type { Learnt } from "./learn.ts";
import { chancesFrom, scoresOf } from "./scores.ts";

/** What was learnt, as it is kept in a file. */
export interface KeptModel {
  /** One feature a line. */
  vocabulary: string;
  /** Weights, a signed byte each, a row of `columns` bytes for each feature; base64. */
  weights: string;
  biases: number[];
  /** What one step of a byte is worth. */
  unit: number;
  /** Scores are multiplied by this, so that a chance of 0.8 is right about 80 times of 100. */
  sharpness: number;
}

/** The chance of each column for a text. */
export type Model = (text: string) => Float64Array;

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

/** Throws if the file is torn or was made for other columns. */
export function modelFrom(kept: KeptModel): Model {
  const vocabulary = kept.vocabulary.split("\n");
  const weights = new Int8Array(Buffer.from(kept.weights, "base64"));
  if (weights.length !== vocabulary.length * columns)
    throw new Error("knowledge/models/dispute.json does not fit: run `npm run train:dispute`.");
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  return (text) => {
    const rows: number[] = [];
    let all = 0;
    for (const feature of featuresOf(text)) {
      all += 1;
      const row = rowOf.get(feature);
      if (row !== undefined) rows.push(row);
    }
    const scale = all === 0 ? 0 : kept.unit / Math.sqrt(Math.max(1, rows.length));
    return chancesFrom(scoresOf(weights, kept.biases, rows, scale), kept.sharpness);
  };
}
