import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { dateOf, day, hour, midnightBefore } from "../../src/domain/station-time.ts";
import { rules } from "../../src/domain/reminders.ts";
import type { Matter } from "../../src/domain/matter.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { reminderTexts } from "../../src/texts/zh-cn/reminders.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { verify } from "../../src/store/trail.ts";
import { runs } from "../support/database.ts";
import { tellsOf, type quarrels } from "../support/dispute-told.ts";
import { fire, knife } from "../support/said.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World } from "../support/world.ts";

const { buttons: desk } = deskTexts;
type Kind = Parameters<typeof reminderTexts.say>[0]["kind"];

/** What a reminder says, with its law. */
function text(kind: Kind, to: "owner" | "villager", number: string): string {
  const law = rules.find((rule) => rule.kind === kind && rule.to === to)!.law;
  return reminderTexts.say({ kind, to }, { number } as Matter, law);
}

/** Somebody has a matter of li's in hand, and nothing is unread. */
async function inHand(world: World, quarrel: keyof typeof quarrels | null = null) {
  const zhang = await world.staff("zhang");
  const li = world.villager("li");
  if (quarrel === null) await li.says("找民警");
  else await tellsOf(li, quarrel);
  zhang.gets();
  await zhang.presses(desk.take);
  const number = String((await world.rows("matters"))[0]!["number"]);
  const owner = zhang.hears();
  li.gets();
  return { zhang, li, number, owner };
}

/** Everything that is heard in so many days, with the time of hearing: by day and by night. */
async function overDays(world: World, days: number, ...who: Villager[]) {
  const heard: { text: string; at: number }[] = [];
  for (let i = 0; i < days * 2; i++) {
    await world.wait(12 * hour);
    const at = world.now();
    for (const one of who) for (const said of one.hears()) heard.push({ text: said, at });
  }
  return heard;
}

/** Weeks pass in these tests. Unit: ms. */
const patience = 60_000;

describe("a matter that was closed", { timeout: patience }, () => {
  it("is asked about after a week and after a month, by day", async () => {
    const world = await openWorld();
    const { zhang, li, number } = await inHand(world);
    await zhang.presses(desk.close);
    li.gets();
    const closed = world.now();
    const heard = await overDays(world, 40, li);
    expect(heard.map((one) => one.text)).toEqual([
      text("follow-up-7", "villager", number),
      text("follow-up-30", "villager", number),
    ]);
    expect(heard.map(({ at }) => Math.floor((at - closed) / day))).toEqual([7, 30]);
    expect(li.choices()).toEqual([reminderTexts.settled, talkTexts.notSettled]);
    expect(await verify(world.store.db)).toMatchObject({ whole: true });
  });

  it("is asked about no more once all is well", async () => {
    const world = await openWorld();
    const { zhang, li, number } = await inHand(world);
    await zhang.presses(desk.close);
    li.gets();
    await world.wait(7 * day);
    expect(li.hears()).toEqual([text("follow-up-7", "villager", number)]);
    await li.presses(reminderTexts.settled);
    expect(li.hears()).toEqual([reminderTexts.thanks(number)]);
    expect(await overDays(world, 40, li)).toEqual([]);
  });

  it("waits for somebody again where it is not settled, and is asked about anew after that", async () => {
    const world = await openWorld();
    const { zhang, li, number } = await inHand(world);
    await zhang.presses(desk.close);
    li.gets();
    await world.wait(7 * day);
    await li.presses(talkTexts.notSettled);
    expect(li.hears().at(-1)).toBe(talkTexts.reopened(number));
    const { length } = await world.rows("reminders");
    expect(length).toBe(0);
    await zhang.presses(desk.take);
    await zhang.presses(desk.close);
    li.gets();
    await world.wait(7 * day);
    expect(li.hears()).toEqual([text("follow-up-7", "villager", number)]);
  });

  it("is never written about where force was used", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(knife);
    await zhang.presses(desk.takeAlert);
    await zhang.presses(desk.close);
    li.gets();
    expect(await overDays(world, 40, li)).toEqual([]);
  });

  it("is not written about to somebody who had their words deleted", async () => {
    const world = await openWorld();
    const { zhang, li } = await inHand(world);
    await zhang.presses(desk.close);
    await li.says("删除我的信息");
    await li.presses(buttons.eraseYes);
    li.gets();
    expect((await world.rows("reminders")).length).toBe(0);
  });
});

describe("an agreement", { timeout: patience }, () => {
  it("reminds both of the court's thirty days", async () => {
    const world = await openWorld();
    const { zhang, li, number } = await inHand(world, "neighbour");
    await zhang.presses(desk.mediate);
    await zhang.presses(desk.agree);
    li.gets();
    zhang.gets();
    const heard = (await overDays(world, 40, li, zhang)).filter((one) =>
      one.text.includes("司法确认"),
    );
    expect(heard.map((one) => one.text)).toEqual([
      text("confirmation", "villager", number),
      text("confirmation", "owner", number),
    ]);
    expect(heard[0]!.text).toContain("《人民调解法》第三十三条");
  });

  it("is not reminded of after the thirty days, though the software was off", async () => {
    const world = await openWorld();
    const { zhang, li } = await inHand(world, "neighbour");
    await zhang.presses(desk.mediate);
    await zhang.presses(desk.agree);
    li.gets();
    zhang.gets();
    await world.wait(31 * day);
    expect([...li.hears(), ...zhang.hears()].join()).not.toContain("司法确认");
  });
});

describe("a limit in time", () => {
  it.each(["labour", "grassland"] as const)("of %s is told to each side once", async (quarrel) => {
    const world = await openWorld();
    const { zhang, li, number, owner } = await inHand(world, quarrel);
    const kind = quarrel === "labour" ? "labour-limit" : "land-limit";
    expect(owner.filter((said) => said === text(kind, "owner", number))).toHaveLength(1);
    await zhang.presses(desk.mediate);
    li.gets();
    await zhang.presses(desk.fail);
    expect(li.hears()).toEqual([talkTexts.failed(number), text(kind, "villager", number)]);
    await zhang.says(`重办${number}`);
    await zhang.says(`接${number}`);
    await zhang.says(`调解${number}`);
    await zhang.says(`没调成${number}`);
    const later = [...li.hears(), ...zhang.hears()];
    expect(later).not.toContain(text(kind, "villager", number));
    expect(later.filter((said) => said === text(kind, "owner", number))).toEqual([]);
  });
});

test(
  "whatever happens when: never by night, never twice between two endings",
  async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 200 }).map((hours) => ({ hours })) },
      { weight: 1, arbitrary: fc.constant({ restart: true as const }) },
      { weight: 1, arbitrary: fc.constant({ reopen: true as const }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const world = await openWorld();
        const { zhang, li, number } = await inHand(world);
        await zhang.presses(desk.close);
        li.gets();
        let told: string[] = [];
        for (const each of steps) {
          if ("hours" in each) await world.wait(each.hours * hour);
          else if ("restart" in each) await world.restart();
          else {
            await zhang.says(`重办${number}`);
            await zhang.says(`接${number}`);
            await zhang.says(`办结${number}`);
            li.gets();
            told = [];
          }
          const clock = (world.now() - midnightBefore(world.now())) / hour;
          const heard = li.hears().filter((said) => said.includes("后来咋样"));
          if (heard.length > 0) expect(clock >= 8 && clock < 20, dateOf(world.now())).toBe(true);
          told.push(...heard);
          expect(new Set(told).size).toBe(told.length);
        }
      }),
      { numRuns: runs(10) },
    );
  },
  patience,
);

test("a reminder that fails holds up no call for help", async () => {
  const world = await openWorld();
  const { zhang, li } = await inHand(world);
  await zhang.presses(desk.close);
  await world.store.db.schema.renameTable("settings", "settings_away");
  await world.wait(23 * hour);
  zhang.gets();
  await li.says(fire);
  expect(zhang.hears()).toEqual([expect.stringContaining(fire)]);
  expect(world.logged.map(({ what }) => what)).toContain("reminders failed");
});
