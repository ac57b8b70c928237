import { describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { renewCard, replaceCard } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

describe("a button", () => {
  it("that is old redoes its step, whatever came since", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    const old = li.choiceOf(renewCard.title);
    await li.says("上户口");
    await li.says(buttons.report);
    li.hears();
    await li.taps(old);
    expect(li.hears()).toEqual([askTexts.answer(renewCard)]);
  });

  it("that is old redoes its step after a restart", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("身份证丢了");
    const details = li.choiceOf(buttons.details);
    await world.restart();
    li.hears();
    await li.taps(details);
    expect(li.hears()).toEqual([askTexts.details(replaceCard)]);
  });

  it.each(["", "nonsense", "../../etc", "0123456789.0", "x".repeat(64), "1.2.3", "'; drop table"])(
    "that nobody knows (“%s”) leads to the beginning",
    async (name) => {
      const li = (await openWorld()).villager("li");
      await li.taps(name);
      expect(li.hears()).toEqual([menuTexts.stale]);
    },
  );

  it("whose place is beyond the last leads to the beginning", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    const [message] = li.choiceOf(renewCard.title).split(".");
    li.hears();
    await li.taps(`${message}.9`);
    expect(li.hears()).toEqual([menuTexts.stale]);
  });

  it("of somebody else's conversation does nothing of what it says", async () => {
    const world = await openWorld();
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    await li.says("删除我的信息");
    await wang.says("我是王二妮，村里电线杆归谁管");
    wang.hears();
    await wang.taps(li.choiceOf(buttons.eraseYes));
    expect(wang.hears()).toEqual([menuTexts.stale]);
    expect(await world.dump()).toContain("王二妮");
  });

  it("of a person's conversation on another channel is foreign too", async () => {
    const world = await openWorld();
    const page = world.villager("li", { channel: "web" });
    const telegram = world.villager("li", { channel: "telegram" });
    await page.says("找民警");
    await telegram.taps(page.choiceOf(buttons.skipPhone));
    expect(telegram.hears()[0]).toBe(menuTexts.stale);
  });

  it("of an erased conversation leads to the beginning", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    const old = li.choiceOf(renewCard.title);
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    li.hears();
    await li.taps(old);
    expect(li.hears()).toEqual([menuTexts.stale]);
  });

  it("has a name that fits a button's data", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("/start");
    for (const { shows } of li.screen())
      for (const { id } of shows.choices) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
  });
});

describe("a conversation", () => {
  it("in a state of another version goes back to the menu, and works", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    const [row] = await world.rows("conversations");
    for (const state of [
      { flow: "human", v: 7, at: "phone", matter: "x", number: "1" },
      { flow: "dreaming", v: 1 },
      { flow: "menu", v: 0 },
    ]) {
      const memory = JSON.stringify({ ...JSON.parse(String(row!["memory"])), state });
      const place = `conversations.memory.${String(row!["id"])}`;
      await world.store
        .db("conversations")
        .update({ memory: world.store.cipher.seal(memory, place) });
      li.hears();
      await li.says("15147012345，身份证丢了");
      expect(li.hears()).toEqual([askTexts.answer(replaceCard), menuTexts.brokenOff]);
    }
    expect(await world.rows("matters")).toMatchObject([{ phone: null }]);
  });

  it("goes on after a restart where it was", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("有个证的事");
    await world.restart();
    li.hears();
    await li.says("2");
    expect(li.hears()).toEqual([askTexts.answer(renewCard)]);
  });
});
