import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { mediatorTexts as texts } from "../../src/texts/zh-cn/mediator.ts";
import { saysTooNear } from "../../src/understanding/conflict-of-interest.ts";
import { tellsOf } from "../support/dispute-told.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;

/** zhang has a quarrel of li's in mediation; wang and zhao may mediate. */
async function mediating() {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  const wang = await world.staff("wang", { role: "mediator" });
  const zhao = await world.staff("zhao", { role: "cadre" });
  await world.staff("rep", { role: "safety-rep" });
  const li = world.villager("li");
  await tellsOf(li, "neighbour");
  await zhang.presses(desk.take);
  await zhang.presses(desk.mediate);
  const number = String((await world.rows("matters"))[0]!["number"]);
  for (const one of [zhang, wang, zhao, li]) one.gets();
  return { world, zhang, wang, zhao, li, number };
}

const acts = async (world: World) =>
  (await world.rows("trail"))
    .map(({ act }) => String(act))
    .filter((act) => act.startsWith("mediator"));

describe("a mediator", () => {
  it("is named by the owner, and chosen by the parties", async () => {
    const { world, zhang, wang, li, number } = await mediating();
    await zhang.presses(texts.buttons.ask);
    expect(zhang.hears()).toEqual([texts.ask(number)]);
    expect(zhang.choices()).toEqual(["wang", "zhao"]);
    await zhang.presses("wang");
    expect(zhang.hears()).toEqual([texts.named(number, "wang")]);
    expect(li.hears()).toEqual([texts.toVillager(number, "wang")]);
    expect(wang.hears()).toEqual([expect.stringContaining(number)]);
    await zhang.presses(texts.buttons.agree);
    expect(zhang.hears()).toEqual([texts.accepted(number, "wang")]);
    expect((await acts(world)).map((act) => act.split(" ")[1])).toEqual(["named", "accepted"]);
    expect(await world.rows("mediators")).toMatchObject([{ step: "accepted" }]);
  });

  it("goes where one party does not agree, and is not asked again", async () => {
    const { zhang, wang, number } = await mediating();
    await zhang.presses(texts.buttons.ask);
    await zhang.presses("wang");
    wang.gets();
    zhang.gets();
    await zhang.presses(texts.buttons.refuse);
    expect(zhang.hears()).toEqual([texts.refused(number, "wang")]);
    expect(wang.hears()).toEqual([texts.notNeeded(number)]);
    await zhang.presses(texts.buttons.ask);
    expect(zhang.choices()).toEqual(["zhao"]);
  });

  it.each([
    [
      "presses 我得回避",
      (one: { presses(label: string): unknown }) => one.presses(texts.buttons.recuse),
    ],
    ["says so", (one: { says(text: string): unknown }) => one.says("我跟他家有亲，不合适")],
  ])("who %s is taken off, and the trail says so", async (_how, does) => {
    const { world, zhang, wang, number } = await mediating();
    await zhang.presses(texts.buttons.ask);
    await zhang.presses("wang");
    for (const one of [zhang, wang]) one.gets();
    await does(wang);
    expect(wang.hears()).toEqual([texts.recused(number)]);
    expect(zhang.hears()).toEqual([texts.lost(number, "wang")]);
    expect((await acts(world)).at(-1)).toMatch(/^mediator recused /);
    await zhang.presses(texts.buttons.agree);
    expect(zhang.hears()).toEqual([texts.notAgain(number)]);
    await zhang.presses(texts.buttons.ask);
    expect(zhang.choices()).toEqual(["zhao"]);
  });

  it("is named by nobody but the owner, and only while parties are being brought together", async () => {
    const { zhang, wang, zhao, number } = await mediating();
    await zhang.presses(texts.buttons.ask);
    await wang.taps(zhang.choiceOf("zhao"));
    expect(zhao.hears()).toEqual([]);
    await zhang.says(`没调成${number}`);
    zhang.gets();
    await zhang.presses("zhao");
    expect(zhang.hears()).toEqual([deskTexts.refused("not-now", number, null)]);
    expect(zhao.hears()).toEqual([]);
  });

  it.each([
    ["我跟他家有亲", true],
    ["我和她是亲戚", true],
    ["俺跟那家有过节", true],
    ["我得回避", true],
    ["我跟他家没有亲", false],
    ["他跟他家有亲", false],
    ["好，我下午过去", false],
    ["我不用回避", false],
  ])("“%s”: stands too near: %s", (said, near) => {
    expect(saysTooNear(said)).toBe(near);
  });
});

describe("what is like a matter", () => {
  it("is counted on the owner's card for 90 days, and never merged", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    await tellsOf(li, "neighbour");
    zhang.gets();
    await zhang.presses(desk.take);
    expect(zhang.hears().join()).not.toContain("90天");
    await zhang.presses(desk.close);
    await tellsOf(wang, "neighbour");
    zhang.gets();
    await zhang.presses(desk.take);
    expect(zhang.hears()[0]).toContain(deskTexts.alike({ inVillage: 1, ofPerson: 0 })[0]);
    await zhang.presses(desk.close);
    await tellsOf(li, "labour");
    zhang.gets();
    await zhang.presses(desk.take);
    expect(zhang.hears()[0]).toContain(deskTexts.alike({ inVillage: 0, ofPerson: 1 })[0]);
    expect(await world.rows("matters")).toHaveLength(3);
    await world.wait(91 * 24 * 3_600_000);
    await tellsOf(li, "neighbour");
    zhang.gets();
    await zhang.presses(desk.take);
    expect(zhang.hears()[0]).not.toContain("90天");
  });
});
