import { normalise } from "../understanding/normalise.ts";
import type { Folder } from "./load.ts";
import type { Problem } from "./problem.ts";
import type { CheckWording } from "./wording.ts";

/** Every further way of asking belongs to an entry that there is, to one only, and is no golden one. */
export function phrasingProblems(folder: Folder, words: CheckWording): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const golden = new Map<string, string>();
  for (const { entry } of folder.entries) {
    for (const question of entry.questions) owners.set(normalise(question), entry.id);
    for (const question of entry.golden.match) golden.set(normalise(question), entry.id);
  }
  const ids = new Set(folder.entries.map(({ entry }) => entry.id));
  for (const [file, phrasings] of folder.phrasings)
    for (const { entry, line, says } of phrasings) {
      if (!ids.has(entry)) problems.push({ file, line, reason: words.unknownEntry(entry) });
      for (const { text, line: at } of says) {
        const plain = normalise(text);
        const owner = owners.get(plain);
        const judge = golden.get(plain);
        if (owner !== undefined)
          problems.push({ file, line: at, reason: words.questionTwice(text, owner) });
        else owners.set(plain, entry);
        if (judge !== undefined)
          problems.push({ file, line: at, reason: words.goldenAmongQuestions(text, judge) });
      }
    }
  return problems;
}
