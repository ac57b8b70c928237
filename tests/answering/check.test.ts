import { expect, test } from "vitest";
import { checkFolder } from "../../src/answering/check.ts";
import { readEntryFile } from "../../src/answering/entry-file.ts";
import type { Folder } from "../../src/answering/load.ts";
import { unknownStation } from "../../src/answering/station-file.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { entryText, grassText } from "./samples.ts";
import type { Changes } from "./samples.ts";

const words = knowledgeWording.check;
const today = "2026-11-24";

function folderWith(files: Record<string, string>): Folder {
  const entries = Object.entries(files).map(([file, text]) => {
    const result = readEntryFile(file, text, knowledgeWording.problems);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.read;
  });
  const superseded = [{ title: "婚姻登记条例", before: "2025-05-10", articles: [] }];
  const station = unknownStation("x");
  return {
    entries,
    station,
    lexicon: [],
    superseded,
    varying: [],
    phrasings: new Map(),
    known: [],
    listed: [],
    calendar: [],
    services: [],
    lineOfServices: () => 1,
    problems: [],
  };
}

function problemsOf(changes: Changes, body?: string, laws?: Map<string, Set<string>>): string[] {
  const folder = folderWith({
    "grassland/fire.md": grassText,
    "id-card/replace.md": entryText(changes, body),
  });
  return checkFolder(folder, today, words, laws).problems.map(
    ({ line, reason }) => `${line} ${reason}`,
  );
}

test("a folder in order has no problems, and every golden question finds its entry", () => {
  const folder = folderWith({ "id-card/replace.md": entryText(), "grassland/fire.md": grassText });
  expect(checkFolder(folder, today, words)).toEqual({
    problems: [],
    warnings: [],
    entries: 2,
    golden: { asked: 6, first: 6 },
    notCompared: [],
  });
});

test.each<[string, Changes, string]>([
  ["few questions", { questions: "[身份证丢了, 补证]" }, `5 ${words.tooFewQuestions(2, 8)}`],
  [
    "few golden questions",
    { golden: "{ match: [身份证丢了呀], not: [着火] }" },
    `14 ${words.tooFewGolden(1, 3)}`,
  ],
  ["a folder of another topic", { topic: "hukou" }, `4 ${words.wrongFolder("id-card", "hukou")}`],
  ["an entry that is not there", { related: "[nowhere]" }, `13 ${words.relatedMissing("nowhere")}`],
  [
    "a review that is due",
    { reviewed: "{ by: 甲, on: 2025-01-01, again_by: 2026-01-01 }" },
    `10 ${words.reviewDue("2026-01-01")}`,
  ],
  [
    "an entry past its days",
    { effective: "{ to: 2026-01-01 }" },
    `9 ${words.expired("2026-01-01")}`,
  ],
  [
    "a number that nobody checked",
    { short: "打 13800138000。" },
    `6 ${words.strangeNumber("13800138000")}`,
  ],
  [
    "a law that was replaced",
    { sources: "[{ title: 婚姻登记条例, in_force_from: 2003-10-01 }]" },
    `7 ${words.superseded("婚姻登记条例", "2025-05-10", [])}`,
  ],
  [
    "a question of another entry",
    { questions: "[草原着火, 身份证丢了, 补证, 丢证, 证丢了, 补身份证, 身份证没了, 身份证掉了]" },
    `5 ${words.questionTwice("草原着火", "grassland-fire")}`,
  ],
  [
    "a golden question that is no secret",
    { golden: "{ match: [补证, 身份证找不着了, 想补身份证], not: [着火] }" },
    `14 ${words.goldenAmongQuestions("补证", "id-card-replace")}`,
  ],
  [
    "a golden question that finds another entry",
    { golden: "{ match: [草原上着火了, 身份证找不着, 想补身份证], not: [着火] }" },
    `14 ${words.goldenMissed("草原上着火了", "grassland-fire")}`,
  ],
  [
    "a question that must not find it",
    { golden: "{ match: [身份证找不着, 想补身份证, 身份证丢道上了], not: [身份证丢了] }" },
    `14 ${words.goldenWrong("身份证丢了")}`,
  ],
])("%s is a problem", (_what, changes, problem) => {
  expect(problemsOf(changes)).toContain(problem);
});

test.each<[string, Changes, string | null]>([
  [
    "a review within thirty days",
    { reviewed: "{ by: 甲, on: 2025-12-24, again_by: 2026-12-24 }" },
    `10 ${words.reviewSoon("2026-12-24", 30)}`,
  ],
  ["a review after that", { reviewed: "{ by: 甲, on: 2025-12-25, again_by: 2026-12-25 }" }, null],
  [
    "an entry that ends within thirty days",
    { effective: "{ to: 2026-11-24 }" },
    `9 ${words.expiresSoon("2026-11-24", 0)}`,
  ],
  ["an entry that ends after that", { effective: "{ to: 2026-12-25 }" }, null],
  ["an entry that has ended", { effective: "{ to: 2026-11-23 }" }, null],
])("%s is warned of in time, without being a problem yet", (_what, changes, warning) => {
  const folder = folderWith({ "id-card/replace.md": entryText(changes) });
  const { warnings } = checkFolder(folder, today, words);
  expect(warnings.map(({ line, reason }) => `${line} ${reason}`)).toEqual(warning ? [warning] : []);
});

test("figures that differ between entries of one matter are a problem; those that may are not", () => {
  const fee = (amount: string) => `## 费用\n\n丢了补领，收${amount}。`;
  const folder = folderWith({
    "id-card/replace.md": entryText({}, fee("40元")),
    "id-card/fees.md": entryText(
      { id: "id-card-fees", questions: "[办证多少钱]", golden: null },
      fee("二十元"),
    ),
  });
  const figures = ({ problems }: ReturnType<typeof checkFolder>) =>
    problems.filter(({ reason }) => reason.includes("数不一样"));
  expect(figures(checkFolder(folder, today, words))).toEqual([
    {
      file: "id-card/replace.md",
      line: 2,
      reason: words.figuresDiffer("收40元", "id-card-fees", "收二十元", "丢补领"),
    },
  ]);
  expect(figures(checkFolder({ ...folder, varying: ["丢补领"] }, today, words))).toEqual([]);
});

test("amounts and checked hotlines are no strange numbers", () => {
  expect(problemsOf({}, "## 费用\n\n12000元，拨 12345、96110、12110。")).toEqual([]);
  expect(problemsOf({}, "## 费用\n\n拨 12119。")).toEqual([
    `2 ${words.strangeNumberIn("费用", "12119")}`,
  ]);
});

test("articles are compared with the laws given; a document that is not among them is named", () => {
  const laws = new Map([["居民身份证法", new Set(["第十一条"])]]);
  expect(problemsOf({}, undefined, laws)).toEqual([]);
  const wrong =
    "[{ title: 居民身份证法, article: 第九十九条 }, { title: 某规定, article: 第一条 }]";
  expect(problemsOf({ sources: wrong }, undefined, laws)).toEqual([
    `7 ${words.noSuchArticle("居民身份证法", "第九十九条")}`,
  ]);
  const folder = folderWith({ "id-card/replace.md": entryText({ sources: wrong }) });
  expect(checkFolder(folder, today, words, laws).notCompared).toEqual(["某规定"]);
});
