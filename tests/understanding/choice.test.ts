import { describe, expect, it } from "vitest";
import type { Choice } from "../../src/domain/message.ts";
import { pressedBy } from "../../src/understanding/choice.ts";

const offered: Choice[] = [
  { label: "身份证补领", action: { act: "entry", entry: "a" } },
  { label: "身份证换领", action: { act: "entry", entry: "b" } },
  { label: "都不是", action: { act: "none-of-these" } },
];
const pressed = (text: string): string | undefined => pressedBy(text, offered)?.label;

describe("pressedBy", () => {
  it.each([
    "2",
    "２",
    "二",
    "②",
    "2.",
    "(2)",
    "2、",
    "第二",
    "第二个",
    "第2个",
    "选2",
    "我选第二个",
    "就2吧",
    "二号",
    "中间那个",
    "最后一个",
    "下面那个",
    "换领的那个",
    "就是换领那个",
    "我要换领的",
    "身份证换领",
    " 身份证 换领。",
    "身份證換領",
  ])("%s presses the second", (text) => {
    expect(pressed(text)).toBe("身份证换领");
  });

  it.each(["1", "第一", "第一个", "上面那个", "头一个", "一"])("%s presses the first", (text) => {
    expect(pressed(text)).toBe("身份证补领");
  });

  it.each(["3", "第三个", "都不是", "都不对", "不是"])("%s presses the last", (text) => {
    expect(pressed(text)).toBe("都不是");
  });

  it.each([
    "110",
    "119",
    "4",
    "0",
    "12",
    "",
    "我有两个孩子",
    "第二代身份证咋换",
    "身份证换领要多少钱",
    "一个人在家",
    "身份证那个",
    "丢了的那个",
    "我的",
  ])("%s presses nothing", (text) => {
    expect(pressed(text)).toBeUndefined();
  });

  it.each([
    ["丢了的那个", "身份证丢了，补领新证"],
    ["孩子那条", "不满十六岁的孩子办身份证"],
    ["选不花钱的", "哪些人办身份证不花钱"],
    ["应该是不花钱那种", "哪些人办身份证不花钱"],
    ["中间的", "不满十六岁的孩子办身份证"],
    ["下边的", "哪些人办身份证不花钱"],
    ["上头那个", "身份证丢了，补领新证"],
  ])("by what stands in it, or where: %s", (text, label) => {
    const labels = ["身份证丢了，补领新证", "不满十六岁的孩子办身份证", "哪些人办身份证不花钱"];
    const three: Choice[] = [
      ...labels.map((it): Choice => ({ label: it, action: { act: "entry", entry: it } })),
      { label: "都不是", action: { act: "none-of-these" } },
    ];
    expect(pressedBy(text, three)?.label).toBe(label);
  });

  it("presses nothing where nothing is offered", () => {
    expect(pressedBy("1", [])).toBeNull();
    expect(pressedBy("中间那个", offered.slice(0, 2))).toBeNull();
    expect(pressedBy("下面那个", offered.slice(0, 2))?.label).toBe("身份证换领");
  });
});
