import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildIndex } from "../../../src/answering/index/build.ts";
import type { FieldShape } from "../../../src/answering/index/build.ts";
import { searcher, termsOf } from "../../../src/answering/index/query.ts";
import { termTable } from "../../../src/answering/index/term-table.ts";
import { characters } from "../../../src/answering/index/tokens.ts";

const shapes: FieldShape[] = [
  { weight: 1, saturation: 1.8, lengthPenalty: 0.5 },
  { weight: 0.5, saturation: 1.2, lengthPenalty: 0.8 },
];
const han = fc.constantFrom(..."身份证户口迁草原牛羊工钱借条法院派出所民警村里电话材料");
const text = fc.string({ unit: han, minLength: 2, maxLength: 12 });
const corpus = fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 30 });

function indexOf(documents: { title: string; body: string }[]) {
  const rows = documents.map(({ title, body }) => ({ fields: [title, body], prior: 1 }));
  const index = buildIndex(rows, shapes, characters);
  const search = searcher(index);
  return (question: string, most: number) => search(termsOf(index, question), most);
}

describe("the index", () => {
  test("gives only documents that share a term, best first, each once, with finite scores", () => {
    fc.assert(
      fc.property(corpus, text, (documents, question) => {
        const hits = indexOf(documents)(question, documents.length);
        const asked = new Set(characters(question));
        const holding = documents.flatMap(({ title, body }, at) =>
          [...characters(title), ...characters(body)].some((term) => asked.has(term)) ? [at] : [],
        );
        expect(hits.map(({ document }) => document).sort((a, b) => a - b)).toEqual(holding);
        for (const [at, { score }] of hits.entries()) {
          expect(Number.isFinite(score)).toBe(true);
          expect(score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Infinity);
        }
      }),
    );
  });

  test("gives the first few of what it gives in full", () => {
    fc.assert(
      fc.property(corpus, text, fc.nat(8), (documents, question, most) => {
        const ask = indexOf(documents);
        expect(ask(question, most)).toEqual(ask(question, documents.length).slice(0, most));
      }),
    );
  });

  test("loses no result when an unrelated document is added", () => {
    fc.assert(
      fc.property(corpus, text, (documents, question) => {
        const before = indexOf(documents)(question, 99).map(({ document }) => document);
        const more = [...documents, { title: "雪暴", body: "暖气锅炉" }];
        const after = indexOf(more)(question, 99).map(({ document }) => document);
        expect(new Set(after)).toEqual(new Set(before));
      }),
    );
  });

  test("remembers nothing of an earlier question", () => {
    fc.assert(
      fc.property(corpus, text, text, (documents, first, second) => {
        const ask = indexOf(documents);
        const fresh = indexOf(documents)(second, 9);
        ask(first, 9);
        expect(ask(second, 9)).toEqual(fresh);
      }),
    );
  });

  test("of no documents gives nothing", () => {
    expect(indexOf([])("身份证", 5)).toEqual([]);
  });
});

describe("terms", () => {
  test("are characters and pairs; words of other scripts and numbers are whole", () => {
    expect(characters("身份证")).toHaveLength(5);
    expect(characters("打12345问")).toHaveLength(3);
    expect(characters("APP")).toEqual(characters("app"));
    expect(new Set([...characters("12345"), ...characters("12348")]).size).toBe(2);
  });

  test("leave out what only asks, and what cannot be read", () => {
    for (const nothing of ["", "  ", "怎么办", "你好，请问", "？？？", "😀", "\u0000", "的了吗"])
      expect(characters(nothing)).toEqual([]);
  });

  test("are whole numbers from 1 below 2³², whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (anything) => {
        for (const term of characters(anything))
          expect(Number.isInteger(term) && term > 0 && term < 2 ** 32).toBe(true);
      }),
    );
  });
});

test("a table of terms numbers them in order of first sight", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { maxLength: 5000 }), (seen) => {
      const table = termTable();
      const numbers = new Map<number, number>();
      for (const term of seen) {
        const number = table.add(term);
        expect(numbers.get(term) ?? numbers.size).toBe(number);
        numbers.set(term, number);
      }
      for (const [term, number] of numbers) expect(table.find(term)).toBe(number);
      expect(table.size).toBe(numbers.size);
      expect(table.find(0)).toBe(-1);
    }),
    { numRuns: 20 },
  );
});
