import { describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { birth, replaceCard } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const withPapers = { lead: null, short: true, facets: ["材料" as const] };

describe("two questions in one message", () => {
  it.each([
    "身份证丢了咋补 顺便问问孩子上户口要啥",
    "身份证丢了咋补？孩子上户口要啥？",
    "身份证丢了咋补\n孩子上户口要啥",
  ])("are both answered, in order: %s", async (said) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(said);
    expect(li.hears()).toEqual([askTexts.answer(replaceCard), askTexts.answer(birth, withPapers)]);
    expect(
      world.records[0]!.replies.flatMap(({ answers }) => answers.map(({ entry }) => entry)),
    ).toEqual([replaceCard.id, birth.id]);
  });

  it("leave the second as the matter at hand", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("身份证丢了咋补 还有上户口要啥");
    li.hears();
    await li.says("多少钱");
    expect(li.hears()).toEqual([
      askTexts.answer(birth, { lead: null, short: false, facets: ["费用"] }),
    ]);
  });

  it.each(["身份证丢了。丢在旗里了。咋补", "身份证丢了 还有多久能补", "身份证丢了？真丢了？"])(
    "are not made of one: %s",
    async (said) => {
      const li = (await openWorld()).villager("li");
      await li.says(said);
      expect(li.hears()).toHaveLength(1);
    },
  );
});

describe("a story with one question inside", () => {
  it("is answered by the piece that asks", async () => {
    const li = (await openWorld()).villager("li");
    await li.says("那天我去旗里赶集，人多得走不动道，回来一摸兜啥都没有，补身份证要多少钱，急用");
    expect(li.hears()).toEqual([
      askTexts.answer(replaceCard, { lead: null, short: true, facets: ["费用"] }),
    ]);
  });
});
