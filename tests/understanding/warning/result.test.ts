import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contacts, outcomes, type WarningResult } from "../../../src/domain/warning.ts";
import { contactNames, outcomeNames } from "../../../src/texts/zh-cn/warnings.ts";
import { warningPageTexts } from "../../../src/texts/zh-cn/warnings-page.ts";
import { listIn, numberedWordsIn } from "../../../src/understanding/warning/command.ts";
import { resultIn } from "../../../src/understanding/warning/result.ts";

const now = Date.parse("2026-11-24T10:00:00+08:00");
const at = (time: string): number => Date.parse(`2026-11-${time}:00+08:00`);

describe("what came of a warning, in everyday words", () => {
  it.each<[string, WarningResult]>([
    ["见面 劝阻成功 挽回3万", { contact: "met", outcome: "dissuaded", saved: 30_000 }],
    ["挽回三万二 劝住了 见着了", { contact: "met", outcome: "dissuaded", saved: 32_000 }],
    ["没见着 下午再去", { contact: "not-met", nextTryAt: at("24T15:00") }],
    ["不接，明天上午再打", { contact: "not-met", nextTryAt: at("25T09:00") }],
    ["关机 晚上再去", { contact: "not-met", nextTryAt: at("24T19:00") }],
    ["家里没人 三点再去", { contact: "not-met", nextTryAt: at("24T15:00") }],
    ["过两个小时再打", { nextTryAt: at("24T12:00") }],
    ["电话通了 已经转了五千", { contact: "called", outcome: "already-paid", lost: 5_000 }],
    ["电话打通了 不是骗子 是他儿子", { contact: "called", outcome: "not-fraud" }],
    ["见了面，没劝住", { contact: "met" }],
    ["没打通", { contact: "not-met" }],
    ["他拒绝见面", { contact: "refused" }],
    ["不是诈骗", { outcome: "not-fraud" }],
    ["他一听就挂了", { contact: "refused" }],
    ["老婆接的电话 劝住了", { contact: "called", outcome: "dissuaded" }],
    ["他不听劝", {}],
    ["通了 他听劝了", { contact: "called", outcome: "dissuaded" }],
    ["见了，稳住了", { contact: "met", outcome: "dissuaded" }],
    ["没见 没人", { contact: "not-met" }],
    ["敲门没人应", { contact: "not-met" }],
    ["后来又转了三万", { outcome: "already-paid", lost: 30_000, more: true }],
    ["见着了 转了五千", { contact: "met", outcome: "already-paid", lost: 5_000 }],
    ["见着了 没转", { contact: "met", outcome: "dissuaded" }],
    ["差点转了五千 劝住了", { outcome: "dissuaded", saved: 5_000 }],
    ["电话打了三次没接", { contact: "not-met" }],
    ["今天天气不错", {}],
  ])("%s", (words, result) => {
    expect(resultIn(words, now)).toEqual(result);
  });

  it("takes a bare sum for what was lost or saved, where it is known how it ended", () => {
    expect(resultIn("2万", now, { outcome: "dissuaded" })).toEqual({ saved: 20_000 });
    expect(resultIn("是两万五", now, { outcome: "already-paid" })).toEqual({ lost: 25_000 });
    expect(resultIn("2万", now)).toEqual({});
  });

  it.each([
    ["结果100001 见面", { asks: "result", number: "100001", rest: "见面" }],
    ["100001 没见着", { asks: "result", number: "100001", rest: "没见着" }],
    ["编号100001的结果：劝住了", { asks: "result", number: "100001", rest: "劝住了" }],
    ["100001 是啥", null],
    ["1000011 没见着", null],
  ])("finds the number in %s", (words, found) => {
    expect(numberedWordsIn(words)).toEqual(found);
  });

  it("reads back all that the desk's form can say", () => {
    const { saving, losing } = warningPageTexts.result;
    const sum = fc.integer({ min: 1, max: 99_999_999 });
    const form = fc.record({
      contact: fc.constantFrom(...contacts),
      outcome: fc.constantFrom(...outcomes),
      saved: fc.option(sum),
      lost: fc.option(sum),
      next: fc.constantFrom("", ...warningPageTexts.result.nextTries),
    });
    fc.assert(
      fc.property(form, ({ contact, outcome, saved, lost, next }) => {
        const words = [
          ...[contactNames[contact], outcomeNames[outcome]],
          ...(saved === null ? [] : [saving(saved)]),
          ...(lost === null ? [] : [losing(lost)]),
          ...(next === "" ? [] : [next]),
        ].join(" ");
        const read = resultIn(words, now);
        expect({ words, ...read, nextTryAt: read.nextTryAt !== undefined }).toEqual({
          ...{ words, contact, outcome, nextTryAt: next !== "" },
          ...(saved === null ? {} : { saved }),
          ...(lost === null ? {} : { lost }),
        });
      }),
    );
  });

  it("never throws, and a next try lies ahead", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(), (words, when) => {
        const { nextTryAt } = resultIn(words, when);
        if (nextTryAt !== undefined) expect(nextTryAt).toBeGreaterThan(when);
      }),
    );
  });
});

it("words behind a number are parted from it, and a list from its command", () => {
  expect(numberedWordsIn("结果 100001，见面")).toEqual({
    ...{ asks: "result", number: "100001", rest: "见面" },
  });
  expect(numberedWordsIn("单100001 五千")).toMatchObject({ asks: "sheet", rest: "五千" });
  expect(numberedWordsIn("结果1000011 见面")).toBeNull();
  expect(numberedWordsIn("结果怎么样")).toBeNull();
  expect(listIn("导入预警\n张三,1")).toBe("张三,1");
  expect(listIn("导入预警 张三,1")).toBe("张三,1");
  expect(listIn("怎么导入预警")).toBeNull();
});
