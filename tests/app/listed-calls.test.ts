import { describe, expect, it } from "vitest";
import type { Villager } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const minute = 60_000;
const lines = Array.from(
  { length: 8 },
  (_, i) => `张${i},1381234567${i},前进村,${i % 2 === 0 ? "紧急" : "高危"},刷单`,
);
const cards = (one: Villager): string[] => one.hears().filter((text) => text.includes("件等人接"));

describe("what a list brought", () => {
  it("is reminded of with one card for all, not card upon card", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    await zhang.says(`导入预警\n${lines.join("\n")}`);
    const [first, ...more] = cards(wang);
    expect(first).toContain("8件等人接");
    expect(more).toEqual([]);
    for (let i = 0; i < 60; i++) await world.wait(minute / 4);
    const reminders = cards(wang);
    expect(reminders.length).toBeGreaterThanOrEqual(3);
    expect(reminders.length).toBeLessThanOrEqual(5);
    for (const card of reminders) expect(card).toContain("8件等人接");
    expect(reminders[0]!.indexOf("紧急")).toBeLessThan(reminders[0]!.indexOf("高危"));
  });

  it("line by line: the first 紧急 rings at once, those after it are gathered", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    for (const line of lines) await zhang.says(`导入预警\n${line}`);
    const rung = cards(wang);
    expect(rung[0]).toContain("1件等人接");
    expect(rung.length).toBeLessThanOrEqual(4);
    await world.wait(4 * minute);
    expect(cards(wang).at(-1)).toContain("8件等人接");
  });

  it("is no longer told of once it is taken, and who was told hears at the next card what is new", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    await zhang.says(`导入预警\n${lines.slice(0, 2).join("\n")}`);
    const numbers = (await world.rows("matters")).map(({ number }) => String(number));
    for (const number of numbers) await zhang.says(`接${number}`);
    cards(wang);
    for (let i = 0; i < 40; i++) await world.wait(minute / 2);
    expect(cards(wang)).toEqual([]);
    await zhang.says(`导入预警\n${lines[4]}`);
    expect(cards(wang)).toHaveLength(1);
  });
});
