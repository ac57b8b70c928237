import { writeFileSync } from "node:fs";
import { learn } from "../src/understanding/emergency/model/learn.ts";
import { examplesOf, fingerprintOf, learningLines } from "./emergency-lines.ts";

/** Learns the triage from knowledge/examples/emergency: `npm run train:emergency`. */
const target = "knowledge/models/emergency.json";

const examples = examplesOf(learningLines());
const { weights, biases } = learn(examples);
const unit = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
const bytes = Buffer.from(Int8Array.from(weights, (weight) => Math.round(weight / unit)).buffer);
const kept = {
  /** Of which lines, read in which way: held by a test. */
  madeFrom: fingerprintOf(examples),
  unit,
  biases: [...biases],
  /** One signed byte a bucket and outcome. */
  weights: bytes.toString("base64"),
};
writeFileSync(target, `${JSON.stringify(kept)}\n`);
console.log(`${target}: ${examples.length} lines`);
