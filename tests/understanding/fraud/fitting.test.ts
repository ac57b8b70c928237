import { describe, expect, it } from "vitest";
import type { FoundFlag } from "../../../src/domain/fraud.ts";
import {
  turnedOutGenuine,
  brushedOff,
  asksToLook,
} from "../../../src/understanding/fraud/aftermath.ts";
import { gaveIn, lossIn } from "../../../src/understanding/fraud/anchors.ts";
import { fittingCategory, fittingFlags } from "../../../src/understanding/fraud/fitting.ts";
import { genuineNoticeIn } from "../../../src/understanding/fraud/genuine-notice.ts";
import { mechanismIn } from "../../../src/understanding/fraud/mechanisms.ts";
import { saidIn } from "../../../src/understanding/fraud/said.ts";
import { mask } from "../../../src/understanding/mask.ts";

const flag = (words: string, guessed?: boolean): FoundFlag => ({
  ...{ name: "名", words, reason: "一句话" },
  ...(guessed === undefined ? {} : { guessed }),
});
const shown = (
  text: string,
  flags: FoundFlag[],
  category: string | null = null,
  links: string[] = [],
) =>
  fittingFlags(
    { flags, category: category as never, voice: "tale" },
    saidIn(mask(text).text),
    links,
  ).map(({ words }) => words);

describe("a flag is shown where its words can be seen to fit", () => {
  it.each([
    ["15147000018是谁", "0018"],
    ["15147000018这个号是骗子不", "0018〕这个号是骗"],
    ["这是不是骗子", "不是骗子"],
    ["我没理他", "没理他"],
    ["6228480402560010018 是骗子账户吗", "账号.0018"],
    ["我没打钱，验证码也没给", "打钱"],
  ])("“%s” does not show “%s”", (text, words) => {
    expect(shown(text, [flag(words)])).toEqual([]);
  });

  it("what tells something stays, the same words once, a link speaks for itself", () => {
    const text = "他要我银行卡密码 还发了 http://a.top/x";
    expect(shown(text, [flag("要我银行卡密码"), flag("银行卡密码")])).toEqual(["要我银行卡密码"]);
    expect(shown(text, [flag("a.top")], null, ["http://a.top/x"])).toEqual([]);
  });

  it("what only the learnt model saw needs words on that kind of fraud", () => {
    const guess = [flag("随便几个字", true)];
    expect(shown("客服说快递丢了要赔我", guess, "冒充电商物流客服类")).toEqual([
      "客服说快递丢了要赔我",
    ]);
    expect(shown("张三", guess, "冒充领导、熟人类")).toEqual([]);
    expect(shown("被骗了八万", guess)).toEqual([]);
  });

  it("a kind is named where the words speak of it", () => {
    expect(fittingCategory({ category: "网络游戏产品虚假交易类" }, "15147001122是谁")).toBeNull();
    expect(fittingCategory({ category: "贷款、代办信用卡类" }, "贷款先交钱")).toBe(
      "贷款、代办信用卡类",
    );
  });
});

describe("what somebody did, and how a trick works", () => {
  it.each([
    ["把身份证号告诉他了", true],
    ["验证码给他了", true],
    ["我装了他发的软件", true],
    ["验证码没给他", false],
    ["身份证丢了", false],
  ])("“%s” gave something away: %s", (said, gave) => {
    expect(gaveIn(said) !== null).toBe(gave);
  });

  it("a loss, a way", () => {
    expect(lossIn("我弟弟被骗了八万")).toBe("我弟弟被骗了八万");
    expect(lossIn("今天天气好")).toBeNull();
    expect(mechanismIn("中介费一万先交")?.is).toBe("pay-first");
    expect(mechanismIn("这事别跟你家里人说")?.is).toBe("hush");
    expect(mechanismIn("天冷了")).toBeNull();
  });
});

describe("how it came out", () => {
  it.each([
    ["他说是我侄子，后来问了是真侄子", true],
    ["我打电话问了，真是我儿子", true],
    ["后来一问根本不是他", false],
    ["后来问了，不是真的", false],
    ["问问身份证咋办", false],
  ])("“%s” turned out genuine: %s", (said, is) => {
    expect(turnedOutGenuine(said)).toBe(is);
  });

  it.each([
    ["刚才那个我没理他", true],
    ["没接", true],
    ["我不信", false],
    ["我没领到工资", false],
    ["他要我银行卡密码我没给", false],
  ])("“%s” only says that it was left alone: %s", (said, is) => {
    expect(brushedOff(said)).toBe(is);
  });

  it("something is to be looked at that is not there", () => {
    expect(asksToLook("帮我看看这个")).toBe(true);
    expect(asksToLook("帮我看看身份证办好没")).toBe(false);
  });
});

describe("a notice by its form", () => {
  it.each([
    ["【工行】验证码 112233，请勿泄露", "bank-code"],
    ["您尾号2001的卡支出80元，余额3元", "bank-notice"],
    ["【申通】取件码9-2-0001", "courier"],
    ["【12123】您的检验将到期", "12123"],
    ["12306给我发短信说停运了", "12306"],
    ["民警打电话叫我到派出所做个笔录", "police-call"],
    ["派出所打电话让我去，说我涉嫌洗钱", null],
    ["【工行】点击 http://a.top 领积分", null],
    ["验证码 112233 告诉客服", null],
    ["验证码能给人吗", null],
  ])("“%s”: %s", (said, thing) => {
    expect(genuineNoticeIn(saidIn(said))).toBe(thing);
  });
});
