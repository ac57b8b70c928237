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
const name = z.string().regex(/^[a-z0-9-]{1,24}$/, "lost");
const ask = z.strictObject({
  name,
  question: line.max(60),
  when: line.optional(),
  only: z.enum(["for-others"]).optional(),
  choices: z
    .array(
      z.strictObject({
        name,
        label: line.max(12),
        case: line.max(20),
        said: z.array(line).default([]),
        answers: z.array(line).default([]),
        age: z
          .strictObject({ from: z.number().int().min(0), to: z.number().int().max(120) })
          .optional(),
        who: z.enum(["self", "other"]).optional(),
      }),
    )
    .min(2)
    .max(5),
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
    asks: z.array(ask).optional(),
    inPerson: z.array(cited).optional(),
    fee: z.array(cited).optional(),
    card: z.boolean().optional(),
  }),
);

/** @param lineOf the line in the file of what lies at a path in `services` */
export type ServicesRead =
  | { ok: true; services: Bookable[]; lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false; problems: Problem[] };

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
  return { ok: true, services: known.data, lineOf: read.yaml.lineOf };
}
