import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blacklist } from "../../src/commands/blacklist.ts";
import { readConfig } from "../../src/config.ts";
import { blacklistTexts as texts } from "../../src/texts/zh-cn/blacklist.ts";
import { onPostgres } from "../support/database.ts";
import { folderForTest } from "../support/opened-store.ts";
import { run } from "../support/process.ts";

const head = "种类,值,原因,来源,有效期";
const lines = `${head}\n网址,http://Abc.top/x,冒充银行,通报,\n电话,13812345678,冒充客服,通报,\n`;

/** 网址,abc.top,骗子 as Excel writes it here. */
const gbk = Buffer.from([
  ...[
    0xd6, 0xd6, 0xc0, 0xe0, 0x2c, 0xd6, 0xb5, 0x2c, 0xd4, 0xad, 0xd2, 0xf2, 0x2c, 0xc0, 0xb4, 0xd4,
    0xb4, 0x0d, 0x0a,
  ],
  ...[
    0xcd,
    0xf8,
    0xd6,
    0xb7,
    0x2c,
    ...Buffer.from("abc.top"),
    0x2c,
    0xc6,
    0xad,
    0xd7,
    0xd3,
    0x2c,
    0xcd,
    0xa8,
    0xb1,
    0xa8,
  ],
]);

function station() {
  const folder = folderForTest();
  const config = readConfig(process.cwd(), { DATA_DIR: join(folder, "data") });
  return {
    file(content: string | Buffer): string {
      const path = join(folder, "list.csv");
      writeFileSync(path, content);
      return path;
    },
    async kb(...args: string[]) {
      const said: string[] = [];
      const code = await blacklist(config, args, (text) => said.push(text));
      return { code, said };
    },
  };
}

describe.skipIf(onPostgres)("kb blacklist", () => {
  it("takes a list in, shows it, takes an entry out", async () => {
    const { file, kb } = station();
    const path = file(lines);
    expect(await kb("list")).toEqual({ code: 0, said: [texts.empty] });
    expect(await kb("import", path, "--by", "张强")).toEqual({
      code: 0,
      said: [texts.imported(2, 0, 0, 0)],
    });
    expect(await kb("import", path)).toEqual({ code: 0, said: [texts.imported(0, 0, 2, 0)] });
    const { said } = await kb("list");
    const listing = { source: "通报", until: null, addedBy: "张强", addedAt: 0, appeal: null };
    expect(said).toEqual([
      texts.listing({ kind: "host", value: "abc.top", reason: "冒充银行", ...listing }, false),
      texts.listing({ kind: "phone", value: "13812345678", reason: "冒充客服", ...listing }, false),
    ]);
    expect(await kb("remove", "+86 138-1234-5678")).toEqual({ code: 0, said: [texts.removed(1)] });
    expect(await kb("remove", "13812345678")).toEqual({
      code: 1,
      said: [texts.notThere("13812345678")],
    });
    expect((await kb("list")).said).toHaveLength(1);
  });

  it("names what is wrong line by line, and takes the rest", async () => {
    const { file, kb } = station();
    const path = file(`\uFEFF${lines}电话,96110,骗子,通报,\n软件,"云集宝,骗子,通报,\n`);
    expect(await kb("import", path)).toEqual({
      code: 1,
      said: [texts.badLine(4, "hotline"), texts.badLine(5, "quotes"), texts.imported(2, 0, 0, 2)],
    });
  });

  it("reads what Excel writes in GBK, and refuses what is no table", async () => {
    const { file, kb } = station();
    expect((await kb("import", file(gbk))).said).toEqual([texts.imported(1, 0, 0, 0)]);
    expect((await kb("list")).said[0]).toContain("abc.top");
    expect(await kb("import", file(Buffer.from("PK\u0003\u0004\0\0")))).toEqual({
      code: 1,
      said: [texts.notText],
    });
    expect(await kb("import", file("电话,1"))).toEqual({ code: 1, said: [texts.noHead] });
    expect(await kb("import", file(Buffer.alloc(3 * 1024 * 1024)))).toEqual({
      code: 1,
      said: [texts.tooBig(2)],
    });
    expect(await kb("import", "/nowhere.csv")).toEqual({
      code: 2,
      said: [texts.noSuchFile("/nowhere.csv")],
    });
    expect(await kb("import", "/tmp")).toEqual({ code: 2, said: [texts.noSuchFile("/tmp")] });
  });

  it("notes an objection and lets it stand again", async () => {
    const { file, kb } = station();
    await kb("import", file(lines));
    expect(await kb("appeal", "abc.top", "是我家的网站")).toEqual({
      code: 0,
      said: [texts.appealed(1)],
    });
    expect((await kb("list")).said[0]).toContain("是我家的网站");
    expect(await kb("uphold", "abc.top")).toEqual({ code: 0, said: [texts.upheld(1)] });
    expect((await kb("list")).said[0]).not.toContain("是我家的网站");
    expect(await kb("appeal", "x.top", "不是")).toEqual({
      code: 1,
      said: [texts.notThere("x.top")],
    });
  });

  it.each([[[]], [["dance"]], [["appeal", "abc.top"]], [["remove"]], [["import"]]])(
    "%j tells how it is used",
    async (args) => {
      expect(await station().kb(...args)).toEqual({ code: 2, said: texts.usage });
    },
  );

  it("is reached by npm run kb -- blacklist", async () => {
    const { code, out } = await run(["kb", "blacklist", "list"], {
      settings: { DATA_DIR: `${folderForTest()}/data` },
    });
    expect({ code, out: out.trim() }).toEqual({ code: 0, out: texts.empty });
  }, 60_000);
});
