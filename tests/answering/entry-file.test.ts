import { expect, test } from "vitest";
import { readEntryFile } from "../../src/answering/entry-file.ts";
import { readStationFile } from "../../src/answering/station-file.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { entryText } from "./samples.ts";
import type { Changes } from "./samples.ts";

const words = knowledgeWording.problems;
const read = (text: string) => readEntryFile("id-card/replace.md", text, words);
const problemsOf = (changes: Changes, body?: string) => {
  const result = read(entryText(changes, body));
  return result.ok ? [] : result.problems.map(({ line, reason }) => ({ line, reason }));
};

test("an entry's file becomes an entry", () => {
  const result = read(entryText());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.read.entry).toMatchObject({
    id: "id-card-replace",
    sources: [{ title: "居民身份证法", article: "第十一条", inForceFrom: "2012-01-01" }],
    sections: [
      { facet: "材料", text: "户口本。" },
      { facet: "地点", text: "{{station.address}}" },
    ],
    reviewed: { againBy: "2027-11-24" },
    service: "id_card_replace",
  });
  expect(result.read.lineOf(["golden", "match", 0])).toBe(14);
});

test("Windows line ends, a byte order mark and spaces after --- are fine", () => {
  const text = `\uFEFF${entryText()}`.replaceAll("\n", "\r\n").replace("---\r\n", "---  \r\n");
  expect(read(text).ok).toBe(true);
});

test.each<[string, Changes, number, string]>([
  ["a missing key", { title: null }, 2, words.missing("title")],
  ["a key that nobody knows", { colour: "red" }, 15, words.unknownKey("colour")],
  ["a topic out of the list", { topic: "cooking" }, 4, "topic"],
  ["no questions", { questions: "[]" }, 5, words.tooFew("questions", 1)],
  ["no sources", { sources: "[]" }, 7, words.tooFew("sources", 1)],
  ["a long first answer", { short: "长".repeat(61) }, 6, words.shortTooLong(61, 60)],
  ["an article in digits", { sources: "[{ title: 民法典, article: 第11条 }]" }, 7, "第十一条"],
  ["a law in 《》", { sources: "[{ title: 《民法典》 }]" }, 7, "sources[1].title"],
  ["a day that does not exist", { effective: "{ from: 2026-02-30 }" }, 9, "effective.from"],
  ["a fact that no station has", { short: "打 {{station.fax}}" }, 6, "station.fax"],
  ["a custom tag", { title: "!!js/function 'x'" }, 3, ""],
  ["an alias", { title: "&a 甲", short: "*a" }, 2, ""],
  ["a key written twice", { "title ": "乙" }, 15, ""],
])("%s is named with its line", (_what, changes, line, reason) => {
  const problems = problemsOf(changes);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBe(line);
  expect(problems[0]?.reason).toContain(reason);
});

test.each([
  ["a heading that is no facet", "## 备注\n\n字", 17, "备注"],
  ["text before the first heading", "字\n\n## 材料\n\n字", 17, words.textBeforeHeading()],
  ["an empty section", "## 材料\n\n## 费用\n\n字", 17, words.emptySection("材料")],
  ["the same heading twice", "## 材料\n\n字\n\n## 材料\n\n字", 21, words.twiceHeading("材料")],
  ["a body of nothing", "", 16, words.noSections()],
  ["a template in the body", "## 材料\n\n{{station.fax}}", 19, "station.fax"],
])("%s is named with its line", (_what, body, line, reason) => {
  const problems = problemsOf({}, body);
  expect(problems[0]?.reason).toContain(reason);
  expect(problems[0]?.line).toBe(line);
});

test("a file without front matter, with one that never ends, too big or not text is refused", () => {
  const reasonOf = (text: string) => {
    const result = read(text);
    return result.ok ? "" : result.problems[0]?.reason;
  };
  expect(reasonOf("# 标题")).toBe(words.noFrontMatter());
  expect(reasonOf("---\nid: a\n")).toBe(words.frontMatterOpen());
  expect(reasonOf("x".repeat(70_000))).toBe(words.tooBig(64));
  expect(reasonOf(entryText({}, "## 材料\n\n\u0000"))).toBe(words.notText());
});

test("a station that has filled in little is a station; a phone without quotes is not read", () => {
  expect(readStationFile("station.yaml", "name: 前进派出所\nphone: null\n", words)).toMatchObject({
    ok: true,
    station: { name: "前进派出所", phone: null, hours: [], villages: [] },
  });
  expect(
    readStationFile("station.yaml", "name: 前进派出所\narea_code: 0470\n", words),
  ).toMatchObject({
    ok: false,
    problems: [{ line: 2 }],
  });
});

test("days off are closed, days that make up for them are not", () => {
  const text = [
    "name: 前进派出所",
    "holidays:",
    '  - "2026-10-01"',
    '  - { date: "2026-10-02", open: false, name: 国庆 }',
    '  - { date: "2026-10-10", open: true, name: 调休 }',
  ].join("\n");
  const result = readStationFile("station.yaml", text, words);
  expect(result.ok && result.station.holidays).toEqual(["2026-10-01", "2026-10-02"]);
});

test("seats and the days of villages are read; what is left out has one counter and no village day", () => {
  const text = [
    "name: 前进派出所",
    'seats: { counters: 2, hours: [{ days: [1], from: "08:00", to: "11:00" }] }',
    "village_days:",
    '  - { village: 前进村, days: [3], from: "09:30", to: "11:30" }',
    '  - { village: 前进村, on: ["2026-12-08"], from: "14:00", to: "16:00" }',
  ].join("\n");
  const result = readStationFile("station.yaml", text, words);
  expect(result).toMatchObject({
    station: {
      seats: { counters: 2, hours: [{ days: [1], from: "08:00", to: "11:00" }] },
      villageDays: [
        { village: "前进村", days: [3], on: [], from: "09:30", to: "11:30" },
        { village: "前进村", days: [], on: ["2026-12-08"] },
      ],
    },
  });
  const bare = readStationFile("station.yaml", "name: 前进派出所\nseats: {}\n", words);
  expect(bare).toMatchObject({ station: { seats: { counters: 1, hours: [] }, villageDays: [] } });
  expect(readStationFile("station.yaml", "name: 前\nseats: { counters: 0 }\n", words).ok).toBe(
    false,
  );
});
