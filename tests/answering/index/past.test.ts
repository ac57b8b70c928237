import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildIndex } from "../../../src/answering/index/build.ts";
import { memoryOf } from "../../../src/answering/index/past.ts";
import type { PastQuestion, PastWeights } from "../../../src/answering/index/past.ts";
import { searcher, termsOf } from "../../../src/answering/index/query.ts";
import { characters } from "../../../src/answering/index/tokens.ts";

const laws = [
  "劳动者的工资应当按月支付",
  "用人单位拖欠劳动报酬的责令支付",
  "房屋租赁合同应当采用书面形式",
  "承租人逾期不支付租金",
  "动物饲养人承担侵权责任",
];
const groupOf = Uint32Array.from([0, 0, 1, 1, 2]);
const index = buildIndex(
  laws.map((text) => ({ fields: [text], prior: 1 })),
  [{ weight: 1, saturation: 1.8, lengthPenalty: 0.8 }],
  characters,
);
const full: PastWeights = { field: 0.5, near: 0.5, group: 0.3 };
const nothing: PastWeights = { field: 0, near: 0, group: 0 };
const words = fc.string({
  unit: fc.constantFrom(..."老板欠钱不给工资房租狗咬人合同支付"),
  minLength: 1,
  maxLength: 10,
});
const past: fc.Arbitrary<PastQuestion[]> = fc.array(
  fc.record({
    text: words,
    answer: fc.constantFrom("", "可以要求支付"),
    documents: fc.uniqueArray(fc.nat(laws.length - 1), { minLength: 1, maxLength: 3 }),
  }),
  { maxLength: 8 },
);

function found(known: PastQuestion[], question: string, weights: PastWeights): number[] {
  const memory = memoryOf(index, groupOf, known);
  return memory.best(memory.recall(question), weights, 9).map(({ document }) => document);
}

describe("a memory of past questions", () => {
  test("finds by their words what the documents say otherwise", () => {
    const known = [{ text: "狗咬人谁赔", answer: "", documents: [4] }];
    expect(found([], "邻居的狗咬人", full)[0]).not.toBe(4);
    expect(found(known, "邻居的狗咬人", full)[0]).toBe(4);
  });

  test("that counts nothing changes no order", () => {
    fc.assert(
      fc.property(past, words, (known, question) => {
        const plain = searcher(index)(termsOf(index, question), 9).map(({ document }) => document);
        expect(found(known, question, nothing)).toEqual(plain);
      }),
    );
  });

  test("that is empty changes no order", () => {
    fc.assert(
      fc.property(words, (question) => {
        expect(found([], question, full)).toEqual(found([], question, nothing));
      }),
    );
  });

  test("loses nothing that is found without it", () => {
    fc.assert(
      fc.property(past, words, (known, question) => {
        const remembering = new Set(found(known, question, full));
        for (const document of found(known, question, nothing))
          expect(remembering.has(document)).toBe(true);
      }),
    );
  });
});
