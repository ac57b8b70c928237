import { describe, expect, it, vi } from "vitest";
import { receiver } from "../../src/app/receive.ts";
import { isStoreTrouble } from "../../src/app/store-trouble.ts";
import { toldMemory } from "../../src/app/told.ts";
import type { Incoming } from "../../src/domain/message.ts";
import { safetyCard } from "../../src/flows/emergency.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { read } from "../../src/understanding/read.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { openWorld } from "../support/world.ts";
import { words } from "../support/villager.ts";

const fire = "我家着火了快来人";
const bareCard = safetyCard(read(fire).emergency!).text;

/** A door whose store is broken. */
function brokenDoor() {
  let now = 0;
  const telegram = recordingChannel("telegram");
  let made = 0;
  const receive = receiver({
    accept: () => Promise.reject(Object.assign(new Error("disk full"), { code: "SQLITE_FULL" })),
    channels: new Map([["telegram", telegram]]),
    ids: { next: () => `past${++made}` },
    log: { info() {}, warn() {}, error() {} },
    mayWrite: () => Promise.resolve(true),
    residency: "open",
    told: toldMemory({ now: () => now }),
    stored: () => undefined,
  });
  const bring = (text: string, key: string) => {
    const update: Incoming = {
      channel: "telegram",
      chat: "li",
      key,
      at: now,
      content: words(text),
    };
    return receive([update]);
  };
  return { telegram, bring, wait: (ms: number) => void (now += ms) };
}

describe("when nothing can be stored", () => {
  it("the card goes out all the same, once for each message however often it is brought", async () => {
    const { telegram, bring } = brokenDoor();
    for (let i = 0; i < 5; i++)
      expect(await bring(fire, "u1")).toEqual([{ ok: false, why: "store-down" }]);
    expect(telegram.sent.map(({ text }) => text)).toEqual([bareCard]);
    expect(telegram.sent[0]).toMatchObject({ kind: "safety" });
    await bring(fire, "u2");
    expect(telegram.sent).toHaveLength(2);
  });

  it("the card does not claim that anybody was told", () => {
    expect(bareCard).not.toContain(talkTexts.alarmWatch({ is: "nobody" }));
  });

  it("ordinary words are told so every ten minutes, with a number", async () => {
    const { telegram, bring, wait } = brokenDoor();
    for (const key of ["u1", "u2", "u3"]) await bring("身份证丢了", key);
    expect(telegram.sent.map(({ text }) => text)).toEqual([menuTexts.storeDown]);
    expect(menuTexts.storeDown).toContain("110");
    wait(600_000);
    await bring("身份证丢了", "u1");
    expect(telegram.sent).toHaveLength(2);
  });

  it("a card said past the store is not said again once the store is back", async () => {
    const world = await openWorld();
    const li = world.villager("li", { channel: "telegram" });
    await world.store.db.raw("alter table inbox rename to inbox_away");
    expect(await li.says(fire, { key: "u1" })).toEqual({ ok: false, why: "store-down" });
    await world.store.db.raw("alter table inbox_away rename to inbox");
    expect(await li.adds(fire, { key: "u1" })).toEqual({ ok: true, repeat: false });
    const [card, ...later] = li.hears();
    expect(card).toBe(bareCard);
    expect(later[0]).toBe(`${talkTexts.alarmWatch({ is: "nobody" })}\n\n${emergencyTexts.where}`);
    expect(await world.rows("alerts")).toHaveLength(1);
  });
});

describe("trouble of the store", () => {
  it.each(["SQLITE_FULL", "SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_CORRUPT", "ENOSPC"])(
    "is known by %s",
    (code) => expect(isStoreTrouble(Object.assign(new Error(), { code }))).toBe(true),
  );

  it.each([
    new TypeError("x"),
    Object.assign(new Error(), { code: "SQLITE_CONSTRAINT" }),
    null,
    "x",
  ])("is not what a fault of ours is: %s", (error) => expect(isStoreTrouble(error)).toBe(false));

  it("leaves a message waiting, and it is answered at the next look", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await world.store.db.raw(
      "create trigger full before insert on outbox begin select raise(abort, 'no'); end",
    );
    expect(await li.says("身份证丢了")).toEqual({ ok: true, repeat: false });
    expect(await world.rows("inbox")).toMatchObject([{ status: "new" }]);
    await world.store.db.raw("drop trigger full");
    await world.wait(5_000);
    await vi.waitFor(() => expect(li.sees()).toHaveLength(1), { timeout: 5_000 });
    expect(await world.rows("inbox")).toMatchObject([{ status: "done" }]);
  });
});
