import { z } from "zod";
import type { Bookable } from "../domain/bookable.ts";
import { services } from "../domain/sets.ts";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

const line = z.string().trim().min(1);
const cited = z.strictObject({
  what: line,
  from: z.string().regex(/^[a-z0-9-]+$/),
  when: line.optional(),
});
const servicesSchema = z.array(
  z.strictObject({
    service: z.enum(services),
    name: line.max(16),
    said: z.array(line).min(3),
    places: z.array(z.enum(["station", "village"])).min(1),
    minutes: z.number().int().min(5).max(240),
    capacity: z.number().int().min(1).max(20),
    papers: z.array(cited),
    who: z.array(cited).min(1),
    ways: z.array(cited.extend({ way: z.enum(["online", "near", "home"]) })),
  }),
);

export type ServicesRead = { ok: true; services: Bookable[] } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/services.yaml: what can be booked, and what to bring. */
export function readServicesFile(file: string, text: string, words: ProblemWording): ServicesRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): ServicesRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const known = servicesSchema.safeParse(read.yaml.data ?? []);
  if (!known.success) return refuse(failuresOf(known.error, read.yaml, words));
  return { ok: true, services: known.data };
}
