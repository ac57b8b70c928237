import { featuresOf } from "./features.ts";
import type { Learnt } from "./learn.ts";
import { labels } from "./labels.ts";
import { scaleOf, scoresOf, softmax } from "./scores.ts";

/** What was learnt, as it is kept in a file. */
export interface KeptModel {
  /** The rows that it has, so that a file of an older set is not misread. */
  labels: string[];
  /** One feature a line. */
  vocabulary: string;
  /** Weights, a signed byte each, a row of one byte a label for each feature; base64. */
  weights: string;
  /** What one step of a byte is worth. */
  unit: number;
  /** Scores are multiplied by this, so that a chance of 0.8 is right about 80 times of 100. */
  sharpness: number;
}

/** Chance of each label for a text, in the order of `labels`. */
export type Model = (text: string) => Float64Array;

export function keep({ vocabulary, weights }: Learnt, sharpness: number): KeptModel {
  const unit = weights.reduce((most, it) => Math.max(most, Math.abs(it)), 0) / 127;
  const bytes = Int8Array.from(weights, (it) => Math.round(it / unit));
  return {
    labels: [...labels],
    vocabulary: vocabulary.join("\n"),
    weights: Buffer.from(bytes.buffer).toString("base64"),
    unit,
    sharpness,
  };
}

/** Throws if the file was made for other labels or is torn. */
export function modelFrom(kept: KeptModel): Model {
  const vocabulary = kept.vocabulary.split("\n");
  const weights = new Int8Array(Buffer.from(kept.weights, "base64"));
  if (kept.labels.join() !== labels.join() || weights.length !== vocabulary.length * labels.length)
    throw new Error("knowledge/models/intent.json does not fit: run `npm run train:intent`.");
  const rowOf = new Map(vocabulary.map((feature, row) => [feature, row]));
  const factor = kept.unit * kept.sharpness;
  return (text) => {
    const rows: number[] = [];
    for (const feature of featuresOf(text)) {
      const row = rowOf.get(feature);
      if (row !== undefined) rows.push(row);
    }
    return softmax(scoresOf(weights, rows, scaleOf(rows.length) * factor));
  };
}
