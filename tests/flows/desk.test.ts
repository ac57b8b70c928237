import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { fire } from "../support/said.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
/** Number of the matter that was opened first. */
const numberIn = async (world: World, nth = 0): Promise<string> =>
  String((await world.rows("matters"))[nth]!["number"]);

const minute = 60_000;
const hour = 60 * minute;

describe("找民警", () => {
  it("calls an officer, who takes it; then the two talk and the bot keeps silent", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    expect(li.hears()[0]).toContain(talkTexts.watch({ is: "on-duty" }));
    expect(zhang.hears()).toEqual([expect.stringContaining(number)]);

    await zhang.presses(desk.take);
    expect(li.hears()).toEqual([talkTexts.taken("zhang", number)]);
    expect(zhang.hears()[0]).toContain(number);

    await li.says("身份证丢了");
    expect(li.hears()).toEqual([]);
    expect(zhang.hears()).toEqual([expect.stringContaining("身份证丢了")]);

    await zhang.says("我下午过来");
    expect(li.hears()).toEqual([talkTexts.says("zhang", "我下午过来")]);

    await zhang.presses(desk.close);
    expect(li.hears()).toEqual([talkTexts.closed(number)]);
    await li.says("身份证丢了");
    expect(li.gets()[0]).toMatchObject({ kind: "answer" });
  });

  it("is one officer's alone: of twenty who tap at once, nineteen hear who has it", async () => {
    const world = await openWorld();
    const names = Array.from({ length: 20 }, (_, i) => `o${String.fromCharCode(97 + i)}`);
    const officers = [];
    for (const name of names) officers.push(await world.staff(name));
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    for (const officer of officers) officer.gets();
    await world.app.receive(
      officers.map((officer) =>
        officer.update({ kind: "press", choice: officer.choiceOf(desk.take) }),
      ),
    );
    await world.app.settled();
    const heard = officers.map((officer) => officer.hears().join());
    const winners = heard.filter((text) => text.includes("您接了编号"));
    expect(winners).toHaveLength(1);
    const winner = names[heard.indexOf(winners[0]!)]!;
    const told = deskTexts.refused("taken-by-other", number, winner);
    expect(heard.filter((text) => text === told)).toHaveLength(19);
  });

  it("never sends an officer's words astray: another villager wrote in between", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const villagers = ["a", "b", "c", "d", "e"].map((name) => world.villager(name));
    for (const one of villagers) {
      await one.says("找民警");
      await zhang.presses(desk.take);
      one.gets();
    }
    await villagers[0]!.says("我家牛丢了");
    zhang.gets();
    await zhang.says("好，我马上到");
    expect(zhang.hears()).toEqual([deskTexts.whom]);
    for (const one of villagers) expect(one.hears()).toEqual([]);
    await zhang.presses(await numberIn(world));
    await zhang.says("好，我马上到");
    expect(villagers.map((one) => one.hears())).toEqual([
      [talkTexts.says("zhang", "好，我马上到")],
      [],
      [],
      [],
      [],
    ]);
  });

  it("lets a reply to a message name its matter", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const [a, b] = [world.villager("a"), world.villager("b")];
    for (const one of [a, b]) {
      await one.says("找民警");
      await zhang.presses(desk.take);
    }
    await a.says("在吗");
    const message = zhang.screen().at(-1)!.message;
    a.gets();
    b.gets();
    const content = { kind: "text", text: "在", forwarded: false, edited: false } as const;
    await world.app.receive([zhang.update({ ...content, replyTo: message })]);
    await world.app.settled();
    expect(a.hears()).toEqual([talkTexts.says("zhang", "在")]);
    expect(b.hears()).toEqual([]);
  });

  it("keeps notes from the villager", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    await zhang.presses(desk.take);
    li.gets();
    await zhang.presses(desk.note);
    await zhang.says("这人上个月来过两回");
    expect(zhang.hears().at(-1)).toBe(deskTexts.noted);
    expect(li.hears()).toEqual([]);
    expect(await world.rows("notes")).toMatchObject([{ text: "这人上个月来过两回" }]);
  });

  it("gives danger its card during a talk, and the officer the words", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    await zhang.presses(desk.take);
    li.gets();
    zhang.gets();
    await li.says(fire);
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
    expect(zhang.hears().join()).toContain(fire);
  });

  it("comes back to the bot after two silent hours, with a word to both", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    li.gets();
    zhang.gets();
    for (let i = 0; i < 3; i++) await world.wait(hour - minute);
    expect(li.hears()).toEqual([talkTexts.rested]);
    expect(zhang.hears()).toEqual([deskTexts.rested(number)]);
    await li.says("身份证丢了");
    expect(li.gets()[0]).toMatchObject({ kind: "answer" });
  });

  it("can be left by the villager, and found unsettled again", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    await li.presses(talkTexts.leave);
    expect(li.hears().at(-1)).toBe(talkTexts.left);
    expect(zhang.hears().at(-1)).toBe(deskTexts.left(number));
    await zhang.presses(desk.close);
    zhang.gets();
    await li.presses(talkTexts.notSettled);
    expect(li.hears().at(-1)).toBe(talkTexts.reopened(number));
    expect(zhang.hears()).toEqual([expect.stringContaining(number)]);
  });

  it("goes on from officer to officer at the end of a shift", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    const li = world.villager("li");
    await li.says("找民警");
    const number = await numberIn(world);
    await zhang.presses(desk.take);
    wang.gets();
    await zhang.says("交接");
    expect(zhang.hears().at(-1)).not.toBe(deskTexts.handedOver(0));
    expect(wang.hears()).toEqual([expect.stringContaining(number)]);
    await wang.presses(desk.take);
    expect(li.hears().at(-1)).toBe(talkTexts.taken("wang", number));
  });
});

describe("an alarm", () => {
  it("is called out until somebody takes it, wider each time, and the villager hears the truth", async () => {
    const world = await openWorld({
      roster: {
        periods: [{ who: "zhang", days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" }],
        leave: [],
        swaps: [],
        backups: [],
      },
    });
    const zhang = await world.staff("zhang");
    const chief = await world.staff("chief", { role: "chief" });
    const wang = await world.staff("wang");
    const li = world.villager("li");
    await li.says(fire);
    const calls = () => [zhang, chief, wang].map((one) => one.hears().length);
    li.gets();
    expect(calls()).toEqual([1, 0, 0]);
    await world.wait(minute);
    expect(calls()).toEqual([1, 1, 0]);
    expect(li.hears()).toEqual([talkTexts.stillNobody]);
    await world.wait(2 * minute);
    expect(calls()).toEqual([1, 1, 1]);
    expect(li.hears()).toEqual([talkTexts.stillNobody]);
    expect(world.alarms).not.toEqual([]);
    await world.wait(3 * minute);
    expect(calls()).toEqual([1, 1, 1]);

    await wang.presses(desk.takeAlert);
    expect(li.hears()[0]).toMatch(/^wang接了您的事/);
    zhang.gets();
    await world.wait(10 * minute);
    expect(zhang.hears()).toEqual([]);
    await zhang.presses(desk.takeAlert);
    expect(zhang.hears()).toEqual([deskTexts.alertTaken("wang")]);
  });
});

describe("an invitation", () => {
  it("can be used once", async () => {
    const world = await openWorld();
    await world.staff("zhang");
    const thief = world.villager("thief", { channel: "telegram" });
    await thief.says("/start i_zhangqwertyuiopasdfghjkl");
    expect(thief.hears()[0]).toBe(deskTexts.badInvite);
    await thief.says(desk.mine);
    expect(thief.hears().join()).not.toContain(deskTexts.mine([]));
  });

  it("gives no right that its role has not", async () => {
    const world = await openWorld();
    const rep = await world.staff("rep", { role: "safety-rep" });
    const li = world.villager("li");
    await li.says("找民警");
    expect(rep.hears()).toEqual([]);
    await rep.says(desk.waiting);
    expect(rep.hears()).toEqual([deskTexts.mayNot]);
    expect(buttons.human).toBe("找民警");
  });
});
