import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetAsk, TransferSheet } from "../../../src/domain/stop-payment.ts";
import { amountIn } from "../../../src/understanding/payment/amount.ts";
import { chineseNumber } from "../../../src/understanding/payment/chinese-number.ts";
import { momentIn } from "../../../src/understanding/payment/moment.ts";
import { transferIn } from "../../../src/understanding/payment/transfer.ts";

const now = Date.parse("2026-11-24T16:10:00+08:00");
const at = (time: string): number => Date.parse(`${time}:00+08:00`);

describe("a sum of money in everyday words", () => {
  it.each<[string, number | null]>([
    ["五千", 5_000],
    ["三千八", 3_800],
    ["两万三", 23_000],
    ["一万五千六", 15_600],
    ["仨万", 30_000],
    ["3万2", 32_000],
    ["3万2千", 32_000],
    ["1.5万", 15_000],
    ["12,800元", 12_800],
    ["转了5000块", 5_000],
    ["三十万", 300_000],
    ["一百五", 150],
    ["八百八十八块", 888],
    ["半万块", 5_000],
    ["打了2k", 2_000],
    ["给骗走四万多", 40_000],
    ["三次一共转了九千", 9_000],
    ["转了18888.88", 18_888.88],
    ["下午三点", null],
    ["5个人", null],
    ["没多少", null],
  ])("%s", (words, yuan) => {
    expect(amountIn(words)).toBe(yuan);
  });

  it("reads back every sum that is written in words", () => {
    const digits = "零一二三四五六七八九";
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (a, b) => {
        expect(chineseNumber(`${digits[a]}千${digits[b]}`)).toBe(a * 1_000 + b * 100);
        expect(chineseNumber(`${digits[a]}万${digits[b]}`)).toBe(a * 10_000 + b * 1_000);
        expect(chineseNumber(`${digits[a]}万零${digits[b]}百`)).toBe(a * 10_000 + b * 100);
      }),
    );
  });
});

describe("a moment in the past", () => {
  it.each<[string, string | null]>([
    ["三点二十转的", "2026-11-24T15:20"],
    ["刚才", "2026-11-24T16:10"],
    ["半个小时前", "2026-11-24T15:40"],
    ["十分钟之前", "2026-11-24T16:00"],
    ["今早九点半", "2026-11-24T09:30"],
    ["昨晚八点", "2026-11-23T20:00"],
    ["昨天后晌四点来钟", "2026-11-23T16:00"],
    ["五点十分", "2026-11-24T05:10"],
    ["15:42", "2026-11-24T15:42"],
    ["二十三号上午十点", "2026-11-23T10:00"],
    ["中午十二点半", "2026-11-24T12:30"],
  ])("%s", (words, moment) => {
    expect(momentIn(words, now)?.at ?? null).toBe(moment === null ? null : at(moment));
  });

  it("is never later than now", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
        const found = momentIn(`${h}点${m}分`, now);
        expect(found?.at ?? 0).toBeLessThanOrEqual(now + 60_000);
      }),
    );
  });
});

describe("what a message tells of a transfer", () => {
  const told = (
    text: string,
    ask: SheetAsk | null = null,
    accounts: string[] = [],
  ): Partial<TransferSheet> => transferIn(text, now, { ask, numbers: { accounts, phones: [] } });

  it("takes several things from one message, in any order", () => {
    expect(told("三点二十转的 五千 工行转到张某的农行卡")).toEqual({
      amount: 5_000,
      when: { at: at("2026-11-24T15:20"), words: "三点二十" },
      ownBank: "工商银行",
      otherBank: "农业银行",
      otherName: "张某",
    });
    expect(told("他那边是建行 叫李国强 我用邮储转的 两万")).toEqual({
      amount: 20_000,
      ownBank: "邮储银行",
      otherBank: "建设银行",
      otherName: "李国强",
    });
  });

  it("knows whose account a number is, and keeps what was given", () => {
    expect(
      told("我的卡〔账号…1111〕转给对方〔账号…2222〕", null, [
        "6222020000001111",
        "6228480000002222",
      ]),
    ).toMatchObject({ ownAccount: "6222020000001111", otherAccount: "6228480000002222" });
    expect(told("〔账号…2222〕", "other", ["6228480000002222"])).toEqual({
      otherAccount: "6228480000002222",
    });
    expect(told("〔账号…2222〕", "other")).toEqual({ otherAccount: "尾号2222" });
  });

  it("takes a correction for what it puts in the place", () => {
    expect(told("不是五千 是五万")).toMatchObject({ amount: 50_000 });
    expect(told("不是工行是农行", "own")).toMatchObject({ ownBank: "农业银行" });
  });

  it("takes a bare answer for what was asked", () => {
    expect(told("3800", "amount")).toEqual({ amount: 3_800 });
    expect(told("农行", "other")).toEqual({ otherBank: "农业银行" });
    expect(told("王秀英", "other")).toEqual({ otherName: "王秀英" });
    expect(told("没有", "proof")).toEqual({ proof: "没有" });
    expect(told("都留着呢", "proof")).toEqual({ proof: "有" });
  });

  it("takes nothing from words that tell nothing", () => {
    for (const words of ["嗯", "没有", "咋整啊", "谢谢", "他说马上到", "不知道", "警察啥时候来"])
      expect(told(words)).toEqual({});
  });

  it("never throws, and every sum is a sum", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const { amount } = told(text);
        if (amount !== undefined) expect(amount).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
