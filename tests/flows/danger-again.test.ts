import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { fire } from "../support/said.ts";
import { openWorld } from "../support/world.ts";

const { buttons: desk } = deskTexts;

describe("danger that is told again", () => {
  it("by an edit joins its alert, and those who were called hear it", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li", { channel: "telegram" });
    await li.says(fire, { message: "7" });
    zhang.gets();
    await li.says(`${fire}，在团结村`, { message: "7", edited: true });
    expect(await world.rows("alerts")).toMatchObject([{ words: `${fire}\n${fire}，在团结村` }]);
    expect(zhang.hears()).toEqual([deskTexts.whereabouts(`${fire}，在团结村`)]);
  });

  it("by an edit of calm words raises an alert", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("身份证丢了", { message: "7" });
    await li.says(fire, { message: "7", edited: true });
    expect(await world.rows("alerts")).toMatchObject([{ words: fire }]);
  });

  it("by an edit of other words than those of the alert raises one of its own", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("身份证丢了", { message: "6" });
    await li.says(fire, { message: "7" });
    await li.says("快来人，有人拿刀砍人", { message: "6", edited: true });
    expect(await world.rows("alerts")).toHaveLength(2);
  });

  it("in the same words raises no second alert", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(fire);
    zhang.gets();
    await li.says(fire);
    expect(li.gets().map(({ kind }) => kind)).toContain("safety");
    expect(await world.rows("alerts")).toHaveLength(1);
    expect(zhang.hears()).toEqual([]);
    await li.says("前进村东头");
    expect(await world.rows("alerts")).toMatchObject([{ words: `${fire}\n前进村东头` }]);
  });

  it("in the same words during its talk reaches its owner once", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(fire);
    await zhang.presses(desk.takeAlert);
    zhang.gets();
    await li.says(fire);
    expect(await world.rows("alerts")).toHaveLength(1);
    expect(zhang.hears()).toHaveLength(1);
  });

  it("in the same words once its matter is closed calls somebody again", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(fire);
    await zhang.presses(desk.takeAlert);
    await zhang.presses(desk.close);
    zhang.gets();
    await li.says(fire);
    expect(await world.rows("alerts")).toHaveLength(2);
    expect(zhang.hears()).toHaveLength(1);
  });

  it("in a talk about something else names its place to those who were called", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    await zhang.presses(desk.take);
    const wang = await world.staff("wang");
    await li.says(fire);
    expect(wang.hears()).toHaveLength(1);
    zhang.gets();
    await li.says("团结村西头");
    expect(await world.rows("alerts")).toMatchObject([{ words: `${fire}\n团结村西头` }]);
    expect(wang.hears()).toEqual([deskTexts.whereabouts("团结村西头")]);
    expect(zhang.hears()).toEqual([expect.stringContaining("团结村西头")]);
  });
});
