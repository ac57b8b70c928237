import { createHash } from "node:crypto";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Bookable } from "../domain/bookable.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { ListsSaid } from "../domain/lists.ts";
import type { Found, Knowledge, Log } from "../domain/ports.ts";
import type { Station } from "../domain/station.ts";
import { folderOf, loadFiles } from "./load.ts";
import type { Folder, LoadedFiles } from "./load.ts";
import type { Problem } from "./problem.ts";
import { searchOver } from "./search.ts";
import { standingOf } from "./standing.ts";
import { entryForStation, serviceForStation } from "./station-facts.ts";
import { readStrangers } from "./strangers.ts";
import { taughtBy } from "./taught.ts";
import type { KnowledgeWording } from "./wording.ts";

export interface KnowledgeOptions {
  /** The knowledge folder. */
  dir: string;
  /** The station's day. Format: YYYY-MM-DD. */
  today: () => string;
  words: KnowledgeWording;
  log: Log;
  /** How often files are looked at for changes; false = never. Unit: ms. Default: 1000. */
  watch?: { everyMs: number } | false;
}

/** The knowledge base that follows its files. */
export interface LiveKnowledge extends Knowledge {
  /** What the admin must mend; the rest is served all the same. */
  readonly problems: readonly Problem[];
  /** All entries in force today, as this station's villagers read them. */
  readonly entries: readonly KnowledgeEntry[];
  readonly lists: ListsSaid;
  readonly calendar: Calendar;
  readonly services: readonly Bookable[];
  /** Looks at the files now. Resolves when what they say is served. */
  refresh(): Promise<void>;
  /** Learns, bit by bit, what the first question would have to wait for (a second or two of work). */
  warmUp(): Promise<void>;
  close(): void;
}

/** What is served between two changes; exchanged as a whole. */
interface Release {
  name: string;
  day: string;
  station: Station;
  /** Only those that are served. */
  entries: Map<string, KnowledgeEntry>;
  lists: ListsSaid;
  services: Bookable[];
  find: (words: string, most: number) => Found[];
  /** Learns a bit of what the first question would have to wait for. False = nothing is left. */
  learn: () => boolean;
}

/** Opens a knowledge folder. An empty or missing one is served as such: nothing is found. */
export async function openKnowledge(options: KnowledgeOptions): Promise<LiveKnowledge> {
  const { dir, today, words, log } = options;
  let files: LoadedFiles = await loadFiles(dir, words);
  let folder = folderOf(files, words);
  const strangers = await readStrangers(dir);
  let release = releaseOf(folder, strangers, today(), words);
  const tell = (what: string): void => {
    const facts = { release: release.name, entries: release.entries.size };
    log.info(what, { ...facts, problems: folder.problems.length });
    for (const { file, line } of folder.problems) log.warn("content file broken", { file, line });
  };
  tell("knowledge opened");

  const refresh = async (): Promise<void> => {
    const latest = await loadFiles(dir, words, files);
    if (latest === files) return;
    files = latest;
    folder = folderOf(files, words);
    const next = releaseOf(folder, strangers, today(), words);
    await learnt(next);
    release = next;
    tell("knowledge changed");
  };
  const current = (): Release => {
    const day = today();
    if (day !== release.day) release = releaseOf(folder, strangers, day, words);
    return release;
  };
  const close =
    options.watch === false ? () => {} : repeat(refresh, options.watch?.everyMs ?? 1000, log);

  return {
    get station() {
      return current().station;
    },
    get release() {
      return current().name;
    },
    get problems() {
      return folder.problems;
    },
    get entries() {
      return [...current().entries.values()];
    },
    get calendar() {
      return folder.calendar;
    },
    get services() {
      return current().services;
    },
    get lists() {
      return current().lists;
    },
    find: (said, most) => current().find(said, most),
    entry: (id) => current().entries.get(id),
    refresh,
    warmUp: () => learnt(current()),
    close,
  };
}

/** Others are served between two bits. */
async function learnt({ learn }: Release): Promise<void> {
  while (learn()) await new Promise(setImmediate);
}

function releaseOf(
  folder: Folder,
  strangers: readonly string[],
  day: string,
  words: KnowledgeWording,
): Release {
  const known = folder.entries.flatMap(({ entry }) => {
    const standing = standingOf(entry, day, folder.superseded);
    if (standing === "not-yet") return [];
    return [{ standing, entry: entryForStation(entry, folder.station, words.station) }];
  });
  const served = known.filter(({ standing }) => standing === "served").map(({ entry }) => entry);
  const entries = new Map(served.map((entry) => [entry.id, entry]));
  const search = searchOver(
    known.map(({ entry }) => entry),
    folder.lexicon,
    taughtBy(folder, strangers),
  );
  const said = JSON.stringify([known, folder.station, folder.lexicon, [...folder.phrasings]]);
  return {
    name: createHash("sha256").update(said).digest("hex").slice(0, 12),
    day,
    station: folder.station,
    entries,
    lists: {
      known: folder.known,
      listed: folder.listed.filter(({ expires }) => expires === null || expires >= day),
    },
    services: folder.services.map((it) => serviceForStation(it, folder.station, words.station)),
    learn: search.learn,
    find: (asked, most) =>
      search(asked, most).map((found) => ({ ...found, withdrawn: !entries.has(found.entry.id) })),
  };
}

/** Looking at times of change every second is cheap, and works where file events do not (network disks, containers). */
function repeat(work: () => Promise<void>, everyMs: number, log: Log): () => void {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    if (closed) return;
    timer = setTimeout(() => {
      work()
        .catch((error: unknown) =>
          log.error("knowledge cannot be read again", { error: String(error) }),
        )
        .finally(later);
    }, everyMs);
    timer.unref();
  };
  later();
  return () => {
    closed = true;
    clearTimeout(timer);
  };
}
