import { z } from "zod";
import type { Source } from "../domain/entry.ts";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

/** A law of which texts older than a day may not be cited any more. */
export interface Superseded {
  /** As it stands in an entry's sources. */
  title: string;
  /** Texts in force from an earlier day are out. Null = the law is gone altogether. Format: YYYY-MM-DD. */
  before: string | null;
  /** The only articles of the new text that may be cited yet; null = any. */
  articles: string[] | null;
}

const supersededSchema = z.array(
  z.strictObject({
    title: z.string().trim().min(1),
    before: z.iso.date("2026-01-01").nullable(),
    articles: z.array(z.string()).nullish(),
    why: z.string().optional(),
  }),
);

export type SupersededRead =
  { ok: true; superseded: Superseded[] } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/superseded.yaml. */
export function readSupersededFile(
  file: string,
  text: string,
  words: ProblemWording,
): SupersededRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): SupersededRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const laws = supersededSchema.safeParse(read.yaml.data ?? []);
  if (!laws.success) return refuse(failuresOf(laws.error, read.yaml, words));
  return {
    ok: true,
    superseded: laws.data.map(({ title, before, articles }) => ({
      title,
      before,
      articles: articles ?? null,
    })),
  };
}

/** The law that forbids this source, if one does. A source without a day is the old text until it says otherwise. */
export function supersededBy(source: Source, list: readonly Superseded[]): Superseded | undefined {
  return list.find((law) => {
    if (law.title !== source.title) return false;
    if (law.before === null || source.inForceFrom === null) return true;
    if (source.inForceFrom < law.before) return true;
    return (
      law.articles !== null && source.article !== null && !law.articles.includes(source.article)
    );
  });
}
