import { describe, expect, it } from "vitest";
import { checkTexts as texts } from "../../src/texts/zh-cn/check.ts";
import { linkTexts } from "../../src/texts/zh-cn/links.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { disputeTexts } from "../../src/texts/zh-cn/dispute.ts";
import { stopPaymentTexts } from "../../src/texts/zh-cn/stop-payment.ts";
import { replaceCard, smallKnowledge } from "../support/small-knowledge.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const scam =
  "【XX商城】您好，双十一冲销量招体验官，下单不发实物，本金48小时内退，佣金8%，先垫付，有意回1";
const bank = { host: "icbc.com.cn", name: "工商银行", also: [], imitated: true, open: false };
const heard = (li: Villager): string => li.hears().find((text) => text.includes("骗子")) ?? "";

describe("is this a scam?", () => {
  it("a pasted scam: verdict, the words that show it, three steps, the number, the kind", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.check);
    expect(li.hears()).toEqual([texts.tell]);
    await li.says(scam);
    const reply = heard(li);
    expect(reply.startsWith(texts.verdicts.fraud)).toBe(true);
    expect(reply).toMatch(/“[^”]+”——/u);
    for (const step of texts.steps("中危")) expect(reply).toContain(step);
    expect(reply).toContain(texts.category("刷单返利类"));
    expect(reply).not.toContain("安全。");
    expect(li.choices()).toContain(buttons.human);
    expect(li.choices()).toContain(texts.buttons.more);
    expect(await world.rows("matters")).toEqual([]);
  });

  it("the one question comes after the advice, and 转了 begins the sheet", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(scam);
    expect(heard(li).trimEnd().endsWith(texts.moved)).toBe(true);
    await li.says("转了 三千");
    expect(li.hears().join()).toContain("110");
    expect(await world.rows("matters")).toMatchObject([{ kind: "fraud-alert", level: "alarm" }]);
  });

  it("what is known of the kind stands below, and a number still answers the question", async () => {
    const kind = { ...replaceCard, id: "fraud-brushing-orders" };
    const knowledge = {
      ...smallKnowledge(),
      entry: (id: string) => (id === kind.id ? kind : undefined),
    };
    const li = (await openWorld({ knowledge })).villager("li");
    await li.says(scam);
    expect(li.hears().join("\n")).toContain(`【${kind.title}】`);
    await li.says("2");
    expect(li.hears().at(-1)).toBe(stopPaymentTexts.notMoved);
  });

  it("没转: it stays so", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(scam);
    await li.says("没有");
    expect(li.hears().at(-1)).toBe(stopPaymentTexts.notMoved);
    expect(await world.rows("matters")).toEqual([]);
  });

  it("somebody who gave their card is an officer's work, with a number", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("有个自称客服的让我关百万保障，我把银行卡号和身份证号都给他了");
    const [matter] = await world.rows("matters");
    expect(matter).toMatchObject({ kind: "fraud-alert", level: "high" });
    expect(li.hears().join()).toContain(texts.opened(String(matter!["number"])));
    expect(zhang.hears().join()).toContain(String(matter!["number"]));
  });

  it("pasted in the middle of a quarrel: checked, and the quarrel goes on", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("邻居占了我家的地，你们给管管");
    li.gets();
    await li.says(scam);
    const all = li.hears().join("\n");
    expect(all).toContain(texts.verdicts.fraud);
    expect(all).toContain(disputeTexts.ask("detail", "neighbour"));
  });

  it("a host that imitates the bank's is named, and is no link any more", async () => {
    const world = await openWorld({
      knowledge: { ...smallKnowledge(), lists: { known: [bank], listed: [] } },
    });
    const li = world.villager("li");
    await li.says(buttons.check);
    li.gets();
    await li.says("帮我看看这个 www.lcbc.com.cn/login");
    const reply = li.hears().join("\n");
    expect(reply).toContain("写得像");
    expect(reply).not.toContain("lcbc.com");
  });

  it("a miss is no comfort", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(buttons.check);
    li.gets();
    await li.says("https://example.net/a");
    expect(li.hears().join("\n")).toContain(linkTexts.unknown);
  });

  it("ordinary words are not called a fraud", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    for (const said of ["身份证丢了咋整", "孩子满月了给上户口", "谢谢啊同志"]) await li.says(said);
    expect(li.hears().join()).not.toContain("骗子");
  });
});
