import { stat } from "node:fs/promises";
import { join } from "node:path";
import { redFlagProblems } from "../answering/check-red-flags.ts";
import { checkFolder } from "../answering/check.ts";
import { carryOut, planImport } from "../answering/import-entries.ts";
import { gatherLaws, keepLaws } from "../answering/import-laws.ts";
import { knownArticles } from "../answering/law-collection.ts";
import { folderOf, loadFiles } from "../answering/load.ts";
import type { Folder } from "../answering/load.ts";
import type { Problem } from "../answering/problem.ts";
import { searchOver } from "../answering/search.ts";
import { standingOf } from "../answering/standing.ts";
import { readStrangers } from "../answering/strangers.ts";
import { taughtBy } from "../answering/taught.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import { kbTexts, knowledgeWording } from "../texts/zh-cn/kb.ts";

export interface KbOptions {
  knowledgeDir: string;
  dataDir: string;
  /** The station's day. Format: YYYY-MM-DD. */
  today: string;
}

type Out = (line: string) => void;

/** How many results `kb search` shows. */
const mostResults = 5;

/** The admin's commands on the knowledge base. Gives the exit code: 0 fine, 1 something to mend, 2 not understood. */
export async function kb(args: string[], out: Out, options: KbOptions): Promise<number> {
  const [command, ...rest] = args;
  switch (command) {
    case "check":
      return check(rest, out, options);
    case "search":
      return search(rest, out, options);
    case "import":
      return importFrom(rest, out, options);
    default:
      for (const line of kbTexts.usage) out(line);
      return 2;
  }
}

async function readFolder(dir: string): Promise<Folder> {
  return folderOf(await loadFiles(dir, knowledgeWording), knowledgeWording);
}

async function check(args: string[], out: Out, options: KbOptions): Promise<number> {
  const [flag, path] = args;
  if (flag !== undefined && flag !== "--laws") return misread(out, kbTexts.unknownOption(flag));
  if (flag === "--laws" && path === undefined) return misread(out, kbTexts.needsLaws);
  if (path !== undefined && !(await exists(path))) return misread(out, kbTexts.noSuchPath(path));
  const laws = path === undefined ? undefined : await knownArticles(path);
  const folder = await readFolder(options.knowledgeDir);
  const checked = checkFolder(folder, options.today, knowledgeWording.check, laws);
  const problems = [
    ...checked.problems,
    ...(await redFlagProblems(options.knowledgeDir, knowledgeWording)),
  ];
  tell(problems, out);
  for (const { file, line, reason } of checked.warnings) out(kbTexts.warning(file, line, reason));
  if (checked.notCompared.length > 0) out(kbTexts.notCompared(checked.notCompared));
  out(kbTexts.golden(checked.golden.asked, checked.golden.first));
  out(kbTexts.checked(checked.entries, problems.length));
  return problems.length > 0 ? 1 : 0;
}

async function search(args: string[], out: Out, options: KbOptions): Promise<number> {
  const question = args.join(" ").trim();
  if (question === "") return misread(out, kbTexts.needsQuestion);
  const folder = await readFolder(options.knowledgeDir);
  const { entries, lexicon, superseded } = folder;
  const taught = taughtBy(folder, await readStrangers(options.knowledgeDir));
  const standing = (entry: KnowledgeEntry) => standingOf(entry, options.today, superseded);
  const findable = entries.map(({ entry }) => entry).filter((it) => standing(it) !== "not-yet");
  const results = searchOver(findable, lexicon, taught)(question, mostResults);
  const [best] = results;
  if (!best) {
    out(kbTexts.nothingFound);
    return 1;
  }
  for (const [at, result] of results.entries()) {
    out(kbTexts.result(at + 1, result.confidence, result.entry.id, result.entry.title));
    if (standing(result.entry) === "withdrawn") out(kbTexts.withdrawn);
    out(kbTexts.why(result.question));
  }
  if (best.means.length > 0) out(kbTexts.means(best.means));
  return 0;
}

async function importFrom(args: string[], out: Out, options: KbOptions): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith("--"));
  const strange = flags.find((flag) => flag !== "--write" && flag !== "--replace");
  if (strange !== undefined) return misread(out, kbTexts.unknownOption(strange));
  const path = args.find((arg) => !arg.startsWith("--"));
  if (path === undefined) return misread(out, kbTexts.needsPath);
  if (!(await exists(path))) return misread(out, kbTexts.noSuchPath(path));

  const knowledge = { dir: options.knowledgeDir, folder: await readFolder(options.knowledgeDir) };
  const words = { ...knowledgeWording.problems, ...knowledgeWording.imports };
  const plan = (await stat(path)).isDirectory()
    ? await planImport(path, knowledge, { replace: flags.includes("--replace") }, words)
    : { entries: [], problems: [] };
  const laws = await gatherLaws(path);

  tell(plan.problems, out);
  for (const { from, to, what } of plan.entries) out(kbTexts.planned[what](from, to));
  for (const { title, articles } of laws) out(kbTexts.law(title, articles.length));
  if (laws.length > 0) out(kbTexts.lawsOnly);
  const wanted = plan.entries.filter(({ what }) => what !== "taken").length;
  const refused = plan.problems.length + plan.entries.length - wanted;
  if (wanted + laws.length + refused === 0) out(kbTexts.nothingToImport);
  if (refused > 0) out(kbTexts.skipped(refused));
  if (flags.includes("--write")) {
    await carryOut(plan, options.knowledgeDir);
    if (laws.length > 0) await keepLaws(laws, join(options.dataDir, "laws"));
    out(kbTexts.imported(wanted, laws.length));
  } else out(kbTexts.wouldImport(wanted, laws.length));
  return refused > 0 || wanted + laws.length === 0 ? 1 : 0;
}

function tell(problems: readonly Problem[], out: Out): void {
  for (const { file, line, reason } of problems) out(kbTexts.problem(file, line, reason));
}

function misread(out: Out, sentence: string): number {
  out(sentence);
  return 2;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
