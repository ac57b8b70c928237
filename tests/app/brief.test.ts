import { describe, expect, it } from "vitest";
import type { Roster } from "../../src/domain/roster.ts";
import { day, hour } from "../../src/domain/station-time.ts";
import { briefTexts } from "../../src/texts/zh-cn/brief.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { fire } from "../support/said.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld } from "../support/world.ts";

const { buttons: desk } = deskTexts;
const minute = hour / 60;
const daily = (who: string, from: string, to: string) => ({
  ...{ who, days: [1, 2, 3, 4, 5, 6, 7], from, to },
});
/** zhang by day, wang by night; li never. */
const shifts: Roster = {
  periods: [daily("zhang", "09:00", "17:30"), daily("wang", "17:30", "07:30")],
  leave: [],
  swaps: [],
  backups: [],
};
const briefs = (one: Villager) => one.hears().filter((said) => said.startsWith("早上好"));

// The world begins at ten o'clock in the morning.
describe("the morning's brief", { timeout: 60_000 }, () => {
  it("comes once a day at eight, with the night's alarms, what waits and what is in hand", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const [a, b] = [world.villager("a"), world.villager("b")];
    await a.says("找民警");
    await zhang.presses(desk.take);
    await b.says("找民警");
    const [mine, open] = (await world.rows("matters")).map(({ number }) => String(number));
    await world.wait(10 * hour);
    await b.says(fire);
    zhang.gets();
    await world.wait(11 * hour + 30 * minute);
    expect(briefs(zhang)).toEqual([]);
    await world.wait(hour);
    const [brief, ...more] = briefs(zhang);
    expect(more).toEqual([]);
    expect(brief).toContain(emergencyTexts.classNames.fire_accident);
    expect(brief).toContain(mine);
    expect(brief).toContain(open);
    await world.wait(hour);
    await world.restart();
    expect(briefs(zhang)).toEqual([]);
    await world.wait(day);
    expect(briefs(zhang)).toHaveLength(1);
  });

  it("comes late where the software was off, until noon, and is no brief after that", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    await world.wait(22 * hour + 20 * minute);
    expect(briefs(zhang)).toHaveLength(1);
    await world.restart();
    expect(briefs(zhang)).toEqual([]);
    await world.wait(29 * hour);
    expect(briefs(zhang)).toEqual([]);
  });

  it("is for the police who are on duty that day", async () => {
    const world = await openWorld({ roster: shifts });
    const [zhang, li] = [await world.staff("zhang"), await world.staff("li")];
    const cadre = await world.staff("cadre", { role: "cadre" });
    await world.wait(22 * hour + minute);
    expect([zhang, li, cadre].map((one) => briefs(one).length)).toEqual([1, 0, 0]);
  });

  it("carries no lists over Telegram where personal data must stay in the country", async () => {
    const world = await openWorld({ residency: "cn" });
    const zhang = await world.staff("zhang");
    await world.villager("a").says("找民警");
    const number = String((await world.rows("matters"))[0]!["number"]);
    await world.wait(22 * hour);
    const [brief] = briefs(zhang);
    expect(brief).not.toContain(number);
    expect(brief).toContain("等人接1件");
  });
});

describe("the end of a shift", { timeout: 60_000 }, () => {
  it("asks once whether what is in hand goes to those on duty, and one press gives it", async () => {
    const world = await openWorld({ roster: shifts });
    const [zhang, wang] = [await world.staff("zhang"), await world.staff("wang")];
    const a = world.villager("a");
    await a.says("找民警");
    await zhang.presses(desk.take);
    zhang.gets();
    await world.wait(7 * hour + 20 * minute);
    expect(zhang.hears()).not.toContain(briefTexts.askHandOver(1));
    await world.wait(20 * minute);
    expect(zhang.hears()).toContain(briefTexts.askHandOver(1));
    await world.restart();
    await world.wait(30 * minute);
    expect(zhang.hears()).toEqual([]);
    wang.gets();
    await zhang.presses(briefTexts.handOver);
    expect(zhang.hears()).toEqual([deskTexts.handedOver(1)]);
    await world.wait(minute);
    expect(wang.hears().join()).toContain(String((await world.rows("matters"))[0]!["number"]));
  });

  it("asks nobody who has nothing in hand", async () => {
    const world = await openWorld({ roster: shifts });
    const zhang = await world.staff("zhang");
    await world.staff("wang");
    await world.wait(8 * hour);
    expect(zhang.hears()).toEqual([]);
  });
});

describe("looks at villagers' numbers", { timeout: 60_000 }, () => {
  /** zhang looks at a number three times, and wang once, at eleven in the morning. */
  async function looked(options: Parameters<typeof openWorld>[0] = {}) {
    const world = await openWorld(options);
    const [zhang, wang] = [await world.staff("zhang"), await world.staff("wang")];
    const chief = await world.staff("chief", { role: "chief" });
    for (const [officer, looks] of [
      [zhang, 3],
      [wang, 1],
    ] as const) {
      await world.villager(`a${looks}`).says("找民警");
      await officer.says(`接${String((await world.rows("matters")).at(-1)!["number"])}`);
      for (let look = 0; look < looks; look++) {
        await officer.presses(desk.unmask);
        await officer.presses(deskTexts.reasons["call-back"]);
      }
    }
    for (const one of [zhang, wang, chief]) one.gets();
    return { world, zhang, wang, chief };
  }
  const told = briefTexts.looks([
    { name: "zhang", count: 3 },
    { name: "wang", count: 1 },
  ]);

  it("stand in the chief's brief of the next morning, by name, and in no other's", async () => {
    const { world, zhang, chief } = await looked();
    await world.wait(22 * hour + minute);
    expect(briefs(chief)[0]).toContain(told);
    expect(briefs(zhang)[0]).not.toContain("看过群众电话");
    await world.wait(day);
    expect(briefs(chief)[0]).not.toContain("看过群众电话");
  });

  it("reach a chief who is off duty, too; where nobody looked nothing is said", async () => {
    const { world, chief } = await looked({ roster: shifts });
    await world.wait(22 * hour + minute);
    expect(chief.hears()).toEqual([told]);
    await world.wait(day);
    expect(chief.hears()).toEqual([]);
  });

  it("are only counted over Telegram where personal data must stay in the country", async () => {
    const world = await openWorld({ residency: "cn" });
    const zhang = await world.staff("zhang", { channel: "web" });
    const chief = await world.staff("chief", { role: "chief" });
    await world.villager("a").says("找民警");
    await zhang.presses(desk.take);
    await zhang.presses(desk.unmask);
    await zhang.presses(deskTexts.reasons.danger);
    chief.gets();
    await world.wait(22 * hour + minute);
    const [brief] = briefs(chief);
    expect(brief).toContain("昨天看过群众电话1次");
    expect(brief).not.toContain("zhang");
  });
});
