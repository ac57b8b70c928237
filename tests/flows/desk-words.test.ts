import { describe, expect, it } from "vitest";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { callTexts } from "../../src/texts/zh-cn/calls.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { replaceCard } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const { buttons: desk } = deskTexts;

const talking = async () => {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  const li = world.villager("li");
  await li.says("找民警");
  await zhang.presses(desk.take);
  const number = String((await world.rows("matters"))[0]!["number"]);
  li.gets();
  zhang.gets();
  return { world, zhang, li, number };
};

describe("what one of us types", () => {
  it("with # and the name of an entry sends it with its sources", async () => {
    const { zhang, li, number } = await talking();
    await zhang.says(`#${replaceCard.id}`);
    expect(li.hears()).toEqual([askTexts.answer(replaceCard)]);
    expect(zhang.hears()).toEqual([deskTexts.sentEntry(number, replaceCard.title)]);
  });

  it("with # and a few words finds entries, and nothing goes out before one is chosen", async () => {
    const { zhang, li, number } = await talking();
    await zhang.says("#身份证丢了");
    expect(li.hears()).toEqual([]);
    expect(zhang.hears()).toEqual([deskTexts.whichEntry(number)]);
    await zhang.presses(replaceCard.title);
    expect(li.hears()).toEqual([askTexts.answer(replaceCard)]);
    await zhang.says("带上户口本");
    expect(li.hears()).toHaveLength(1);
  });

  it("with # and the name of no entry hears so", async () => {
    const { zhang, li } = await talking();
    await zhang.says("#no-such-entry");
    expect(zhang.hears()).toEqual([deskTexts.noEntry]);
    expect(li.hears()).toEqual([]);
  });

  it.each([desk.close, desk.note, desk.unmask, desk.passOn])(
    "“%s” without a number is no word for the villager",
    async (step) => {
      const { zhang, li, number } = await talking();
      await zhang.says("您好");
      li.gets();
      zhang.gets();
      await zhang.says(step);
      expect(li.hears()).toEqual([]);
      expect(zhang.hears()).toEqual([deskTexts.whichStep(number)]);
      expect(zhang.choices()).toContain(step);
    },
  );

  it("帮助 tells what can be typed; 今天 names what waits and what is in hand", async () => {
    const { world, zhang, number } = await talking();
    await zhang.says("帮助");
    expect(zhang.hears()).toEqual([deskTexts.help]);
    await world.villager("sun").says("找民警");
    zhang.gets();
    await zhang.says("今天");
    const [waits, mine] = zhang.hears();
    expect(waits).toBe(callTexts.waits(1));
    expect(mine).toContain(number);
  });

  it("交接 keeps what nobody else on duty could take", async () => {
    const { world, zhang, li } = await talking();
    await zhang.says("交接");
    expect(zhang.hears()).toEqual([deskTexts.aloneOnDuty]);
    expect(li.hears()).toEqual([]);
    const wang = await world.staff("wang");
    await zhang.says("交接");
    expect(zhang.hears().at(-1)).not.toBe(deskTexts.aloneOnDuty);
    expect(wang.hears()).toHaveLength(1);
  });
});
