import { z } from "zod";
import type { Calendar } from "../domain/calendar.ts";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

const line = z.string().trim().min(1);
const day = z.iso.date("2026-10-01");
const holidaysSchema = z.array(
  z.strictObject({
    year: z.number().int().min(2025).max(2100),
    announced: z.boolean(),
    source: line,
    holidays: z.array(
      z.strictObject({
        names: z.array(line).min(1),
        from: day,
        to: day,
        workdays: z.array(day),
      }),
    ),
  }),
);

export type HolidaysRead = { ok: true; calendar: Calendar } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/holidays.yaml: public holidays and the weekends worked for them, by year. */
export function readHolidaysFile(file: string, text: string, words: ProblemWording): HolidaysRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): HolidaysRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const years = holidaysSchema.safeParse(read.yaml.data ?? []);
  if (!years.success) return refuse(failuresOf(years.error, read.yaml, words));
  return { ok: true, calendar: years.data };
}
