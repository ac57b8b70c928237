import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { ownDataTexts } from "../../src/texts/zh-cn/own-data.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { openWorld } from "../support/world.ts";

const talking = async () => {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  const li = world.villager("li");
  await li.says("找民警");
  await zhang.presses(deskTexts.buttons.take);
  li.gets();
  zhang.gets();
  return { world, zhang, li };
};

describe("in a talk", () => {
  it.each([
    ["我的数据", ownDataTexts.head],
    ["隐私", menuTexts.privacy],
    ["删除我的信息", menuTexts.eraseAsk],
  ])("“%s” is for the bot, and the talk goes on", async (command, answer) => {
    const { zhang, li } = await talking();
    await li.says(command);
    expect(li.hears().join()).toContain(answer);
    expect(zhang.hears()).toEqual([]);
    await li.says("我还在");
    expect(zhang.hears()).toEqual([expect.stringContaining("我还在")]);
  });

  it.each(["退出", "不聊了"])("“%s” ends it, and the officer hears that alone", async (words) => {
    const { world, zhang, li } = await talking();
    await li.says(words);
    expect(li.hears()).toEqual([talkTexts.left]);
    const number = String((await world.rows("matters"))[0]!["number"]);
    expect(zhang.hears()).toEqual([deskTexts.left(number)]);
  });

  it.each(["算了", "我的数据丢了咋办", "隐私部位受伤了"])(
    "“%s” is for the officer",
    async (words) => {
      const { zhang, li } = await talking();
      await li.says(words);
      expect(zhang.hears()).toEqual([expect.stringContaining(words)]);
    },
  );
});
