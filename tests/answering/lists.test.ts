import { describe, expect, it } from "vitest";
import { checkFolder } from "../../src/answering/check.ts";
import { openKnowledge } from "../../src/answering/knowledge.ts";
import { folderOf, loadFiles } from "../../src/answering/load.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { inFolder, put, stationText } from "./samples.ts";

const words = knowledgeWording;
const problems = words.problems;
const known = "- { host: abc.com, name: 甲家, also: [jiajia], why: 公布 }\n";
const entry = (over = "") =>
  `- { value: "http://Bad.top/x", kind: host, reason: 骗子, source: 通报, added_by: 编写组, added_on: 2026-11-20, expires: null${over} }\n`;

function folderWith(files: Record<string, string>) {
  return inFolder(async (dir) => {
    await put(dir, { "station.yaml": stationText, ...files });
    return folderOf(await loadFiles(dir, words), words);
  });
}

describe("the files of hosts", () => {
  it("are read, with values in the form in which they are looked up", async () => {
    const folder = await folderWith({ "known-hosts.yaml": known, "blacklist.yaml": entry() });
    expect(folder.problems).toEqual([]);
    expect(folder.known).toEqual([
      { host: "abc.com", name: "甲家", also: ["jiajia"], imitated: true, open: false },
    ]);
    expect(folder.listed).toEqual([
      {
        kind: "host",
        value: "bad.top",
        reason: "骗子",
        source: "通报",
        appealed: false,
        expires: null,
      },
    ]);
  });

  it.each([
    [
      "known-hosts.yaml",
      "- { host: https://abc.com, name: 甲, why: 公布 }",
      problems.badFormat("[1].host", "icbc.com.cn"),
    ],
    ["known-hosts.yaml", "- { host: abc.com, why: 公布 }", problems.missing("[1].name")],
    ["known-hosts.yaml", `${known}${known}`, problems.listedTwice("abc.com")],
    ["blacklist.yaml", entry().replace("http://Bad.top/x", "随便"), problems.notListable("随便")],
    [
      "blacklist.yaml",
      entry().replace("kind: host", "kind: car"),
      problems.notOneOf("[1].kind", ["host", "phone", "account", "app"]),
    ],
    ["blacklist.yaml", entry(", colour: red"), problems.unknownKey("[1].colour")],
  ])("%s: %s", async (file, text, reason) => {
    const folder = await folderWith({ [file]: text });
    expect(folder.problems).toMatchObject([{ file, reason }]);
    expect([folder.known, folder.listed]).toEqual([[], []]);
  });

  it("may not call one host official and a swindler's", async () => {
    const listed = entry().replace("http://Bad.top/x", "abc.com");
    const folder = await folderWith({ "known-hosts.yaml": known, "blacklist.yaml": listed });
    expect(checkFolder(folder, "2026-11-24", words.check).problems).toContainEqual({
      ...{ file: "blacklist.yaml", line: 1, reason: words.check.officialListed("abc.com") },
    });
  });

  it("are followed while they change, and what ran out does not count", () =>
    inFolder(async (dir) => {
      await put(dir, { "station.yaml": stationText, "blacklist.yaml": entry() });
      let today = "2026-11-24";
      const log = { info() {}, warn() {}, error() {} };
      const knowledge = await openKnowledge({ dir, today: () => today, words, log, watch: false });
      expect(knowledge.lists.listed).toHaveLength(1);
      await put(dir, {
        "blacklist.yaml": entry().replace("null", "2026-11-25"),
        "known-hosts.yaml": known,
      });
      await knowledge.refresh();
      expect(knowledge.lists.known).toHaveLength(1);
      expect(knowledge.lists.listed).toHaveLength(1);
      today = "2026-11-26";
      expect(knowledge.lists.listed).toEqual([]);
      await put(dir, { "known-hosts.yaml": "- broken" });
      await knowledge.refresh();
      expect(knowledge.lists.known).toHaveLength(1);
    }));

  it("are shipped: official hosts that people know, and a list that is empty but for its form", async () => {
    const { lists } = await realKnowledge();
    expect(lists.listed).toEqual([]);
    expect(lists.known.length).toBeGreaterThan(100);
    for (const name of [
      "工商银行",
      "农业银行",
      "邮储银行",
      "中国移动",
      "铁路12306",
      "交管12123",
      "税务局",
      "社保局",
      "京东",
      "顺丰",
    ])
      expect(lists.known.map((one) => one.name)).toContain(name);
  });
});
