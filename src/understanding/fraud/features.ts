import { plain } from "../intent/plain.ts";
import { partsIn } from "./concepts.ts";
import type { Hit } from "./flags.ts";
import { signs } from "./signs.ts";

/** What words that `saidIn` made ready look like to the models. */
export interface Features {
  words: string[];
  signs: string[];
}

export function featuresOf(said: string, hits: readonly Hit[]): Features {
  return { words: wordFeatures(said), signs: signFeatures(said, hits) };
}

/**
 * The runs of one to three characters, in plain words, without marks; pairs with one character
 * between them. Each at most once.
 */
function wordFeatures(said: string): string[] {
  const found = new Set<string>();
  const line = `^${plain(said).replace(/[^\p{L}\p{N}?]+/gu, "")}$`;
  for (let i = 0; i < line.length; i++) {
    for (let length = 1; length <= 3 && i + length <= line.length; length++)
      found.add(line.slice(i, i + length));
    if (i + 2 < line.length) found.add(`~${line[i]}${line[i + 2]}`);
  }
  return [...found];
}

/**
 * Who does what to whom, as parts of speech would tell it; what was done; the red flags. Signs and flags also
 * by twos: a demand for a code means one thing in a warning and another beside a link.
 */
function signFeatures(said: string, hits: readonly Hit[]): string[] {
  const found = new Set<string>();
  addParts(partsIn(said), found);
  const seen = [
    ...signs.flatMap(({ name, pattern }) => (pattern.test(said) ? name : [])),
    ...new Set(hits.map(({ flag }) => `!${flag.name}`)),
  ];
  for (const [i, one] of seen.entries()) {
    found.add(one);
    for (const other of seen.slice(i + 1)) found.add(`${one} ${other}`);
  }
  for (const { flag } of hits) {
    found.add(`!${flag.id}`);
    if (flag.category !== null) found.add(`!${flag.category}`);
  }
  const weight = weightOf(hits);
  for (const least of [1, 3, 5, 8, 12]) if (weight >= least) found.add(`!weight ${least}`);
  return [...found];
}

export function weightOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, { flag }) => sum + flag.weight, 0);
}

/** Parts, pairs and triples of neighbouring parts, pairs with one between. */
function addParts(parts: readonly string[], found: Set<string>): void {
  const times = new Map<string, number>();
  for (const [i, part] of parts.entries()) {
    times.set(part, (times.get(part) ?? 0) + 1);
    found.add(`@${part}`);
    if (i + 1 < parts.length) found.add(`@${part} ${parts[i + 1]}`);
    if (i + 2 < parts.length) {
      found.add(`@${part} ${parts[i + 1]} ${parts[i + 2]}`);
      found.add(`@${part} ~ ${parts[i + 2]}`);
    }
  }
  for (const [part, many] of times) if (many > 1) found.add(`@${part} ${Math.min(many, 3)}`);
}
