import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { reminderTexts } from "../../src/texts/zh-cn/reminders.ts";
import { stopPaymentTexts as texts } from "../../src/texts/zh-cn/stop-payment.ts";
import { sheetKeptDays } from "../../src/store/sheets.ts";
import { deleteOld } from "../../src/store/deleting.ts";
import { disputeTexts } from "../../src/texts/zh-cn/dispute.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const minute = 60_000;
const ask = (name: Parameters<typeof texts.ask>[0], withNumbers = true): string =>
  texts.ask(name, withNumbers);
const gone = "刚给骗子转了三万";
const sharing = "客服让我开着共享屏幕，钱正往外走";
const mine = "6222020200001111222";
const theirs = "6228480402564890018";

/** The newest message. */
const heard = (li: Villager): string => li.hears().at(-1) ?? "";

const sheetOf = async (world: World) => {
  const [row] = await world.rows("sheets");
  return row === undefined ? null : (JSON.parse(String(row["body"])) as { sheet: object }).sheet;
};

describe("money that was transferred to a fraud", () => {
  it("110 first, then the sheet question by question, several answers at once", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(gone);
    const card = heard(li);
    expect(card.split("\n")[0]).toContain("110");
    const number = String((await world.rows("matters"))[0]!["number"]);
    expect(card).toContain(texts.opened(number));
    expect(card).toContain(ask("own"));
    expect(zhang.hears().join()).toContain(number);
    await li.says(`农行的 卡号${mine}`);
    expect(heard(li)).toContain(texts.grouped(mine));
    await li.says(`对方叫李国强 建行 ${theirs}`);
    expect(heard(li)).toContain(ask("how"));
    await li.presses("手机银行");
    await li.says("截图都留着");
    const whole = heard(li);
    for (const part of ["30,000元", "农业银行", "李国强", "建设银行", "手机银行", "6222 0202"])
      expect(whole).toContain(part);
    expect(whole).toContain(texts.after);
    expect(await sheetOf(world)).toMatchObject({
      amount: 30_000,
      ownBank: "农业银行",
      ownAccount: mine,
      otherName: "李国强",
      otherBank: "建设银行",
      otherAccount: theirs,
    });
    expect((await world.rows("matters")).map((row) => [row["kind"], row["level"]])).toEqual([
      ["fraud-alert", "alarm"],
    ]);
  });

  it("an elder who answers only 嗯 and 没有 comes to the end of it", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(sharing);
    expect(heard(li)).toContain(texts.moved);
    await li.says("嗯");
    expect(heard(li)).toContain(ask("amount"));
    for (const word of ["嗯", "嗯", "没有", "嗯", "嗯", "没有", "嗯", "没有", "嗯", "没有"])
      await li.says(word);
    expect(li.sees().join("\n")).toContain("给110和银行念这张单子");
  });

  it("is not gone: it stays so, and nobody is asked for a sheet", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(sharing);
    await li.presses(texts.buttons.notMoved);
    expect(heard(li)).toBe(texts.notMoved);
    for (let i = 0; i < 40; i++) await world.wait(minute);
    expect(li.hears().filter((text) => text.includes("分钟多了"))).toEqual([]);
  });

  it("is reminded of 110 after 5, 15 and 30 minutes, until it was called", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    li.gets();
    const said: string[] = [];
    for (let i = 0; i < 40; i++) {
      await world.wait(minute);
      said.push(...li.hears().filter((text) => text.includes("分钟多了")));
    }
    expect(said).toEqual([5, 15, 30].map((each) => texts.remind("100001", each)));

    const wang = world.villager("wang");
    await wang.says(gone);
    await wang.presses(texts.buttons.reported);
    expect(heard(wang)).toContain(texts.reported);
    for (let i = 0; i < 40; i++) await world.wait(minute);
    expect(wang.hears().filter((text) => text.includes("分钟多了"))).toEqual([]);
  });

  it("warns of the second fraud the next day", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    await li.presses(texts.buttons.reported);
    li.gets();
    await world.wait(26 * 60 * minute);
    const second = { kind: "second-fraud", to: "villager" } as const;
    expect(li.hears()).toContain(
      reminderTexts.say(
        second,
        { number: "100001" } as Parameters<typeof reminderTexts.say>[1],
        null,
      ),
    );
  });

  it("is corrected, asked about something else in between, and goes on after a restart", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    await li.says("不是三万，是三千");
    expect(await sheetOf(world)).toMatchObject({ amount: 3_000 });
    li.gets();
    await li.says("身份证丢了要带啥");
    expect(heard(li)).toContain(ask("own"));
    await world.restart();
    await li.says("信用社");
    expect(await sheetOf(world)).toMatchObject({ amount: 3_000, ownBank: "农村信用社" });
    expect(heard(li)).toContain(ask("other"));
    expect(await world.rows("matters")).toHaveLength(1);
    li.gets();
    await li.says("又给骗子转了两千");
    expect(heard(li)).toContain(texts.first);
    expect(await world.rows("matters")).toHaveLength(1);
  });

  it("interrupts a quarrel that is taken in, which goes on afterwards", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("邻居占了我家的地，你们给管管");
    li.gets();
    await li.says(gone);
    expect(heard(li)).toContain("110");
    for (let i = 0; i < 4; i++) await li.says("不知道");
    expect(li.sees().join("\n")).toContain("给110和银行念这张单子");
    expect(heard(li)).toContain(disputeTexts.ask("detail", "neighbour"));
  });

  it("is finished by an officer: the bot asks no more, and their words still fill the sheet", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(gone);
    await zhang.presses(deskTexts.buttons.take);
    li.gets();
    await li.says("从工行转到张某的农行卡");
    expect(li.hears()).toEqual([]);
    expect(zhang.hears().join()).toContain("从工行转到张某的农行卡");
    expect(await sheetOf(world)).toMatchObject({ ownBank: "工商银行", otherBank: "农业银行" });
  });
});

describe("account numbers", () => {
  it("are refused on Telegram, and stand nowhere", async () => {
    const world = await openWorld({ pageUrl: "https://sanwu.example.cn" });
    const li = world.villager("li", { channel: "telegram" });
    await li.says(gone);
    expect(li.hears().join("\n")).toContain(ask("own", false));
    await li.says(`农行 ${mine}`);
    expect(await sheetOf(world)).toMatchObject({ ownAccount: `尾号${mine.slice(-4)}` });
    expect(await world.dump()).not.toContain(mine);
  });

  it("are kept on the sheet alone, and only so long", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    await li.says(`农行 ${mine}`);
    const inbox = (await world.rows("inbox")).map((row) => JSON.stringify(row)).join();
    expect(inbox).not.toContain(mine);
    await world.app.stop();
    const after = world.now() + (sheetKeptDays + 1) * 24 * 60 * minute;
    await deleteOld(world.store, after);
    const dump = await world.dump();
    expect(dump).not.toContain(mine);
    expect(dump).not.toContain(texts.grouped(mine));
  });
});
