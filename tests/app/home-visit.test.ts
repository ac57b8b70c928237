import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/domain/ports.ts";
import { day, hour } from "../../src/domain/station-time.ts";
import { deskTexts, statusNames } from "../../src/texts/zh-cn/desk.ts";
import { visitTexts as texts } from "../../src/texts/zh-cn/home-visit.ts";
import { reminderTexts } from "../../src/texts/zh-cn/reminders.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import type { Matter } from "../../src/domain/matter.ts";
import { verify } from "../../src/store/trail.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { smallStation } from "../support/small-knowledge.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

/** Tuesday 24 November 2026, ten in the morning. */
const wished = { date: "2026-11-26", period: "am", time: null } as const;
const thursday = { date: "2026-12-03", period: "am", time: null } as const;
const monday = { date: "2026-11-30", period: "am", time: null } as const;
const patience = 60_000;

let knowledge: Knowledge;
beforeAll(async () => {
  const real = await realKnowledge();
  knowledge = Object.create(real, { station: { value: smallStation } }) as Knowledge;
}, patience);

/** Li asks for a visit to their father on Thursday morning; Zhang, who has the village, is called. */
async function asked(when = "后天上午家里有人"): Promise<{
  world: World;
  li: Villager;
  zhang: Villager;
  number: string;
}> {
  const world = await openWorld({ knowledge });
  const zhang = await world.staff("zhang", { villages: ["前进村"] });
  const li = world.villager("li");
  await li.says("我爹瘫炕上来不了，能上家来给办个身份证不");
  await li.presses(texts.offer);
  await li.presses("前进村");
  await li.says(when);
  await li.presses(texts.save);
  li.gets();
  const [matter] = await world.rows("matters");
  return { world, li, zhang, number: String(matter!["number"]) };
}

const matterOf = async (world: World) => (await world.rows("matters"))[0]!;
const due = async (world: World) =>
  (await world.rows("reminders"))
    .filter(({ kind }) => kind === "visit-day")
    .map(({ to_whom: to, due_at: at }) => `${to} ${new Date(Number(at)).toISOString()}`)
    .toSorted();
const morning = (date: string) => {
  const at = new Date(Date.parse(`${date}T08:00:00+08:00`)).toISOString();
  return [`owner ${at}`, `villager ${at}`];
};
/** The first time they hear too who has it. */
const first = (number: string, on: Parameters<typeof texts.dayNamed>[2]) =>
  `${talkTexts.taken("zhang", number)}\n\n${named(number, on)}`;
const named = (number: string, on: Parameters<typeof texts.dayNamed>[2]) =>
  texts.dayNamed("zhang", number, on);

describe("a visit that was asked for", { timeout: patience }, () => {
  it("calls the village's officer with the request, who goes on the day wished by one tap", async () => {
    const { world, li, zhang, number } = await asked();
    const card = zhang.hears().at(-1)!;
    for (const told of ["父亲", "身份证", "瘫痪、卧床", "前进村", "11月26日（周四）上午"])
      expect(card).toContain(told);
    expect(zhang.choices()).toEqual([deskTexts.buttons.take, texts.desk.go(wished)]);
    await zhang.presses(texts.desk.go(wished));
    expect(li.hears()).toEqual([first(number, wished)]);
    expect(li.choices()).toEqual([texts.yes, texts.other, texts.cancel, talkTexts.leave]);
    expect(await matterOf(world)).toMatchObject({ kind: "visit", status: "taken" });
    zhang.gets();
    await li.presses(texts.yes);
    expect(li.hears()).toEqual([texts.agreed(number, wished)]);
    expect(zhang.hears()).toEqual([texts.desk.yes(number, wished)]);
    expect((await matterOf(world))["note"]).toContain(texts.noted.yes(wished));
    expect(await world.rows("notes")).toMatchObject([{ text: texts.desk.kept(wished) }]);
    expect(await due(world)).toEqual(morning(wished.date));
    expect(await verify(world.store.db)).toMatchObject({ whole: true });
  });

  it("is moved by the officer in plain words, and in a command with its number", async () => {
    const { world, li, zhang, number } = await asked();
    await zhang.says(`上门${number} 下周一上午`);
    expect(li.hears()).toEqual([first(number, monday)]);
    await zhang.says("行 12月3号上午");
    expect(li.hears()).toEqual([named(number, thursday)]);
    expect(await due(world)).toEqual(morning(thursday.date));
    // An ordinary sentence still goes to the villager.
    await zhang.says("行，户口簿找出来就行");
    expect(li.hears()).toEqual([talkTexts.says("zhang", "行，户口簿找出来就行")]);
    expect((await world.rows("notes")).map(({ text }) => text)).toEqual([
      texts.desk.kept(monday),
      texts.desk.kept(thursday),
    ]);
  });

  it("has days to choose from where the villager named none", async () => {
    const { world, li, zhang, number } = await asked("天天有人");
    await zhang.presses(texts.desk.go(null));
    expect(zhang.hears().at(-1)).toBe(texts.desk.ask(number));
    expect(await matterOf(world)).toMatchObject({ owner: null });
    await zhang.presses(zhang.choices()[0]!);
    expect(li.hears()).toEqual([first(number, { ...wished, date: "2026-11-25" })]);
  });

  it("is refused by the villager on that day, who names another in the talk", async () => {
    const { world, li, zhang, number } = await asked();
    await zhang.presses(texts.desk.go(wished));
    zhang.gets();
    li.gets();
    await li.presses(texts.other);
    expect(li.hears()).toEqual([texts.askOther]);
    expect(zhang.hears()).toEqual([texts.desk.other(number, wished)]);
    expect(await due(world)).toEqual([]);
    await li.says("下周一上午在家");
    expect(zhang.hears()).toEqual([deskTexts.heard({ number } as Matter, "下周一上午在家")]);
    await zhang.says("行 下周一上午");
    expect(li.hears()).toEqual([named(number, monday)]);
    expect(await due(world)).toEqual(morning(monday.date));
    expect((await matterOf(world))["note"]).toContain(texts.noted.other(wished));
  });

  it("is refused and settled long after the talk, in words, over a restart", async () => {
    const { world, li, zhang, number } = await asked();
    await zhang.presses(texts.desk.go(wished));
    await world.wait(3 * hour);
    li.gets();
    zhang.gets();
    await li.says("换一天吧");
    expect(li.hears()).toEqual([texts.askOther]);
    await world.restart();
    await li.says("下周一上午");
    expect(li.hears()).toEqual([texts.otherNoted(number)]);
    expect(zhang.hears()).toEqual([
      texts.desk.other(number, null),
      texts.desk.when(number, "下周一上午"),
    ]);
    await zhang.presses(texts.desk.go(monday));
    expect(li.hears()).toEqual([named(number, monday)]);
    await li.says("行");
    await world.wait(3 * hour);
    li.gets();
    await li.says("行");
    expect(li.hears()).toEqual([texts.agreed(number, null)]);
  });

  it("is cancelled by the villager: closed, and nobody is reminded", async () => {
    const { world, li, zhang, number } = await asked();
    await zhang.presses(texts.desk.go(wished));
    zhang.gets();
    li.gets();
    await li.presses(texts.cancel);
    expect(li.hears()).toEqual([texts.cancelled(number)]);
    expect(zhang.hears()).toEqual([texts.desk.cancelled(number)]);
    expect(await matterOf(world)).toMatchObject({ status: "closed", talking: 0 });
    expect(await due(world)).toEqual([]);
    await zhang.says(`上门${number} 12月3号`);
    expect(li.hears()).toEqual([]);
  });

  it("is cancelled before anybody took it, and calls nobody any more", async () => {
    const { world, li, zhang, number } = await asked();
    zhang.gets();
    await li.says("不用来了");
    expect(li.hears()).toEqual([texts.cancelled(number)]);
    await world.wait(5 * hour);
    expect(zhang.hears()).toEqual([]);
  });

  it("is recalled to both in the morning of its day", async () => {
    const { world, li, zhang, number } = await asked();
    await zhang.presses(texts.desk.go(wished));
    await world.wait(day);
    zhang.gets();
    li.gets();
    await world.wait(22 * hour + 5 * 60_000);
    const matter = { number } as Matter;
    const say = (to: "owner" | "villager") =>
      reminderTexts.say({ kind: "visit-day", to }, matter, null);
    expect(li.hears()).toEqual([say("villager")]);
    expect(zhang.hears()).toContain(say("owner"));
  });

  it("answers how it goes, and only its own villager may answer", async () => {
    const { world, li, zhang, number } = await asked();
    await zhang.presses(texts.desk.go(wished));
    await world.wait(3 * hour);
    li.gets();
    await li.says("我的事办到哪了");
    expect(li.hears().at(-1)).toContain(`编号${number}：${statusNames.taken}，zhang在管`);
    const wang = world.villager("wang");
    await wang.says("不用来了");
    expect(await matterOf(world)).toMatchObject({ status: "taken" });
  });

  it("an officer's help names the command, and a matter of another kind has no day", async () => {
    const { li, zhang, world } = await asked();
    await zhang.says("帮助");
    expect(zhang.hears().at(-1)).toContain("上门123456 12月3号上午");
    const wang = world.villager("wang");
    await wang.says("找民警");
    const other = String((await world.rows("matters"))[1]!["number"]);
    zhang.gets();
    await zhang.says(`上门${other} 12月3号`);
    expect(zhang.hears()).toEqual([texts.desk.notVisit(other)]);
    expect(li.hears()).toEqual([]);
  });
});
