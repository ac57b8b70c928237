import { describe, expect, it } from "vitest";
import { asksAfterCard } from "../../src/flows/ask-after-card.ts";
import type { Reading } from "../../src/domain/reading.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { fire } from "../support/said.ts";
import { replaceCard } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const reading = (intent: Reading["intent"], confidence: number): Reading => ({
  intent,
  confidence,
  emergency: null,
  fraud: null,
  booking: null,
  dispute: null,
});

describe("after a card that asks where", () => {
  it.each([
    ["那是去年的事了 我就问问保护令咋申请", "ask_legal", 0.9],
    ["早就不打了 想知道告诫书有啥用", "ask_legal", 0.85],
    ["身份证丢了补一张要啥", "ask_id_card", 0.98],
    ["那欠我的钱去哪告他", "dispute", 0.9],
  ] as const)("“%s” asks", (said, intent, confidence) => {
    expect(asksAfterCard(said, reading(intent, confidence))).toBe(true);
  });

  it.each([
    ["前进村东头老李家", "unknown", 0.6],
    ["在北沟 快点来", "report_hazard", 0.9],
    ["他还在砸门", "ask_legal", 0.9],
    ["你们啥时候能到", "ask_legal", 0.9],
    ["户口本上写的那个村", "ask_hukou", 0.5],
  ] as const)("“%s” tells", (said, intent, confidence) => {
    expect(asksAfterCard(said, reading(intent, confidence))).toBe(false);
  });

  it("a question is answered, and the officer who was told reads it too", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    li.hears();
    await li.says("没事了 火灭了 问下身份证丢了咋补");
    expect(li.hears()).toEqual([askTexts.answer(replaceCard)]);
    expect(JSON.stringify(await world.rows("alerts"))).toContain("火灭了");
  });

  it("a place is noted, as before", async () => {
    const li = (await openWorld()).villager("li");
    await li.says(fire);
    li.hears();
    await li.says("前进村东头老李家");
    expect(li.hears()).toEqual([emergencyTexts.whereNoted]);
  });
});
