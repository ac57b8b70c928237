import { createReadStream } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { isLawText, readLawLine, readLawText } from "./law-file.ts";
import type { LawArticle } from "./law-file.ts";

/** Every article in a file or in a folder's files: .jsonl, .jsonl.gz, or a law as .txt or .md. */
export async function* lawArticles(path: string): AsyncGenerator<LawArticle> {
  if ((await stat(path)).isDirectory()) {
    const names = await readdir(path, { recursive: true });
    for (const name of names.sort()) if (isLawFile(name)) yield* articlesOf(join(path, name));
  } else yield* articlesOf(path);
}

async function* articlesOf(path: string): AsyncGenerator<LawArticle> {
  if (!/\.jsonl(\.gz)?$/u.test(path)) {
    const text = await readFile(path, "utf8");
    if (isLawText(basename(path), text)) yield* readLawText(basename(path), text);
    return;
  }
  const bytes = createReadStream(path);
  const input = path.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const article = readLawLine(line);
    if (article) yield article;
  }
}

function isLawFile(name: string): boolean {
  return /\.(jsonl|jsonl\.gz|txt|md)$/u.test(name) && !basename(name).startsWith(".");
}

/** Which articles there are, by name of the law. */
export type KnownArticles = ReadonlyMap<string, ReadonlySet<string>>;

export async function knownArticles(path: string): Promise<KnownArticles> {
  const known = new Map<string, Set<string>>();
  for await (const { title, article } of lawArticles(path)) {
    const articles = known.get(title);
    if (articles) articles.add(article);
    else known.set(title, new Set([article]));
  }
  return known;
}
