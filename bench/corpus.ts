import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

/** One article of a law. */
export interface Statute {
  id: number;
  /** Law and article: 中华人民共和国民法典第五十四条. */
  name: string;
  content: string;
  /** law, or another kind of source. */
  level: string;
}

/** A question of a layman, with the ids of the articles that answer it. */
export interface StatuteQuestion {
  query: string;
  gold: number[];
  /** What a lawyer answered, where that is known. */
  answer?: string;
}

export function readStatutes(file: string): Promise<Statute[]> {
  return readLines<Statute>(file);
}

export function readQuestions(file: string): Promise<StatuteQuestion[]> {
  return readLines<StatuteQuestion>(file);
}

/** JSON lines, packed by gzip or not. */
async function readLines<T>(file: string): Promise<T[]> {
  const bytes = createReadStream(file);
  const input = file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  const rows: T[] = [];
  for await (const line of createInterface({ input, crlfDelay: Infinity }))
    if (line.trim() !== "") rows.push(JSON.parse(line) as T);
  return rows;
}

/** Where the files to measure with lie: `--corpus FILE --queries FILE`. Null = not there, and said so. */
export function benchFiles(args: readonly string[]): { corpus: string; queries: string } | null {
  const corpus = flag(args, "--corpus") ?? "bench/data/statutes.jsonl.gz";
  const queries = flag(args, "--queries") ?? "bench/data/statute_retrieval.jsonl";
  for (const file of [corpus, queries])
    if (!existsSync(file)) {
      console.error(
        `${file} is not there. Give --corpus FILE (JSON lines with id, name, content, level) ` +
          `and --queries FILE (JSON lines with query, gold).`,
      );
      return null;
    }
  return { corpus, queries };
}

/** The value after a flag in a list of arguments. */
export function flag(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
}

/** The value below which a share (0 … 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
