import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readKnownHostsFile } from "../answering/known-hosts-file.ts";
import type { Config } from "../config.ts";
import { listedKinds, type KnownHost, type NamedValue } from "../domain/lists.ts";
import { allListings, appealListings, dropListings, keepListings } from "../store/blacklist.ts";
import type { Store } from "../store/store.ts";
import { blacklistTexts as texts } from "../texts/zh-cn/blacklist.ts";
import { knowledgeWording } from "../texts/zh-cn/kb.ts";
import { listedValue } from "../understanding/fraud/listed-value.ts";
import { readListings } from "../understanding/fraud/read-listings.ts";
import { textOf } from "../understanding/warning/table.ts";
import { dayAt } from "./station.ts";
import { withStore } from "./with-store.ts";

type Print = (text: string) => void;

/** Unit: MB. */
const mostMegabytes = 2;

/** The station's own list of what swindlers use. Gives the exit code: 0 fine, 1 something to mend, 2 not understood. */
export async function blacklist(config: Config, args: string[], print: Print): Promise<number> {
  const [command, ...rest] = args;
  const words = rest.filter((word) => !word.startsWith("--"));
  switch (command) {
    case "import":
      return importFile(config, rest, print);
    case "list":
      return withStore(config, (store) => list(store, print));
    case "remove":
      return change(config, words, 1, print, async (store, values) => {
        const count = await store.db.transaction((trx) =>
          dropListings(trx, store.cipher, values, Date.now()),
        );
        return { count, said: texts.removed(count) };
      });
    case "appeal":
      return change(config, words, 2, print, (store, values, why) =>
        object(store, values, why ?? null, texts.appealed),
      );
    case "uphold":
      return change(config, words, 1, print, (store, values) =>
        object(store, values, null, texts.upheld),
      );
    default:
      return usage(print);
  }
}

function usage(print: Print): number {
  for (const line of texts.usage) print(line);
  return 2;
}

async function importFile(config: Config, args: string[], print: Print): Promise<number> {
  const flag = args.indexOf("--by");
  const by = (flag < 0 ? undefined : args[flag + 1]) ?? texts.console;
  const [path, strange] = args.filter((_, i) => flag < 0 || (i !== flag && i !== flag + 1));
  if (path === undefined) return usage(print);
  const option = [path, strange].find((word) => word?.startsWith("--"));
  if (option !== undefined) return refuse(print, texts.unknownOption(option), 2);
  const size = await stat(path).then(
    (file) => (file.isFile() ? file.size : null),
    () => null,
  );
  if (size === null) return refuse(print, texts.noSuchFile(path), 2);
  if (size > mostMegabytes * 1024 * 1024) return refuse(print, texts.tooBig(mostMegabytes), 1);
  const text = textOf(await readFile(path));
  if (text === null) return refuse(print, texts.notText, 1);
  const known = await officialHosts(config.knowledgeDir);
  const now = Date.now();
  const { good, bad, noHead } = readListings(text, known, dayAt(now), texts.unwritten);
  if (noHead) return refuse(print, texts.noHead, 1);
  for (const { line, why } of bad) print(texts.badLine(line, why));
  const { added, changed, same } = await withStore(config, ({ db, cipher }) =>
    db.transaction((trx) => keepListings(trx, cipher, good, { by, at: now })),
  );
  print(texts.imported(added, changed, same, bad.length));
  return bad.length > 0 ? 1 : 0;
}

/** None where the file is missing or cannot be used: `kb check` says so. */
async function officialHosts(dir: string): Promise<KnownHost[]> {
  const file = "known-hosts.yaml";
  const text = await readFile(join(dir, file), "utf8").catch(() => "");
  const read = readKnownHostsFile(file, text, knowledgeWording.problems);
  return read.ok ? read.known : [];
}

function refuse(print: Print, sentence: string, code: number): number {
  print(sentence);
  return code;
}

async function list({ db, cipher }: Store, print: Print): Promise<number> {
  const all = await allListings(db, cipher);
  const today = dayAt(Date.now());
  if (all.length === 0) print(texts.empty);
  for (const one of all) print(texts.listing(one, one.until !== null && one.until < today));
  return 0;
}

async function object(
  { db, cipher }: Store,
  values: NamedValue[],
  why: string | null,
  say: (count: number) => string,
) {
  const at = Date.now();
  const count = await db.transaction((trx) => appealListings(trx, cipher, values, { why, at }));
  return { count, said: say(count) };
}

/** One value may be a phone and an account: whatever it is listed as is changed. */
async function change(
  config: Config,
  words: string[],
  needed: number,
  print: Print,
  work: (
    store: Store,
    values: NamedValue[],
    why: string | undefined,
  ) => Promise<{ count: number; said: string }>,
): Promise<number> {
  const [written, why] = words;
  if (written === undefined || words.length !== needed) return usage(print);
  const values = listedKinds.flatMap((kind) => {
    const value = listedValue(kind, written);
    return value === null ? [] : [{ kind, value }];
  });
  const { count, said } = await withStore(config, (store) => work(store, values, why));
  print(count === 0 ? texts.notThere(written) : said);
  return count === 0 ? 1 : 0;
}
