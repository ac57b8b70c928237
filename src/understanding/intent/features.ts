import { normalise } from "../normalise.ts";
import { plain } from "./plain.ts";
import { signs } from "./signs.ts";

/** How much of a message is read for its intent; what is wanted is said early. Unit: UTF-16 code units. */
const readsAt = 160;

/**
 * What a message shows of its intent: runs of one to three characters of what was said, in
 * plain words, and the signs that it bears. Each at most once.
 */
export function featuresOf(text: string): string[] {
  const said = normalise(text.slice(0, readsAt * 2)).slice(0, readsAt);
  const found = new Set<string>();
  addRuns(plain(said), found);
  for (const { name, pattern } of signs) if (pattern.test(said)) found.add(name);
  return [...found];
}

function addRuns(said: string, found: Set<string>): void {
  const line = `^${said.replace(/[^\p{L}\p{N}?]+/gu, " ").trim()}$`;
  for (let i = 0; i < line.length; i++)
    for (let length = 1; length <= 3 && i + length <= line.length; length++)
      found.add(line.slice(i, i + length));
}
