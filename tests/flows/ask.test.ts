import { describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { reachStation } from "../../src/texts/zh-cn/station.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import {
  birth,
  renewCard,
  replaceCard,
  smallKnowledge,
  smallStation,
} from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const reach = reachStation(smallStation);
const notKnown = `${askTexts.notKnown(reach)}\n\n${askTexts.near}`;

describe("an answer", () => {
  it("is short, names its law, and offers what people ask next", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("俺身份证丢了咋整");
    const [answer] = li.gets();
    expect(answer).toMatchObject({ kind: "answer", text: askTexts.answer(replaceCard) });
    expect(answer!.text).toContain("《居民身份证法》第十一条");
    expect(li.choices()).toEqual([buttons.details, buttons.wrong, buttons.human]);
  });

  it("carries its citations for whoever keeps the books", async () => {
    const world = await openWorld();
    await world.villager("li").says("补身份证");
    expect(world.records[0]!.replies[0]!.answers).toEqual([
      {
        entry: replaceCard.id,
        confidence: 0.95,
        citations: [
          { title: "居民身份证法", article: "第十一条" },
          { title: "户口登记条例", article: "第七条" },
        ],
      },
    ]);
  });

  it(
    "comes from the shipped knowledge base with a source under it",
    { timeout: 60_000 },
    async () => {
      const li = (await openWorld({ knowledge: await realKnowledge() })).villager("li");
      await li.says("身份证丢了怎么补");
      const [text] = li.hears();
      expect(text).toMatch(/依据：《居民身份证法》/);
      await li.presses(buttons.details);
      expect(li.hears()[0]).toMatch(/材料：/);
    },
  );

  it("opens up with every law it stands on", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("身份证丢了");
    li.hears();
    await li.presses(buttons.details);
    const [details] = li.hears();
    expect(details).toBe(askTexts.details(replaceCard));
    expect(details).toContain("《户口登记条例》");
    expect(li.choices()).toEqual([buttons.human, buttons.back]);
  });

  it("takes “说细点” in words and as a number too", async () => {
    const world = await openWorld();
    for (const [name, press] of [
      ["li", buttons.details],
      ["wang", "1"],
      ["zhao", "第一个"],
    ] as const) {
      const villager = world.villager(name);
      await villager.says("身份证丢了");
      villager.hears();
      await villager.says(press);
      expect(villager.hears()).toEqual([askTexts.details(replaceCard)]);
    }
  });

  it("that was wrong is kept for the admin", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("身份证丢了");
    await li.presses(buttons.wrong);
    expect(li.sees().at(-1)).toBe(askTexts.wrongKept);
    expect(await world.rows("feedback")).toMatchObject([{ entry: replaceCard.id, what: "wrong" }]);
  });

  it("that is no longer served is not given from an old button", async () => {
    const knowledge = smallKnowledge();
    const li = (await openWorld({ knowledge })).villager("li");
    await li.says("身份证丢了");
    knowledge.withdraw(replaceCard.id);
    await li.presses(buttons.details);
    expect(li.sees().at(-1)).toBe(askTexts.gone + reach);
    expect(li.choices()).toEqual([buttons.human]);
  });
});

describe("a question that nobody prepared", () => {
  it("is admitted, with the two nearest and a person; the question is kept masked", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("我电话15147012345，村里电线杆倒了归谁管");
    expect(li.hears()).toEqual([notKnown]);
    expect(li.choices()).toHaveLength(3);
    expect(li.choices().at(-1)).toBe(buttons.human);
    const [kept] = await world.rows("questions");
    expect(kept).toMatchObject({ status: "new" });
    expect(kept!["text"]).toContain("村里电线杆倒了归谁管");
    expect(kept!["text"]).not.toContain("15147012345");
  });

  it("opens a nearest question when it was meant after all", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("村里的电线杆归谁管");
    const [nearest] = li.choices();
    await li.presses(nearest!);
    expect(li.sees().at(-1)).toBe(
      askTexts.answer([replaceCard, renewCard, birth].find(({ title }) => title === nearest)!),
    );
  });
});

describe("a question that may mean several things", () => {
  it.each([
    ["by number", "2", renewCard],
    ["by a number in words", "第二个", renewCard],
    ["by the label", replaceCard.title, replaceCard],
    ["by its place", "头一个", replaceCard],
    ["with a mark behind it", "2。", renewCard],
  ])("is settled %s", async (_how, said, entry) => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    expect(li.hears()).toEqual([askTexts.which]);
    expect(li.choices()).toEqual([replaceCard.title, renewCard.title, buttons.none]);
    await li.says(said);
    expect(li.hears()).toEqual([askTexts.answer(entry)]);
  });

  it("is settled by a tap", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    li.hears();
    await li.presses(renewCard.title);
    expect(li.hears()).toEqual([askTexts.answer(renewCard)]);
  });

  it("is kept as a question when it was none of them", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("办健康证");
    li.hears();
    await li.says("都不是");
    expect(li.hears()).toEqual([askTexts.notKnown(reach)]);
    expect((await world.rows("questions")).map(({ text }) => text)).toEqual(["办健康证"]);
  });

  it("keeps no empty question when “都不是” is an old button", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("办健康证");
    const none = li.choiceOf(buttons.none);
    await li.says("身份证丢了");
    li.hears();
    await li.taps(none);
    expect(li.hears()).toEqual([askTexts.notKnown(reach)]);
    expect(await world.rows("questions")).toEqual([]);
  });

  it("is asked about twice at most; then a person is offered", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("有个证的事");
    await li.says("就是那个证");
    await li.says("证啊证");
    expect(li.hears()).toEqual([askTexts.which, askTexts.which, askTexts.tooManyTurns]);
    expect(li.choices()).toEqual([buttons.human]);
    expect((await world.rows("questions")).map(({ text }) => text)).toEqual(["证啊证"]);
  });

  it("does not mistake a sentence for a choice", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    li.hears();
    await li.says("2个孩子上户口");
    expect(li.hears()).toEqual([askTexts.answer(birth)]);
  });

  it("has nothing to press once another answer stands there", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("有个证的事");
    await li.says("身份证丢了");
    li.hears();
    await li.says("2");
    expect(li.hears()).toEqual([askTexts.wrongKept]);
  });
});
