import { describe, expect, it } from "vitest";
import { readListings } from "../../../src/understanding/fraud/read-listings.ts";
import { shippedHosts } from "./known-hosts.ts";

const read = (text: string) => readListings(text, shippedHosts(), "2026-11-24", "未写");
const head = "种类,值,原因,来源,有效期";
const one = (line: string) => read(`${head}\n${line}`);
const good = { reason: "骗子", source: "通报", until: null };

describe("a list that is handed in", () => {
  it.each([
    ["网址,http://Abc.top/x,骗子,通报,", { kind: "host", value: "abc.top", ...good }],
    ["电话,138 1234 5678,骗子,通报,长期", { kind: "phone", value: "13812345678", ...good }],
    ["电话,+8613812345678,骗子,通报,", { kind: "phone", value: "13812345678", ...good }],
    ['电话,="13812345678",骗子,通报,', { kind: "phone", value: "13812345678", ...good }],
    ["电话,'13812345678,骗子,通报,", { kind: "phone", value: "13812345678", ...good }],
    [
      "微信,abc_123,骗子,通报,2027/1/3",
      { kind: "account", value: "abc_123", ...good, until: "2027-01-03" },
    ],
    [
      "软件,云集宝APP,骗子,通报,2027年1月31日",
      { kind: "app", value: "云集宝", ...good, until: "2027-01-31" },
    ],
    [
      '软件,云集宝,"骗子,会跑",通报,2026-11-24',
      { kind: "app", value: "云集宝", ...good, reason: "骗子,会跑", until: "2026-11-24" },
    ],
  ])("%s", (line, entry) => {
    expect(one(line)).toEqual({ good: [entry], bad: [], noHead: false });
  });

  it.each([
    ["车牌,蒙A12345,骗子,通报,", "kind"],
    ["电话,不知道,骗子,通报,", "value"],
    ['软件,"=HYPERLINK(""http://a.top"")",骗子,通报,', "formula"],
    ["软件,@SUM(A1),骗子,通报,", "formula"],
    ["软件,云集宝,=A1,通报,", "formula"],
    ["电话,1.38E+10,骗子,通报,", "rounded"],
    ["账号,6.22202E+18,骗子,通报,", "rounded"],
    ["软件,云集宝,,通报,", "reason"],
    ["软件,云集宝,骗子,,", "source"],
    [`软件,云集宝,${"骗".repeat(61)},通报,`, "too-long"],
    ["软件,云集宝,骗子,通报,明年", "day"],
    ["软件,云集宝,骗子,通报,2026-02-30", "day"],
    ["软件,云集宝,骗子,通报,2026-11-23", "over"],
    ["网址,www.icbc.com.cn,骗子,通报,", "official"],
    ["网址,abc.gov.cn,骗子,通报,", "official"],
    ["网址,t.cn,骗子,通报,", "shortener"],
    ["电话,96110,骗子,通报,", "hotline"],
    ["电话,95588,骗子,通报,", "hotline"],
    ['软件,"云集宝,骗子,通报,', "quotes"],
  ])("leaves out: %s (%s)", (line, why) => {
    expect(one(line)).toEqual({ good: [], bad: [{ line: 2, why }], noHead: false });
  });

  it("is taken without a column of reasons, and says that none was written", () => {
    const { good: taken, bad, noHead } = read("种类,值,来源\n软件,云集宝,通报\n网址,abc.top,");
    expect(taken).toEqual([{ kind: "app", value: "云集宝", ...good, reason: "未写" }]);
    expect({ bad, noHead }).toEqual({ bad: [{ line: 3, why: "source" }], noHead: false });
  });

  it("names bad lines by their number in the file, and takes the others", () => {
    const text = `\uFEFF${head}\r\n软件,云集宝,骗子,通报,\r\n\r\n软件,"聚财宝,骗子,通报,\r\n车牌,x,y,z,\r\n软件,多多赚,骗子,通报,\r\n`;
    const { good: taken, bad } = read(text);
    expect(taken.map(({ value }) => value)).toEqual(["云集宝", "多多赚"]);
    expect(bad).toEqual([
      { line: 4, why: "quotes" },
      { line: 5, why: "kind" },
    ]);
  });

  it("may have its columns in any order, and must have them", () => {
    expect(read("值\t来源\t种类\t原因\n云集宝\t通报\t软件\t骗子").good).toEqual([
      { kind: "app", value: "云集宝", ...good },
    ]);
    for (const text of ["", "云集宝,软件", "软件,云集宝,骗子,通报,"])
      expect(read(text).noHead).toBe(true);
  });

  it("of 20,000 lines is read in a moment", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `软件,假软件${i},骗子,通报,`);
    expect(read([head, ...lines].join("\n")).good).toHaveLength(20_000);
  }, 30_000);
});
