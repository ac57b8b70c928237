import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Bookable } from "../domain/bookable.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { Station } from "../domain/station.ts";
import { readEntryFile } from "./entry-file.ts";
import type { EntryFile } from "./entry-file.ts";
import type { KnownHost } from "../domain/lists.ts";
import { topics } from "../domain/sets.ts";
import { readBlacklistFile } from "./blacklist-file.ts";
import type { ShippedListing } from "./blacklist-file.ts";
import { readHolidaysFile } from "./holidays-file.ts";
import { readKnownHostsFile } from "./known-hosts-file.ts";
import { readLexiconFile } from "./lexicon-file.ts";
import type { LexiconPair } from "./lexicon-file.ts";
import { readPhrasingsFile } from "./phrasings-file.ts";
import type { Phrasings } from "./phrasings-file.ts";
import type { Problem } from "./problem.ts";
import { readServicesFile } from "./services-file.ts";
import { readStationFile, unknownStation } from "./station-file.ts";
import { readSupersededFile } from "./superseded.ts";
import type { Superseded } from "./superseded.ts";
import { readVaryingFile } from "./varying-file.ts";
import type { KnowledgeWording } from "./wording.ts";

/** The line of what lies at a path. */
type LineOf = (path: readonly PropertyKey[]) => number;

/** What a content file was read as; of a broken one nothing but its problems. */
type Content =
  | { kind: "entry"; file: EntryFile }
  | { kind: "station"; station: Station }
  | { kind: "lexicon"; lexicon: LexiconPair[] }
  | { kind: "superseded"; superseded: Superseded[] }
  | { kind: "varying"; varying: string[] }
  | { kind: "phrasings"; phrasings: Phrasings[] }
  | { kind: "known"; known: KnownHost[] }
  | { kind: "listed"; listed: ShippedListing[] }
  | { kind: "holidays"; calendar: Calendar }
  | { kind: "services"; services: Bookable[]; lineOf: LineOf }
  | { kind: "broken" };

interface LoadedFile {
  /** Changes when the file does: time of change and size. */
  stamp: string;
  /** What is served; after a broken edit still the last good reading. */
  content: Content;
  problems: Problem[];
}

/** The files of a knowledge folder as last read, by path below it. */
export type LoadedFiles = ReadonlyMap<string, LoadedFile>;

/** All that a knowledge folder holds. */
export interface Folder {
  entries: EntryFile[];
  station: Station;
  lexicon: LexiconPair[];
  superseded: Superseded[];
  /** Clauses whose figures rightly differ from entry to entry. */
  varying: string[];
  /** Further ways of asking, by file. */
  phrasings: Map<string, Phrasings[]>;
  /** Official hosts. */
  known: KnownHost[];
  /** What swindlers use. */
  listed: ShippedListing[];
  /** Public holidays by year. */
  calendar: Calendar;
  /** What can be booked. */
  services: Bookable[];
  lineOfServices: LineOf;
  problems: Problem[];
}

/**
 * Reads what changed since `before` (nothing = read all). Gives the very same map back where
 * nothing changed. A broken edit keeps the last good reading; a removed file is gone.
 */
export async function loadFiles(
  dir: string,
  words: KnowledgeWording,
  before: LoadedFiles = new Map(),
): Promise<LoadedFiles> {
  const after = new Map<string, LoadedFile>();
  let changed = false;
  for (const file of await contentFiles(dir)) {
    const stamp = await stampOf(join(dir, file));
    if (stamp === null) continue;
    const known = before.get(file);
    if (known?.stamp === stamp) {
      after.set(file, known);
      continue;
    }
    changed = true;
    const { content, problems } = readContent(file, await textOf(join(dir, file)), words);
    const kept = content.kind === "broken" && known ? known.content : content;
    after.set(file, { stamp, content: kept, problems });
  }
  return changed || after.size !== before.size ? after : before;
}

/** What the files say together. Of two entries with one id, the first by path is served. */
export function folderOf(files: LoadedFiles, words: KnowledgeWording): Folder {
  const folder: Folder = {
    entries: [],
    station: unknownStation(words.station.nameless),
    lexicon: [],
    superseded: [],
    varying: [],
    phrasings: new Map(),
    known: [],
    listed: [],
    calendar: [],
    services: [],
    lineOfServices: () => 1,
    problems: [],
  };
  const owners = new Map<string, string>();
  for (const [path, { content, problems }] of files) {
    folder.problems.push(...problems);
    switch (content.kind) {
      case "entry": {
        const { entry, lineOf } = content.file;
        const other = owners.get(entry.id);
        if (other === undefined) {
          owners.set(entry.id, path);
          folder.entries.push(content.file);
        } else {
          const reason = words.problems.doubleId(entry.id, other);
          folder.problems.push({ file: path, line: lineOf(["id"]), reason });
        }
        break;
      }
      case "station":
        folder.station = content.station;
        break;
      case "lexicon":
        folder.lexicon = content.lexicon;
        break;
      case "superseded":
        folder.superseded = content.superseded;
        break;
      case "varying":
        folder.varying = content.varying;
        break;
      case "phrasings":
        folder.phrasings.set(path, content.phrasings);
        break;
      case "known":
        folder.known = content.known;
        break;
      case "listed":
        folder.listed = content.listed;
        break;
      case "holidays":
        folder.calendar = content.calendar;
        break;
      case "services":
        folder.services = content.services;
        folder.lineOfServices = content.lineOf;
        break;
      case "broken":
        break;
      default:
        content satisfies never;
    }
  }
  if (!files.has("station.yaml"))
    folder.problems.push({
      file: "station.yaml",
      line: 1,
      reason: words.problems.noStationFile(),
    });
  return folder;
}

/** The yaml files, and the entries in the folders of topics; other folders hold other things. */
async function contentFiles(dir: string): Promise<string[]> {
  const found = [
    ...["blacklist.yaml", "figures.yaml", "known-hosts.yaml", "lexicon.yaml"],
    ...["holidays.yaml", "services.yaml", "station.yaml", "superseded.yaml"],
  ];
  for (const topic of topics) {
    const names = await readdir(join(dir, topic)).catch(() => []);
    for (const name of names) if (isEntryName(name)) found.push(`${topic}/${name}`);
    found.push(`${phrasingsFolder}/${topic}.txt`);
  }
  return found.sort();
}

const phrasingsFolder = "examples/questions";

/** Editors leave hidden and half-written files beside the real ones. */
function isEntryName(name: string): boolean {
  return name.endsWith(".md") && !name.startsWith(".") && !name.startsWith("~");
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs}:${size}:${ino}`;
  } catch {
    return null;
  }
}

/** Null = it cannot be read, or went away since it was listed. */
async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return null;
  }
}

function readContent(
  file: string,
  text: string | null,
  words: KnowledgeWording,
): { content: Content; problems: Problem[] } {
  const broken = (problems: Problem[]): { content: Content; problems: Problem[] } => ({
    content: { kind: "broken" },
    problems,
  });
  const fine = (content: Content): { content: Content; problems: Problem[] } => ({
    content,
    problems: [],
  });
  if (text === null) return broken([{ file, line: 1, reason: words.problems.unreadable() }]);
  if (file === "station.yaml") {
    const read = readStationFile(file, text, words.problems);
    return read.ok ? fine({ kind: "station", station: read.station }) : broken(read.problems);
  }
  if (file === "lexicon.yaml") {
    const read = readLexiconFile(file, text, words.problems);
    return read.ok ? fine({ kind: "lexicon", lexicon: read.lexicon }) : broken(read.problems);
  }
  if (file === "superseded.yaml") {
    const read = readSupersededFile(file, text, words.problems);
    return read.ok
      ? fine({ kind: "superseded", superseded: read.superseded })
      : broken(read.problems);
  }
  if (file === "figures.yaml") {
    const read = readVaryingFile(file, text, words.problems);
    return read.ok ? fine({ kind: "varying", varying: read.varying }) : broken(read.problems);
  }
  if (file === "holidays.yaml") {
    const read = readHolidaysFile(file, text, words.problems);
    return read.ok ? fine({ kind: "holidays", calendar: read.calendar }) : broken(read.problems);
  }
  if (file === "services.yaml") {
    const read = readServicesFile(file, text, words.problems);
    return read.ok
      ? fine({ kind: "services", services: read.services, lineOf: read.lineOf })
      : broken(read.problems);
  }
  if (file === "known-hosts.yaml") {
    const read = readKnownHostsFile(file, text, words.problems);
    return read.ok ? fine({ kind: "known", known: read.known }) : broken(read.problems);
  }
  if (file === "blacklist.yaml") {
    const read = readBlacklistFile(file, text, words.problems);
    return read.ok ? fine({ kind: "listed", listed: read.listed }) : broken(read.problems);
  }
  if (file.startsWith(phrasingsFolder)) {
    const read = readPhrasingsFile(file, text, words.problems);
    return read.ok ? fine({ kind: "phrasings", phrasings: read.phrasings }) : broken(read.problems);
  }
  const read = readEntryFile(file, text, words.problems);
  return read.ok ? fine({ kind: "entry", file: read.read }) : broken(read.problems);
}
