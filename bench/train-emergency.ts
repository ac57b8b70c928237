import { writeFileSync } from "node:fs";
import { learn } from "../src/understanding/emergency/model/learn.ts";
import { calmLines, examplesOf, fingerprintOf, learningLines } from "./emergency-lines.ts";

/** Learns the triage from knowledge/examples: `npm run train:emergency`. */
const target = "knowledge/models/emergency.json";

const examples = examplesOf(learningLines());
const { known, weights, biases } = learn([...examples, ...examplesOf(calmLines())]);
const unit = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const bytes = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / unit)).buffer);
const kept = {
  /** Of which lines of knowledge/examples/emergency, read in which way: held by a test. */
  madeFrom: fingerprintOf(examples),
  unit,
  biases: [...biases],
  /** Hashes of the features, four bytes each, the least significant first. */
  known: Buffer.from(known.buffer).toString("base64"),
  /** One signed byte a feature and outcome. */
  weights: bytes.toString("base64"),
};
writeFileSync(target, `${JSON.stringify(kept)}\n`);
console.log(`${target}: ${examples.length} lines, ${known.length} features`);
