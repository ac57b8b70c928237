import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask } from "../../src/understanding/mask.ts";
import { hasIdCheckDigit, passesLuhn } from "../../src/understanding/private-numbers.ts";

describe("mask", { timeout: 30_000 }, () => {
  it.each([
    ["我身份证11010519491231002X", "我身份证〔身份证号…002X〕"],
    ["11010519491231002x", "〔身份证号…002X〕"],
    ["110105 19491231 0021", "〔身份证号…0021〕"],
    ["１１０１０５１９４９１２３１００２Ｘ", "〔身份证号…002X〕"],
    ["110105-1949-1231-002X 是我爸的", "〔身份证号…002X〕 是我爸的"],
    ["老证130503670401001", "老证〔身份证号…1001〕"],
    ["卡6222 0210 0111 6245 702", "卡〔账号…5702〕"],
    ["4111 1111 1111 1111", "〔账号…1111〕"],
    ["账号 123456", "账号 〔账号…3456〕"],
    ["单号 987654321012", "单号 〔账号…1012〕"],
    ["打138 1234 5678", "打〔手机号…5678〕"],
    ["+86-139-8765-4321", "+〔手机号…4321〕"],
    ["幺三八零零幺三八零零零", "〔手机号…8000〕"],
  ])("%s → %s", (given, kept) => {
    expect(mask(given).text).toBe(kept);
  });

  it.each([
    "打110还是96110",
    "110 119 120 122",
    "12345 12348 95588",
    "50000元",
    "欠我15000 20000 3000",
    "20261124 10:30",
    "2026-11-24 2026-11-25",
    "2024 2025 2026",
    "尾号1234",
    "0470-6822222",
    "一二三四五",
  ])("leaves %s as it is", (text) => {
    expect(mask(text)).toEqual({ text, masked: { idNumbers: 0, accounts: 0, phones: [] } });
  });

  it("hands out mobile numbers for a call back, once each", () => {
    expect(mask("包音13800138000，就13800138000，或者139 8765 4321").masked.phones).toEqual([
      "13800138000",
      "13987654321",
    ]);
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const idNumber = fc
    .tuple(
      digits(6),
      fc.integer({ min: 1920, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      digits(3),
    )
    .map(([area, year, month, day, serial]) => {
      const front = `${area}${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${serial}`;
      return [..."0123456789X"].map((check) => front + check).find(hasIdCheckDigit) ?? "";
    });
  const card = fc
    .tuple(fc.integer({ min: 12, max: 18 }), digits(18))
    .map(([length, tail]) =>
      [..."0123456789"].map((last) => tail.slice(0, length) + last).find(passesLuhn),
    )
    .map((number) => number ?? "");
  const mobile = fc.stringMatching(/^1[3-9]\d{9}$/);
  const gap = fc.constantFrom("", "", " ", "-", "  ", "\u200b", "\u3000", "－", " - ");

  it.each([
    ["ID number", idNumber],
    ["card", card],
    ["mobile number", mobile],
  ])("no %s survives, however spaced", (_name, numbers) => {
    fc.assert(
      fc.property(
        numbers,
        fc.array(gap, { minLength: 20, maxLength: 20 }),
        fc.constantFrom("", "我的号是", "打 "),
        fc.constantFrom("", "记一下", "。"),
        (number, gaps, before, after) => {
          const spaced = [...number].map((digit, i) => digit + (gaps[i] ?? "")).join("");
          const { text } = mask(before + spaced.trimEnd() + after);
          expect(text.normalize("NFKC").replace(/[^\dX]/g, "")).not.toContain(number);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("changes nothing the second time", () => {
    const piece = fc.oneof(idNumber, card, mobile, fc.constantFrom(" ", "，", "账号", "110", "x"));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const once = mask(pieces.join("")).text;
        expect(mask(once)).toEqual({
          text: once,
          masked: { idNumbers: 0, accounts: 0, phones: [] },
        });
      }),
      { numRuns: 500 },
    );
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => mask(text)).not.toThrow();
      }),
    );
  });
});
