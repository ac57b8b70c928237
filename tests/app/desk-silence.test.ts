import { describe, expect, it } from "vitest";
import type { Outgoing } from "../../src/domain/message.ts";
import type { Roster } from "../../src/domain/roster.ts";
import { everybody, revoke } from "../../src/store/people.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { fire } from "../support/said.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const minute = 60_000;
const hour = 60 * minute;
/** Zhang is on duty; the others are there if he is not. */
const zhangsDuty: Roster = {
  periods: [{ who: "zhang", days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }],
  leave: [],
  swaps: [],
  backups: [],
};

const blocked =
  (...them: Villager[]) =>
  ({ chat }: Outgoing) =>
    them.some((one) => one.chat === chat)
      ? ({ ok: false, why: "gone", detail: "blocked by the user" } as const)
      : null;
const numberIn = async (world: World) => String((await world.rows("matters"))[0]!["number"]);
const id = async ({ store }: World, name: string) =>
  (await everybody(store.db, store.cipher)).find((one) => one.name === name)!.id;

async function opened(roster?: Roster) {
  const world = await openWorld(roster ? { roster } : {});
  const zhang = await world.staff("zhang");
  const wang = await world.staff("wang", { role: "chief" });
  return { world, zhang, wang, li: world.villager("li") };
}

describe("an officer who blocked the bot", () => {
  it("is passed over by an alarm at once, from the first call that failed", async () => {
    const { world, zhang, wang, li } = await opened(zhangsDuty);
    world.channels.telegram.ends = blocked(zhang);
    await li.says(fire);
    expect(wang.hears()).toEqual([]);
    await world.wait(minute);
    expect(wang.hears()).toEqual([expect.stringContaining(fire)]);
    // The next alarm does not wait for him at all.
    await world.villager("zhao").says(fire);
    expect(wang.hears().join()).toContain(fire);
  });

  it("keeps nothing: what he had goes to the next one, with the words that nobody read", async () => {
    const { world, zhang, wang, li } = await opened();
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    wang.gets();
    li.gets();
    world.channels.telegram.ends = blocked(zhang);
    await li.says("证件都带上吗");
    await world.wait(minute);
    expect(li.hears()).toEqual([talkTexts.passedOn(number)]);
    expect(wang.hears()).toEqual([expect.stringContaining("证件都带上吗")]);
    await wang.presses(desk.take);
    expect(li.hears()).toEqual([talkTexts.taken("wang", number)]);
  });

  it("has them again after he writes", async () => {
    const { world, zhang, li } = await opened(zhangsDuty);
    world.channels.telegram.ends = blocked(zhang);
    await li.says("找民警");
    world.channels.telegram.ends = () => null;
    zhang.gets();
    await zhang.says(desk.waiting);
    expect(zhang.hears().join()).toContain(await numberIn(world));
    await world.villager("zhao").says("找民警");
    expect(zhang.hears()).toHaveLength(1);
  });
});

describe("an officer who never answers", () => {
  it("loses an alarm's first call to the chief, and it is called for ever", async () => {
    const { world, zhang, wang, li } = await opened(zhangsDuty);
    await li.says(fire);
    for (let hours = 0; hours < 3; hours++) await world.wait(hour - minute);
    for (const one of [zhang, wang]) expect(one.hears().length).toBeGreaterThan(2);
    const [alert] = await world.rows("alerts");
    expect(alert).toMatchObject({ status: "waiting", due_at: expect.any(Number) });
  });

  it("does not keep what he took: two silent hours and it is called again", async () => {
    const { world, zhang, wang, li } = await opened();
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    await li.says("在吗");
    for (const one of [zhang, wang, li]) one.gets();
    for (let i = 0; i < 3; i++) await world.wait(hour - minute);
    expect(li.hears()).toEqual([talkTexts.passedOn(number)]);
    expect(zhang.hears()[0]).toBe(deskTexts.released(number));
    expect(wang.hears()).toEqual([expect.stringContaining("在吗")]);
    expect(await world.rows("matters")).toMatchObject([{ owner: null, status: "assigned" }]);
  });
});

describe("an officer who is revoked", () => {
  it("is nobody's any more: the matter is called out, and his old buttons do nothing", async () => {
    const { world, zhang, wang, li } = await opened();
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    for (const one of [wang, li]) one.gets();
    await revoke(world.store.db, await id(world, "zhang"), world.now());
    await world.wait(minute);
    expect(li.hears()).toEqual([talkTexts.passedOn(number)]);
    expect(wang.hears()).toEqual([expect.stringContaining(number)]);
    zhang.gets();
    await zhang.presses(desk.close);
    await zhang.says("词一句");
    await li.says("在吗");
    expect(li.hears().join()).not.toContain("词一句");
    expect(zhang.hears().join()).not.toContain("在吗");
    expect(await world.rows("matters")).toMatchObject([{ owner: null, status: "assigned" }]);
  });
});

it("an officer hears that a villager cannot be given the words", async () => {
  const { world, zhang, li } = await opened();
  await li.says("找民警");
  const number = await numberIn(world);
  await zhang.presses(desk.take);
  zhang.gets();
  world.channels.web.ends = blocked(li);
  await zhang.says("我到村口了");
  expect(zhang.hears()).toEqual([deskTexts.notReached(number)]);
});

it("a damaged row keeps nobody from being called for the others", async () => {
  const { world, zhang, li } = await opened();
  const { db } = world.store;
  world.channels.telegram.ends = () => ({ ok: false, why: "later", after: 1 });
  await li.says(fire);
  await li.says("找民警");
  await db("alerts").update({ words: "x", due_at: 0 });
  await db("matters").update({ note: "x", due_at: 0 });
  world.channels.telegram.ends = () => null;
  zhang.gets();
  await world.villager("zhao").says(fire);
  await world.wait(minute);
  expect(zhang.hears().join()).toContain(fire);
});

describe("the same word", () => {
  it("to one and then to another is two words", async () => {
    const { world, zhang } = await opened();
    const [a, b] = [world.villager("a"), world.villager("b")];
    for (const one of [a, b]) {
      await one.says("找民警");
      await zhang.presses(desk.take);
    }
    const answer = async (text: string) => {
      const message = zhang.screen().findLast(({ shows }) => shows.text.includes(text))!.message;
      const content = { kind: "text", text: "好", forwarded: false, edited: false } as const;
      await world.app.receive([zhang.update({ ...content, replyTo: message })]);
      await world.app.settled();
    };
    await a.says("牛丢了");
    await b.says("羊丢了");
    a.gets();
    b.gets();
    await answer("牛丢了");
    await answer("羊丢了");
    for (const one of [a, b]) expect(one.hears()).toEqual([talkTexts.says("zhang", "好")]);
  });

  it("that answers a list of several is for nobody yet", async () => {
    const { world, zhang } = await opened();
    const [a, b] = [world.villager("a"), world.villager("b")];
    for (const one of [a, b]) {
      await one.says("找民警");
      await zhang.presses(desk.take);
      one.gets();
    }
    await zhang.says(desk.mine);
    const { message } = zhang.screen().at(-1)!;
    zhang.gets();
    const content = { kind: "text", text: "好", forwarded: false, edited: false } as const;
    await world.app.receive([zhang.update({ ...content, replyTo: message })]);
    await world.app.settled();
    expect(zhang.hears()).toEqual([deskTexts.whom]);
    expect([a, b].map((one) => one.hears())).toEqual([[], []]);
  });
});
