import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { serviceProblems } from "../../src/answering/check-services.ts";
import { folderOf, loadFiles, type Folder } from "../../src/answering/load.ts";
import { readServicesFile } from "../../src/answering/services-file.ts";
import { mostAsked } from "../../src/domain/cases.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";

const words = knowledgeWording.check;
const shipped = readFileSync("knowledge/services.yaml", "utf8");
const folder = folderOf(await loadFiles("knowledge", knowledgeWording), knowledgeWording);

/** What the check says of the shipped file with one thing changed, each with its line. */
function problemsWith(from: string, to: string): string[] {
  expect(shipped).toContain(from);
  const text = shipped.replace(from, to);
  const read = readServicesFile("services.yaml", text, knowledgeWording.problems);
  if (!read.ok) return read.problems.map(({ line, reason }) => `${line} ${reason}`);
  const changed: Folder = { ...folder, services: read.services, lineOfServices: read.lineOf };
  return serviceProblems(changed, words).map(({ line, reason }) => `${line} ${reason}`);
}

/** The line that a text stands in. */
const lineOf = (text: string): number => shipped.slice(0, shipped.indexOf(text)).split("\n").length;

it("finds nothing in the shipped services", () => {
  expect(serviceProblems(folder, words)).toEqual([]);
});

const coin = "{ what: 坏的那张证, from: id-card-damaged, when: 证坏了 }";

test.each<[string, string, string, string]>([
  [
    "an entry that is not there",
    coin,
    coin.replace("id-card-damaged", "nowhere"),
    `${lineOf(coin)} ${words.serviceEntryMissing("坏的那张证", "nowhere")}`,
  ],
  [
    "a case that no question tells",
    coin,
    coin.replace("证坏了", "证弄坏了"),
    `${lineOf(coin)} ${words.serviceCaseUnknown("证弄坏了", ["证丢了", "证坏了", "满16岁", "不满16岁"])}`,
  ],
])("names %s in a sentence, with its line", (_, from, to, problem) => {
  expect(problemsWith(from, to)).toEqual([problem]);
});

it("counts the questions that one person may be asked", () => {
  const asks = "  asks:\n    - name: fate";
  const more = ["a", "b", "c"].map(
    (name) =>
      `    - { name: ${name}, question: 问, choices: [{ name: x, label: 甲, case: ${name}甲 }, { name: y, label: 乙, case: ${name}乙 }] }\n`,
  );
  const [problem] = problemsWith(asks, `  asks:\n${more.join("")}    - name: fate`);
  expect(problem).toContain(words.serviceAsksMuch(5, mostAsked));
});

it("refuses a question with one choice, or one that is not written as it must be", () => {
  expect(problemsWith("age: { from: 0, to: 15 }", "age: 15")[0]).toMatch(/^\d+ .*age/u);
  expect(problemsWith("      only: for-others", "      only: sometimes")[0]).toContain(
    "for-others",
  );
});
