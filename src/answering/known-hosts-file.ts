import { z } from "zod";
import type { KnownHost } from "../domain/lists.ts";
import { readYaml } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

const line = z.string().trim().min(1);
const knownSchema = z.array(
  z.strictObject({
    host: z.string().regex(/^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, "icbc.com.cn"),
    name: line,
    also: z.array(line).default([]),
    imitated: z.boolean().default(true),
    open: z.boolean().default(false),
    why: line,
  }),
);

export type KnownHostsRead = { ok: true; known: KnownHost[] } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/known-hosts.yaml. */
export function readKnownHostsFile(
  file: string,
  text: string,
  words: ProblemWording,
): KnownHostsRead {
  const read = readYaml(text, 1, words);
  const refuse = (failures: { line: number; reason: string }[]): KnownHostsRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  if (!read.ok) return refuse(read.failures);
  const hosts = knownSchema.safeParse(read.yaml.data ?? []);
  if (!hosts.success) return refuse(failuresOf(hosts.error, read.yaml, words));
  const all = hosts.data.map(({ host }) => host);
  const twice = all.flatMap((host, at) =>
    all.indexOf(host) === at
      ? []
      : [{ line: read.yaml.lineOf([at]), reason: words.listedTwice(host) }],
  );
  if (twice.length > 0) return refuse(twice);
  const known = hosts.data.map(({ host, name, also, imitated, open }): KnownHost => ({
    host,
    name,
    also,
    imitated,
    open,
  }));
  return { ok: true, known };
}
