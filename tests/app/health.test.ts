import { describe, expect, it } from "vitest";
import { readiness } from "../../src/app/health.ts";
import { openWorld } from "../support/world.ts";

describe("readiness", () => {
  const parts = (world: Awaited<ReturnType<typeof openWorld>>) => ({
    store: world.store,
    clock: { now: world.now },
    dataDir: ".",
    entries: () => 3,
    telegram: null,
  });

  it("is given while everything holds", async () => {
    const world = await openWorld();
    const { checks } = await readiness(parts(world));
    expect(checks).toMatchObject({ store: true, outbox: true, knowledge: true });
    expect(checks).not.toHaveProperty("telegram");
  });

  it("ends while a message waits for more than a minute", async () => {
    const world = await openWorld();
    world.channels.web.ends = () => ({ ok: false, why: "later", after: null });
    await world.villager("li").says("身份证丢了");
    expect((await readiness(parts(world))).checks["outbox"]).toBe(true);
    await world.wait(60_001);
    expect(await readiness(parts(world))).toMatchObject({ ok: false, checks: { outbox: false } });
  });

  it("ends without knowledge, without Telegram, without a store", async () => {
    const world = await openWorld();
    const bad = { ...parts(world), entries: () => 0, telegram: () => false, dataDir: "/nowhere" };
    await world.store.db.raw("drop table settings");
    expect(await readiness(bad)).toMatchObject({
      ok: false,
      checks: { store: false, knowledge: false, telegram: false, disk: false },
    });
  });
});
