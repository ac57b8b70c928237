import { randomBytes } from "node:crypto";
import { mkdir, readFile, readdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readEntryFile } from "./entry-file.ts";
import type { EntryFile } from "./entry-file.ts";
import { mostBytes } from "./front-matter.ts";
import { isLawText } from "./law-file.ts";
import type { Folder } from "./load.ts";
import type { Problem } from "./problem.ts";
import type { ImportWording, ProblemWording } from "./wording.ts";

/** What would become of one file of entries. */
export interface PlannedEntry {
  /** Path below the folder that is imported. */
  from: string;
  /** Path below the knowledge folder. */
  to: string;
  id: string;
  /** `taken`: an entry with this id or a file of this name is there, and may not be replaced. */
  what: "add" | "replace" | "taken";
  text: string;
}

export interface ImportPlan {
  entries: PlannedEntry[];
  problems: Problem[];
}

/** Marks of secrecy on a document: 机密★10年. Nothing of that kind may come here. */
const secrecy = /(?:绝密|机密|秘密)\s*[★☆*]/u;
/** What a reader of the file would not see. */
const hidden = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u{E0000}-\u{E007F}]/u;

/** Reads a folder of entries and says what importing it would do. Writes nothing. */
export async function planImport(
  dir: string,
  knowledge: { dir: string; folder: Folder },
  options: { replace: boolean },
  words: ProblemWording & ImportWording,
): Promise<ImportPlan> {
  const plan: ImportPlan = { entries: [], problems: [] };
  const present = new Map(knowledge.folder.entries.map(({ entry, file }) => [entry.id, file]));
  const planned = new Map<string, string>();
  for (const from of await markdownFiles(dir)) {
    const text = await textOf(join(dir, from));
    const refuse = (reason: string, line = 1): void => {
      plan.problems.push({ file: from, line, reason });
    };
    if (text === null) {
      refuse(words.tooBig(mostBytes / 1024));
      continue;
    }
    if (isLawText(from, text)) continue;
    const lines = text.split("\n");
    const secret = lines.findIndex((line) => secrecy.test(line));
    const unseen = lines.findIndex((line) => hidden.test(line));
    if (secret >= 0) refuse(words.secret(), secret + 1);
    if (unseen >= 0) refuse(words.hiddenText(), unseen + 1);
    const read = readEntryFile(from, text, words);
    if (!read.ok) plan.problems.push(...read.problems);
    if (!read.ok || secret >= 0 || unseen >= 0) continue;
    const { entry } = read.read;
    const other = planned.get(entry.id);
    if (other !== undefined) {
      refuse(words.doubleId(entry.id, other), read.read.lineOf(["id"]));
      continue;
    }
    planned.set(entry.id, from);
    const known = present.get(entry.id);
    const to = known ?? pathOf(read.read);
    const free = known === undefined && !(await exists(join(knowledge.dir, to)));
    const what = free ? "add" : known !== undefined && options.replace ? "replace" : "taken";
    plan.entries.push({ from, to, id: entry.id, what, text });
  }
  return plan;
}

/** Does what was planned. A running station sees each file whole or not at all. */
export async function carryOut(plan: ImportPlan, knowledgeDir: string): Promise<void> {
  for (const { to, what, text } of plan.entries) {
    if (what === "taken") continue;
    const target = join(knowledgeDir, to);
    await mkdir(dirname(target), { recursive: true });
    const beside = join(dirname(target), `.${randomBytes(6).toString("hex")}.part`);
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, target);
  }
}

/** The server's own name for the file, whatever it was called. */
function pathOf({ entry }: EntryFile): string {
  const prefix = `${entry.topic}-`;
  const slug = entry.id.startsWith(prefix) ? entry.id.slice(prefix.length) : entry.id;
  return `${entry.topic}/${slug}.md`;
}

/** Plain files only: a link may lead anywhere. */
async function markdownFiles(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile() && item.name.endsWith(".md") && !item.name.startsWith("."))
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(dir.length)
        .replace(/^[\\/]+/u, ""),
    )
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function textOf(path: string): Promise<string | null> {
  return (await stat(path)).size > mostBytes ? null : readFile(path, "utf8");
}
