import { describe, expect, it } from "vitest";
import { fraudCategories } from "../../../src/domain/sets.ts";
import { flagFinder, slownessOf } from "../../../src/understanding/fraud/flags.ts";
import { saidIn } from "../../../src/understanding/fraud/said.ts";
import { redFlags } from "../../../bench/fraud-lines.ts";

const { words, flags } = redFlags();

describe("the red flags", () => {
  it("are many, each with its own id, over all twelve categories", () => {
    expect(flags.length).toBeGreaterThanOrEqual(150);
    expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
    expect(new Set(flags.map(({ category }) => category).filter(Boolean)).size).toBe(
      fraudCategories.length,
    );
  });

  it("are called by names that a page of advice uses too", () => {
    const names = new Set(flags.map(({ name }) => name));
    for (const name of [
      ..."免费领取诱惑 陌生链接或安装包 索要验证码或密码 兼职刷单点赞 要先交钱或垫付".split(" "),
      ..."索要身份证银行卡信息 放款门槛过低 谎称自动扣费 低价诱惑 冒充熟人领导".split(" "),
      ..."转到陌生账户 恐吓威胁 冒充军警 假公文假证件 代购垫付 高回报保本".split(" "),
      ..."拉群或加陌生好友 网恋未见面".split(" "),
    ])
      expect(names).toContain(name);
  });

  it.each(flags.map((flag) => [flag.id, flag] as const))("%s shows where it must", (_id, flag) => {
    const find = flagFinder({ words, flags: [flag] });
    expect(flag.fires.filter((text) => find(saidIn(text)).length === 0)).toEqual([]);
    expect(flag.silent.filter((text) => find(saidIn(text)).length > 0)).toEqual([]);
  });

  it("name the words that they were found in", () => {
    const [hit] = flagFinder({ words, flags })(saidIn("她说把钱转到安全账户才保险"));
    expect(hit).toMatchObject({ name: "安全账户", words: "安全账户" });
  });
});

describe("a pattern that could take long", () => {
  it.each(["(?:a|b)+", "a*", "(?:ab){2,9}", "a{3,}", "x.+y"])("%s is refused", (source) => {
    expect(slownessOf(source)).not.toBeNull();
  });

  it.each(["[+*]a\\+", "(?:a|b)?", "[^。]{0,14}?"])("%s is not", (source) => {
    expect(slownessOf(source)).toBeNull();
  });

  it("stops the whole file from being taken", () => {
    const flag = { ...flags[0]!, pattern: "(?:转|账)+" };
    expect(() => flagFinder({ words, flags: [flag] })).toThrow(flag.id);
    expect(() => flagFinder({ words, flags: [{ ...flag, pattern: "{没有}" }] })).toThrow("没有");
  });
});
