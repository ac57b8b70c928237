import fc from "fast-check";
import { expect, test } from "vitest";
import { conflictsIn } from "../../src/answering/check-figures.ts";
import { figuresIn, valueOf } from "../../src/answering/figures.ts";
import type { KnowledgeEntry } from "../../src/domain/entry.ts";
import { entryNamed } from "./samples.ts";

const read = (text: string) =>
  figuresIn(text).map(({ about, unit, values }) => `${about} ${values} ${unit}`);

test.each([
  ["丢了补领，收40元。", "丢补领 40 元"],
  ["1. 换证收二十元。", "换证 20 元"],
  ["改名换证：20元。", "改名换证 20 元"],
  ["冒用别人的证，罚二百到一千元", "冒用别人证罚 200,1000 元"],
  ["冒用别人的证，罚200元到1000元", "冒用别人证罚 200,1000 元"],
  ["收40元", ""],
  ["五个工作日内告诉你", "告诉 5 工作日"],
  ["法院 72 小时内答复", "法院答复 72 小时"],
])("%s is read as %s", (text, figure) => {
  expect(read(text).join("; ")).toBe(figure);
});

test.each([
  "2026年1月1日起用新法。",
  "《民法典》第一百八十八条说了。",
  "国办发〔2022〕12号。",
  "5月10日那天办。",
  "打 12345 问问。",
])("%s counts nothing", (text) => {
  expect(read(text)).toEqual([]);
});

test("a number reads the same in digits and in words", () => {
  const words = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const spoken = (n: number): string => {
    if (n >= 100) {
      const rest = n % 100;
      const joint = rest > 0 && rest < 10 ? "零" : rest >= 10 && rest < 20 ? "一" : "";
      return `${words[Math.floor(n / 100)]}百${rest > 0 ? joint + spoken(rest) : ""}`;
    }
    if (n < 10) return words[n]!;
    return `${n < 20 ? "" : words[Math.floor(n / 10)]}十${words[n % 10]}`;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (n) => valueOf(spoken(n)) === valueOf(`${n}`)),
  );
  expect([valueOf("二十万"), valueOf("20万"), valueOf("两千"), valueOf("一千零五十")]).toEqual([
    200_000, 200_000, 2_000, 1_050,
  ]);
});

const entry = (id: string, text: string, changes: Partial<KnowledgeEntry> = {}) =>
  entryNamed(id, { sections: [{ facet: "费用", text }], ...changes });
const between = (...entries: KnowledgeEntry[]) =>
  conflictsIn(entries, new Set()).map(({ entry: one, other }) => `${one} ${other}`);

test("two entries of one matter may not count the same thing differently, in digits or in words", () => {
  const a = entry("a", "丢了补领，收40元。", { related: ["b"] });
  expect(between(a, entry("b", "丢了补领收四十元。"))).toEqual([]);
  expect(between(a, entry("b", "丢了补领收二十元。"))).toEqual(["a b"]);
  expect(between(a, entry("b", "到期换证收二十元。"))).toEqual([]);
  expect(between(a, entry("b", "丢了补领要三天。"))).toEqual([]);
});

test("one matter is one topic, and a name given or one business at the counter", () => {
  const a = entry("a", "丢了补领，收40元。");
  const b = entry("b", "丢了补领，收20元。");
  expect(between(a, b)).toEqual([]);
  expect(between(a, { ...b, related: ["a"] })).toEqual(["a b"]);
  expect(between({ ...a, service: "mediation" }, { ...b, service: "mediation" })).toEqual(["a b"]);
  expect(between(a, { ...b, related: ["a"], topic: "hukou" })).toEqual([]);
});

test("one part of an entry lists cases; its parts may not contradict each other", () => {
  expect(between(entry("a", "城里的三天以内报；农村的十天以内报。"))).toEqual([]);
  expect(between(entry("a", "45天以内发证。"), entry("b", "x"))).toEqual([]);
  expect(between(entry("a", "45天以内发证。", { short: "六十天以内发证。" }))).toEqual(["a a"]);
});
