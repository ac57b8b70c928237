import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksAt, normalise } from "../../src/understanding/normalise.ts";

describe("normalise", () => {
  it.each([
    ["居⺠⾝份证", "居民身份证"],
    ["補辦身份證", "补办身份证"],
    ["家裡著火了", "家里着火了"],
    ["ＡＢＣ１２３", "abc123"],
    ["杀 人", "杀人"],
    ["救.命", "救命"],
    ["救❤️命", "救命"],
    ["救\u200b\u2060命", "救命"],
    ["杀̶人̶", "杀人"],
    ["\u202e救命\u202c", "救命"],
    ["救救救命", "救命"],
    ["哈哈哈哈哈", "哈哈"],
    ["妈妈妈快来", "妈妈快来"],
    ["着火了！！！！", "着火了!"],
    ["  前后  空格\t", "前后 空格"],
  ])("%s → %s", (given, read) => {
    expect(normalise(given)).toBe(read);
  });

  it.each(["100000元", "110", "13800138000", "着火了 快来人", "一二三四", "看看 问问"])(
    "leaves %s as it is",
    (text) => {
      expect(normalise(text)).toBe(text);
    },
  );

  it("reads no more than one message can hold", () => {
    expect(normalise(`${"字符".repeat(looksAt)}救命`)).not.toContain("救命");
  });

  it("takes anything", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(() => normalise(text)).not.toThrow();
        expect(normalise(text).length).toBeLessThanOrEqual(looksAt);
      }),
    );
    expect(normalise("\ud800救命\udfff")).toBe("救命");
  });
});
