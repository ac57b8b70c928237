import { describe, expect, it } from "vitest";
import type { Roster } from "../../src/domain/roster.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { fire } from "../support/said.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const hour = 3_600_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The world's clock begins at 10:00: Zhang has the day, Wang the evening and the night. */
const twoShifts: Roster = {
  periods: [
    { who: "zhang", days: everyDay, from: "08:00", to: "16:00" },
    { who: "wang", days: everyDay, from: "16:00", to: "08:00" },
  ],
  leave: [],
  swaps: [],
  backups: [],
};

const numberIn = async (world: World): Promise<string> =>
  String((await world.rows("matters"))[0]!["number"]);
/** Time passes as it does while the software runs. */
const hours = async (world: World, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await world.wait(hour);
};

describe("what other desks are known to get wrong", () => {
  it("the bot talks over the officer: here it is silent, but for danger", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    await zhang.presses(desk.take);
    li.gets();
    zhang.gets();
    const words = [
      "身份证丢了咋补",
      "预约",
      "谢谢",
      "1",
      "邻居占了我家的地，你们给管管",
      "找民警吧",
    ];
    for (const said of words) await li.says(said);
    await li.sends("sticker");
    expect(li.hears().filter((text) => text !== talkTexts.mediaNotSent("表情"))).toEqual([]);
    expect(zhang.hears()).toHaveLength(words.length + 1);
    await li.says(fire);
    expect(li.gets().map(({ kind }) => kind)).toEqual(["safety"]);
  });

  it("nobody is pushed at handoff: here whoever gets it is called at once, by every road", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    expect(zhang.hears()).toEqual([expect.stringContaining(number)]);
    await zhang.presses(desk.take);
    wang.gets();
    await zhang.says(`转${number}`);
    await zhang.presses("wang");
    expect(wang.hears()).toEqual([expect.stringContaining(number)]);
    await wang.presses(desk.take);
    zhang.gets();
    await wang.says("交接");
    expect(zhang.hears()).toEqual([expect.stringContaining(number)]);
  });

  it("phone-only officers count as offline: here duty is what the roster says", async () => {
    const world = await openWorld({ roster: twoShifts });
    // Zhang has never opened a page; Wang sits at one, off duty.
    const zhang = await world.staff("zhang", { channel: "telegram" });
    const wang = await world.staff("wang", { channel: "web" });
    await wang.says("值班");
    expect(wang.hears()).toEqual([deskTexts.roster(["zhang"])]);
    const li = world.villager("li");
    await li.says("找民警");
    expect(li.hears()[0]).toContain(talkTexts.watch({ is: "on-duty" }));
    expect(zhang.hears()).toHaveLength(1);
    expect(wang.hears()).toEqual([]);
  });

  it("a reopened talk goes to somebody off duty: here to whoever is on duty by then", async () => {
    const world = await openWorld({ roster: twoShifts });
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    await zhang.presses(desk.close);
    await hours(world, 8);
    zhang.gets();
    wang.gets();
    await li.presses(talkTexts.notSettled);
    expect(wang.hears()).toEqual([expect.stringContaining(number)]);
    expect(zhang.hears()).toEqual([]);
    await li.says("我家牛又丢了");
    expect(zhang.hears()).toEqual([]);
  });

  it("forgotten ones are never escalated: here the next ones are called, until somebody takes it", async () => {
    const roster = { ...twoShifts, periods: [{ ...twoShifts.periods[0]!, to: "08:00" }] };
    const world = await openWorld({ roster });
    const zhang = await world.staff("zhang");
    const chief = await world.staff("chief", { role: "chief" });
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    zhang.gets();
    await hours(world, 3);
    expect(chief.hears()).toEqual([]);
    await hours(world, 2);
    expect(chief.hears()).toEqual([expect.stringContaining(number)]);
    expect(zhang.hears()).toEqual([expect.stringContaining(number)]);
    await hours(world, 8);
    expect(chief.hears().length).toBeGreaterThan(1);
    await chief.presses(desk.take);
    zhang.gets();
    await hours(world, 1);
    expect(zhang.hears()).toEqual([]);
  }, 60_000);

  it("forgotten ones are never escalated: nor is what was taken and never answered", async () => {
    const world = await openWorld({ roster: twoShifts });
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    await li.says("在吗");
    wang.gets();
    await hours(world, 7);
    expect(wang.hears().join()).toContain(number);
    expect(await world.rows("matters")).toMatchObject([{ owner: null }]);
  }, 60_000);
});
