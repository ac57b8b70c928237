import { conflictsIn } from "./check-figures.ts";
import { checkDays, checkFrame } from "./check-frame.ts";
import { phrasingProblems } from "./check-phrasings.ts";
import { checkCounts, checkGolden, checkQuestions } from "./check-questions.ts";
import { serviceProblems } from "./check-services.ts";
import type { EntryFile } from "./entry-file.ts";
import type { KnownArticles } from "./law-collection.ts";
import { lawTitle } from "./law-file.ts";
import type { Folder } from "./load.ts";
import type { Problem, Say } from "./problem.ts";
import { searchOver } from "./search.ts";
import { supersededBy } from "./superseded.ts";
import type { Superseded } from "./superseded.ts";
import { taughtBy } from "./taught.ts";
import type { CheckWording } from "./wording.ts";

export interface Checked {
  /** What must be mended. In order of file and line. */
  problems: Problem[];
  /** What will have to be mended soon. In order of file and line. */
  warnings: Problem[];
  entries: number;
  /** Golden questions: how many there are, and how many find their entry first. */
  golden: { asked: number; first: number };
  /** Cited documents that the laws given do not hold, so that nothing was compared. */
  notCompared: string[];
}

/** Format of `today`: YYYY-MM-DD. Without `laws` no article is compared with its law. */
export function checkFolder(
  folder: Folder,
  today: string,
  words: CheckWording,
  laws?: KnownArticles,
): Checked {
  const { entries, lexicon, superseded } = folder;
  const problems = [...folder.problems];
  const warnings: Problem[] = [];
  const say = sayingTo(problems);
  const ids = new Set(entries.map(({ entry }) => entry.id));
  const notCompared = new Set<string>();
  for (const file of entries) {
    checkCounts(file, say, words);
    checkFrame(file, say, words);
    checkDays(file, today, say, sayingTo(warnings), words);
    for (const [at, other] of file.entry.related.entries())
      if (!ids.has(other)) say(file, ["related", at], words.relatedMissing(other));
    checkSources(file, superseded, say, words);
    for (const title of laws ? checkArticles(file, laws, say, words) : []) notCompared.add(title);
  }
  checkQuestions(entries, say, words);
  problems.push(...phrasingProblems(folder, words));
  problems.push(...officialListed(folder, words));
  problems.push(...serviceProblems(folder, words));
  checkFigures(folder, say, words);
  const search = searchOver(
    entries.map(({ entry }) => entry),
    lexicon,
    taughtBy(folder),
  );
  const golden = checkGolden(entries, search, say, words);
  return {
    problems: problems.toSorted(byPlace),
    warnings: warnings.toSorted(byPlace),
    entries: entries.length,
    golden,
    notCompared: [...notCompared].toSorted(),
  };
}

/** A host that we call official must not be called a swindler's as well. */
function officialListed({ known, listed }: Folder, words: CheckWording): Problem[] {
  const official = new Set(known.map(({ host }) => host));
  return listed
    .filter(({ kind, value }) => kind === "host" && official.has(value))
    .map(({ value }) => ({
      ...{ file: "blacklist.yaml", line: 1, reason: words.officialListed(value) },
    }));
}

function sayingTo(list: Problem[]): Say {
  return (file, path, reason) => {
    list.push({ file: file.file, line: file.lineOf(path), reason });
  };
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

function checkSources(
  file: EntryFile,
  superseded: readonly Superseded[],
  say: Say,
  words: CheckWording,
): void {
  for (const [at, source] of file.entry.sources.entries()) {
    const law = supersededBy(source, superseded);
    if (law) say(file, ["sources", at], words.superseded(law.title, law.before, law.articles));
  }
}

/** Gives the titles that the laws do not hold. */
function checkArticles(
  file: EntryFile,
  laws: KnownArticles,
  say: Say,
  words: CheckWording,
): string[] {
  return file.entry.sources.flatMap(({ title, article }, at) => {
    if (article === null) return [];
    const articles = laws.get(lawTitle(title));
    if (!articles) return [title];
    if (!articles.has(article)) say(file, ["sources", at], words.noSuchArticle(title, article));
    return [];
  });
}

function checkFigures({ entries, varying }: Folder, say: Say, words: CheckWording): void {
  const files = new Map(entries.map((file) => [file.entry.id, file]));
  const conflicts = conflictsIn(
    entries.map(({ entry }) => entry),
    new Set(varying),
  );
  for (const { entry, mine, other, theirs } of conflicts) {
    const file = files.get(entry);
    if (!file) continue;
    const { clause, about } = mine;
    say(
      file,
      ["id"],
      entry === other
        ? words.figuresInside(clause, theirs.clause, about)
        : words.figuresDiffer(clause, other, theirs.clause, about),
    );
  }
}
