import { plain } from "../intent/plain.ts";
import { normalise } from "../normalise.ts";
import { signs } from "./signs.ts";

/** How much of a tale is read; who tells a long one comes to the point at the end. Unit: UTF-16 code units. */
const head = 160;
const tail = 120;

/**
 * What a message shows of a quarrel: runs of one to three characters of what was said, in plain
 * words, and the signs that it bears. Each at most once.
 */
export function featuresOf(text: string): string[] {
  const said = bothEnds(normalise(text));
  const found = new Set<string>();
  const line = `^${plain(said)
    .replace(/[^\p{L}\p{N}?]+/gu, " ")
    .trim()}$`;
  for (let i = 0; i < line.length; i++)
    for (let length = 1; length <= 3 && i + length <= line.length; length++)
      found.add(line.slice(i, i + length));
  for (const { name, pattern } of signs) if (pattern.test(said)) found.add(name);
  return [...found];
}

function bothEnds(said: string): string {
  return said.length <= head + tail ? said : `${said.slice(0, head)} ${said.slice(-tail)}`;
}
