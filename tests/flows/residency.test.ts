import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { openWorld } from "../support/world.ts";
import { fire } from "../support/said.ts";

const { buttons: desk } = deskTexts;

/** Words of a villager that must not be carried; the other one is named in them. */
const secret = "张三丰";

describe("where Telegram carries no words of villagers", () => {
  it("an officer's phone shows number, kind, level and village, whatever is done with a matter", async () => {
    const world = await openWorld({ residency: "cn" });
    const zhang = await world.staff("zhang");
    const wang = await world.staff("wang");
    const li = world.villager("li");
    await li.says(`我要找民警说${secret}的事`);
    const matters = await world.rows("matters");
    const number = String(matters[0]!["number"]);
    expect(matters[0]!["note"]).toContain(secret);
    await zhang.presses(desk.take);
    await li.says(`${secret}又来了`);
    expect(zhang.hears()).toContain(deskTexts.heardBare({ number } as never));
    await zhang.says(`回${number}`);
    await zhang.says("我的事项");
    await zhang.says("待回电");
    await zhang.says(`转${number}`);
    await zhang.presses("wang");
    await wang.presses(desk.take);
    const sun = world.villager("sun");
    await sun.says(`${fire}，${secret}在里面`);
    await sun.says(`前进村${secret}家`);
    await wang.presses(desk.takeAlert);
    await sun.says(`${secret}出来了`);
    await world.wait(15 * 60_000);
    expect(wang.hears().join()).toContain("编号");
    const carried = world.channels.telegram.sent.map(({ text }) => text);
    expect(carried.filter((text) => text.includes(secret))).toEqual([]);
    for (const { text } of world.channels.telegram.sent) expect(text).not.toContain("群众说：");
  });

  it("an officer's words stay here as well: who wrote is to be phoned, and both hear so", async () => {
    const world = await openWorld({ residency: "cn" });
    const zhang = await world.staff("zhang", { channel: "web" });
    const li = world.villager("li", { channel: "telegram" });
    await li.says("我要找民警");
    const number = String((await world.rows("matters"))[0]!["number"]);
    await zhang.presses(desk.take);
    li.gets();
    zhang.gets();
    await zhang.says(`我跟${secret}说好了，你们明天来`);
    expect(zhang.hears()).toContain(deskTexts.notOnTelegram(number));
    expect(li.hears().join()).toContain(number);
    const carried = world.channels.telegram.sent.map(({ text }) => text);
    expect(carried.filter((text) => text.includes(secret) || text.includes("明天来"))).toEqual([]);
    expect((await world.rows("matters"))[0]!["to_call_at"]).toBe(world.now());
    await zhang.says("待回电");
    expect(zhang.hears().join()).toContain(number);
  });

  it("the desk at the station shows all of it", async () => {
    const world = await openWorld({ residency: "cn" });
    const zhang = await world.staff("zhang", { channel: "web" });
    const li = world.villager("li");
    await li.says(`我要找民警说${secret}的事`);
    await zhang.presses(desk.take);
    await li.says(`${secret}又来了`);
    expect(zhang.hears().filter((text) => text.includes(secret)).length).toBeGreaterThan(1);
  });
});
