import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Log } from "../domain/ports.ts";
import { noRoster } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";

const name = z.string().trim().min(1);
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const date = z.iso.date();

const rosterSchema = z.strictObject({
  periods: z
    .array(
      z.strictObject({
        who: name,
        days: z.array(z.number().int().min(1).max(7)).min(1),
        from: time,
        to: time,
      }),
    )
    .default([]),
  leave: z.array(z.strictObject({ who: name, from: date, to: date })).default([]),
  swaps: z.array(z.strictObject({ on: date, instead: name, who: name })).default([]),
  backups: z.array(z.strictObject({ village: name, who: name })).default([]),
});

/** How often the file is looked at for changes. Unit: ms. */
const every = 5_000;

/** Where a station writes down who is on duty. */
export function rosterFile(dataDir: string): string {
  return join(dataDir, "roster.yaml");
}

/** The roster as the file says it now; a broken edit keeps the last good one. */
export function liveRoster(file: string, log: Log, now: () => number): () => Roster {
  let roster = noRoster;
  let stamp = "";
  let lookedAt = -Infinity;
  return () => {
    if (now() - lookedAt < every && now() >= lookedAt) return roster;
    lookedAt = now();
    const latest = stampOf(file);
    if (latest === stamp) return roster;
    stamp = latest;
    const read = latest === "" ? noRoster : readRoster(file);
    if (read === null) log.warn("roster cannot be used, the last good one stays", { file });
    else roster = read;
    return roster;
  };
}

/** Null: it cannot be used. */
function readRoster(file: string): Roster | null {
  try {
    return rosterSchema.parse(parse(readFileSync(file, "utf8")) ?? {});
  } catch {
    return null;
  }
}

/** Empty: there is no file. */
function stampOf(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file);
    return `${mtimeMs}:${size}`;
  } catch {
    return "";
  }
}
