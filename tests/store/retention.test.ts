import { describe, expect, it } from "vitest";
import { forgetOldTalk, keptDays } from "../../src/store/retention.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { birth } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const day = 24 * 3_600_000;

describe("retention", () => {
  it("deletes talk that is older than it may be kept, everywhere, and nothing newer", async () => {
    const world = await openWorld();
    const [li, wang] = [world.villager("li"), world.villager("wang", { channel: "telegram" })];
    await li.says("我叫赵铁柱，身份证丢了");
    await wang.says("我叫钱大壮，身份证丢了");
    await world.wait(keptDays * day - 3_600_000);
    await wang.says("我是王二妮，上户口");
    await world.wait(7_200_000);
    expect(await forgetOldTalk(world.store, world.now())).toBe(2);
    const dump = await world.dump();
    for (const gone of ["赵铁柱", "钱大壮"]) expect(dump).not.toContain(gone);
    expect(dump).toContain("王二妮");
    expect(await world.rows("web_log")).toEqual([]);
    expect(await world.rows("inbox")).toHaveLength(1);
    await li.says("上户口");
    expect(li.sees().at(-1)).toBe(askTexts.answer(birth));
  });

  it("keeps matters and alerts", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    await li.says("我家着火了快来人");
    await world.wait(keptDays * day + 1);
    await forgetOldTalk(world.store, world.now());
    expect(await world.rows("matters")).toHaveLength(1);
    expect(await world.rows("alerts")).toMatchObject([{ words: "我家着火了快来人" }]);
  });

  it("leaves what still waits, to be answered or sent, however old", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    world.channels.telegram.ends = () => ({ ok: false, why: "later", after: 400 * day });
    await li.says("身份证丢了");
    await li.says("上户口");
    const [, second] = await world.rows("inbox");
    await world.store.db("inbox").where({ id: second!["id"] }).update({ status: "new" });
    await forgetOldTalk(world.store, world.now() + keptDays * day + 1);
    expect(await world.store.db("inbox").select("id")).toEqual([{ id: second!["id"] }]);
    const open = await world.store
      .db("outbox")
      .whereIn("status", ["ready", "sending"])
      .select("id");
    expect(open.length).toBeGreaterThanOrEqual(2);
  });

  it("goes in small steps, and comes to an end", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    for (let i = 0; i < 5; i++) await li.says("身份证丢了");
    await world.wait(keptDays * day + 1);
    const steps: number[] = [];
    for (let n = -1; n !== 0; steps.push(n)) n = await forgetOldTalk(world.store, world.now(), 2);
    expect(steps).toEqual([2, 2, 1, 0]);
    expect(await world.rows("outbox")).toEqual([]);
  });
});
