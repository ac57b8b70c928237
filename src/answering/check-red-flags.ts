import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { flagFinder } from "../understanding/fraud/flags.ts";
import { saidIn } from "../understanding/fraud/said.ts";
import type { Problem } from "./problem.ts";
import { readRedFlagsFile } from "./red-flags-file.ts";
import type { KnowledgeWording } from "./wording.ts";

const file = "red-flags.yaml";

/** What must be mended in a knowledge folder's red flags; nothing where it has none. */
export async function redFlagProblems(dir: string, words: KnowledgeWording): Promise<Problem[]> {
  const text = await readFile(join(dir, file), "utf8").catch(() => null);
  return text === null ? [] : problemsIn(text, words);
}

/** A pattern that is none, an example that does not show its flag, and one that does and must not. */
function problemsIn(text: string, { problems, check }: KnowledgeWording): Problem[] {
  const read = readRedFlagsFile(file, text, problems);
  if (!read.ok) return read.problems;
  const { words, flags } = read.redFlags;
  const found: Problem[] = [];
  const say = (path: PropertyKey[], reason: string): void => {
    found.push({ file, line: read.lineOf(["flags", ...path]), reason });
  };
  for (const [at, flag] of flags.entries()) {
    const shows = finderOf(words, flag);
    if (shows === null) {
      say([at, "pattern"], check.redFlagBroken(flag.id));
      continue;
    }
    for (const [i, line] of flag.fires.entries())
      if (!shows(line)) say([at, "fires", i], check.redFlagSilent(flag.id, line));
    for (const [i, line] of flag.silent.entries())
      if (shows(line)) say([at, "silent", i], check.redFlagFires(flag.id, line));
  }
  return found;
}

type Flags = Parameters<typeof flagFinder>[0];

function finderOf(
  words: Flags["words"],
  flag: Flags["flags"][number],
): ((line: string) => boolean) | null {
  try {
    const find = flagFinder({ words, flags: [flag] });
    return (line) => find(saidIn(line)).length > 0;
  } catch {
    return null;
  }
}
