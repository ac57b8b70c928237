import { describe, expect, it } from "vitest";
import type { Action } from "../../src/domain/action.ts";
import { commandIn } from "../../src/understanding/command.ts";

const cases: [Action["act"], string[]][] = [
  ["start", ["/start", "/start QR_17", "菜单", "帮助", "/help", "重来", "从头来", "主菜单。"]],
  ["hotlines", ["热线", "电话", "电话多少", "報警電話"]],
  ["human", ["人工", "转人工", "找民警", "0", "０", "我要找民警", "请转人工", "找民警吧"]],
  ["privacy", ["隐私", "/隐私", "隐私说明"]],
  ["erase", ["删除我的信息", "把我的信息删了"]],
  ["back", ["上一步", "返回", "退回去", "算了", "取消"]],
  ["urgent", ["我有急事", "急事", "急", "sos"]],
  ["consult", ["普通咨询", "咨询一下"]],
  ["identity", ["你是真的吗", "怎么知道你是真的？", "你是骗子吗", "咋知道你是真的"]],
];

describe("commandIn", () => {
  it.each(cases.flatMap(([act, texts]) => texts.map((text) => [text, act] as const)))(
    "%s is %s",
    (text, act) => {
      expect(commandIn(text)?.act).toBe(act);
    },
  );

  it.each([
    ["问事", "ask"],
    ["办事预约", "book"],
    ["查诈骗", "check"],
    ["反映问题", "report"],
  ])("%s opens a door", (text, door) => {
    expect(commandIn(text)).toEqual({ act: "door", door });
  });

  it.each([
    "俺家电话丢了",
    "人工湖在哪",
    "算了一卦",
    "我有急事要办身份证",
    "返回老家咋迁户口",
    "110",
    "2",
    "",
  ])("%s is no command", (text) => {
    expect(commandIn(text)).toBeNull();
  });
});
