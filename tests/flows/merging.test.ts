import { describe, expect, it } from "vitest";
import { deskTexts, statusNames } from "../../src/texts/zh-cn/desk.ts";
import { hazardTexts } from "../../src/texts/zh-cn/hazard.ts";
import { mergeTexts as texts } from "../../src/texts/zh-cn/merging.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { deskCommandIn } from "../../src/understanding/desk-command.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const hazard = "前进村东头的桥上有个大坑，车过去危险，昨天开始的，跟你们反映一下";

async function reports(who: Villager, nameless = false): Promise<void> {
  await who.says("反映问题");
  await who.says(hazard);
  for (let i = 0; i < 4 && !who.choices().includes(hazardTexts.save); i++) await who.says("不知道");
  await who.presses(nameless ? hazardTexts.nameless : hazardTexts.save);
}

const acts = async (world: World, nth: number): Promise<unknown[]> => {
  const { id } = (await world.rows("matters"))[nth]!;
  return (await world.rows("trail"))
    .filter(({ subject, act }) => subject === `matter ${String(id)}` && act !== "call")
    .map(({ act }) => act);
};

describe("two reports of one event", () => {
  const told = async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const [li, wang] = [world.villager("li"), world.villager("wang")];
    await reports(li);
    await zhang.presses(desk.take);
    await reports(wang);
    const [first, second] = (await world.rows("matters")).map(({ number }) => String(number));
    await zhang.presses(desk.take);
    zhang.gets();
    li.gets();
    wang.gets();
    return { world, zhang, li, wang, first: first!, second: second! };
  };

  it("are offered to be merged, and go on as one; who told the second hears of the first", async () => {
    const { world, zhang, li, wang, first, second } = await told();
    await zhang.presses(texts.merge);
    expect(zhang.hears().at(-1)).toContain(first);
    expect((await world.rows("matters"))[1]).toMatchObject({ status: "taken" });
    await zhang.presses(texts.button(first));
    expect(zhang.hears()).toEqual([texts.merged(second, first)]);
    expect(wang.hears()).toEqual([texts.toVillager(second, first)]);
    expect(li.hears()).toEqual([]);
    await zhang.says(`办结${first}`);
    expect(wang.hears()).toEqual([texts.news(second, first, "closed")]);
    expect(wang.sees().at(-1)).toContain(statusNames.closed);
    expect(li.hears()).toEqual([talkTexts.closed(first)]);
    expect(await acts(world, 0)).toContain(`merged-in ${second}`);
    expect(await acts(world, 1)).toContain(`merge ${first}`);
  });

  it("are merged by a command, and parted again within the day", async () => {
    const { world, zhang, wang, first, second } = await told();
    await zhang.says(`合并${second}到${first}`);
    wang.gets();
    await zhang.presses(desk.reopen);
    expect(zhang.hears()).toContain(deskTexts.step.reopen(second));
    expect(wang.hears()).toEqual([talkTexts.reopened(second)]);
    expect((await world.rows("matters"))[1]).toMatchObject({ merged_into: null });
    expect(await acts(world, 0)).toContain(`parted ${second}`);
    await zhang.says(`办结${first}`);
    expect(wang.hears()).toEqual([]);
  });

  it("are parted by whoever says that it is not the same", async () => {
    const { world, zhang, wang, first, second } = await told();
    await zhang.says(`合并${second}到${first}`);
    await wang.presses(texts.notTheSame);
    expect(wang.hears().at(-1)).toBe(talkTexts.reopened(second));
    expect((await world.rows("matters"))[1]).toMatchObject({
      merged_into: null,
      status: "assigned",
    });
    expect(await acts(world, 0)).toContain(`parted ${second}`);
  });

  it("go on together at the end of a shift: both who told hear that it waits for the next", async () => {
    const { world, zhang, li, wang, first, second } = await told();
    await world.staff("sun");
    await zhang.says(`合并${second}到${first}`);
    wang.gets();
    await zhang.says("交接");
    expect(li.hears()).toEqual([talkTexts.passedOn(first)]);
    expect(wang.hears()).toEqual([texts.news(second, first, "open")]);
  });

  it("are not for others to merge", async () => {
    const { world, first, second } = await told();
    const sun = await world.staff("sun");
    await sun.says(`合并${second}到${first}`);
    expect(sun.hears()).toEqual([deskTexts.refused("not-yours", second, "zhang")]);
  });

  it("of different kinds stay two", async () => {
    const { world, zhang, first } = await told();
    await world.villager("sun").says("找民警");
    const third = String((await world.rows("matters"))[2]!["number"]);
    await zhang.presses(desk.take);
    zhang.gets();
    await zhang.says(`合并${third}到${first}`);
    expect(zhang.hears()).toEqual([deskTexts.refused("not-alike", third, "zhang")]);
  });

  it("tell nobody of one who gave no name", async () => {
    const { world, zhang, wang, first } = await told();
    await reports(world.villager("zhao"), true);
    await zhang.presses(desk.take);
    const third = String((await world.rows("matters"))[2]!["number"]);
    const sent = world.channels.web.sent.length;
    await zhang.says(`合并${third}到${first}`);
    expect(world.channels.web.sent).toHaveLength(sent);
    await zhang.says(`办结${first}`);
    expect(wang.hears()).toEqual([]);
    expect(world.channels.web.sent).toHaveLength(sent + 1);
  });
});

it("names both, one, or the one at hand", () => {
  const merge = (matter: string | null, into: string | null) => ({ act: "merge", matter, into });
  expect(deskCommandIn("合并123456到654321")).toEqual(merge("123456", "654321"));
  expect(deskCommandIn("合并到 654321")).toEqual(merge(null, "654321"));
  expect(deskCommandIn("合并123456")).toEqual(merge("123456", null));
});
