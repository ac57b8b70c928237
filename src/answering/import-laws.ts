import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lawArticles } from "./law-collection.ts";
import type { LawArticle } from "./law-file.ts";

/** A law, its articles in order. */
export interface LawFile {
  title: string;
  /** Below the folder of laws. */
  file: string;
  articles: LawArticle[];
}

/** Gathers the laws in a file or folder. They are texts to cite from, never advice. */
export async function gatherLaws(path: string): Promise<LawFile[]> {
  const laws = new Map<string, LawFile>();
  for await (const article of lawArticles(path)) {
    const law = laws.get(article.title);
    if (law) law.articles.push(article);
    else laws.set(article.title, { ...named(article.title), articles: [article] });
  }
  return [...laws.values()];
}

/** Writes each law as one file of lines {"name", "content"}, in place of an older one. */
export async function keepLaws(laws: readonly LawFile[], dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const { file, articles } of laws) {
    const lines = articles.map(({ title, article, content }) =>
      JSON.stringify({ name: `${title}${article}`, content }),
    );
    const beside = join(dir, `.${file}.part`);
    await writeFile(beside, `${lines.join("\n")}\n`);
    await rename(beside, join(dir, file));
  }
}

/** A name made of letters and digits only: it may come from anybody's file. Longest: 60 characters. */
function named(title: string): { title: string; file: string } {
  const safe = [...title.replace(/[^\p{L}\p{N}]+/gu, "-")].slice(0, 60).join("");
  return { title, file: `${safe === "" || safe === "-" ? "law" : safe}.jsonl` };
}
