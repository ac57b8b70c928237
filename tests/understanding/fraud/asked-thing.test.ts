import { describe, expect, it } from "vitest";
import {
  asksAboutThing,
  isThingAlone,
  namesThing,
} from "../../../src/understanding/fraud/asked-thing.ts";
import { mask } from "../../../src/understanding/mask.ts";

describe("whether a message asks about what it names", () => {
  it.each([
    "15147001122",
    "15147001122是谁",
    "0470-8112233 老打来",
    "abc-mall.com",
    "http://abc-mall.com/q?a=1 点不点",
    "6228480402560010018 骗子账户吧，你查查",
    "“聚宝云”这软件能装不",
    "鑫源证券",
    "vx lao_wang88 加不加",
  ])("“%s” does", (said) => {
    expect(asksAboutThing(mask(said))).toBe(true);
  });

  it.each([
    "我电话15147001122",
    "12345是干啥的",
    "96110打来是真的吗",
    "95588 发的短信真的吗",
    "刷单能信吗",
    "贷款软件能下吗",
    "身份证丢了咋办",
    "三百块 15 个人",
  ])("“%s” does not", (said) => {
    expect(asksAboutThing(mask(said))).toBe(false);
  });

  it("alone is what has nothing beside it", () => {
    expect(isThingAlone(mask("15147001122"))).toBe(true);
    expect(isThingAlone(mask("帮我看看 abc-mall.com 这个网址"))).toBe(true);
    expect(isThingAlone(mask("15147001122是骗子吗"))).toBe(false);
    expect(isThingAlone(mask("骗子"))).toBe(false);
  });

  it("what lists may know is named, and nothing thrown at odd words", () => {
    expect(namesThing(mask("老王电话15147001122"))).toBe(true);
    expect(namesThing(mask("草场咋分"))).toBe(false);
    for (const said of ["", " ", "?", "〔", "…0018〕", "a".repeat(5000), "点".repeat(3000)])
      expect(asksAboutThing(mask(said))).toBe(false);
  });
});
