import { describe, expect, it } from "vitest";
import { newWarning } from "../../src/domain/warning.ts";
import { checkTexts } from "../../src/texts/zh-cn/check.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { reminderTexts } from "../../src/texts/zh-cn/reminders.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { outcomeNames, warningTexts as texts } from "../../src/texts/zh-cn/warnings.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const minute = 60_000;
const phones = ["13812345678", "13912340001", "13700001111"] as const;
const list = [
  "姓名,电话,村,级别,类型",
  `张三,${phones[0]},前进村,紧急,刷单`,
  `李四,${phones[1]},前进村,高危,冒充公检法`,
  `王五,${phones[2]},恩和村,低危,`,
].join("\n");
const bad = "赵六,,前进村,高危,\n孙七,13600002222,前进村,很高,";

const heard = (one: Villager): string => one.hears().at(-1) ?? "";
const warnings = async (world: World) => world.rows("warnings");
const matters = async (world: World) => world.rows("matters");
/** Nothing was lost yet. */
const known = newWarning({
  ...({ matter: "m", level: "紧急", category: null, lost: null, source: "list" } as const),
});
const done = texts.buttons.confirm;
/** The number of the only matter. */
const numberIn = async (world: World) => String((await matters(world))[0]!["number"]);

describe("a list of warnings", () => {
  it("becomes matters, names the lines that it cannot take, and covers the numbers", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says("导入预警");
    expect(heard(zhang)).toBe(texts.askList);
    await zhang.says(`${list}\n${bad}`);
    const [told, called] = zhang.hears();
    expect(told).toContain("收了3行：新开3件");
    expect(told).toContain(texts.fault({ line: 5, why: "no-phone" }));
    expect(told).toContain(texts.fault({ line: 6, why: "bad-level", said: "很高" }));
    expect(called).toContain("3件等人接");
    const rows = await matters(world);
    expect(rows.map(({ kind, level, conversation }) => [kind, level, conversation])).toEqual([
      ["fraud-alert", "urgent", null],
      ["fraud-alert", "high", null],
      ["fraud-alert", "normal", null],
    ]);
    for (const shown of zhang.sees())
      for (const phone of phones) expect(shown).not.toContain(phone);
  });

  it("changes nothing when it comes twice, and says so", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n${list}`);
    zhang.gets();
    const before = [await matters(world), await warnings(world), await world.rows("trail")];
    await zhang.says(`导入预警\n${list}`);
    expect(heard(zhang)).toBe("这些今天都导过了，没有新的。");
    expect([await matters(world), await warnings(world), await world.rows("trail")]).toEqual(
      before,
    );
  });

  it("is taken up in several messages, and other words are no list", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says("导入预警");
    await zhang.says(list);
    await zhang.says(`周八,13500003333,前进村,高危,贷款`);
    expect(await matters(world)).toHaveLength(4);
    zhang.gets();
    await zhang.says("谁值班");
    await zhang.says("今天天气不错");
    expect(await matters(world)).toHaveLength(4);
    expect(zhang.hears().join()).not.toContain("一行也没收");
  });

  it("is taken as people type it, also without a command, and says line by line what is wrong", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`1 张三 ${phones[0]} 前进村 高危 刷单`);
    expect(zhang.hears().join()).toContain("收了1行：新开1件");
    await zhang.says(
      `李四、139-1234-0001、恩和村、紧急、贷款\n王五 1370000111 恩和村 低危\n赵六，${phones[2]}，恩和村`,
    );
    const told = zhang.hears().join("\n");
    expect(told).toContain("收了1行：新开1件");
    expect(told).toContain(texts.fault({ line: 2, why: "bad-phone", said: "10" }));
    expect(told).toContain(texts.fault({ line: 3, why: "no-level" }));
    expect((await warnings(world)).map(({ level }) => level)).toEqual(["高危", "紧急"]);
    expect((await matters(world)).map(({ phone }) => phone)).toEqual([phones[0], phones[1]]);
  });

  it("calls each of us with one card, however long it is", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await world.staff("wang");
    const many = Array.from({ length: 75 }, (_, i) => `张三,138000000${i + 10},前进村,高危`);
    await zhang.says(`导入预警\n${many.join("\n")}`);
    for (let i = 0; i < 5; i++) await world.wait(1_000);
    const cards = zhang.hears().filter((text) => text.includes("件等人接"));
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain("75件");
    const waiting = await matters(world);
    expect(waiting.filter(({ status }) => status === "assigned")).toHaveLength(75);
  });

  it("is for the police, and never by Telegram where that is abroad", async () => {
    const world = await openWorld({ residency: "cn" });
    const [zhang, cadre] = [
      await world.staff("zhang"),
      await world.staff("wu", { role: "cadre", channel: "web" }),
    ];
    await zhang.says(`导入预警\n${list}`);
    expect(heard(zhang)).toBe(texts.noListHere);
    await cadre.says(`导入预警\n${list}`);
    expect(heard(cadre)).toBe(deskTexts.mayNot);
    expect(await matters(world)).toEqual([]);
    expect(await world.dump()).not.toContain("13812345678,");
  });
});

describe("warnings of one person", () => {
  it("go on in the open matter: raised, counted, called for again", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n张三,${phones[0]},前进村,低危`);
    await zhang.says(`导入预警\n张三,${phones[0]},前进村,紧急,刷单`);
    expect(zhang.hears().join("\n")).toContain("并进没办完的1件");
    expect((await matters(world)).map(({ level, status }) => [level, status])).toEqual([
      ["urgent", "assigned"],
    ]);
    const [row] = await warnings(world);
    expect(row).toMatchObject({ level: "紧急", category: "刷单返利类", times: 2 });
  });

  it("reach whoever has it, when a villager's own check comes again", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("我把银行卡号和验证码告诉刷单的客服了");
    const [first] = await matters(world);
    expect(first).toMatchObject({ kind: "fraud-alert", level: "high", status: "assigned" });
    const number = String(first!["number"]);
    await zhang.says(`接${number}`);
    await li.presses(talkTexts.leave);
    zhang.gets();
    await li.says("我下了他们的投资软件，导师让我明天充五万，说稳赚");
    expect(zhang.hears()).toEqual([texts.again(number, "高危")]);
    expect(heard(li)).toContain(checkTexts.opened(number));
    expect((await matters(world)).map((row) => row["number"])).toEqual([number]);
    expect(await warnings(world)).toMatchObject([{ level: "高危", times: 2, source: "check" }]);
  });

  it("and whoever has it sees the level and how to reach them", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await world.villager("li").says("我把银行卡号和验证码告诉刷单的客服了");
    const number = String((await matters(world))[0]!["number"]);
    await zhang.says(`接${number}`);
    expect(zhang.hears().join("\n")).toContain("【高危】预警，群众来查的。打电话。");
  });

  it("a transfer takes in what waits: one alarm, one sheet", async () => {
    const world = await openWorld();
    await world.staff("zhang");
    const li = world.villager("li");
    await li.says("刚给骗子转了三万");
    const [row] = await warnings(world);
    expect(row).toMatchObject({ level: "紧急", source: "stop-payment", lost: 30_000 });
    await li.says("不是三万，是五万");
    expect((await warnings(world)).map(({ lost }) => lost)).toEqual([50_000]);
  });
});

describe("an officer's day", () => {
  it("紧急 by a visit in one message, 高危 by telephone with buttons", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n${list}`);
    zhang.gets();
    await zhang.says("预警");
    const listed = heard(zhang);
    expect(listed).toContain("紧急1，高危1，低危1");
    expect(listed).toContain("张某");
    const [first, second] = (await matters(world)).map(({ number }) => String(number));

    await zhang.says(`接${first}`);
    expect(zhang.hears().join("\n")).toContain("138****5678");
    await zhang.says(`结果${first} 没见着 下午再去`);
    await zhang.presses(done);
    await world.wait(minute);
    expect((await warnings(world))[0]).toMatchObject({ contact: "not-met", tries: 1 });
    await zhang.says(`结果${first} 劝住了 挽回3万 见着了`);
    expect(heard(zhang)).toBe(
      texts.readBack(first!, { contact: "met", outcome: "dissuaded", saved: 30_000 }, known),
    );
    await zhang.presses(done);
    expect(heard(zhang)).toBe(
      texts.keptClosed(first!, { contact: "met", outcome: "dissuaded", saved: 30_000 }),
    );
    expect((await warnings(world))[0]).toMatchObject({
      ...{ contact: "met", outcome: "dissuaded", saved: 30_000, tries: 2, next_try_at: null },
    });

    await zhang.presses(`${deskTexts.buttons.take} ${second}`);
    await zhang.presses(texts.buttons.result);
    await zhang.presses(texts.buttons.contacts.called);
    expect(heard(zhang)).toContain(texts.askOutcome);
    await zhang.presses(outcomeNames["not-fraud"]);
    expect((await matters(world)).map(({ status }) => status)).toEqual([
      ...["closed", "closed", "assigned"],
    ]);
    const acts = (await world.rows("trail")).map(({ act }) => String(act));
    for (const act of ["import 3", "see", "result met dissuaded", "result not-fraud"])
      expect(acts).toContain(act);
  });

  it("is reminded of whom to go to again, unless it is over by then", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n张三,${phones[0]},前进村,紧急\n李四,${phones[1]},前进村,紧急`);
    const [first, second] = (await matters(world)).map(({ number }) => String(number));
    for (const number of [first!, second!]) {
      await zhang.says(`接${number}`);
      await zhang.says(`结果${number} 没见着 下午再去`);
      await zhang.presses(done);
    }
    await zhang.says(`结果${second} 见着了 不是诈骗`);
    await zhang.presses(done);
    zhang.gets();
    await world.wait(5 * 60 * minute);
    await world.wait(10 * minute);
    const reminder = { kind: "next-try", to: "owner" } as const;
    const told = (number: string) =>
      reminderTexts.say(reminder, { number } as Parameters<typeof reminderTexts.say>[1], null);
    expect(zhang.hears().filter((text) => text.includes("说好这会儿再去"))).toEqual([told(first!)]);
  });

  it("a result is for whoever has it, and the same one counts once", async () => {
    const world = await openWorld();
    const [zhang, wang] = [await world.staff("zhang"), await world.staff("wang")];
    await zhang.says(`导入预警\n张三,${phones[0]},前进村,紧急`);
    const number = String((await matters(world))[0]!["number"]);
    await zhang.says(`结果${number} 见面`);
    expect(heard(zhang)).toBe(texts.takeFirst(number));
    await zhang.says(`接${number}`);
    wang.gets();
    await wang.says(`结果${number} 见面`);
    expect(heard(wang)).toBe(deskTexts.refused("not-yours", number, "zhang"));
    await zhang.says("见着了");
    const yes = zhang.choiceOf(done);
    await zhang.taps(yes);
    await world.wait(minute);
    await zhang.taps(yes);
    expect(heard(zhang)).toBe(texts.keptBefore(number));
    expect((await warnings(world))[0]).toMatchObject({ tries: 1 });
  });

  it("unmasks the number of a listed person with a reason alone", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await zhang.says(`导入预警\n张三,${phones[0]},前进村,紧急`);
    const number = String((await matters(world))[0]!["number"]);
    await zhang.says(`接${number}`);
    await zhang.presses(deskTexts.buttons.unmask);
    await zhang.presses(deskTexts.reasons["call-back"]);
    expect(heard(zhang)).toBe(deskTexts.phone(number, phones[0]));
  });
});

it("whoever is no policeman takes no warning", async () => {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  const cadre = await world.staff("wu", { role: "cadre", channel: "web" });
  await zhang.says(`导入预警\n张三,${phones[0]},前进村,高危`);
  for (const words of [`接${await numberIn(world)}`, "预警", `结果${await numberIn(world)} 见面`]) {
    await cadre.says(words);
    expect(heard(cadre)).toBe(deskTexts.mayNot);
  }
});
