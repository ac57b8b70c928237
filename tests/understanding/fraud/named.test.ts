import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linksIn } from "../../../src/understanding/fraud/link.ts";
import { listedValue } from "../../../src/understanding/fraud/listed-value.ts";
import { namedIn, valuesOf } from "../../../src/understanding/fraud/named.ts";

const values = (text: string, kind: string) =>
  namedIn(text)
    .filter((one) => one.kind === kind)
    .flatMap((one) => one.values);

describe("the numbers of a message", () => {
  it.each<[string, string, string | null]>([
    ["打13812345678找我", "13812345678", null],
    ["+86 138-1234-5678", "13812345678", null],
    ["0471-6901110", "04716901110", null],
    ["00852 1234 5678来的电话", "85212345678", "foreign"],
    ["+852 1234 5678", "85212345678", "foreign"],
    ["0096110打来的", "96110", "foreign"],
    ["+96110打来的", "96110", "foreign"],
    ["17012345678", "17012345678", "virtual"],
    ["400-123-4567客服", "4001234567", "rented"],
  ])("%s → %s (%s)", (text, value, sign) => {
    expect(namedIn(text)).toMatchObject([{ kind: "phone", values: [value], sign }]);
  });

  it("that are hotlines are named, and nothing is looked up", () => {
    for (const hotline of ["96110", "12381", "110", "12345"])
      expect(namedIn(`${hotline}给我打电话`)).toMatchObject([{ hotline, values: [], sign: null }]);
  });

  it.each([
    "12345元",
    "10月3号",
    "一百二十八",
    "2026.11.24",
    "3.5斤",
    "〔手机号…5678〕",
    "〔账号…1234〕加我",
    "95588发的短信",
    "http://1.2.3.4/13812345678",
  ])("are not in: %s", (text) => {
    expect(values(text, "phone")).toEqual([]);
  });

  it("that were taken out of it before it was kept are looked up all the same", () => {
    const masked = { phones: ["13812345678"], accountNumbers: ["6222021234567890123"] };
    expect(namedIn("〔手机号…5678〕让我转到〔账号…0123〕", masked)).toMatchObject([
      { kind: "phone", values: ["13812345678"] },
      { kind: "account", values: ["6222021234567890123"] },
    ]);
  });

  it("that are accounts, of banks and of chats", () => {
    expect(values("转到账号 6222 0212 3456 7890 123", "account")).toEqual(["6222021234567890123"]);
    expect(values("加微信 Abc_12345，QQ：123456789", "account")).toEqual([
      "abc_12345",
      "123456789",
    ]);
  });
});

describe("the app that a message names", () => {
  it.each([
    "让我下载云集宝app",
    "下载“云集宝”",
    "装个《云集宝》软件",
    "叫云集宝的软件",
    "云集宝 APP",
  ])("%s", (text) => {
    expect(values(text, "app")).toContain("云集宝");
  });

  it("is none where nothing is called so", () => {
    expect(values("我去银行存钱，他说“马上到”", "app")).toEqual([]);
  });
});

describe("a value as lists keep it", () => {
  it.each([
    ["host", "https://WWW.Abc.TOP/x?y", "abc.top"],
    ["host", "abc。top", "abc.top"],
    ["host", "工商银行.top", "xn--czr93rq40bruk.top"],
    ["host", "t.cn/A6xYz", "t.cn/A6xYz"],
    ["host", "随便", null],
    ["phone", "+86 138 1234 5678", "13812345678"],
    ["phone", "008613812345678", "13812345678"],
    ["phone", "不知道", null],
    ["account", "6222 0212-3456 7890 123", "6222021234567890123"],
    ["account", "ABC_123", "abc_123"],
    ["account", "张三", null],
    ["app", " 云集宝 APP", "云集宝"],
    ["app", "APP", "app"],
    ["app", "。", null],
  ] as const)("%s %s → %s", (kind, written, value) => {
    expect(listedValue(kind, written)).toBe(value);
  });

  it("keeps its form when it is read again", () => {
    fc.assert(
      fc.property(fc.constantFrom("host", "phone", "account", "app"), fc.string(), (kind, text) => {
        const value = listedValue(kind, text);
        if (value !== null) expect(listedValue(kind, value)).toBe(value);
      }),
    );
  });
});

describe("what lists are asked", () => {
  it("is every host above the one that stands there, and the short link whole", () => {
    const text = "http://a.b.abc.top/x t.cn/Abc";
    expect(valuesOf(linksIn(text), namedIn(text)).map(({ value }) => value)).toEqual([
      ...["a.b.abc.top", "b.abc.top", "abc.top", "t.cn/Abc", "t.cn"],
    ]);
  });

  it("is never more than a message may ask", () => {
    const text = Array.from(
      { length: 400 },
      (_, i) => `1${3_800_000_000 + i}下载${i}宝宝app a${i}.b.c.d.top`,
    ).join(" ");
    expect(valuesOf(linksIn(text), namedIn(text)).length).toBeLessThanOrEqual(120);
  });

  it("throws for no words whatever", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        valuesOf(linksIn(text), namedIn(text));
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
