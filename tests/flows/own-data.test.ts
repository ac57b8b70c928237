import { describe, expect, it } from "vitest";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { statusNames } from "../../src/texts/zh-cn/desk.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { ownDataTexts as texts } from "../../src/texts/zh-cn/own-data.ts";
import { fire } from "../support/said.ts";
import { openWorld, type World } from "../support/world.ts";

/** The numbers of all matters, in the order in which they were opened. */
async function numbers(world: World): Promise<string[]> {
  return (await world.rows("matters")).map(({ number }) => String(number));
}

describe("我的数据", () => {
  it.each(["导出我的数据", "我的数据"])("“%s” gives all of this conversation", async (asked) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("身份证丢了");
    const answer = li.hears()[0]!;
    await li.says("村里电线杆归谁管");
    await li.says("找民警");
    await li.says("13812345678");
    li.hears();
    await li.says(asked);
    const told = li.hears().join("\n");
    expect(told).toContain("身份证丢了");
    expect(told).toContain(answer);
    expect(told).toContain("村里电线杆归谁管");
    expect(told).toContain(texts.matters);
    expect(told).toContain(`编号${(await numbers(world))[0]}`);
    expect(told).toContain("138****5678");
    expect(told).not.toContain("13812345678");
    expect(li.choices()).toEqual([buttons.erase, buttons.back]);
  });

  it("says of what goes on in another matter that it does, not that it is done with", () => {
    const matter = {
      number: "1",
      kind: "fraud-alert",
      level: "high",
      status: "closed",
      openedAt: 0,
    };
    const line = (mergedInto: string | null) =>
      texts.matter(
        { matter: { ...matter, mergedInto }, words: "", phone: null, owner: null } as never,
        true,
      );
    expect(line("other")).toContain("接着办");
    expect(line("other")).not.toContain(statusNames.closed);
    expect(line(null)).toContain(statusNames.closed);
  });

  it("is only ever of this conversation, whoever asks", async () => {
    const world = await openWorld();
    const officer = await world.staff("zhang");
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    for (const [who, secret] of [
      [li, "我叫赵铁柱"],
      [wang, "我是王二妮"],
    ] as const) {
      await who.says(`${secret}，村里电线杆归谁管`);
      await who.says("找民警");
      await who.says(`${fire}${secret}`);
    }
    const [first] = await numbers(world);
    await officer.says(`接${first}`);
    await li.says("赵铁柱说一句");
    const exported = async (who: typeof li, word: string) => {
      who.hears();
      await who.says(word);
      return who.hears().join("\n");
    };
    const theirs = await exported(wang, "我的数据");
    expect(theirs).toContain("王二妮");
    expect(theirs).not.toContain("赵铁柱");
    expect(theirs).not.toContain(first);
    const stranger = await exported(world.villager("sun"), "我的数据");
    for (const secret of ["赵铁柱", "王二妮", "编号"]) expect(stranger).not.toContain(secret);
    // An officer's conversation is full of other people's words.
    expect(await exported(officer, "我的数据")).toBe(texts.forStaff);
  });

  it("comes in whole messages of a size that every channel takes, and does not repeat itself", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    for (let i = 0; i < 12; i++) await li.says(`第${i}件，${"天".repeat(400)}`);
    li.hears();
    await li.says("我的数据");
    const first = li.hears();
    expect(first.length).toBeGreaterThan(3);
    for (const [at, part] of first.entries()) {
      expect(part.length).toBeLessThan(1_600);
      expect(part).toContain(texts.part(at + 1, first.length));
    }
    for (let i = 0; i < 12; i++) expect(first.join("\n")).toContain(`第${i}件`);
    await li.says("导出我的数据");
    const second = li.hears();
    expect(second.join("\n")).toContain(texts.earlier);
    expect(second.length).toBeLessThanOrEqual(first.length + 1);
  });

  it("leaves what was told of matters out where Telegram may not carry it", async () => {
    const world = await openWorld({ residency: "cn" });
    const li = world.villager("li", { channel: "telegram" });
    await li.says(`${fire}赵铁柱家`);
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    li.hears();
    await li.says("我的数据");
    const told = li.hears().join("\n");
    expect(told).toContain(texts.alerts);
    expect(told).not.toContain("赵铁柱");
  });
});

describe("删除我的信息, where an officer holds copies", () => {
  async function talked() {
    const world = await openWorld();
    const officer = await world.staff("zhang");
    const li = world.villager("li");
    await li.says("找民警");
    const [number = ""] = await numbers(world);
    await officer.says(`接${number}`);
    await li.says("我叫赵铁柱，东头吵起来了");
    await officer.says("我这就去");
    const erase = async () => {
      await li.says("删除我的信息");
      await li.taps(li.choiceOf(buttons.eraseYes));
    };
    const copies = async () =>
      (await world.rows("outbox")).filter(({ body }) => String(body).includes("赵铁柱")).length;
    return { world, officer, li, number, erase, copies };
  }

  it("keeps those of a matter that is still being worked on", async () => {
    const { li, officer, number, erase, copies, world } = await talked();
    await world.wait(3 * 3_600_000);
    officer.hears();
    await erase();
    expect(li.sees().at(-1)).toBe(menuTexts.erased([number], 0));
    expect(await copies()).toBeGreaterThan(0);
  });

  it("drops those of a closed one, and nobody else's", async () => {
    const { world, li, officer, number, erase, copies } = await talked();
    const wang = world.villager("wang");
    await wang.says("找民警");
    await officer.says(`办结${number}`);
    await officer.says(`接${(await numbers(world))[1]}`);
    await wang.says("我是王二妮，羊丢了");
    expect(await copies()).toBeGreaterThan(0);
    await erase();
    expect(li.sees().at(-1)).toBe(menuTexts.erased([number], 0));
    expect(await copies()).toBe(0);
    expect(await world.dump()).toContain("王二妮");
    expect(await numbers(world)).toContain(number);
  });
});
