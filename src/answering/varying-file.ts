import { z } from "zod";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

const line = z.string().trim().min(1);
const varyingSchema = z.array(z.strictObject({ about: line, why: line }));

export type VaryingRead = { ok: true; varying: string[] } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/figures.yaml: clauses whose figures rightly differ from entry to entry. */
export function readVaryingFile(file: string, text: string, words: ProblemWording): VaryingRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): VaryingRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const clauses = varyingSchema.safeParse(read.yaml.data ?? []);
  if (!clauses.success) return refuse(failuresOf(clauses.error, read.yaml, words));
  return { ok: true, varying: clauses.data.map(({ about }) => about) };
}
