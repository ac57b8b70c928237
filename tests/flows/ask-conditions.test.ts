import { describe, expect, it } from "vitest";
import { entryUnder, forkIn } from "../../src/flows/ask-conditions.ts";
import { conditionTexts } from "../../src/texts/zh-cn/ask-conditions.ts";
import { conditionsIn } from "../../src/understanding/conditions.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld } from "../support/world.ts";

const under = (atHand: string, said: string) => entryUnder(atHand, conditionsIn(said, 2026));

describe("conditions that change the answer", () => {
  it.each([
    ["id-card-renew", "要是丢了呢", "id-card-replace"],
    ["id-card-replace", "没丢 就是到期了", "id-card-renew"],
    ["id-card-renew", "磨花了呢", "id-card-damaged"],
    ["id-card-renew", "我爹瘫炕上了", "id-card-home-visit"],
    ["id-card-replace", "外地的呢", "id-card-offsite"],
    ["id-card-first", "那我姑娘十四", "id-card-under16"],
    ["id-card-under16", "我儿子满十六了", "id-card-first"],
    ["hukou-move-marriage", "她是黑龙江的", "hukou-move-between-provinces"],
    ["id-card-renew", "多少钱", null],
    ["hukou-birth", "要是丢了呢", null],
    ["legal-payment-order", "外地的呢", null],
  ])("%s, %s → %s", (atHand, said, entry) => {
    expect(under(atHand, said)).toBe(entry);
  });

  it("point to entries that there are", { timeout: 60_000 }, async () => {
    const knowledge = await realKnowledge();
    const said = ["丢了", "坏了", "到期了", "头一回", "瘫了", "外地的", "他十四岁", "他二十岁"];
    const atHand = ["id-card-first", "id-card-renew", "id-card-under16", "hukou-move-in"];
    const ids = atHand.flatMap((entry) => said.map((words) => under(entry, words)));
    const ways = forkIn("办身份证")!.map(({ entry }) => entry);
    const named = [...ids, ...ways].filter((id) => id !== null);
    expect(named.filter((id) => knowledge.entry(id) === undefined)).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });
});

describe("a wish that leaves too much open", () => {
  it("is asked back once, with four ways and a person", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("办身份证");
    expect(li.hears()).toEqual([conditionTexts.which]);
    expect(li.choices()).toHaveLength(5);
  });

  it("is settled by a word", { timeout: 60_000 }, async () => {
    const li = (await openWorld({ knowledge: await realKnowledge() })).villager("li");
    await li.says("我想办身份证");
    li.hears();
    await li.says("3");
    expect(li.hears()[0]).toContain("四十元");
  });
});
