import { describe, expect, it } from "vitest";
import { bookTexts as texts } from "../../src/texts/zh-cn/book.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { bookableKnowledge, replaceService } from "../support/bookable.ts";
import { knife } from "../support/said.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

/** Tuesday 24 November 2026, ten in the morning, when the tests begin. */
const opened = () => openWorld({ knowledge: bookableKnowledge() });
const heard = (li: Villager): string => li.hears().at(-1) ?? "";
const held = async (world: World) =>
  (await world.rows("appointments")).map(({ service, day, at, status, number }) =>
    [service, day, at, status, number].join(" "),
  );

describe("a seat at the counter", () => {
  it("by taps alone: service, time, no name, 确定 — four taps, and nothing is stored before", async () => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("开始");
    await li.presses(buttons.book);
    expect(heard(li)).toContain(texts.askService);
    await li.presses(replaceService.name);
    const [first] = li.choices();
    expect(heard(li)).toContain(texts.askSlot(replaceService.name));
    await li.presses(first!);
    await li.presses(texts.skipName);
    const card = heard(li);
    for (const part of [replaceService.name, "户口簿", "本人去。", "所里"])
      expect(card).toContain(part);
    expect(await held(world)).toEqual([]);
    await li.presses(texts.save);
    expect(heard(li)).toContain("1号");
    expect(await held(world)).toHaveLength(1);
  });

  it("in words: service, day and half in one message, then name and number, then 对", async () => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("下礼拜三上午想去补个身份证");
    expect(heard(li)).toContain(texts.day("2026-12-02"));
    await li.says("包音，13800138000");
    const card = heard(li);
    expect(card).toContain("包音");
    expect(card).toContain("尾号8000");
    expect(card).not.toContain("13800138000");
    await li.says("对，就这么着");
    expect(await held(world)).toEqual(["id_card_replace 2026-12-02 08:30 booked 1"]);
    expect(await world.rows("appointments")).toMatchObject([
      { name: "包音", phone: "13800138000" },
    ]);
  });

  it.each([
    ["明天上午九点半补身份证", "2026-11-25 09:30"],
    ["约后天下午两点 补证", "2026-11-26 14:00"],
    ["约个号 给我补身份证 周五上午十点", "2026-11-27 10:00"],
    ["12月3号下午三点我去补身份证", "2026-12-03 15:00"],
  ])("“%s” needs no question on the time", async (said, time) => {
    const world = await opened();
    const li = world.villager("li");
    await li.says(said);
    await li.presses(texts.skipName);
    await li.presses(texts.save);
    expect(await held(world)).toEqual([`id_card_replace ${time} booked 1`]);
  });

  it.each([
    ["周六上午补身份证", "2026-11-28"],
    ["昨天想补身份证没去成，今天早上六点给我约上", null],
  ])("“%s”: closed, so the nearest open ones are offered", async (said, day) => {
    const world = await opened();
    const li = world.villager("li");
    await li.says(`约 ${said}`);
    if (day !== null) expect(heard(li)).toContain(texts.day(day));
    expect(li.choices().filter((label) => label.includes("月"))).toHaveLength(3);
    expect(await held(world)).toEqual([]);
  });

  it("a correction and a change of mind, on the card and before it", async () => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("约周三上午补身份证");
    await li.says("不是周三是周四");
    expect(heard(li)).toContain(texts.day("2026-11-26"));
    await li.presses(texts.skipName);
    await li.presses(texts.change);
    expect(heard(li)).toBe(texts.askChange);
    await li.says("改成周五下午三点");
    expect(heard(li)).toContain(texts.day("2026-11-27"));
    await li.says("我想办迁户口");
    expect(heard(li)).toContain("迁户口");
    await li.presses(texts.save);
    expect(await held(world)).toEqual(["hukou_move 2026-11-27 15:00 booked 1"]);
  });

  it.each(["算了", "不约了", "拉倒吧", "先不约了"])("“%s” stores nothing", async (said) => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("约周三上午补身份证");
    await li.says(said);
    expect(heard(li)).toBe(texts.dropped);
    expect(await held(world)).toEqual([]);
  });

  it("something else is answered in between, and it goes on at the same place, after a restart too", async () => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("约周三上午补身份证");
    li.gets();
    await li.says("身份证丢了要多少钱");
    const all = li.hears();
    expect(all.length).toBeGreaterThan(1);
    expect(all.at(-1)).toContain(texts.askName);
    await li.says("要带啥去");
    expect(heard(li)).toContain(texts.askName);
    await world.restart();
    await li.says("李秀英");
    await li.presses(texts.save);
    expect(await held(world)).toEqual(["id_card_replace 2026-11-25 08:30 booked 1"]);
  });

  it("a danger comes first, and the booking goes on after it", async () => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("约周三上午补身份证");
    await li.says(knife);
    expect(li.hears().join("\n")).toContain("110");
    await li.presses(buttons.falseAlarm);
    expect(li.hears().join("\n")).toContain(emergencyTexts.goOn);
    expect(li.sees().at(-1)).toContain(texts.askName);
  });
});

describe("the last seat", () => {
  it("goes to one; the other is offered more", async () => {
    const world = await opened();
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    for (const one of [li, wang]) {
      await one.says("约周三上午九点补身份证");
      await one.presses(texts.skipName);
      one.gets();
    }
    await li.presses(texts.save);
    await wang.presses(texts.save);
    expect(li.hears().join()).toContain("1号");
    expect(heard(wang)).toBe(texts.refused.taken);
    expect(wang.choices().length).toBeGreaterThanOrEqual(3);
    expect(await held(world)).toEqual(["id_card_replace 2026-11-25 09:00 booked 1"]);
    await wang.presses(wang.choices()[0]!);
    await wang.presses(texts.save);
    expect(await held(world)).toHaveLength(2);
  });

  it("one person holds one seat for a service", async () => {
    const world = await opened();
    const li = world.villager("li");
    for (const day of ["周三", "周四"]) {
      await li.says(`约${day}上午九点补身份证`);
      await li.presses(texts.skipName);
      await li.presses(texts.save);
    }
    expect(heard(li)).toBe(texts.refused["has-one"]);
    expect(await held(world)).toHaveLength(1);
  });
});

describe("what somebody holds", () => {
  async function booked() {
    const world = await opened();
    const li = world.villager("li");
    await li.says("约周四上午九点补身份证");
    await li.presses(texts.skipName);
    await li.presses(texts.save);
    li.gets();
    return { world, li };
  }

  it("is shown by 我的预约, and nobody else's", async () => {
    const { world, li } = await booked();
    await li.says("我的预约");
    expect(heard(li)).toContain("1号");
    const wang = world.villager("wang");
    await wang.says("我的预约");
    expect(heard(wang)).toBe(texts.none);
  });

  it("is moved: the old seat is free for others", async () => {
    const { world, li } = await booked();
    await li.says("改预约，周五下午两点行不");
    await li.presses(texts.save);
    expect(await held(world)).toEqual(["id_card_replace 2026-11-27 14:00 booked 1"]);
    const wang = world.villager("wang");
    await wang.says("约周四上午九点补身份证");
    await wang.presses(texts.skipName);
    await wang.presses(texts.save);
    expect(await held(world)).toHaveLength(2);
  });

  it("is given back after one question", async () => {
    const { world, li } = await booked();
    await li.says("我去不了了，取消预约");
    expect(heard(li)).toContain("取消这个预约吗");
    await li.presses(texts.cancelSure);
    expect(heard(li)).toBe(texts.cancelled(replaceService.name));
    expect(await held(world)).toEqual(["id_card_replace 2026-11-26 09:00 cancelled 1"]);
  });

  it("is kept by 不取消", async () => {
    const { world, li } = await booked();
    await li.says("取消预约");
    await li.says("不取消了");
    expect(await held(world)).toEqual(["id_card_replace 2026-11-26 09:00 booked 1"]);
  });

  it("an old 确定 is a yes to its own card alone", async () => {
    const world = await opened();
    const li = world.villager("li");
    await li.says("明天上午九点补身份证");
    await li.presses(texts.skipName);
    const old = li.choiceOf(texts.save);
    await li.taps(old);
    await li.says("约后天下午两点迁户口");
    await li.taps(old);
    expect(await held(world)).toHaveLength(1);
    await li.presses(texts.skipName);
    expect(heard(li)).toContain(texts.day("2026-11-26"));
    await li.taps(old);
    expect(await held(world)).toHaveLength(1);
    await li.presses(texts.save);
    expect(await held(world)).toHaveLength(2);
  });

  it("cannot be cancelled by somebody else's old button", async () => {
    const { world, li } = await booked();
    await li.says("取消预约");
    const button = li.choiceOf(texts.cancelSure);
    const wang = world.villager("wang");
    await wang.taps(button);
    expect(await held(world)).toEqual(["id_card_replace 2026-11-26 09:00 booked 1"]);
  });
});
