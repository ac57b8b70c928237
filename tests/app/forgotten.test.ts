import { describe, expect, it } from "vitest";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { reminderTexts } from "../../src/texts/zh-cn/reminders.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const day = 24 * 3_600_000;

/** A matter that was passed to others, whose talk is over. */
async function referred(said = "找民警") {
  const world = await openWorld();
  const zhang = await world.staff("zhang");
  const li = world.villager("li");
  await li.says(said);
  await zhang.presses(desk.take);
  const number = String((await world.rows("matters"))[0]!["number"]);
  await zhang.says(`转部门${number}`);
  for (let i = 0; i < 3; i++) await world.wait(day / 24);
  li.gets();
  zhang.gets();
  return { world, zhang, li, number };
}

const passing = async (world: World, days: number): Promise<void> => {
  for (let i = 0; i < days; i++) await world.wait(day);
};

describe("a matter that was passed on, and that nobody closes", () => {
  it("is named to both after a month, and closed by the clock a week later", async () => {
    const { world, zhang, li, number } = await referred();
    await passing(world, 29);
    expect(li.hears()).toEqual([]);
    await passing(world, 2);
    const [matter] = await world.rows("matters");
    const reminder = (to: "owner" | "villager") =>
      reminderTexts.say({ kind: "unclosed", to }, { ...matter, number } as never, null);
    expect(li.hears()).toEqual([reminder("villager")]);
    expect(zhang.hears()).toContain(reminder("owner"));
    await passing(world, 8);
    expect(li.hears()).toEqual([talkTexts.closed(number)]);
    expect(zhang.hears()).toContain(deskTexts.forgotten(number));
    expect(await world.rows("matters")).toMatchObject([{ status: "closed", due_at: null }]);
    await passing(world, 40);
    expect(li.hears()).toEqual([]);
  }, 60_000);

  it("is opened again by a villager who says that it is not done, and never closed by the clock", async () => {
    const { world, li, number } = await referred();
    await passing(world, 31);
    await li.presses(talkTexts.notSettled);
    expect(li.hears().at(-1)).toBe(talkTexts.reopened(number));
    await passing(world, 9);
    expect(await world.rows("matters")).toMatchObject([{ status: "assigned" }]);
  }, 60_000);

  it("is closed by its owner, from the reminder", async () => {
    const { world, zhang, li, number } = await referred();
    await passing(world, 31);
    li.gets();
    await zhang.presses(desk.close);
    expect(li.hears()).toEqual([talkTexts.closed(number)]);
  }, 60_000);
});
