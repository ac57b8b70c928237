import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { checkFolder } from "../../src/answering/check.ts";
import { folderOf, loadFiles } from "../../src/answering/load.ts";
import { searchOver } from "../../src/answering/search.ts";
import { taughtBy } from "../../src/answering/taught.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { entryText, grassText } from "./samples.ts";

const words = knowledgeWording;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "phrasings-"));
  for (const folder of ["id-card", "grassland", "examples/questions"])
    await mkdir(join(dir, folder), { recursive: true });
  await writeFile(join(dir, "id-card/replace.md"), entryText({}));
  await writeFile(join(dir, "grassland/fire.md"), grassText);
});

async function folder(says: string) {
  await writeFile(join(dir, "examples/questions/id-card.txt"), says);
  return folderOf(await loadFiles(dir, words), words);
}

async function problems(says: string): Promise<string[]> {
  return checkFolder(await folder(says), "2026-11-24", words.check)
    .problems.filter(({ file }) => file === "examples/questions/id-card.txt")
    .map(({ line, reason }) => `${line} ${reason}`);
}

test("words that no entry has are learnt from the ways people ask", async () => {
  const says = "[id-card-replace]\n\n# 老人的话\n小卡片寻不见了\r\n毡房外头掉了卡片";
  const entries = (await folder("")).entries.map(({ entry }) => entry);
  const said = "那小卡片掉毡房外头寻不见";
  const [before] = searchOver(entries, [])(said, 1);
  const [after] = searchOver(entries, [], taughtBy(await folder(says)))(said, 1);
  expect(before?.confidence ?? 0).toBeLessThan(0.5);
  expect(after?.entry.id).toBe("id-card-replace");
  expect(after?.confidence).toBeGreaterThan(0.6);
});

test("each way of asking names an entry that there is, once, and is no golden one", async () => {
  expect(await problems("[id-card-replace]\n卡片寻不见了")).toEqual([]);
  expect(await problems("卡片寻不见了")).toEqual([`1 ${words.problems.noHeading()}`]);
  expect(await problems("[身份证]\n卡片寻不见了")).toContain(
    `1 ${words.problems.badHeading("[身份证]")}`,
  );
  expect(await problems("[id-card-none]\n卡片寻不见了")).toEqual([
    `1 ${words.check.unknownEntry("id-card-none")}`,
  ]);
  expect(await problems("[id-card-replace]\n卡片寻不见了\n[grassland-fire]\n卡片寻不见了")).toEqual(
    [`4 ${words.check.questionTwice("卡片寻不见了", "id-card-replace")}`],
  );
});
