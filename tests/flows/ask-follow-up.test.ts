import { describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { conditionTexts } from "../../src/texts/zh-cn/ask-conditions.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { reachStation } from "../../src/texts/zh-cn/station.ts";
import { cardFor } from "../../src/flows/card-calculator.ts";
import type { Facet } from "../../src/domain/sets.ts";
import { birth, renewCard, replaceCard, smallStation } from "../support/small-knowledge.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld } from "../support/world.ts";

const reach = reachStation(smallStation);
const only = (...facets: Facet[]) => ({ lead: null, short: false, facets });
const withLead = (lead: string) => ({ lead, short: true, facets: [] });

async function after(first: string) {
  const world = await openWorld();
  const li = world.villager("li");
  await li.says(first);
  li.hears();
  return { world, li };
}

describe("a side of the matter at hand", () => {
  it.each([
    ["那要带啥", "材料"],
    ["多少钱", "费用"],
    ["凭啥", "依据"],
  ] as const)("is answered by itself: %s", async (said, facet) => {
    const { li } = await after("身份证丢了");
    await li.says(said);
    expect(li.hears()).toEqual([askTexts.answer(replaceCard, only(facet))]);
    expect(li.choices()).toEqual([buttons.details, buttons.human]);
  });

  it("is cited like any answer", async () => {
    const { world, li } = await after("身份证丢了");
    await li.says("多少钱");
    expect(world.records.at(-1)!.replies[0]!.answers).toMatchObject([
      { entry: replaceCard.id, citations: [{ title: "居民身份证法" }, { title: "户口登记条例" }] },
    ]);
  });

  it("may be two at once, in the order asked", async () => {
    const { li } = await after("身份证丢了");
    await li.says("要钱不 那要带啥");
    expect(li.hears()).toEqual([askTexts.answer(replaceCard, only("费用", "材料"))]);
  });

  it("that the entry lacks is admitted, with whom to ask", async () => {
    const { li } = await after("身份证丢了");
    await li.says("几天能拿到");
    expect(li.hears()).toEqual([askTexts.noFacet(replaceCard.title, "时限", reach)]);
    expect(li.choices()).toEqual([buttons.details, buttons.human]);
    await li.says("那多少钱");
    expect(li.hears()).toEqual([askTexts.answer(replaceCard, only("费用"))]);
  });

  it("of nothing is asked back", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("多少钱");
    expect(li.hears()).toEqual([askTexts.whichMatter]);
  });

  it("can follow again and again", async () => {
    const { li } = await after("身份证到期");
    for (const said of ["要带啥", "多少钱", "中", "那凭啥"]) await li.says(said);
    expect(li.hears()).toEqual([
      askTexts.answer(renewCard, only("材料")),
      askTexts.answer(renewCard, only("费用")),
      askTexts.nodded,
      askTexts.answer(renewCard, only("依据")),
    ]);
  });
});

describe("a new condition", () => {
  it("leads to the entry for it", async () => {
    const { li } = await after("身份证到期");
    await li.says("要是丢了呢");
    expect(li.hears()).toEqual([askTexts.answer(replaceCard)]);
    await li.says("那多少钱");
    expect(li.hears()).toEqual([askTexts.answer(replaceCard, only("费用"))]);
  });

  it("of another thing is none of this matter", async () => {
    const { li } = await after("身份证到期");
    await li.says("我家户口本丢了");
    expect(li.hears()[0]).not.toBe(askTexts.answer(replaceCard));
  });

  it("of age is said first", async () => {
    const { li } = await after("身份证到期");
    await li.says("那我爹呢 他八十了");
    const lead = conditionTexts.card([80, 80], cardFor(80, "renew"));
    expect(li.hears()).toEqual([askTexts.answer(renewCard, withLead(lead))]);
    expect(lead).toContain("长期");
  });

  it("of age is cited with its law", async () => {
    const { world, li } = await after("身份证到期");
    await li.says("他今年四十六");
    expect(world.records.at(-1)!.replies[0]!.answers[0]!.citations).toContainEqual({
      title: "居民身份证法",
      article: "第五条",
    });
  });

  it("asks the same side again for somebody else", async () => {
    const { li } = await after("身份证到期");
    await li.says("要带啥");
    li.hears();
    await li.says("要是丢了呢");
    expect(li.hears()).toEqual([
      askTexts.answer(replaceCard, { lead: null, short: true, facets: ["材料"] }),
    ]);
  });
});

describe("a new subject", () => {
  it("is noticed", async () => {
    const { li } = await after("身份证丢了");
    await li.says("那给孩子上户口呢");
    expect(li.hears()).toEqual([askTexts.answer(birth)]);
    await li.says("多少钱");
    expect(li.hears()).toEqual([askTexts.answer(birth, only("费用"))]);
  });

  it("that nobody knows is admitted, and never answered with the matter at hand", async () => {
    const { world, li } = await after("身份证丢了");
    await li.says("村里电线杆倒了归谁管");
    expect(li.hears()[0]).toContain(askTexts.notKnown(reach));
    expect((await world.rows("questions")).map(({ text }) => text)).toEqual([
      "村里电线杆倒了归谁管",
    ]);
  });
});

describe("a correction", () => {
  it.each(["不是换证 是补身份证", "不对 我问的是身份证丢了", "我说的是补身份证"])(
    "is searched for: %s",
    async (said) => {
      const { li } = await after("身份证到期");
      await li.says(said);
      expect(li.hears()).toEqual([askTexts.answer(replaceCard)]);
    },
  );

  it("without what is right is kept as wrong", async () => {
    const { world, li } = await after("身份证到期");
    await li.says("不对");
    expect(li.hears()).toEqual([askTexts.wrongKept]);
    expect(await world.rows("feedback")).toMatchObject([{ entry: renewCard.id, what: "wrong" }]);
  });
});

describe("small words", () => {
  it.each([
    ["嗯呢", askTexts.nodded],
    ["妥了", askTexts.nodded],
    ["中 谢了", askTexts.welcomeThanks],
    ["不了", askTexts.left],
    ["行 我再想想", askTexts.left],
  ])("%s", async (said, text) => {
    const { world, li } = await after("身份证丢了");
    await li.says(said);
    expect(li.hears()).toEqual([text]);
    expect(await world.rows("questions")).toEqual([]);
  });

  it("do not lose the matter at hand", async () => {
    const { li } = await after("身份证丢了");
    await li.says("嗯呢");
    li.hears();
    await li.says("说详细点");
    expect(li.hears()).toEqual([askTexts.details(replaceCard)]);
  });
});

describe("another service number", () => {
  it(
    "is a subject of its own, in the middle of a talk about one",
    { timeout: 60_000 },
    async () => {
      const world = await openWorld({ knowledge: await realKnowledge() });
      const li = world.villager("li");
      for (const [said, entry] of [
        ["12345是干啥的", "hotline-12345"],
        ["96110是干啥的", "hotline-96110"],
        ["那12348呢", "hotline-12348"],
      ] as const) {
        await li.says(said);
        expect(world.records.at(-1)!.replies[0]!.answers).toMatchObject([{ entry }]);
      }
    },
  );
});
