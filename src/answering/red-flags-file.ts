import { z } from "zod";
import type { RedFlag } from "../domain/fraud.ts";
import { fraudCategories } from "../domain/sets.ts";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

/** A red flag with words that must show it and words that must not. */
export interface RedFlagEntry extends RedFlag {
  fires: string[];
  silent: string[];
}

export interface RedFlags {
  /** Word classes that patterns name. */
  words: Record<string, string>;
  flags: RedFlagEntry[];
}

const line = z.string().trim().min(1);
const examples = z.array(line).min(2);
const schema = z.strictObject({
  words: z.record(z.string().regex(/^\p{Script=Han}+$/u), line),
  flags: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      name: line.max(12),
      weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      category: z.enum(fraudCategories).nullable(),
      reason: line.max(40),
      pattern: line,
      fires: examples,
      silent: examples,
    }),
  ),
});

/** @param lineOf the line in the file of what lies at a path */
export type RedFlagsRead =
  | { ok: true; redFlags: RedFlags; lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/red-flags.yaml. */
export function readRedFlagsFile(file: string, text: string, words: ProblemWording): RedFlagsRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): RedFlagsRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const redFlags = schema.safeParse(read.yaml.data ?? {});
  if (!redFlags.success) return refuse(failuresOf(redFlags.error, read.yaml, words));
  return { ok: true, redFlags: redFlags.data, lineOf: read.yaml.lineOf };
}
