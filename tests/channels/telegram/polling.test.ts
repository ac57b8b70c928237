import { expect, it } from "vitest";
import { bots, connected, inbox, offsetInMemory, soon } from "./connected.ts";

it("brings what people write, with the key of the update, and confirms it", async () => {
  const api = await bots();
  const station = await connected(api);
  api.user(5).says("身份证丢了");
  await soon(() => expect(station.offset.value).toBe(2));
  expect(station.box.kept).toEqual([
    {
      channel: "telegram",
      chat: "5",
      key: "u:1",
      at: expect.any(Number),
      written: expect.any(Number),
      content: { kind: "text", text: "身份证丢了", forwarded: false, edited: false, message: "1" },
    },
  ]);
  await soon(() => expect(api.updates.confirmed).toBe(2));
  expect(station.status()).toMatchObject({ mode: "polling", trouble: null });
  expect(station.status().lastUpdateAt).toBeGreaterThan(0);
});

it("keeps the order of every chat under load", async () => {
  const api = await bots();
  const station = await connected(api);
  const sent = Array.from({ length: 3_000 }, (_, n) => ({ chat: (n * 7) % 23, n }));
  for (const { chat, n } of sent) api.user(chat + 1).says(String(n));
  await soon(() => expect(station.box.kept).toHaveLength(3_000));
  for (let chat = 0; chat < 23; chat++) {
    const got = station.box.kept.filter((one) => one.chat === String(chat + 1));
    expect(got.map(({ content }) => content.kind === "text" && Number(content.text))).toEqual(
      sent.filter((one) => one.chat === chat).map(({ n }) => n),
    );
  }
});

it.each(["down", "throwing"] as const)(
  "confirms nothing while the store is %s, and asks again until it is taken",
  async (how) => {
    const api = await bots();
    const box = inbox();
    box[how] = true;
    const station = await connected(api, { receive: box.receive });
    api.user(5).says("一");
    await soon(() => expect(box.batches).toBeGreaterThan(2));
    expect(api.updates.confirmed).toBe(0);
    expect(station.offset.writes).toEqual([]);
    api.user(5).says("二");
    box[how] = false;
    await soon(() => expect(box.texts()).toEqual(["一", "二"]));
    await soon(() => expect(station.offset.value).toBe(3));
  },
);

it("confirms only after the store has answered", async () => {
  const api = await bots();
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  const box = inbox();
  const station = await connected(api, {
    receive: (updates) => held.then(() => box.receive(updates)),
  });
  api.user(5).says("一");
  await soon(() => expect(station.status().lastUpdateAt).not.toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(station.offset.writes).toEqual([]);
  answer();
  await soon(() => expect(station.offset.value).toBe(2));
});

it("takes a message that came too fast as taken", async () => {
  const api = await bots();
  const station = await connected(api, {
    receive: async (updates) => updates.map(() => ({ ok: false, why: "too-fast" })),
  });
  api.user(5).says("一");
  await soon(() => expect(station.offset.value).toBe(2));
});

it("goes on where the run before it stopped", async () => {
  const api = await bots();
  const offset = offsetInMemory();
  const box = inbox();
  const first = await connected(api, { offset, receive: box.receive });
  api.user(5).says("一");
  await soon(() => expect(offset.value).toBe(2));
  await first.stop();
  api.user(5).says("二");
  await connected(api, { offset, receive: box.receive });
  await soon(() => expect(box.texts()).toEqual(["一", "二"]));
  expect(box.batches).toBe(2);
});

it("skips what cannot be understood, says so by id and kind, and goes on", async () => {
  const api = await bots();
  const station = await connected(api);
  await soon(() => expect(api.updates.allowed).not.toBeNull());
  api.updates.allow(null);
  api.updates.push({ brand_new_kind: { a: 1 } });
  api.updates.push({ message: { message_id: 1, text: "秘密的话" } });
  api.updates.push({ message: { chat: { id: 2 ** 60, type: "private" }, text: "秘密的话" } });
  api.user(5).says("一");
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
  await soon(() => expect(api.updates.confirmed).toBe(5));
  const skipped = station.log.lines.filter(({ what }) => what === "telegram update skipped");
  expect(skipped.map(({ facts }) => facts)).toEqual([
    { update: 1, kind: "brand_new_kind", why: expect.any(String) },
    { update: 2, kind: "message", why: expect.any(String) },
    { update: 3, kind: "message", why: expect.any(String) },
  ]);
  expect(JSON.stringify(station.log.lines)).not.toContain("秘密");
});

it("does not turn in circles over updates that cannot be confirmed", async () => {
  const api = await bots();
  const body = JSON.stringify({ ok: true, result: [null, 7, { update_id: "x" }, { a: 1 }] });
  api.faults.next("getUpdates", { kind: "reply", body }, 3);
  const station = await connected(api, { waits: { outage: { from: 40, to: 40 } } });
  api.user(5).says("一");
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
  const asked = api.calls.filter(({ method }) => method === "getUpdates").map(({ at }) => at);
  expect(asked[3]! - asked[0]!).toBeGreaterThanOrEqual(3 * 40 - 5);
});

it("survives gaps, huge numbers and numbers that go down", async () => {
  const api = await bots();
  const message = (text: string) => ({ message: { chat: { id: 5, type: "private" }, text } });
  const updates = [
    { update_id: -3, ...message("负") },
    { update_id: 900_000_000, ...message("大") },
    { update_id: 2 ** 60, ...message("太大") },
    { update_id: 7, ...message("小") },
  ];
  const body = JSON.stringify({ ok: true, result: updates });
  api.faults.next("getUpdates", { kind: "reply", body });
  const station = await connected(api);
  await soon(() => expect(station.offset.value).toBe(900_000_001));
  expect(station.box.texts()).toEqual(["负", "大", "小"]);
});

it("stops while a long poll is open", { timeout: 5_000 }, async () => {
  const api = await bots();
  const station = await connected(api, { waits: { poll: 50 } });
  await soon(() => expect(api.counts.get("getUpdates")).toBe(1));
  await station.stop();
});

it.each(["getMe", "deleteWebhook"])(
  "stops while %s gets no answer",
  { timeout: 5_000 },
  async (method) => {
    const api = await bots();
    api.faults.next(method, { kind: "hang" });
    const station = await connected(api, { waits: { call: 20_000 } });
    await soon(() => expect(api.counts.get(method)).toBe(1));
    await station.stop();
  },
);
