import { afterAll, describe, expect, it } from "vitest";
import type { Service } from "../../src/domain/sets.ts";
import { bookTexts as texts } from "../../src/texts/zh-cn/book.ts";
import { bookPapersTexts as papers } from "../../src/texts/zh-cn/book-papers.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const knowledge = await realKnowledge();
await knowledge.warmUp();
afterAll(() => knowledge.close());

/** The shipped knowledge; Tuesday 24 November 2026, ten in the morning. */
async function opened() {
  const world = await openWorld({ knowledge });
  const li = world.villager("li");
  const named = (name: Service) => knowledge.services.find(({ service }) => service === name)!;
  return { world, li, named };
}

const heard = (li: Villager): string => li.hears().at(-1) ?? "";
/** The numbered lines of the list. */
const listed = (text: string): string[] =>
  [...text.matchAll(/^\d+\. (.+)$/gmu)].map(([, line]) => line!);
const asksFor = (text: string, question: string) => expect(text).toContain(question);
const fate = "证是丢了，还是坏了？";
const age = "办证的人满16岁了没有？";

async function says(li: Villager, ...words: string[]): Promise<string> {
  for (const each of words) await li.says(each);
  return heard(li);
}

describe("what is asked before a seat", () => {
  it("by taps alone: 补身份证, 坏了 — the list has the broken card, and the seat is had in five taps", async () => {
    const { world, li, named } = await opened();
    await li.says("开始");
    await li.presses(buttons.book);
    await li.presses(named("id_card_replace").name);
    asksFor(heard(li), fate);
    expect(li.choices()).toEqual(["丢了", "坏了", papers.unsure, texts.drop]);
    await li.presses("坏了");
    await li.presses(li.choices()[0]!);
    await li.presses(texts.skipName);
    const card = heard(li);
    expect(listed(card)).toEqual(["户口簿", "坏的那张证"]);
    expect(card).toContain("收40元");
    expect(await world.rows("appointments")).toEqual([]);
    await li.presses(texts.save);
    expect(listed(heard(li))).toEqual(["户口簿", "坏的那张证"]);
    expect(await world.rows("appointments")).toHaveLength(1);
  });

  it("services beyond the first page are one tap further", async () => {
    const { li, named } = await opened();
    await li.says("预约");
    await li.presses(texts.more);
    await li.presses(named("residence_permit").name);
    asksFor(heard(li), "本人来办，还是别人替着办？");
    await li.presses("替别人办");
    await li.presses(li.choices()[0]!);
    await li.presses(texts.skipName);
    expect(listed(heard(li))[0]).toBe("要办的人和代办的人，两个人的身份证件都带上。");
  });

  it.each<[string, string[], string[]]>([
    ["a lost card", ["俺证丢了，周四上午去补，给约上"], ["户口簿"]],
    ["a broken card", ["身份证磨得看不清了，约周四上午补"], ["户口簿", "坏的那张证"]],
    [
      "a child of twelve",
      ["我孩子十二了想办身份证，约周四上午"],
      ["户口簿", "监护人带上自己的身份证"],
    ],
    ["a son who is sixteen", ["约周四上午，我儿子刚满16，头一回办身份证"], ["户口簿"]],
    ["father's new card", ["给我爹办换证，约周四上午"], ["老身份证", "户口簿"]],
    [
      "a household divided over a house",
      ["约周四上午分户，盖了新房"],
      ["户口本、身份证", "房子分开了的证明"],
    ],
  ])("is not what the words have said: %s", async (_, words, lines) => {
    const { li } = await opened();
    expect(await says(li, ...words)).toContain(texts.askName);
    await li.presses(texts.skipName);
    expect(listed(heard(li))).toEqual(lines);
  });

  it.each<[string, string[], string[]]>([
    [
      "a newborn, the parents not married, a grandmother writes",
      ["约周四上午，俺孙子要上户口", "没领", texts.skipName],
      ["《出生医学证明》", "爸爸或者妈妈一方的户口本", "写一个非婚生育的说明"],
    ],
    ["moving away", ["约周四上午迁户口", "往外", texts.skipName], ["身份证、户口本先带上。"]],
    [
      "moving here, by number",
      ["约周四上午迁户口", "2", texts.skipName],
      ["迁移证。跨省的还有准迁证。", "户口本"],
    ],
    [
      "a new head of the household",
      ["约周四上午换户主", texts.skipName],
      ["户口本，新户主的身份证"],
    ],
    [
      "a death in hospital",
      ["我老伴走了，想约周四上午销户口", "在医院过世的", texts.skipName],
      ["去世人的户口本", "去世人的身份证，要交回去", "医院开的《死亡医学证明（推断）书》"],
    ],
    [
      "a child's first card, whom grandmother brings",
      ["想给娃办头一张身份证，约周四上午", "没满呢", "他奶奶领着", texts.skipName],
      ["户口簿", "监护人带上自己的身份证"],
    ],
    [
      "a daughter's lost card: her age matters",
      ["给我闺女补身份证，约周四上午", "丢的", "都十七了", texts.skipName],
      ["户口簿"],
    ],
    [
      "the household book, wet",
      ["约周四上午 户口本泡了", "户口本坏了", texts.skipName],
      ["户主的身份证先带上。坏了的，把坏本子也带来。"],
    ],
  ])("one thing at a time, in words: %s", async (_, words, lines) => {
    const { li } = await opened();
    const card = await says(li, ...words);
    expect(card).toContain(texts.day("2026-11-26"));
    expect(listed(card)).toEqual(lines);
  });

  it("who cannot say hears both cases, each by its name", async () => {
    const { li } = await opened();
    const card = await says(li, "约周四上午补身份证", "说不准", texts.skipName);
    expect(listed(card)).toEqual(["户口簿", "证坏了：坏的那张证"]);
  });

  it("for somebody else: what they must do themselves stands under who comes", async () => {
    const { li } = await opened();
    const card = await says(li, "替我妈换证，约周四上午", texts.skipName);
    expect(card).toMatch(/^您是替人办的：本人要到场（照相，按指纹）/mu);
    const own = await says(li, "我自己的证，不是替我妈");
    expect(own).not.toContain(texts.proxy);
  });

  it("what was told before the service was is not asked either", async () => {
    const { li, named } = await opened();
    await says(li, "预约", "给我爹办");
    await li.presses(named("id_card_replace").name);
    await li.presses("丢了");
    expect(heard(li)).toContain(texts.askSlot(named("id_card_replace").name));
  });

  it("an age that is told later is heard, and counts", async () => {
    const { li } = await opened();
    await says(li, "约周四上午补身份证", "丢了");
    expect(await says(li, "八岁")).toContain(papers.noted([papers.years(8), "不满16岁"]));
    expect(listed(await says(li, texts.skipName))).toContain("监护人带上自己的身份证");
  });

  it("is remembered with the seat, sealed: the reminder names only what applies", async () => {
    const { world, li } = await opened();
    await says(li, "俺证坏了，约周四上午补", texts.skipName, texts.save);
    const [kept] = (await world.store.db("appointments").select("cases")) as { cases: string }[];
    expect(kept!.cases).not.toContain("damaged");
    expect(await world.rows("appointments")).toMatchObject([
      { cases: JSON.stringify({ told: { fate: "damaged" }, proxy: false }) },
    ]);
    li.gets();
    await world.wait(Date.parse("2026-11-25T19:00:00+08:00") - world.now());
    await world.wait(31_000);
    expect(heard(li)).toContain("带上：户口簿；坏的那张证。");
  });

  it("stands among the person's own data, as they told it", async () => {
    const { li } = await opened();
    await says(li, "给我妈补证，她七十一了，证坏了，约周四上午", texts.skipName, texts.save);
    const own = await says(li, "我的数据");
    for (const told of ["替别人办", "71岁", "证坏了"])
      expect(own).toMatch(new RegExp(`您说的：.*${told}`));
    li.hears();
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    expect(await says(li, "我的数据")).not.toContain("71岁");
  });

  it("is not asked where a seat is only moved", async () => {
    const { li } = await opened();
    await says(li, "俺证丢了，约周四上午补", texts.skipName, texts.save);
    const card = await says(li, "改预约，周五上午");
    expect(card).not.toContain("带上");
    expect(await says(li, texts.save)).toContain(texts.day("2026-11-27"));
  });
});

describe("a mind that changes", () => {
  it("不是丢了，是坏了: the list changes, before the card and on it", async () => {
    const { li } = await opened();
    const told = await says(li, "俺证丢了，约周四上午补", "不是丢了，是坏了");
    expect(told).toContain(papers.noted(["证坏了"]));
    expect(listed(await says(li, texts.skipName))).toEqual(["户口簿", "坏的那张证"]);
    expect(listed(await says(li, "不是坏了，是丢了"))).toEqual(["户口簿"]);
  });

  it("不是我，是给我爹办的: it is for him", async () => {
    const { li } = await opened();
    await says(li, "俺证坏了，约周四上午补", "不是我，是给我爹办的");
    expect(await says(li, texts.skipName)).toContain(texts.proxy);
  });

  it("an earlier button changes what was told then", async () => {
    const { li } = await opened();
    await li.says("约周四上午补身份证");
    const damaged = li.choiceOf("坏了");
    await li.presses("丢了");
    await li.presses(texts.skipName);
    await li.taps(damaged);
    expect(listed(heard(li))).toContain("坏的那张证");
  });

  it("something else is answered in between, and the same question comes again, after a restart too", async () => {
    const { world, li } = await opened();
    await li.says("约周四上午补身份证");
    li.gets();
    await li.says("派出所几点上班");
    const between = li.hears();
    expect(between.length).toBeGreaterThan(1);
    asksFor(between.at(-1)!, fate);
    await world.restart();
    expect(await says(li, "丢了")).toContain(texts.askName);
  });

  it("返回 goes one question back, and from the first one out; 算了 leaves", async () => {
    const { li } = await opened();
    await says(li, "想给娃办头一张身份证，约周四上午", "没满");
    asksFor(await says(li, "返回"), age);
    expect(await says(li, "返回")).toBe(texts.askService);
    expect(await says(li, "返回")).toBe(texts.dropped);
    await li.says("约周四上午补身份证");
    expect(await says(li, "算了")).toBe(texts.dropped);
  });
});
