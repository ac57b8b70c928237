import { describe, expect, it } from "vitest";
import { countOld, deleteOld, matterKeptDays } from "../../src/store/deleting.ts";
import { keptDays } from "../../src/store/retention.ts";
import { fire } from "../support/said.ts";
import { openWorld } from "../support/world.ts";

const day = 24 * 3_600_000;
const none = {
  ...{ said: 0, answered: 0, webLog: 0, files: 0, questions: 0 },
  ...{ matters: 0, notes: 0, alerts: 0, sheets: 0, seats: 0, logins: 0 },
};

/** One quarrel noted and closed, one that is still being worked on, one danger that became a matter. */
async function busyStation() {
  const world = await openWorld();
  const officer = await world.staff("zhang");
  const [li, wang] = [world.villager("li"), world.villager("wang")];
  await li.says("找民警");
  const [first] = await world.rows("matters");
  await officer.says(`接${String(first!["number"])}`);
  await officer.says(`记${String(first!["number"])}`);
  await officer.says("说好明天去");
  await wang.says("找民警");
  const [, second] = await world.rows("matters");
  await world.villager("zhao").says(fire);
  await officer.says("接急事");
  await officer.says("工作台");
  const matters = await world.rows("matters");
  for (const { number } of matters)
    if (number !== second!["number"]) await officer.says(`办结${String(number)}`);
  return { world, second };
}

describe("what has been kept long enough", () => {
  it("is counted class by class, and nothing is deleted by counting", async () => {
    const { world } = await busyStation();
    expect(await countOld(world.store.db, world.now())).toEqual(none);
    const before = await world.dump();
    await countOld(world.store.db, world.now() + 10_000 * day);
    expect(await world.dump()).toBe(before);
  });

  it("goes after 90 days where it is talk, after three years where it is a closed matter", async () => {
    const { world, second } = await busyStation();
    const after = world.now() + keptDays * day + 1;
    const talk = await countOld(world.store.db, after);
    expect(talk).toMatchObject({ matters: 0, notes: 0, alerts: 0, logins: 1 });
    const sizes = async () =>
      Object.fromEntries(
        await Promise.all(
          ["inbox", "outbox", "web_log", "notes", "matters", "alerts", "logins"].map(
            async (table) => [table, (await world.store.db(table)).length] as const,
          ),
        ),
      );
    const full = await sizes();
    expect(await deleteOld(world.store, after)).toEqual(talk);
    expect(await sizes()).toEqual({
      ...full,
      inbox: full["inbox"]! - talk.said,
      outbox: full["outbox"]! - talk.answered,
      web_log: full["web_log"]! - talk.webLog,
      logins: 0,
    });

    const years = world.now() + matterKeptDays * day + 1;
    const kept = await countOld(world.store.db, years);
    expect(kept).toMatchObject({ matters: 2, notes: 1, alerts: 1 });
    const trail = await world.rows("trail");
    await deleteOld(world.store, years);
    expect((await world.rows("matters")).map(({ number }) => number)).toEqual([second!["number"]]);
    expect(await world.rows("notes")).toEqual([]);
    expect(await world.rows("alerts")).toEqual([]);
    expect(await world.rows("trail")).toEqual(trail);
    expect(await countOld(world.store.db, years)).toEqual(none);
  });
});
