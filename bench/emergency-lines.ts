import { readFileSync } from "node:fs";
import { emergencyClasses, type EmergencyClass } from "../src/domain/sets.ts";
import { casesOf } from "../src/understanding/emergency/cases.ts";
import { contextOf } from "../src/understanding/emergency/context.ts";
import { withoutIdioms } from "../src/understanding/emergency/idioms.ts";
import { caseFeatures, wordFeatures } from "../src/understanding/emergency/model/features.ts";
import type { Example } from "../src/understanding/emergency/model/learn.ts";
import { respelt } from "../src/understanding/emergency/respell.ts";
import { normalise } from "../src/understanding/normalise.ts";

/** A message and the danger that it tells of; null = none. */
export interface Line {
  text: string;
  class: EmergencyClass | null;
}

/** What the triage learns from: one message a line, one file a class, and ordinary messages. */
export function learningLines(dir = "knowledge/examples/emergency"): Line[] {
  return [null, ...emergencyClasses].flatMap((of) =>
    readFileSync(`${dir}/${(of ?? "ordinary").replaceAll("_", "-")}.txt`, "utf8")
      .split("\n")
      .filter((text) => text !== "")
      .map((text) => ({ text, class: of })),
  );
}

/** Files of ordinary wishes and questions that hardly ever tell of a danger, by folder. */
const calm: Record<string, string[]> = {
  "intents/smalltalk": ["bye", "chat", "greeting", "thanks"],
  "intents/unknown": ["crops", "insult", "medicine", "opinion", "other_domain", "vague"],
  intents: [
    ...["ask_hukou", "ask_id_card", "ask_legal", "book", "case_status", "change_booking"],
    "party_village",
  ],
  questions: [
    ...["grassland", "hukou", "id-card", "labour", "mediation", "party", "residence", "station"],
  ],
  disputes: ["consumer", "debt", "family", "grassland", "labour", "neighbour", "property-damage"],
};

/**
 * What people write on an ordinary day, from what the other parts learn from: most that comes in is
 * of that kind, and a card there is as wrong as anywhere. Without comments, headings, and quarrels
 * that are urgent or with force.
 */
export function calmLines(dir = "knowledge/examples"): Line[] {
  const dangers = new Set(learningLines(`${dir}/emergency`).map(({ text }) => text));
  return (
    Object.entries(calm)
      .flatMap(([folder, names]) => names.map((name) => `${dir}/${folder}/${name}.txt`))
      .flatMap((path) => readFileSync(path, "utf8").split("\n"))
      .filter((text) => text !== "" && !/^[#[!*]/.test(text) && !dangers.has(text))
      // Half of them: with all, dangers that are told as calmly are lost.
      .filter((_, at) => at % 2 === 0)
      .map((text) => ({ text, class: null }))
  );
}

export function examplesOf(lines: readonly Line[]): Example[] {
  return lines.map(({ text, class: of }) => {
    const context = contextOf(withoutIdioms(respelt(normalise(text))));
    const features = new Set([...wordFeatures(context), ...caseFeatures(casesOf(context))]);
    return { features: [...features], class: of };
  });
}

/** Changes with any line and with anything that decides how a line looks to the model. */
export function fingerprintOf(examples: readonly Example[]): string {
  let hash = 0x811c9dc5;
  for (const { features, class: of } of examples)
    for (const number of [...features, of === null ? -1 : emergencyClasses.indexOf(of)])
      hash = Math.imul(hash ^ number, 0x01000193) >>> 0;
  return hash.toString(16);
}
