import { z } from "zod";
import { services, topics } from "../domain/sets.ts";

/** Longest first answer. Unit: characters, templates not counted. */
export const shortMost = 60;

const line = z.string().trim().min(1);
const day = z.iso.date("2026-01-31");
/** An article as it is cited: 第十一条, 第一百三十三条之一. */
const article = z
  .string()
  .trim()
  .regex(/^第[零〇一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?$/u, "第十一条");

const source = z.strictObject({
  title: line.regex(/^(?!中华人民共和国)[^《》]+$/u, "居民身份证法"),
  number: z.union([line, z.number().transform(String)]).nullish(),
  article: article.nullish(),
  in_force_from: day.nullish(),
});

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "id-card-replace");

/** The front matter of an entry, as it stands in the file. */
export const entrySchema = z.strictObject({
  id: slug,
  title: line,
  topic: z.enum(topics),
  questions: z.array(line).min(1),
  short: line,
  sources: z.array(source).min(1),
  place: z.enum(["national", "region", "station"]),
  effective: z.strictObject({ from: day.nullish(), to: day.nullish() }).nullish(),
  reviewed: z.strictObject({ by: line, on: day, again_by: day }),
  verify: z.array(line).nullish(),
  service: z.enum(services).nullish(),
  related: z.array(slug).nullish(),
  golden: z
    .strictObject({ match: z.array(line).nullish(), not: z.array(line).nullish() })
    .nullish(),
});

export type EntryFields = z.output<typeof entrySchema>;

/** Length as a reader counts it; what stands for a fact of the station is not counted. */
export function lengthOf(short: string): number {
  return [...short.replace(/\{\{[^{}]*\}\}/gu, "")].length;
}
