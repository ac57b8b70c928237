import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { piecesOf, questionsInside } from "../../src/understanding/split-questions.ts";

describe("two questions in one message", () => {
  it.each([
    ["身份证丢了咋补 顺便问问孩子上户口要啥", ["身份证丢了咋补", "孩子上户口要啥"]],
    ["挂失去哪 另外补证多少钱", ["挂失去哪", "补证多少钱"]],
    ["工资不给找谁 还有调解收费不", ["工资不给找谁", "调解收费不"]],
    ["怎么换证，对了，居住证在哪办", ["怎么换证", "居住证在哪办"]],
  ])("joined by a word: %s", (said, parts) => {
    expect(piecesOf(said)).toEqual({ parts, joined: true });
  });

  it.each([
    ["身份证丢了咋补？孩子上户口要啥？", ["身份证丢了咋补", "孩子上户口要啥"]],
    ["怎么换证\n居住证在哪办", ["怎么换证", "居住证在哪办"]],
    ["居住证几天 要钱吗", ["居住证几天", "要钱吗"]],
  ])("side by side: %s", (said, parts) => {
    expect(piecesOf(said)).toEqual({ parts, joined: false });
  });

  it.each([
    "身份证丢了怎么补",
    "身份证丢在地里了。找了三天。咋补",
    "还有多久到期能换",
    "俺身份证丢了 在旗里丢的 咋整",
  ])("are not read into one: %s", (said) => {
    expect(piecesOf(said).parts).toEqual([]);
  });
});

describe("a story", () => {
  it("gives the pieces that ask", () => {
    const story =
      "那天我去旗里赶集，人多得走不动道，回来一摸兜钱包没了，身份证补一张要多少钱，家里还等着用";
    expect(questionsInside(story)).toContain("身份证补一张要多少钱");
  });

  it("gives no piece that only leans on the rest", () => {
    expect(questionsInside("卖了四头牛给他，说好秋后结账，到现在人影没有，还能要回来不")).toEqual(
      [],
    );
  });

  it("is not looked for in a short message", () => {
    expect(questionsInside("身份证补一张要多少钱")).toEqual([]);
  });
});

it("never looks at more than a handful of pieces", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."身份证丢了咋补?,。 吗还有另外\n"), maxLength: 400 }),
      (text) => {
        expect(piecesOf(text).parts.length).toBeLessThanOrEqual(4);
        expect(questionsInside(text).length).toBeLessThanOrEqual(4);
      },
    ),
  );
});
