import { normalise } from "../understanding/normalise.ts";
import type { EntryFile } from "./entry-file.ts";
import type { Say } from "./problem.ts";
import type { Search } from "./search.ts";
import type { CheckWording } from "./wording.ts";

/** Fewest ways of asking, golden questions that must be found, and ones that must not. */
const least = { questions: 8, match: 3, not: 1 } as const;

export function checkCounts(file: EntryFile, say: Say, words: CheckWording): void {
  const { questions, golden } = file.entry;
  if (questions.length < least.questions)
    say(file, ["questions"], words.tooFewQuestions(questions.length, least.questions));
  if (golden.match.length < least.match)
    say(file, ["golden", "match"], words.tooFewGolden(golden.match.length, least.match));
  if (golden.not.length < least.not)
    say(file, ["golden", "not"], words.tooFewNot(golden.not.length, least.not));
}

/** No question stands in two entries, and no golden one among the questions. */
export function checkQuestions(entries: readonly EntryFile[], say: Say, words: CheckWording): void {
  const owners = new Map<string, string>();
  for (const file of entries)
    for (const [at, question] of file.entry.questions.entries()) {
      const plain = normalise(question);
      const owner = owners.get(plain);
      if (owner !== undefined) say(file, ["questions", at], words.questionTwice(question, owner));
      else owners.set(plain, file.entry.id);
    }
  for (const file of entries)
    for (const [at, question] of file.entry.golden.match.entries()) {
      const owner = owners.get(normalise(question));
      if (owner !== undefined)
        say(file, ["golden", "match", at], words.goldenAmongQuestions(question, owner));
    }
}

/** Golden questions find their entry first, and those of others do not. */
export function checkGolden(
  entries: readonly EntryFile[],
  search: Search,
  say: Say,
  words: CheckWording,
): { asked: number; first: number } {
  let asked = 0;
  let first = 0;
  for (const file of entries) {
    const { id, golden } = file.entry;
    for (const [at, question] of golden.match.entries()) {
      const found = search(question, 1)[0]?.entry.id;
      asked += 1;
      if (found === id) first += 1;
      else say(file, ["golden", "match", at], words.goldenMissed(question, found ?? null));
    }
    for (const [at, question] of golden.not.entries())
      if (search(question, 1)[0]?.entry.id === id)
        say(file, ["golden", "not", at], words.goldenWrong(question));
  }
  return { asked, first };
}
