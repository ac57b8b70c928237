import type { Problem } from "./problem.ts";
import type { ProblemWording } from "./wording.ts";

/** Further ways of asking for an entry, to learn from; the entry itself shows only its own questions. */
export interface Phrasings {
  entry: string;
  /** 1-based line of the heading. */
  line: number;
  says: { text: string; line: number }[];
}

export type PhrasingsRead =
  { ok: true; phrasings: Phrasings[] } | { ok: false; problems: Problem[] };

const heading = /^\[([a-z0-9-]+)\]$/u;

/**
 * Reads the text of knowledge/examples/questions/<topic>.txt: a line `[entry-id]`, then one way of
 * asking a line; empty lines and those that begin with # say nothing.
 */
export function readPhrasingsFile(
  file: string,
  text: string,
  words: ProblemWording,
): PhrasingsRead {
  const phrasings: Phrasings[] = [];
  const problems: Problem[] = [];
  for (const [at, raw] of text.split(/\r?\n/u).entries()) {
    const said = raw.trim();
    const line = at + 1;
    if (said === "" || said.startsWith("#")) continue;
    const entry = heading.exec(said)?.[1];
    if (entry !== undefined) phrasings.push({ entry, line, says: [] });
    else if (said.startsWith("[")) problems.push({ file, line, reason: words.badHeading(said) });
    else if (phrasings.length === 0) problems.push({ file, line, reason: words.noHeading() });
    else phrasings.at(-1)!.says.push({ text: said, line });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, phrasings };
}
