import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { disputeTexts, wantNames } from "../../src/texts/zh-cn/dispute.ts";
import { emergencyTexts as texts } from "../../src/texts/zh-cn/emergency.ts";
import { hazardTexts } from "../../src/texts/zh-cn/hazard.ts";
import { humanTexts } from "../../src/texts/zh-cn/human.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { replaceCard } from "../support/small-knowledge.ts";
import { despair, fire, knife } from "../support/said.ts";
import { openWorld } from "../support/world.ts";

const again = (question: string) => `${texts.goOn}\n\n${question}`;
const quarrel = "邻居占了我家的地，你们给管管";

describe("danger in the middle of a quarrel that is taken in", () => {
  const begun = async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(quarrel);
    const question = li.hears().at(-1)!.split("\n\n").at(-1)!;
    return { world, li, question };
  };

  it("gets its card; the place is noted, and the quarrel goes on where it was", async () => {
    const { world, li, question } = await begun();
    await li.says(fire);
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
    await li.says("前进村东头");
    expect(li.hears()).toEqual([texts.whereNoted, again(question)]);
    await li.says("不知道");
    for (let i = 0; i < 8 && !li.choices().includes(disputeTexts.save); i++)
      await li.says("不知道");
    await li.presses(disputeTexts.save);
    const [matter] = await world.rows("matters");
    expect(matter).toMatchObject({ kind: "dispute" });
    expect(matter!["note"]).toContain(quarrel);
    expect(matter!["note"]).toContain(fire);
    expect(await world.rows("alerts")).toMatchObject([{ words: `${fire}\n前进村东头` }]);
  });

  it("goes on as private where force was used, and never offers to meet halfway", async () => {
    const { world, li } = await begun();
    await li.says(knife);
    await li.says("团结村");
    li.hears();
    for (let i = 0; i < 8 && !li.choices().includes(disputeTexts.save); i++) {
      expect(li.choices()).not.toContain(wantNames.mediation);
      await li.says("不知道");
    }
    await li.presses(disputeTexts.save);
    expect(await world.rows("matters")).toMatchObject([{ kind: "dispute", private: 1 }]);
  });

  it("that was none brings the quarrel back as it was", async () => {
    const { world, li, question } = await begun();
    await li.says(knife);
    li.gets();
    await li.presses(buttons.falseAlarm);
    expect(li.hears()).toEqual([texts.falseAlarm, again(question)]);
    for (let i = 0; i < 8 && !li.choices().includes(disputeTexts.save); i++)
      await li.says("不知道");
    await li.presses(disputeTexts.save);
    expect(await world.rows("matters")).toMatchObject([{ private: 0 }]);
  });

  it("is passed over by whoever presses on", async () => {
    const { li } = await begun();
    const skip = li.choiceOf(disputeTexts.skip);
    await li.says(fire);
    li.gets();
    await li.taps(skip);
    expect(li.hears()).toHaveLength(1);
    expect(li.choices()).toContain(disputeTexts.skip);
  });

  it("is asked about when it is not clear, and words go on with the quarrel", async () => {
    const { li, question } = await begun();
    await li.says(despair);
    expect(li.choices()).toEqual([buttons.inDanger, buttons.wantToTalk, buttons.amSafe]);
    li.gets();
    await li.presses(buttons.amSafe);
    expect(li.hears()).toEqual([texts.safe, again(question)]);
  });

  it("is chosen from the list and given up again without losing anything", async () => {
    const { li, question } = await begun();
    await li.says("我有急事");
    await li.presses(texts.classNames.fire_accident);
    await li.presses(buttons.falseAlarm);
    expect(li.hears().slice(-2)).toEqual([texts.falseAlarm, again(question)]);
  });

  it("survives a restart", async () => {
    const { world, li, question } = await begun();
    await li.says(fire);
    li.gets();
    await world.restart();
    await li.says("前进村");
    expect(li.hears()).toEqual([texts.whereNoted, again(question)]);
  });
});

describe("danger in the middle of something else", () => {
  it("brings a hazard back", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.report);
    await li.says("村东头的桥上有个大坑，车过去危险");
    const question = li.hears().at(-1)!.split("\n\n").at(-1)!;
    await li.says(fire);
    li.gets();
    await li.says("团结村");
    const [noted, asked] = li.hears();
    expect(noted).toBe(texts.whereNoted);
    expect(asked).toContain(texts.goOn);
    expect(asked!.endsWith(question) || asked!.includes("大坑")).toBe(true);
    for (let i = 0; i < 4 && !li.choices().includes(hazardTexts.save); i++) await li.says("不知道");
    await li.presses(hazardTexts.save);
    expect((await world.rows("matters"))[0]!["note"]).toContain("大坑");
  });

  it("asks again what is to be reported", async () => {
    const li = (await openWorld()).villager("li");
    await li.says(buttons.report);
    await li.says(fire);
    li.gets();
    await li.says("团结村");
    expect(li.hears()).toEqual([texts.whereNoted, again(humanTexts.report)]);
  });

  it("asks again for the number to call back", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    await li.says(fire);
    li.gets();
    await li.says("团结村");
    expect(li.hears()).toEqual([texts.whereNoted, again(humanTexts.askPhone)]);
    await li.says("15147012345");
    expect(await world.rows("matters")).toMatchObject([{ phone: "15147012345" }]);
  });

  it("keeps a number that stands among its words", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    await li.says(`${fire}，我电话15147012345`);
    expect(await world.rows("matters")).toMatchObject([{ phone: "15147012345" }]);
  });

  it("offers again what was to be chosen from", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    const offered = li.choices();
    await li.says(fire);
    await li.says("团结村");
    expect(li.hears().slice(-3)).toEqual([texts.whereNoted, texts.goOn, askTexts.which]);
    expect(li.choices()).toEqual(offered);
    await li.says(replaceCard.title);
    expect(li.hears()).toEqual([askTexts.answer(replaceCard)]);
  });
});
