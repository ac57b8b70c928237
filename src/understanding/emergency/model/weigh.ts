import kept from "../../../../knowledge/models/emergency.json" with { type: "json" };
import type { EmergencyClass } from "../../../domain/sets.ts";
import { casesOf, type Case } from "../cases.ts";
import type { Context } from "../context.ts";
import { caseFeatures, wordFeatures } from "./features.ts";
import { outcomes, rowsBy, rowsOf, scores, softmax } from "./learn.ts";

/** How likely a message tells of a danger at all (0 … 1), and how likely each class. */
export interface Likelihood {
  any: number;
  of: ReadonlyMap<EmergencyClass, number>;
}

/** Below this by its words alone, no sign could make a message a danger: signs are not looked for. */
const hopeless = 0.06;
/** The same of one class: its signs are not looked for. */
const unthinkable = 0.005;

const { rows, weights } = decode();

/** What the learnt weights make of a message and of the signs in it. */
export function likelihoodOf(context: Context): { likelihood: Likelihood; cases: Case[] } {
  const words = wordFeatures(context);
  const first = weighed(words);
  if (first.any < hopeless) return { likelihood: first, cases: [] };
  const cases = casesOf(context, (of) => (first.of.get(of) ?? 0) >= unthinkable);
  if (cases.length === 0) return { likelihood: first, cases };
  return { likelihood: weighed([...new Set([...words, ...caseFeatures(cases)])]), cases };
}

function weighed(features: number[]): Likelihood {
  const odds = softmax(scores(rowsOf(features, rows), weights, kept.biases, kept.unit));
  const of = new Map<EmergencyClass, number>();
  outcomes.forEach((outcome, o) => {
    if (outcome) of.set(outcome, odds[o] ?? 0);
  });
  return { any: 1 - (odds[0] ?? 1), of };
}

function decode(): { rows: ReadonlyMap<number, number>; weights: Int8Array } {
  const known = new Uint32Array(bytesOf(kept.known).buffer);
  const bytes = bytesOf(kept.weights);
  if (bytes.length !== known.length * outcomes.length)
    throw new Error("knowledge/models/emergency.json does not fit: run `npm run train:emergency`.");
  return { rows: rowsBy(known), weights: new Int8Array(bytes.buffer) };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
