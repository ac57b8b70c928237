import { describe, expect, it } from "vitest";
import { hotlines } from "../../src/domain/hotlines.ts";
import type { MediaKind } from "../../src/domain/message.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { humanTexts } from "../../src/texts/zh-cn/human.ts";
import { mediaTexts } from "../../src/texts/zh-cn/media.ts";
import { checkTexts } from "../../src/texts/zh-cn/check.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { reachStation } from "../../src/texts/zh-cn/station.ts";
import { smallKnowledge, smallStation } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const reach = reachStation(smallStation);

describe("the menu", () => {
  it("welcomes whoever begins, with every door", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("/start");
    expect(li.hears()).toEqual([menuTexts.welcome(smallStation.name)]);
    expect(li.choices()).toEqual([
      buttons.ask,
      buttons.book,
      buttons.check,
      buttons.report,
      buttons.human,
      buttons.urgent,
      buttons.identity,
      buttons.privacy,
    ]);
  });

  it.each([
    [buttons.ask, askTexts.ask],
    [buttons.book, menuTexts.book(reach)],
    [buttons.check, checkTexts.tell],
    [buttons.report, humanTexts.report],
    [buttons.identity, menuTexts.identity(reach)],
    [buttons.privacy, menuTexts.privacy],
  ])("opens “%s” by tap, by words and by number", async (label, text) => {
    const world = await openWorld();
    const [li, wang, zhao] = ["li", "wang", "zhao"].map((name) => world.villager(name)) as [
      ReturnType<typeof world.villager>,
      ReturnType<typeof world.villager>,
      ReturnType<typeof world.villager>,
    ];
    for (const villager of [li, wang, zhao]) {
      await villager.says("开始");
      villager.hears();
    }
    await li.presses(label);
    expect(li.hears()).toEqual([text]);
    await wang.says(label);
    expect(wang.hears()).toEqual([text]);
    await zhao.says(String(zhao.choices().indexOf(label) + 1));
    expect(zhao.hears()).toEqual([text]);
  });

  it("names every hotline that it may name", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("常用电话");
    const [text] = li.hears();
    expect(text).toBe(menuTexts.hotlines());
    for (const number of Object.keys(hotlines)) expect(text).toContain(number);
  });

  it("proves itself when asked whether it is real", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("你是真的吗");
    expect(li.hears()).toEqual([menuTexts.identity(reach)]);
  });

  it("says honestly what the station has not filled in", async () => {
    const station = { ...smallStation, phone: null, hours: [] };
    const li = (await openWorld({ knowledge: smallKnowledge(station) })).villager("li");
    await li.says("找民警");
    expect(li.hears()[0]).toContain(reachStation(station));
    expect(reachStation(station)).toContain("12345");
  });

  it("comes back by “返回”", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("隐私");
    li.hears();
    await li.says("返回");
    expect(li.hears()).toEqual([menuTexts.back]);
  });
});

describe("things that are not words", () => {
  const kinds: MediaKind[] = [
    "photo",
    "voice",
    "video",
    "sticker",
    "location",
    "contact",
    "file",
    "other",
  ];

  it.each(kinds)("a %s gets a sentence and two ways on", async (media) => {
    const li = (await openWorld()).villager("li", { channel: "telegram" });
    await li.sends(media);
    expect(li.hears()[0]).toBe(mediaTexts.received(media));
    const [{ shows }] = li.screen() as [ReturnType<typeof li.screen>[number]];
    expect(shows.choices.map(({ label }) => label)).toEqual([buttons.urgent, buttons.consult]);
    expect(shows.calls).toContain("110");
  });

  it("a photo leaves an open report open", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.report);
    await li.sends("photo");
    await li.says("村东头路灯坏了好几天");
    await li.says("确定");
    expect(String((await world.rows("matters"))[0]!["note"])).toContain("路灯坏了好几天");
  });

  it("words under a photo are words: danger in them is danger", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.sends("photo", "着火了快来人");
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
    expect(await world.rows("alerts")).toMatchObject([{ class: "fire_accident" }]);
  });

  it("no words at all are asked for", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("  \n ");
    expect(li.hears()).toEqual([menuTexts.nothingSaid]);
    expect(li.choices()).toEqual([buttons.urgent]);
  });

  it("edited words are words", async () => {
    const li = (await openWorld()).villager("li", { channel: "telegram" });
    await li.says("身份证丢啦");
    li.hears();
    await li.says("身份证丢了", { edited: true });
    expect(li.hears()[0]).toContain("挂失");
  });
});
