import { z } from "zod";
import { listedKinds, type Listed } from "../domain/lists.ts";
import { listedValue } from "../understanding/fraud/listed-value.ts";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

/** A shipped entry. `expires`: the last day on which it counts; null = until it is taken out. Format: YYYY-MM-DD. */
export interface ShippedListing extends Listed {
  expires: string | null;
}

const line = z.string().trim().min(1);
const day = z.iso.date("2026-11-24");
const listSchema = z.array(
  z.strictObject({
    value: line,
    kind: z.enum(listedKinds),
    reason: line.max(60),
    source: line,
    added_by: line,
    added_on: day,
    expires: day.nullable(),
  }),
);

export type BlacklistRead =
  { ok: true; listed: ShippedListing[] } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/blacklist.yaml. */
export function readBlacklistFile(
  file: string,
  text: string,
  words: ProblemWording,
): BlacklistRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): BlacklistRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const entries = listSchema.safeParse(read.yaml.data ?? []);
  if (!entries.success) return refuse(failuresOf(entries.error, read.yaml, words));
  const listed: ShippedListing[] = [];
  const failures: { line: number; reason: string }[] = [];
  for (const [at, { value, kind, reason, source, expires }] of entries.data.entries()) {
    const plain = listedValue(kind, value);
    if (plain !== null)
      listed.push({ kind, value: plain, reason, source, appealed: false, expires });
    else failures.push({ line: read.yaml.lineOf([at, "value"]), reason: words.notListable(value) });
  }
  return failures.length > 0 ? refuse(failures) : { ok: true, listed };
}
