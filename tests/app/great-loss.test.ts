import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { checkTexts } from "../../src/texts/zh-cn/check.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { warningTexts as texts } from "../../src/texts/zh-cn/warnings.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const phones = ["13812345678", "13912340001", "13700001111"] as const;

const heard = (one: Villager): string => one.hears().at(-1) ?? "";
const matters = async (world: World) => world.rows("matters");
const done = texts.buttons.confirm;
/** The number of the only matter. */
const numberIn = async (world: World) => String((await matters(world))[0]!["number"]);

describe("a great loss", () => {
  it("calls the chief at once, and once", async () => {
    const world = await openWorld();
    await world.staff("zhang");
    const chief = await world.staff("chief", { role: "chief" });
    const li = world.villager("li");
    await li.says("刚给骗子转了六十万");
    const grave = texts.grave(await numberIn(world), 600_000);
    expect(chief.hears().filter((text) => text === grave)).toHaveLength(1);
    await li.says("工行转的");
    expect(chief.hears()).not.toContain(grave);
  });

  it("is what the station calls one", async () => {
    const small = smallKnowledge();
    const station = { ...small.station, lossThreshold: 100_000 };
    const world = await openWorld({ knowledge: { ...small, station } });
    const chief = await world.staff("chief", { role: "chief" });
    await world.villager("li").says("刚给骗子转了十万");
    expect(chief.hears()).toContain(texts.grave(await numberIn(world), 100_000));
  });

  it("below the threshold, nobody more is told", async () => {
    const world = await openWorld();
    const chief = await world.staff("chief", { role: "chief" });
    await world.staff("zhang");
    await world.villager("li").says("刚给骗子转了四十万");
    expect(chief.hears()).not.toContain(texts.grave(await numberIn(world), 400_000));
  });

  it("that a result brings makes the matter press", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const chief = await world.staff("chief", { role: "chief" });
    await zhang.says(`导入预警\n张三,${phones[0]},前进村,高危`);
    const number = String((await matters(world))[0]!["number"]);
    await zhang.says(`接${number}`);
    await zhang.says(`结果${number} 见面了 已经转了60万`);
    chief.gets();
    await zhang.presses(done);
    expect(chief.hears()).toEqual([texts.grave(number, 600_000)]);
  });
});

describe("the sheet of a transfer", () => {
  const mine = "6222020200001111222";

  it("is shown to its owner; on Telegram accounts end only", async () => {
    const world = await openWorld();
    const [zhang, wang] = [
      await world.staff("zhang"),
      await world.staff("wang", { channel: "terminal" }),
    ];
    const li = world.villager("li");
    await li.says("刚给骗子转了三万");
    await li.says(`农行的 卡号${mine}`);
    const number = await numberIn(world);
    await zhang.says(`接${number}`);
    zhang.gets();
    await zhang.says(`单${number}`);
    const shown = heard(zhang);
    expect(shown).toContain("尾号1222");
    expect(shown).not.toContain("6222 0202");
    expect(shown).toContain(texts.numbersOnDesk(null, number));
    await wang.says(`单${number}`);
    expect(heard(wang)).toBe(deskTexts.refused("not-yours", number, "zhang"));
    await zhang.says(`转${number}`);
    await zhang.presses("wang");
    await wang.says(`接${number}`);
    await wang.says(`单${number}`);
    expect(heard(wang)).toContain("6222 0202");
    const looks = (await world.rows("trail")).filter(({ act }) => act === "unmask sheet");
    expect(looks).toHaveLength(2);
  });

  it("covers an account of which nobody said whose it is as well", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("刚给骗子转了三万");
    await li.says(mine);
    const number = await numberIn(world);
    await zhang.says(`接${number}`);
    await zhang.says(`单${number}`);
    expect(heard(zhang)).toContain("1222");
    expect(zhang.sees().join("\n").replace(/\s/gu, "")).not.toContain(mine);
  });

  it("is filled by an officer in one message", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await world.villager("li").says("刚给骗子转了三万");
    const number = await numberIn(world);
    await zhang.says(`接${number}`);
    zhang.gets();
    await zhang.says(`单${number} 五千 三点二十 工行`);
    expect(heard(zhang)).toContain(texts.sheetWhose(number));
    await zhang.says(`单${number} 从工行转`);
    const told = heard(zhang);
    expect(told).toContain(texts.sheetKept);
    expect(told).not.toContain(texts.sheetWhose(number));
    const [row] = await world.rows("sheets");
    expect(JSON.parse(String(row!["body"]))).toMatchObject({
      sheet: { amount: 5_000, ownBank: "工商银行" },
    });
  });
});

it("a verdict that a villager calls wrong is put by, masked", async () => {
  const world = await openWorld();
  const li = world.villager("li");
  await li.says(buttons.check);
  await li.says("刷单兼职，日结三百，先垫付本金，做完返利，加客服微信，电话13812345678，名额有限");
  await li.presses(checkTexts.buttons.wrong);
  const [row] = await world.rows("flag_candidates");
  expect(row).toMatchObject({ outcome: "villager-wrong", verdict: "fraud" });
  expect(String(row!["text"])).not.toContain("13812345678");
  await li.says("隐私");
  await li.presses(buttons.erase);
  await li.presses(buttons.eraseYes);
  expect(await world.rows("flag_candidates")).toEqual([]);
});

it("what came out otherwise becomes a candidate for a sign of fraud", async () => {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  await world.villager("li").says("刚给骗子转了三万");
  const number = await numberIn(world);
  await zhang.says(`接${number}`);
  await zhang.says(`结果${number} 电话通了 不是诈骗`);
  await zhang.presses(done);
  expect(await world.rows("flag_candidates")).toMatchObject([
    { text: "刚给骗子转了三万", verdict: "fraud", level: "紧急", outcome: "not-fraud" },
  ]);
});
