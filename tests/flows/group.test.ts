import { describe, expect, it } from "vitest";
import type { Content } from "../../src/domain/message.ts";
import { cards } from "../../src/texts/zh-cn/emergency.ts";
import { groupTexts } from "../../src/texts/zh-cn/group.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { fire } from "../support/said.ts";
import { openWorld, type World } from "../support/world.ts";

const link = "https://t.me/sanwu_test_bot?start=group";
const here = "-1001234";

/** A group in which people call the bot by its name. */
function groupIn(world: World) {
  let updates = 0;
  let heard = 0;
  const does = async (content: Content): Promise<void> => {
    await world.wait(30_000);
    const key = `g:${++updates}`;
    await world.app.receive([{ channel: "telegram", chat: here, key, at: world.now(), content }]);
    await world.app.settled();
  };
  return {
    says: (text: string) => does({ kind: "text", text, forwarded: false, edited: false }),
    does,
    gets() {
      const all = world.channels.telegram.sent.filter(({ chat }) => chat === here);
      const fresh = all.slice(heard);
      heard = all.length;
      return fresh;
    },
  };
}

const opened = async (world: World) => [
  ...(await world.rows("matters")),
  ...(await world.rows("alerts")),
  ...(await world.rows("staff_conversations")),
];

describe("in a group", () => {
  it("questions are answered, and nothing is said of what happens to anybody's words", async () => {
    const world = await openWorld();
    const group = groupIn(world);
    await group.says("身份证丢了");
    expect(group.gets()).toMatchObject([{ kind: "answer" }]);
  });

  it("danger gets the card alone: nobody is called, nothing is asked", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const before = await opened(world);
    const group = groupIn(world);
    await group.says(fire);
    const [card, ...more] = group.gets();
    expect(card).toMatchObject({ kind: "safety", choices: [] });
    expect(card!.text).toContain(cards.fire_accident.steps[0]);
    expect(more).toEqual([]);
    await group.says("前进村东头");
    await group.does({ kind: "media", media: "location", caption: "" });
    await world.wait(600_000);
    expect(zhang.hears()).toEqual([]);
    expect(await opened(world)).toEqual(before);
  });

  it.each([
    "找民警",
    "我的事办到哪了",
    "邻居占了我家的地，给评评理",
    "打110了吗，我想找警察说说我家的事",
    "路灯坏了，派人来看看",
    "/human",
    "/privacy",
    "删除我的记录",
  ])("%s opens nothing and names nobody", async (words) => {
    for (const residency of ["open", "cn"] as const) await opensNothing(words, residency);
  });

  async function opensNothing(words: string, residency: "open" | "cn") {
    const world = await openWorld({ residency });
    const zhang = await world.staff("zhang");
    const before = await opened(world);
    const group = groupIn(world);
    await group.says(words);
    await group.says("13800138000");
    expect(await opened(world)).toEqual(before);
    expect(zhang.hears()).toEqual([]);
    const shown = group.gets();
    for (const { choices } of shown)
      for (const { label } of choices) expect(label).not.toMatch(/删|记下|留电话/);
    const nothingOpen = talkTexts.status([], "");
    for (const { text } of shown) expect(text).not.toContain(nothingOpen);
  }

  it("whoever wants an officer is asked to write alone", async () => {
    const world = await openWorld();
    const group = groupIn(world);
    await group.says("找民警");
    expect(group.gets().map(({ text }) => text)).toEqual([groupTexts.alone(link)]);
    await group.says("/urgent");
    expect(group.gets().map(({ text }) => text)).toEqual([groupTexts.danger]);
  });

  it("nobody joins, and nobody who works here has rights", async () => {
    const world = await openWorld();
    await world.staff("zhang");
    const before = await opened(world);
    const li = world.villager("li");
    await li.says("找民警");
    const matters = await opened(world);
    const group = groupIn(world);
    await group.says("/start i_wangqwertyuiopasdfghjkl");
    await group.says("等人接的");
    await group.says("我的事项");
    const texts = group.gets().map(({ text }) => text);
    expect(texts[0]).toBe(groupTexts.alone(link));
    const number = String((await world.rows("matters"))[0]!["number"]);
    expect(texts.join()).not.toContain(number);
    expect(before.length + 1).toBe(matters.length);
    expect(await opened(world)).toEqual(matters);
  });
});
