import { gzipSync } from "node:zlib";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gatherLaws, keepLaws } from "../../src/answering/import-laws.ts";
import { knownArticles } from "../../src/answering/law-collection.ts";
import { readLawLine, readLawText } from "../../src/answering/law-file.ts";
import { entryText, inFolder, put } from "./samples.ts";

const lawText = [
  "# 中华人民共和国草原法",
  "（2021年修正）",
  "## 第一章　总则",
  "第一条　为了保护草原，制定本法。",
  "第二条　在境内从事草原活动，适用本法。",
  "本法所称草原，是指天然草原和人工草地。",
  "第二章　草原权属",
  "**第十条之一** 依照第一条的规定办理。",
  "附则",
  "本法自公布之日起施行。",
].join("\r\n");

test("a law's text becomes its articles, headings left out", () => {
  expect(readLawText("x.md", lawText)).toEqual([
    { title: "草原法", article: "第一条", content: "为了保护草原，制定本法。" },
    {
      title: "草原法",
      article: "第二条",
      content: "在境内从事草原活动，适用本法。\n本法所称草原，是指天然草原和人工草地。",
    },
    { title: "草原法", article: "第十条之一", content: "依照第一条的规定办理。" },
  ]);
});

test("a text that begins with an article is named by its file; other texts have no articles", () => {
  expect(readLawText("草原法.txt", "第一条 甲")[0]?.title).toBe("草原法");
  expect(readLawText("x.txt", "今天下雪。\n见第一条。")).toEqual([]);
});

test("a line of a collection becomes an article, or nothing", () => {
  expect(readLawLine('{"name":"中华人民共和国刑法第一百三十三条之一","content":"甲"}')).toEqual({
    title: "刑法",
    article: "第一百三十三条之一",
    content: "甲",
  });
  for (const line of ["", "{", "null", "[]", '{"name":"刑法","content":"甲"}', '{"name":1}'])
    expect(readLawLine(line)).toBeNull();
});

test("laws are gathered from packed lines and texts, kept, and known again; entries are no laws", () =>
  inFolder(async (dir) => {
    const lines = '{"name":"../../坏/刑法第二条","content":"乙"}\n坏行\n';
    await put(dir, { "in/草原法.md": lawText, "in/entry.md": entryText() });
    await writeFile(join(dir, "in/more.jsonl.gz"), gzipSync(lines));
    const laws = await gatherLaws(join(dir, "in"));
    await keepLaws(laws, join(dir, "laws"));
    expect(laws.map(({ file }) => file)).toEqual(["-坏-刑法.jsonl", "草原法.jsonl"]);
    expect(await knownArticles(join(dir, "laws"))).toEqual(
      new Map([
        ["../../坏/刑法", new Set(["第二条"])],
        ["草原法", new Set(["第一条", "第二条", "第十条之一"])],
      ]),
    );
  }));
