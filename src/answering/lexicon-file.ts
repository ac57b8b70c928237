import { z } from "zod";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

/** What people say for a thing, and the term that the entries use for it. */
export interface LexiconPair {
  say: string[];
  mean: string;
}

const line = z.string().trim().min(1);
const lexiconSchema = z.array(z.strictObject({ say: z.array(line).min(1), mean: line }));

export type LexiconRead = { ok: true; lexicon: LexiconPair[] } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/lexicon.yaml: everyday word → term. */
export function readLexiconFile(file: string, text: string, words: ProblemWording): LexiconRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): LexiconRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const pairs = lexiconSchema.safeParse(read.yaml.data ?? []);
  if (!pairs.success) return refuse(failuresOf(pairs.error, read.yaml, words));
  return { ok: true, lexicon: pairs.data };
}
