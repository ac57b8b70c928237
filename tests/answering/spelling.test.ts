import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spellerOf } from "../../src/answering/spelling.ts";

const texts = [
  "身份证丢了怎么补办",
  "补办身份证要几天",
  "户口本丢了去哪补",
  "户口本要带吗",
  "居住证多少钱",
  "办居住证要啥材料",
  "欠薪去哪告",
  "app上能办吗",
].flatMap((text) => Array.from({ length: 5 }, () => text));
const respell = spellerOf(texts);

describe("a speller", () => {
  test.each([
    ["护口本丢了", "户口本丢了"],
    ["身分证几天", "身份证几天"],
    ["居助证多烧钱", "居住证多少钱"],
    ["身份份证丢了", "身份证丢了"],
  ])("%s is put right by its sound: %s", (written, meant) => {
    expect(respell(written)).toBe(meant);
  });

  test.each([
    ["shenfenzheng丢了", "身份证丢了"],
    ["欠xin去哪告", "欠薪去哪告"],
    ["hkb丢了", "户口本丢了"],
    ["jzz要啥材料", "居住证要啥材料"],
  ])("%s is read as letters: %s", (written, meant) => {
    expect(respell(written)).toBe(meant);
  });

  test("leaves alone what the texts themselves say", () => {
    for (const text of texts) expect(respell(text)).toBe(text);
  });

  test("leaves alone what is no word of the texts by any sound", () => {
    for (const text of ["玉米", "下雪", "12345", "👍", "", "xyzxyzxyz", "玉米abc"])
      expect(respell(text)).toBe(text);
  });

  test("without texts changes nothing, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(spellerOf([])(text)).toBe(text);
      }),
    );
  });

  test("whatever is written gives text, and the same text every time", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(..."身深份证正护户口本sfzhkbshen "), maxLength: 40 }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(respell(text)).toBe(respell(text));
      }),
    );
  });
});
