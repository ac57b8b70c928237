import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { openWorld } from "../support/world.ts";

describe("删除我的信息", () => {
  it("takes two taps, and a way back", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("隐私");
    expect(li.choices()).toEqual([buttons.erase, buttons.back]);
    await li.presses(buttons.erase);
    expect(li.sees().at(-1)).toBe(menuTexts.eraseAsk);
    expect(li.choices()).toEqual([buttons.eraseYes, buttons.back]);
    await li.presses(buttons.back);
    expect((await world.rows("inbox")).every(({ body }) => body !== null)).toBe(true);
  });

  it("takes the person's words out of every table", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("我叫赵铁柱，村里电线杆归谁管");
    await li.says("身份证丢了赵铁柱");
    await li.presses(buttons.wrong);
    await li.says("赵铁柱还有一问");
    expect(await world.dump()).toContain("赵铁柱");
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    expect(li.sees().at(-1)).toBe(menuTexts.erased([], 0));
    expect(await world.dump()).not.toContain("赵铁柱");
    expect(await world.rows("questions")).toEqual([]);
    expect(await world.rows("feedback")).toEqual([]);
  });

  it("keeps what the law keeps, and names it", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("找民警");
    await li.says("我家着火了快来人");
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    const [matter, ...others] = await world.rows("matters");
    expect(others).toEqual([]);
    expect(await world.rows("alerts")).toHaveLength(1);
    expect(li.sees().at(-1)).toBe(menuTexts.erased([String(matter!["number"])], 1));
    expect(li.sees().at(-1)).toContain(matter!["number"]);
  });

  it("leaves other people's words alone", async () => {
    const world = await openWorld();
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    await wang.says("我是王二妮，村里电线杆归谁管");
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    expect(await world.rows("questions")).toHaveLength(1);
    expect(await world.dump()).toContain("王二妮");
  });

  it("also takes what came in the very same moment before", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("删除我的信息");
    const words = { kind: "text", text: "我叫赵铁柱", forwarded: false, edited: false } as const;
    const yes = { kind: "press", choice: li.choiceOf(buttons.eraseYes) } as const;
    await world.app.receive([li.update(words), li.update(yes)]);
    await world.app.settled();
    expect(await world.dump()).not.toContain("赵铁柱");
  });

  it("works by words in an empty conversation too", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("删除我的信息");
    await li.says("确定删除");
    expect(li.sees().at(-1)).toBe(menuTexts.erased([], 0));
  });
});

describe("the notice about people's words", () => {
  it("stands once on Telegram, after the first answer, and never on the page", async () => {
    const world = await openWorld();
    const telegram = world.villager("li", { channel: "telegram" });
    const page = world.villager("li", { channel: "web" });
    await telegram.says("身份证丢了");
    const [answer, notice, ...more] = telegram.hears();
    expect(answer).toContain("挂失");
    expect([notice, ...more]).toEqual([menuTexts.notice]);
    await telegram.says("上户口");
    await world.restart();
    await telegram.says("身份证到期");
    expect(telegram.hears()).not.toContain(menuTexts.notice);
    await page.says("身份证丢了");
    expect(page.hears()).toHaveLength(1);
  });
});
