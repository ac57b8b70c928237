import { describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { humanTexts } from "../../src/texts/zh-cn/human.ts";
import { noPatience, usualPatience } from "../../src/app/hear.ts";
import { birth, replaceCard } from "../support/small-knowledge.ts";
import { fire } from "../support/said.ts";
import { instead } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const answer = askTexts.answer(replaceCard);

describe("words in one breath", () => {
  it.each(["telegram", "web"] as const)(
    "get one reply, which is replaced, on %s",
    async (channel) => {
      const world = await openWorld();
      const li = world.villager("li", { channel });
      await li.says("俺那个");
      await li.adds("身份证");
      await li.adds("丢了，身份证丢了咋整");
      expect(li.sees().filter((text) => text !== menuTexts.notice)).toEqual([answer]);
      expect(li.hears().at(-1)).toBe(instead(answer));
    },
  );

  it("are read together", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("身份证");
    await li.adds("丢了");
    expect(li.sees()).toEqual([answer]);
    await li.says("补身");
    await li.adds("份证");
    expect(li.sees()).toHaveLength(2);
  });

  it("are two messages when a moment lies between them", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("上户口");
    await world.wait(usualPatience.burst - 400);
    await li.adds("身份证丢了");
    expect(li.sees()).toEqual([askTexts.answer(birth), answer]);
  });

  it("open one matter, whatever number of pieces", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("我想让驻村民警来我家一趟，找民警说说占地的事");
    for (const more of ["东头", "第三家", "明天上午"]) await li.adds(more);
    expect(await world.rows("matters")).toHaveLength(1);
    expect(await world.rows("inbox")).toHaveLength(4);
  });

  it("do not lose a phone number that stood in the first piece", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    await li.says("15147012345");
    await li.adds("谢谢");
    const [matter] = await world.rows("matters");
    expect(matter).toMatchObject({ phone: "15147012345" });
    expect(li.sees().at(-1)).toBe(humanTexts.phoneNoted(String(matter!["number"])));
  });

  it("do not lose the word about a covered number", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("我身份证号152104199001011231");
    await li.adds("身份证丢了");
    expect(li.sees()).toEqual([answer, menuTexts.maskedTelegram(null), menuTexts.notice]);
  });

  it("keep one question for the admin, and none when the whole was answered", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("村里电线杆归谁管");
    await li.adds("就是东头那根");
    expect((await world.rows("questions")).map(({ text }) => text)).toEqual([
      "村里电线杆归谁管\n就是东头那根",
    ]);
    await li.says("俺想问下");
    await li.adds("身份证丢了");
    expect(await world.rows("questions")).toHaveLength(1);
  });

  it("leave one message on Telegram also when it is slow", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("你是谁");
    await world.wait(30_000);
    await li.says("俺那个");
    const before = li.sees().length;
    world.channels.telegram.ends = () => ({ ok: false, why: "later", after: 3_000 });
    await li.adds("身份");
    await li.adds("证丢了，身份证丢了");
    world.channels.telegram.ends = () => null;
    await world.wait(10_000);
    expect(li.sees()).toHaveLength(before);
    expect(li.sees().at(-1)).toBe(answer);
  });

  it("never join a tap", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    await li.taps(li.choiceOf(replaceCard.title));
    await li.adds("上户口");
    expect(li.sees()).toEqual([askTexts.which, answer, askTexts.answer(birth)]);
  });

  it("stand each for itself where nobody waits", async () => {
    const world = await openWorld({ patience: noPatience });
    const li = world.villager("li");
    await li.says("上户口");
    await li.adds("身份证丢了");
    await li.adds("身份证丢了");
    expect(li.sees().slice(0, 2)).toEqual([askTexts.answer(birth), answer]);
    expect(world.records.map(({ outcome }) => outcome)).toEqual(Array(3).fill("answered"));
  });
});

describe("danger in one breath with calm words", () => {
  const alerts = async (world: World) =>
    (await world.rows("alerts")).map(({ class: name, words }) => ({ name, words }));
  const isCard = (shown: { kind: string }) => shown.kind === "safety";

  it("gets its card when it comes last", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("那个");
    await li.adds("你们几点上班");
    await li.adds(fire);
    expect(li.gets().filter(isCard)).toHaveLength(1);
    expect(await alerts(world)).toEqual([
      { name: "fire_accident", words: `那个\n你们几点上班\n${fire}` },
    ]);
  });

  it("keeps its card, and its question, when it comes first", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    await li.adds("你们几点上班");
    expect(li.screen().filter(({ shows }) => isCard(shows))).toHaveLength(1);
    expect(await alerts(world)).toEqual([
      { name: "fire_accident", words: expect.stringContaining(fire) },
    ]);
    expect(li.sees().at(-1)).toContain(emergencyTexts.where);
  });

  it("is read in pieces that are calm one by one", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("我家着");
    await li.adds("火了");
    expect(li.gets().filter(isCard)).toHaveLength(1);
    expect(await alerts(world)).toHaveLength(1);
  });

  it("stays one alert when more words make it less sure", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(fire);
    await li.adds("骗你的");
    await li.says("前进村东头");
    expect(await alerts(world)).toEqual([
      { name: "fire_accident", words: expect.stringContaining("前进村东头") },
    ]);
  });
});

describe("the same again", () => {
  it("is answered once", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("身份证丢了");
    await world.wait(5_000);
    await li.adds("身份证丢了");
    expect(li.hears()).toEqual([answer]);
    expect(world.records.map(({ outcome }) => outcome)).toEqual(["answered", "repeat"]);
  });

  it("is answered again after a while", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("身份证丢了");
    await li.says("身份证丢了");
    expect(li.hears()).toHaveLength(2);
    expect(world.records.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
  });

  it("update, brought twice by the channel, is taken once, also after a restart", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("身份证丢了", { key: "u1" });
    expect(await li.says("身份证丢了", { key: "u1" })).toEqual({ ok: true, repeat: true });
    await world.restart();
    expect(await li.says("身份证丢了", { key: "u1" })).toEqual({ ok: true, repeat: true });
    expect(li.hears()).toEqual([answer]);
  });

  it("tap is answered once", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    const choice = li.choiceOf(replaceCard.title);
    li.hears();
    await li.taps(choice);
    await li.taps(choice);
    expect(li.hears()).toEqual([answer]);
  });

  it("tap a while later is a new wish", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    const choice = li.choiceOf(replaceCard.title);
    li.hears();
    await li.taps(choice);
    await li.says("上户口");
    await li.taps(choice);
    expect(li.hears()).toEqual([answer, askTexts.answer(birth), answer]);
  });
});
