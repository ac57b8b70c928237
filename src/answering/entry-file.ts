import type { KnowledgeEntry, Source } from "../domain/entry.ts";
import { readBody } from "./entry-body.ts";
import { entrySchema, lengthOf, shortMost } from "./entry-schema.ts";
import type { EntryFields } from "./entry-schema.ts";
import { mostBytes, splitFrontMatter } from "./front-matter.ts";
import type { Failure } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import { stationFacts, unknownFacts } from "./station-facts.ts";
import type { ProblemWording } from "./wording.ts";

/** An entry that was read, and where its parts stand in the file. */
export interface EntryFile {
  file: string;
  entry: KnowledgeEntry;
  /** 1-based line of a front matter value, e.g. ["golden", "match", 0]. */
  lineOf(path: readonly PropertyKey[]): number;
}

export type EntryRead = { ok: true; read: EntryFile } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/<topic>/<slug>.md; station templates stay as they are. */
export function readEntryFile(file: string, text: string, words: ProblemWording): EntryRead {
  const refuse = (failures: Failure[]): EntryRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (Buffer.byteLength(text) > mostBytes)
    return refuse([{ line: 1, reason: words.tooBig(mostBytes / 1024) }]);
  if (text.includes("\u0000")) return refuse([{ line: 1, reason: words.notText() }]);
  const split = splitFrontMatter(text, words);
  if (!split.ok) return refuse(split.failures);
  const { yaml, body, bodyLine } = split.parts;
  const fields = entrySchema.safeParse(yaml.data);
  const { sections, failures } = readBody(body, bodyLine, words);
  if (!fields.success) return refuse([...failuresOf(fields.error, yaml, words), ...failures]);
  const length = lengthOf(fields.data.short);
  if (length > shortMost)
    failures.push({ line: yaml.lineOf(["short"]), reason: words.shortTooLong(length, shortMost) });
  for (const name of unknownFacts(fields.data.short))
    failures.push({
      line: yaml.lineOf(["short"]),
      reason: words.unknownTemplate(name, [...stationFacts]),
    });
  for (const [at, line] of body.split("\n").entries())
    for (const name of unknownFacts(line))
      failures.push({
        line: bodyLine + at,
        reason: words.unknownTemplate(name, [...stationFacts]),
      });
  if (failures.length > 0) return refuse(failures);
  return {
    ok: true,
    read: { file, entry: entryOf(fields.data, sections), lineOf: (path) => yaml.lineOf(path) },
  };
}

function entryOf(fields: EntryFields, sections: KnowledgeEntry["sections"]): KnowledgeEntry {
  const [first, ...rest] = fields.sources.map(sourceOf);
  if (!first) throw new Error("The schema let an entry without a source through.");
  return {
    id: fields.id,
    title: fields.title,
    topic: fields.topic,
    questions: fields.questions,
    short: fields.short,
    sections,
    sources: [first, ...rest],
    place: fields.place,
    effective: { from: fields.effective?.from ?? null, to: fields.effective?.to ?? null },
    reviewed: {
      by: fields.reviewed.by,
      on: fields.reviewed.on,
      againBy: fields.reviewed.again_by,
    },
    verify: fields.verify ?? [],
    service: fields.service ?? null,
    related: fields.related ?? [],
    golden: { match: fields.golden?.match ?? [], not: fields.golden?.not ?? [] },
  };
}

function sourceOf(source: EntryFields["sources"][number]): Source {
  return {
    title: source.title,
    article: source.article ?? null,
    number: source.number ?? null,
    inForceFrom: source.in_force_from ?? null,
  };
}
