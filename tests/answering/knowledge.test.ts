import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openKnowledge } from "../../src/answering/knowledge.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { entryText, grassText, inFolder, put, stationText } from "./samples.ts";

const words = knowledgeWording;
const silent = { info() {}, warn() {}, error() {} };
const files = {
  "station.yaml": stationText,
  "id-card/replace.md": entryText(),
  "grassland/fire.md": grassText,
};
const opened = (dir: string, today = () => "2026-11-24") =>
  openKnowledge({ dir, today, words, log: silent, watch: false });

describe("a knowledge folder", () => {
  test("is served with the station's facts in place; one not filled in is said to be so", () =>
    inFolder(async (dir) => {
      await put(dir, files);
      const knowledge = await opened(dir);
      expect(knowledge.problems).toEqual([]);
      expect(knowledge.station.name).toBe("前进派出所");
      expect(knowledge.find("身份证丢了", 1)[0]?.entry.id).toBe("id-card-replace");
      const entry = knowledge.entry("id-card-replace");
      expect(entry?.short).toBe("带户口本到派出所补领，电话 0470-1234567。");
      expect(entry?.sections[1]?.text).toBe(words.station.noAddress);
    }));

  test("that is missing or empty serves nothing, and says what is missing", () =>
    inFolder(async (dir) => {
      const knowledge = await opened(join(dir, "nowhere"));
      expect(knowledge.find("身份证", 3)).toEqual([]);
      expect(knowledge.station.name).toBe(words.station.nameless);
      expect(knowledge.problems[0]).toMatchObject({ file: "station.yaml" });
    }));

  test("with a broken file serves the rest, and names file and line", () =>
    inFolder(async (dir) => {
      await put(dir, { ...files, "hukou/birth.md": entryText({ id: "hukou-birth", topic: "x" }) });
      const knowledge = await opened(dir);
      expect(knowledge.entries).toHaveLength(2);
      expect(knowledge.problems).toMatchObject([{ file: "hukou/birth.md", line: 4 }]);
    }));

  test("with one id in two files serves the first and names the other", () =>
    inFolder(async (dir) => {
      await put(dir, { ...files, "id-card/second.md": entryText({ title: "另一条" }) });
      const knowledge = await opened(dir);
      expect(knowledge.entry("id-card-replace")?.title).toBe("身份证丢了，补领新证");
      expect(knowledge.problems).toMatchObject([{ file: "id-card/second.md", line: 2 }]);
    }));
});

describe("an edit", () => {
  test("is served after a look at the files, and changes the name of the release", () =>
    inFolder(async (dir) => {
      await put(dir, files);
      const knowledge = await opened(dir);
      const before = knowledge.release;
      await knowledge.refresh();
      expect(knowledge.release).toBe(before);
      await put(dir, { "id-card/replace.md": entryText({ title: "补领身份证" }) });
      await knowledge.refresh();
      expect(knowledge.entry("id-card-replace")?.title).toBe("补领身份证");
      expect(knowledge.release).not.toBe(before);
    }));

  test("that breaks a file keeps its last good reading; mended, it is served", () =>
    inFolder(async (dir) => {
      await put(dir, files);
      const knowledge = await opened(dir);
      await put(dir, {
        "id-card/replace.md": entryText({ title: null }),
        "station.yaml": "name: [",
      });
      await knowledge.refresh();
      expect(knowledge.find("身份证丢了", 1)[0]?.entry.title).toBe("身份证丢了，补领新证");
      expect(knowledge.station.phone).toBe("0470-1234567");
      expect(new Set(knowledge.problems.map(({ file }) => file))).toEqual(
        new Set(["id-card/replace.md", "station.yaml"]),
      );
      await put(dir, {
        "id-card/replace.md": entryText({ title: "补领" }),
        "station.yaml": stationText,
      });
      await knowledge.refresh();
      expect(knowledge.problems).toEqual([]);
      expect(knowledge.entry("id-card-replace")?.title).toBe("补领");
    }));

  test("that removes a file takes its entry away", () =>
    inFolder(async (dir) => {
      await put(dir, files);
      const knowledge = await opened(dir);
      await rm(join(dir, "grassland"), { recursive: true });
      await knowledge.refresh();
      expect(knowledge.entry("grassland-fire")).toBeUndefined();
      expect(knowledge.find("草原着火", 3)).toEqual([]);
      expect(knowledge.find("身份证丢了", 1)).toHaveLength(1);
    }));

  test("is found without being asked to look", () =>
    inFolder(async (dir) => {
      await put(dir, { "station.yaml": stationText });
      const watch = { everyMs: 20 };
      const today = () => "2026-11-24";
      const knowledge = await openKnowledge({ dir, today, words, log: silent, watch });
      try {
        await put(dir, { "id-card/replace.md": entryText() });
        await vi.waitFor(() => expect(knowledge.find("补证", 1)).toHaveLength(1), 20_000);
      } finally {
        knowledge.close();
      }
    }));
});

describe("an entry is withdrawn", () => {
  const standing = (changes: Record<string, string>, extra: Record<string, string> = {}) =>
    inFolder(async (dir) => {
      await put(dir, { ...files, ...extra, "id-card/replace.md": entryText(changes) });
      const knowledge = await opened(dir);
      const found = knowledge
        .find("身份证丢了", 3)
        .find(({ entry }) => entry.id === "id-card-replace");
      const served = knowledge.entry("id-card-replace") !== undefined;
      expect(knowledge.entries.some(({ id }) => id === "id-card-replace")).toBe(served);
      expect(found?.withdrawn ?? false).toBe(found !== undefined && !served);
      return served ? "served" : found ? "withdrawn" : "not there";
    });
  const cites = (source: string) => ({ sources: `[{ ${source} }]` });
  const list = {
    "superseded.yaml": [
      "- { title: 治安管理处罚法, before: 2026-01-01, articles: [第十九条] }",
      "- { title: 草原防火条例, before: null }",
    ].join("\n"),
  };

  test("after its days, so that it is found and marked; before them it is not there", async () => {
    expect(await standing({ effective: "{ from: 2026-11-25, to: null }" })).toBe("not there");
    expect(await standing({ effective: "{ from: null, to: 2026-11-23 }" })).toBe("withdrawn");
    expect(await standing({ effective: "{ from: 2026-11-24, to: 2026-11-24 }" })).toBe("served");
  });

  test("when it cites an old text, a law that is gone, or an article that nobody has checked", async () => {
    const law = "title: 治安管理处罚法, article:";
    expect(await standing(cites(`${law} 第四十三条, in_force_from: 2013-01-01`), list)).toBe(
      "withdrawn",
    );
    expect(await standing(cites(`${law} 第四十三条, in_force_from: 2026-01-01`), list)).toBe(
      "withdrawn",
    );
    expect(await standing(cites("title: 治安管理处罚法"), list)).toBe("withdrawn");
    expect(await standing(cites("title: 草原防火条例, in_force_from: 2009-01-01"), list)).toBe(
      "withdrawn",
    );
    expect(await standing(cites(`${law} 第十九条, in_force_from: 2026-01-01`), list)).toBe(
      "served",
    );
    expect(await standing(cites(`${law} null, in_force_from: 2026-01-01`), list)).toBe("served");
  });

  test("on the very day, without an edit", () =>
    inFolder(async (dir) => {
      await put(dir, {
        ...files,
        "id-card/replace.md": entryText({ effective: "{ from: null, to: 2026-12-31 }" }),
      });
      let day = "2026-12-31";
      const knowledge = await opened(dir, () => day);
      expect(knowledge.find("身份证丢了", 1)).toHaveLength(1);
      day = "2027-01-01";
      expect(knowledge.find("身份证丢了", 1)).toMatchObject([{ withdrawn: true }]);
      expect(knowledge.entry("id-card-replace")).toBeUndefined();
    }));
});
