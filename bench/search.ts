import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import sqlite3 from "sqlite3";
import { characters } from "../src/answering/index/tokens.ts";
import { searchOver } from "../src/answering/search.ts";
import type { KnowledgeEntry } from "../src/domain/entry.ts";
import { benchFiles, quantile, readQuestions, readStatutes } from "./corpus.ts";
import type { Statute, StatuteQuestion } from "./corpus.ts";

const sizes = [200, 5_000, 58_000];
const mostQuestions = 200;
/** The slow engines need about a second for a question at this size: so many must do for them. */
const large = { from: 50_000, questions: 40 };

/** A way to search: built over the same articles, asked the same questions. */
interface Engine {
  name: string;
  slow: boolean;
  build(statutes: Statute[]): Promise<{
    ask(question: string): Promise<unknown>;
    /** Unit: MB, where it does not lie in the heap. */
    memory?: () => Promise<number>;
  }>;
}

/** Time and memory of our search beside two others: `npm run bench -- search --corpus FILE --queries FILE`. */
export async function benchSearch(args: string[]): Promise<void> {
  const files = benchFiles(args);
  if (!files) return;
  const statutes = await readStatutes(files.corpus);
  const questions = (await readQuestions(files.queries)).slice(0, mostQuestions);
  console.log(
    "search: best 10; memory is what stays after building; ratios are firmer than figures",
  );
  console.log("entries  engine                questions  build s  memory MB   p50 ms   p99 ms");
  for (const size of sizes)
    for (const engine of [ours, miniSearch, fts5]) {
      const chosen = statutes.slice(0, size);
      const few = engine.slow && chosen.length >= large.from;
      const line = await measure(
        engine,
        chosen,
        few ? questions.slice(0, large.questions) : questions,
      );
      console.log(`${String(chosen.length).padStart(7)}  ${engine.name.padEnd(21)} ${line}`);
    }
}

async function measure(
  engine: Engine,
  statutes: Statute[],
  questions: StatuteQuestion[],
): Promise<string> {
  const before = await heap();
  const started = performance.now();
  const built = await engine.build(statutes);
  const seconds = (performance.now() - started) / 1000;
  const memory = built.memory ? await built.memory() : (await heap()) - before;
  for (const { query } of questions.slice(0, 4)) await built.ask(query);
  const times: number[] = [];
  for (const { query } of questions) {
    const from = performance.now();
    await built.ask(query);
    times.push(performance.now() - from);
  }
  return [
    String(questions.length).padStart(9),
    seconds.toFixed(2).padStart(8),
    memory.toFixed(0).padStart(10),
    quantile(times, 0.5).toFixed(2).padStart(8),
    quantile(times, 0.99).toFixed(2).padStart(8),
  ].join(" ");
}

/** The whole way of a villager's question: index, close look at the best, confidence. */
const ours: Engine = {
  name: "ours",
  slow: false,
  async build(statutes) {
    const search = searchOver(statutes.map(entryOf), []);
    return { ask: async (question) => search(question, 10) };
  },
};

const miniSearch: Engine = {
  name: "MiniSearch 7.2",
  slow: true,
  async build(statutes) {
    const search = new MiniSearch<Statute>({
      fields: ["name", "content"],
      tokenize: (text) => characters(text).map(String),
      processTerm: (term) => term,
    });
    search.addAll(statutes);
    return { ask: async (question) => search.search(question).slice(0, 10) };
  },
};

const fts5: Engine = {
  name: "SQLite FTS5, bigrams",
  slow: true,
  async build(statutes) {
    const base = new sqlite3.Database(":memory:");
    await run(base, "create virtual table article using fts5(name, content, tokenize='ascii')");
    await run(base, "begin");
    for (const { name, content } of statutes)
      await run(base, "insert into article values (?, ?)", [spaced(name), spaced(content)]);
    await run(base, "commit");
    const best = "select rowid from article where article match ? order by rank limit 10";
    return {
      ask(question) {
        const terms = [...new Set(characters(question))].map((term) => `"${term}"`);
        return all(base, best, [terms.join(" OR ")]);
      },
      async memory() {
        const size =
          "select page_count * page_size as bytes from pragma_page_count, pragma_page_size";
        const [row] = (await all(base, size, [])) as { bytes: number }[];
        return (row?.bytes ?? 0) / 1024 / 1024;
      },
    };
  },
};

function spaced(text: string): string {
  return characters(text).join(" ");
}

function run(base: sqlite3.Database, sql: string, values: string[] = []): Promise<void> {
  return new Promise((done, failed) => {
    base.run(sql, values, (error) => (error ? failed(error) : done()));
  });
}

function all(base: sqlite3.Database, sql: string, values: string[]): Promise<unknown[]> {
  return new Promise((done, failed) => {
    base.all(sql, values, (error, rows) => (error ? failed(error) : done(rows)));
  });
}

function entryOf({ id, name, content }: Statute): KnowledgeEntry {
  return {
    id: String(id),
    title: name,
    topic: "legal",
    questions: [],
    short: "",
    sections: [{ facet: "依据", text: content }],
    sources: [{ title: name, article: null, number: null, inForceFrom: null }],
    place: "national",
    effective: { from: null, to: null },
    reviewed: { by: "", on: "2026-01-01", againBy: "2027-01-01" },
    verify: [],
    service: null,
    related: [],
    golden: { match: [], not: [] },
  };
}

/** Heap and buffers in use after a full clearing. Unit: MB. */
async function heap(): Promise<number> {
  setFlagsFromString("--expose_gc");
  const clear = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round += 1) {
    clear();
    await new Promise((next) => setTimeout(next, 20));
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
