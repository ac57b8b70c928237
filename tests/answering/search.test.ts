import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openKnowledge } from "../../src/answering/knowledge.ts";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import { searchOver } from "../../src/answering/search.ts";
import { noisy } from "../../bench/noise.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { asked } from "./asked.ts";
import { outOfScope } from "./out-of-scope.ts";
import { entryNamed } from "./samples.ts";

/** From here up an entry is given as the answer. */
const sure = 0.8;
const silent = { info() {}, warn() {}, error() {} };

const han = fc.constantFrom(..."身份证户口迁草原牛羊工钱借条法院派出所民警村里电话材料");
const question = fc.string({ unit: han, minLength: 2, maxLength: 10 });

describe("a search", () => {
  test("finds the entry that has the very question first, and is sure of it", () => {
    const questions = fc.uniqueArray(question, { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(questions, fc.nat(), (texts, pick) => {
        const entries = texts.map((text, at) => entryNamed(`e${at}`, { questions: [text] }));
        const at = pick % texts.length;
        const found = searchOver(entries, [])(texts[at] ?? "", 1)[0];
        expect(new Set(found?.entry.questions[0])).toEqual(new Set(texts[at]));
        expect(found?.confidence).toBeGreaterThanOrEqual(sure);
      }),
    );
  });

  test("gives confidences from 0 to 1, whatever is asked", () => {
    const entries = ["身份证丢了", "草原着火", "欠工钱"].map((title, at) =>
      entryNamed(`e${at}`, { title, questions: [title] }),
    );
    const search = searchOver(entries, [{ say: ["证没了"], mean: "身份证 丢失" }]);
    fc.assert(
      fc.property(fc.oneof(question, fc.string({ unit: "binary", maxLength: 300 })), (words) => {
        for (const { confidence } of search(words, 5)) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("of nothing gives nothing", () => {
    const search = searchOver([entryNamed("a", { title: "身份证" })], []);
    for (const nothing of ["", "   ", "\u0000\u200B", "怎么办", "？！", "😀😀"])
      expect(search(nothing, 5)).toEqual([]);
    expect(search("身份证", 0)).toEqual([]);
    expect(searchOver([], [])("身份证", 5)).toEqual([]);
  });

  test("a word of the lexicon finds what is written otherwise, and drops none of the person's own", () => {
    const entries = [
      entryNamed("wages", { title: "拖欠劳动报酬" }),
      entryNamed("other", { title: "包地合同" }),
    ];
    const pairs = [{ say: ["干活不给钱"], mean: "拖欠劳动报酬" }];
    expect(searchOver(entries, [])("干活不给钱", 1)).toEqual([]);
    const [found] = searchOver(entries, pairs)("干活不给钱", 1);
    expect(found).toMatchObject({ entry: { id: "wages" }, means: ["拖欠劳动报酬"] });
    const own = searchOver([...entries, entryNamed("own", { title: "干活不给钱咋办" })], pairs);
    expect(own("干活不给钱", 1)[0]?.entry.id).toBe("own");
  });

  test("says which of the entry's questions was nearest", () => {
    const questions = ["身份证丢了咋整", "补一张身份证多少钱"];
    const [found] = searchOver([entryNamed("a", { questions })], [])("补身份证多少钱", 1);
    expect(found?.question).toBe(questions[1]);
  });
});

describe("the shipped entries", () => {
  let knowledge: LiveKnowledge;
  beforeAll(async () => {
    knowledge = await openKnowledge({
      dir: "knowledge",
      today: () => "2026-11-24",
      words: knowledgeWording,
      log: silent,
      watch: false,
    });
  });

  test("nine of ten questions put in other words find their entry first, and nearly all among three", () => {
    const places = asked.map(([text, ...right]) =>
      knowledge.find(text, 3).findIndex(({ entry }) => right.includes(entry.id)),
    );
    const first = places.filter((place) => place === 0).length / asked.length;
    const amongThree = places.filter((place) => place >= 0).length / asked.length;
    expect(first).toBeGreaterThanOrEqual(0.9);
    expect(amongThree).toBeGreaterThanOrEqual(0.97);
  });

  test("misspelt and misheard questions find their entry nearly as often", () => {
    const right = (spell: (text: string) => string): number =>
      asked.filter(([text, ...entries]) =>
        entries.includes(knowledge.find(spell(text), 1)[0]?.entry.id ?? ""),
      ).length / asked.length;
    expect(right(noisy)).toBeGreaterThanOrEqual(right((text) => text) - 0.05);
  });

  test("letters for words are understood", () => {
    for (const [letters, words] of [
      ["hkb丢了咋补", "户口本丢了咋补"],
      ["shenfenzheng丢了咋补", "身份证丢了咋补"],
    ] as const)
      expect(knowledge.find(letters, 1)[0]?.entry.id).toBe(knowledge.find(words, 1)[0]?.entry.id);
  });

  test("of golden questions that are answered, 97 in 100 are answered from the right entry", () => {
    const answered = knowledge.entries.flatMap(({ id, golden }) =>
      golden.match.flatMap((text) => {
        const found = knowledge.find(text, 1)[0];
        return found && found.confidence >= sure ? [found.entry.id === id] : [];
      }),
    );
    expect(answered.length).toBeGreaterThan(0);
    expect(answered.filter((right) => right).length / answered.length).toBeGreaterThanOrEqual(0.97);
  });

  test("what no entry answers is not answered", () => {
    const answered = outOfScope.filter(
      (text) => (knowledge.find(text, 1)[0]?.confidence ?? 0) >= sure,
    );
    expect(answered).toEqual([]);
  });

  test.each(asked.filter(([text]) => text.length <= 4))("%s is enough to ask", (text, ...right) => {
    const [found] = knowledge.find(text, 1);
    expect(right).toContain(found?.entry.id);
  });
});
