import { describe, expect, it, vi } from "vitest";
import type { Sent } from "../../src/domain/message.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { birth, replaceCard } from "../support/small-knowledge.ts";
import { openWorld } from "../support/world.ts";

const lost = askTexts.answer(replaceCard);
const born = askTexts.answer(birth);

describe("sending", () => {
  it("is tried again with ever longer pauses, and nothing overtakes", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    world.channels.web.ends = () => ({ ok: false, why: "later", after: null });
    await li.says("身份证丢了");
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60, 60]) {
      const [first] = await world.rows("outbox");
      expect(Number(first!["due_at"]) - world.now()).toBe(pause * 1_000);
      await world.wait(pause * 1_000);
    }
    await li.says("上户口");
    expect(new Set(world.channels.web.sent.map(({ id }) => id)).size).toBe(1);
    world.channels.web.ends = () => null;
    await world.wait(60_000);
    expect(li.sees()).toEqual([lost, born]);
  });

  it("waits as long as the channel asks", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await li.says("你是谁");
    world.channels.telegram.ends = () => ({ ok: false, why: "later", after: 20_000 });
    await li.says("身份证丢了");
    const before = world.channels.telegram.sent.length;
    world.channels.telegram.ends = () => null;
    await world.wait(19_000);
    expect(world.channels.telegram.sent).toHaveLength(before);
    await world.wait(2_000);
    expect(li.sees().at(-1)).toBe(lost);
  });

  it("survives a channel that throws", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    world.channels.web.ends = () => Promise.reject(new TypeError(`cannot send ${lost}`));
    await li.says("身份证丢了");
    world.channels.web.ends = () => null;
    await world.wait(5_000);
    expect(li.sees()).toEqual([lost]);
    expect(JSON.stringify(world.logged)).not.toContain("挂失");
  });

  it("goes on to others while one channel is slow", async () => {
    const world = await openWorld();
    let arrived: (sent: Sent | null) => void = () => undefined;
    world.channels.telegram.ends = () => new Promise((resolve) => (arrived = resolve));
    const [slow, quick] = [world.villager("li", { channel: "telegram" }), world.villager("wang")];
    const { content } = slow.update({
      kind: "text",
      text: "身份证丢了",
      forwarded: false,
      edited: false,
    });
    await world.app.receive([slow.update(content), quick.update(content)]);
    await vi.waitFor(() => expect(quick.sees()).toEqual([lost]), 20_000);
    expect(slow.sees()).toEqual([]);
    world.channels.telegram.ends = () => null;
    arrived(null);
    await world.app.settled();
    expect(slow.sees()[0]).toBe(lost);
  });

  it("stops for somebody who blocked us, and begins again when they write", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    world.channels.telegram.ends = () => ({ ok: false, why: "gone", detail: "blocked" });
    await li.says("身份证丢了");
    expect((await world.rows("conversations"))[0]!["unreachable_at"]).not.toBeNull();
    const tried = world.channels.telegram.sent.length;
    await world.wait(600_000);
    expect(world.channels.telegram.sent).toHaveLength(tried);
    world.channels.telegram.ends = () => null;
    await li.says("上户口");
    expect(li.sees()).toEqual([born]);
    expect((await world.rows("conversations"))[0]!["unreachable_at"]).toBeNull();
  });

  it("goes on after a restart with what was not sent", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    world.channels.web.ends = () => ({ ok: false, why: "later", after: 3_000 });
    await li.says("身份证丢了");
    world.channels.web.ends = () => null;
    await world.wait(2_000);
    await world.restart();
    await world.wait(5_000);
    expect(li.sees()).toEqual([lost]);
    expect(world.channels.web.sent.at(-1)!.again).toBe(false);
  });

  it.each([
    ["telegram", true],
    ["web", false],
  ] as const)(
    "after a crash in mid-sending on %s says that it may be a repeat: %s",
    async (channel, again) => {
      const world = await openWorld();
      const li = world.villager("li", { channel });
      await li.says("身份证丢了");
      await world.store.db("outbox").update({ status: "sending", message: null, done_at: null });
      await world.restart();
      expect(world.channels[channel].sent.at(-1)).toMatchObject({ again });
      if (channel === "web") expect(li.sees()).toEqual([lost]);
    },
  );

  it("takes up, at the start, what was received but not answered", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("上户口");
    await world.store.db("inbox").update({ status: "new" });
    await world.restart();
    expect(li.hears()).toEqual([born]);
    expect((await world.rows("inbox")).map(({ status }) => status)).toEqual(["done"]);
  });
});

describe("stopping", () => {
  it("finishes what is under way and begins nothing new", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    let arrived: (sent: Sent | null) => void = () => undefined;
    world.channels.web.ends = () => new Promise((resolve) => (arrived = resolve));
    const said = { kind: "text", text: "身份证丢了", forwarded: false, edited: false } as const;
    await world.app.receive([li.update(said)]);
    await vi.waitFor(() => expect(world.channels.web.sent).toHaveLength(1), 20_000);
    let stopped = false;
    const stopping = world.app.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    arrived(null);
    await stopping;
    expect(li.sees()).toEqual([lost]);
    expect((await world.rows("outbox")).map(({ status }) => status)).toEqual(["sent"]);
  });
});
