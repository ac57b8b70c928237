import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepIn } from "../../src/understanding/follow-up.ts";

describe("a nod", () => {
  it.each(["嗯呢", "中", "妥", "妥了", "好", "好嘞", "知道了", "行", "得嘞", "明白了", "对", "OK"])(
    "%s",
    (said) => {
      expect(stepIn(said)).toEqual({ is: "nod", thanks: false });
    },
  );
  it.each(["谢谢", "中 谢了", "行 谢谢你 真耐心", "好的，谢谢您"])("with thanks: %s", (said) => {
    expect(stepIn(said)).toEqual({ is: "nod", thanks: true });
  });
  it.each(["中不中", "好使不", "行不行", "中间那个", "妥投是啥", "对方不还钱", "好多天了没信"])(
    "is not “%s”",
    (said) => {
      expect(stepIn(said).is).not.toBe("nod");
    },
  );
});

describe("leaving", () => {
  it.each([
    "不了",
    "算了",
    "没事了",
    "不用了",
    "算了 不去了",
    "得了 我再想想",
    "不用了 我自己查着了",
  ])("%s", (said) => {
    expect(stepIn(said)).toEqual({ is: "leave" });
  });
  it.each(["不用了吗", "算了多少钱", "不用户口本行不", "没事故证明咋办"])("is not “%s”", (said) => {
    expect(stepIn(said).is).not.toBe("leave");
  });
});

describe("a correction", () => {
  it.each([
    ["不是换证 是补", "补", "换证"],
    ["不是换证，是补证", "补证", "换证"],
    ["不是换证 是丢了 我说差了", "丢了", "换证"],
    ["我说的是居住证", "居住证", ""],
    ["不对 我问的是孩子的", "孩子的", ""],
    ["我问的是孩子户口 不是身份证", "孩子户口", "身份证"],
    ["说错了，是户口本", "户口本", ""],
  ])("%s", (said, words, not) => {
    expect(stepIn(said)).toEqual({ is: "correction", words, not });
  });

  it.each(["不对", "不是这个", "答错了", "都不对"])("without what is right: %s", (said) => {
    expect(stepIn(said)).toEqual({ is: "rejection" });
  });

  it.each(["是不是要带户口本", "他是我爹", "身份证是不是得本人去"])("is not “%s”", (said) => {
    expect(stepIn(said).is).toBe("words");
  });
});

describe("words about the matter at hand", () => {
  it.each([
    "那要带啥",
    "多少钱",
    "那我爹呢 他八十了",
    "孩子的呢",
    "没满十六呢",
    "他今年四十六",
    "谁去",
  ])("carry no subject of their own: %s", (said) => {
    expect(stepIn(said)).toMatchObject({ is: "words", own: "" });
  });

  it.each([
    ["上户口要啥", "上户口"],
    ["迁移证要是丢了呢", "迁移证"],
    ["那欠薪去哪告", "欠薪"],
    ["居住证多少钱", "居住证"],
  ])("have a subject of their own: %s", (said, subject) => {
    const step = stepIn(said);
    expect(step.is === "words" && step.own).toContain(subject);
  });

  it("lean on what was said before", () => {
    const leans = (said: string) => {
      const step = stepIn(said);
      return step.is === "words" && step.leans;
    };
    expect(["那要带啥", "要是丢了呢", "孩子的呢", "他八十了"].every(leans)).toBe(true);
    expect(["身份证丢了咋补", "那达慕几号", "居住证多少钱"].some(leans)).toBe(false);
  });
});

it("never throws, and always finds some step", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(stepIn(text).is).toMatch(/^(nod|leave|rejection|details|correction|words)$/);
    }),
  );
});
