import { expect, it, test } from "vitest";
import fc from "fast-check";
import { backOff, usualWaits } from "../../../src/channels/telegram/waits.ts";
import { telegramTexts } from "../../../src/texts/zh-cn/telegram.ts";
import { bots, connected, inTime, type Line, outgoing, soon } from "./connected.ts";

const said = (lines: Line[], what: string) => lines.filter((line) => line.what === what).length;

it("starts while Telegram is away, and works when it comes", async () => {
  const api = await bots();
  await api.down();
  const station = await connected(api);
  await soon(() => expect(station.status().trouble).toBe("unreachable"));
  api.user(5).says("有人吗");
  await api.up();
  await soon(() => expect(station.box.texts()).toEqual(["有人吗"]));
  expect(station.status().trouble).toBeNull();
});

it("lives through an outage: no word lost, one line when it begins and one when it ends", async () => {
  const api = await bots();
  const station = await connected(api);
  api.user(5).says("一");
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
  await api.down();
  await soon(() => expect(station.status().trouble).toBe("unreachable"));
  expect(await station.channel.send(outgoing(), inTime())).toMatchObject({ why: "later" });
  api.user(5).says("二");
  await api.up();
  await soon(() => expect(station.box.texts()).toEqual(["一", "二"]));
  await soon(() => expect(said(station.log.lines, "telegram reached again")).toBe(1));
  expect(said(station.log.lines, "telegram not reached")).toBe(1);
});

it.each([
  { kind: "status", code: 502 },
  { kind: "drop" },
  { kind: "drop-after" },
  { kind: "garbage" },
  { kind: "reply", body: '{"ok":true,"result":{}}' },
  { kind: "status", code: 429, retryAfter: 0 },
  { kind: "hang" },
] as const)("gets over getUpdates that ends with $kind $code", async (fault) => {
  const api = await bots();
  api.faults.next("getUpdates", fault, 2);
  api.user(5).says("一");
  const station = await connected(api, { waits: { call: 100, poll: 0 } });
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
});

it("keeps every word and its order through five kinds of trouble at random", async () => {
  const api = await bots({ seed: 7 });
  api.faults.rates([
    { method: "*", probability: 0.1, fault: { kind: "status", code: 502 } },
    { method: "*", probability: 0.1, fault: { kind: "drop" } },
    { method: "*", probability: 0.1, fault: { kind: "drop-after" } },
    {
      method: "*",
      probability: 0.1,
      fault: {
        kind: "status",
        code: 409,
        description: "Conflict: terminated by other getUpdates request",
      },
    },
    { method: "*", probability: 0.1, fault: { kind: "garbage" } },
  ]);
  const station = await connected(api);
  const texts = Array.from({ length: 500 }, (_, n) => String(n));
  for (const text of texts) {
    api.user(5).says(text);
    if (Number(text) % 25 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await soon(() => expect(station.box.texts()).toEqual(texts));
});

it("tells of a wrong token once, does not fall, and recovers when it is right again", async () => {
  const api = await bots();
  const station = await connected(api, { token: "7001:a-wrong-token", waits: { unauthorized: 5 } });
  await soon(() => expect(station.status().trouble).toBe("unauthorized"));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(said(station.log.lines, telegramTexts.wrongToken)).toBe(1);
  expect(api.counts.get("getUpdates")).toBeUndefined();

  api.faults.next("*", { kind: "status", code: 401, description: "Unauthorized" }, 4);
  const other = await connected(api);
  api.user(5).says("一");
  await soon(() => expect(other.box.texts()).toEqual(["一"]));
  expect(other.status().trouble).toBeNull();
});

it("a second instance: both say one clear line, and the first works on when it is gone", async () => {
  const api = await bots();
  const first = await connected(api);
  await soon(() => expect(api.counts.get("getUpdates")).toBe(1));
  const second = await connected(api);
  await soon(() => {
    expect(first.status().trouble).toBe("conflict");
    expect(api.calls.filter(({ status }) => status === 409).length).toBeGreaterThan(5);
  });
  expect(said(second.log.lines, telegramTexts.anotherInstance)).toBe(1);
  await second.stop();
  api.user(5).says("一");
  await soon(() => expect(first.box.texts()).toEqual(["一"]));
  expect(first.status().trouble).toBeNull();
  expect(said(first.log.lines, telegramTexts.anotherInstance)).toBe(1);
});

it("takes away a webhook that was set behind its back", async () => {
  const api = await bots();
  const station = await connected(api);
  await soon(() => expect(api.counts.get("getUpdates")).toBe(1));
  await fetch(`${api.url}/bot${api.token}/setWebhook?url=http://127.0.0.1:9/x`);
  api.user(5).says("一");
  await soon(() => expect(station.box.texts()).toEqual(["一"]));
});

test("waits lie in their span, whatever chance says; an outage sees at most one request a second", () => {
  expect(usualWaits.outage.from).toBeGreaterThanOrEqual(1_000);
  expect(usualWaits.conflict.from).toBeGreaterThanOrEqual(5_000);
  expect(usualWaits.conflict.to).toBeLessThanOrEqual(30_000);
  const spans = [usualWaits.outage, usualWaits.conflict, usualWaits.store];
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.constantFrom(...spans),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (tried, span, chance) => {
        const wait = backOff(tried, span, () => chance);
        expect(wait).toBeGreaterThanOrEqual(span.from);
        expect(wait).toBeLessThanOrEqual(span.to);
      },
    ),
  );
});
