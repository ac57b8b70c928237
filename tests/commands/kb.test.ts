import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { kb } from "../../src/commands/kb.ts";
import { kbTexts, knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { entryText, grassText, inFolder, put, stationText } from "../answering/samples.ts";

const served = { "station.yaml": stationText, "id-card/replace.md": entryText() };

function station<T>(
  files: Record<string, string>,
  work: (
    run: (...args: string[]) => Promise<{ code: number; said: string[] }>,
    dir: string,
  ) => Promise<T>,
): Promise<T> {
  return inFolder(async (dir) => {
    await put(join(dir, "knowledge"), files);
    const options = {
      knowledgeDir: join(dir, "knowledge"),
      dataDir: join(dir, "data"),
      today: "2026-11-24",
    };
    return work(async (...args) => {
      const said: string[] = [];
      return { code: await kb(args, (line) => said.push(line), options), said };
    }, dir);
  });
}

describe("kb check", () => {
  test("of a folder in order ends well", () =>
    station(served, async (run) => {
      expect(await run("check")).toEqual({
        code: 0,
        said: [kbTexts.golden(3, 3), kbTexts.checked(1, 0)],
      });
    }));

  test("names file, line and reason, and ends with 1", () =>
    station({ ...served, "hukou/x.md": "# 标题" }, async (run) => {
      const { code, said } = await run("check");
      expect(code).toBe(1);
      expect(said[0]).toBe(
        kbTexts.problem("hukou/x.md", 1, knowledgeWording.problems.noFrontMatter()),
      );
    }));

  test("warns of what ends soon, and ends well all the same", () =>
    station(
      { ...served, "id-card/replace.md": entryText({ effective: "{ to: 2026-12-01 }" }) },
      async (run) => {
        const { code, said } = await run("check");
        expect(code).toBe(0);
        const reason = knowledgeWording.check.expiresSoon("2026-12-01", 7);
        expect(said[0]).toBe(kbTexts.warning("id-card/replace.md", 9, reason));
      },
    ));

  test("compares articles with the laws given", () =>
    station(served, async (run, dir) => {
      await put(dir, { "law.jsonl": '{"name":"中华人民共和国居民身份证法第一条","content":"甲"}' });
      const { code, said } = await run("check", "--laws", join(dir, "law.jsonl"));
      expect(code).toBe(1);
      expect(said[0]).toContain(knowledgeWording.check.noSuchArticle("居民身份证法", "第十一条"));
    }));
});

describe("kb search", () => {
  test("says of what is withdrawn that it is", () =>
    station(
      { ...served, "id-card/replace.md": entryText({ effective: "{ to: 2026-11-23 }" }) },
      async (run) => {
        const { said } = await run("search", "身份证丢了");
        expect(said[0]).toContain("id-card-replace");
        expect(said[1]).toBe(kbTexts.withdrawn);
      },
    ));

  test("shows what is found, how sure, and why", () =>
    station({ ...served, "grassland/fire.md": grassText }, async (run) => {
      const { code, said } = await run("search", "身份证丢了");
      expect(code).toBe(0);
      expect(said[0]).toContain("id-card-replace");
      expect(said[1]).toContain("身份证丢了怎么办");
    }));

  test("says so when nothing is found", () =>
    station(served, async (run) => {
      expect(await run("search", "暖气")).toEqual({ code: 1, said: [kbTexts.nothingFound] });
    }));
});

describe("kb import", () => {
  const incoming = {
    "in/a/anything.md": grassText,
    "in/same.md": entryText({ title: "新的标题" }),
    "in/broken.md": entryText({ id: "broken", title: null }),
    "in/secret.md": entryText({ id: "secret" }, "## 材料\n\n机密★10年\n"),
    "in/hidden.md": entryText({ id: "hidden" }, "## 材料\n\n户口\u200B本\n"),
    "in/草原法.txt": "草原法\n第一条 甲",
  };
  const read = (dir: string, path: string) => readFile(join(dir, path), "utf8");

  test("without --write says what it would do and writes nothing", () =>
    station(served, async (run, dir) => {
      await put(dir, incoming);
      const { code, said } = await run("import", join(dir, "in"));
      expect(code).toBe(1);
      expect(said).toContain(kbTexts.planned.add("a/anything.md", "grassland/fire.md"));
      expect(said).toContain(kbTexts.planned.taken("same.md", "id-card/replace.md"));
      expect(said).toContain(kbTexts.problem("secret.md", 19, knowledgeWording.imports.secret()));
      expect(said).toContain(
        kbTexts.problem("hidden.md", 19, knowledgeWording.imports.hiddenText()),
      );
      expect(said.at(-1)).toBe(kbTexts.wouldImport(1, 1));
      await expect(read(dir, "knowledge/grassland/fire.md")).rejects.toThrow();
      await expect(read(dir, "data/laws/草原法.jsonl")).rejects.toThrow();
    }));

  test("with --write brings in what is sound, and replaces nothing", () =>
    station(served, async (run, dir) => {
      await put(dir, incoming);
      await run("import", join(dir, "in"), "--write");
      expect(await read(dir, "knowledge/grassland/fire.md")).toBe(grassText);
      expect(await read(dir, "knowledge/id-card/replace.md")).toBe(entryText());
      expect(await read(dir, "data/laws/草原法.jsonl")).toBe(
        '{"name":"草原法第一条","content":"甲"}\n',
      );
      await expect(read(dir, "knowledge/id-card/secret.md")).rejects.toThrow();
    }));

  test("with --replace puts a new text in the place of the old", () =>
    station({ ...served, "id-card/replace.md": entryText() }, async (run, dir) => {
      await put(dir, { "in/same.md": entryText({ title: "新的标题" }) });
      expect((await run("import", join(dir, "in"), "--write", "--replace")).code).toBe(0);
      expect(await read(dir, "knowledge/id-card/replace.md")).toContain("新的标题");
    }));

  test("never writes over a file that only has the name", () =>
    station({ ...served, "grassland/fire.md": "半写完的草稿" }, async (run, dir) => {
      await put(dir, { "in/a.md": grassText });
      await run("import", join(dir, "in"), "--write", "--replace");
      expect(await read(dir, "knowledge/grassland/fire.md")).toBe("半写完的草稿");
    }));
});

test("what is not understood is answered with a sentence and 2", () =>
  station(served, async (run) => {
    expect(await run()).toEqual({ code: 2, said: kbTexts.usage });
    for (const args of [
      ["what"],
      ["search"],
      ["import"],
      ["import", "/nowhere"],
      ["check", "--x"],
      ["check", "--laws"],
    ])
      expect((await run(...args)).code).toBe(2);
  }));
