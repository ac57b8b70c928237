import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { cards } from "../../src/texts/zh-cn/emergency.ts";
import { menuTexts } from "../../src/texts/zh-cn/menu.ts";
import { entry, knowledgeOf } from "../web/fakes.ts";
import { openInside, words } from "./station-inside.ts";

const fire = "我家着火了，快来人";
const card = cards.fire_accident.first;
const knowledge = knowledgeOf([entry("replace")]);
const question = "身份证丢了怎么补";

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "sanwu.sqlite");
}

async function opened(over: Parameters<typeof openInside>[0] = {}) {
  const inside = await openInside({ knowledge, ...over });
  await inside.app.begin();
  onTestFinished(async () => {
    await inside.app.stop();
    await inside.store.close();
  });
  const { store, app, clock, channel } = inside;
  const says = (chat: string, key: number, text: string) =>
    app.receive([words(chat, key, text, clock.now())]);
  /** SQLite's own SQLITE_FULL: not a page more than there are now, and no room left in those. */
  const full = async (is: boolean) => {
    const [{ page_count: pages }] = await store.db.raw("PRAGMA page_count");
    await store.db.raw(`PRAGMA max_page_count = ${is ? pages : 1_000_000}`);
    for (let refused = 0, key = 1_000; is && refused < 20; key++) {
      const [receipt] = await says(`filler ${key}`, key, `填满${key}`);
      refused = receipt!.ok ? 0 : refused + 1;
    }
  };
  const hears = (chat: string, text: string) =>
    channel.texts(chat).filter((heard) => heard.includes(text)).length;
  const rows = async () => Number((await store.db("inbox").count({ n: "*" }))[0]!["n"]);
  return { ...inside, full, says, hears, rows };
}

describe("a full disk", () => {
  it("does not stop the emergency card; repeats are not carded again; all is answered once later", async () => {
    const { app, full, says, hears, rows, clock, store } = await opened();
    await says("1", 1, question);
    await app.settled();
    await full(true);
    for (let times = 0; times < 5; times++) {
      expect(await says("2", 2, fire)).toEqual([{ ok: false, why: "store-down" }]);
      expect(await says("3", 3, question)).toEqual([{ ok: false, why: "store-down" }]);
    }
    expect([hears("2", card), hears("3", menuTexts.storeDown)]).toEqual([1, 1]);
    const before = await rows();
    await full(false);
    clock.pass(60_000);
    for (let times = 0; times < 3; times++) {
      await says("2", 2, fire);
      await says("3", 3, question);
    }
    await app.settled();
    expect([hears("2", card), hears("3", "四十元"), await rows()]).toEqual([1, 1, before + 2]);
    expect(Number((await store.db("alerts").count({ n: "*" }))[0]!["n"])).toBe(1);
  });

  it("does not make a villager lose words by counting every time that they are brought again", async () => {
    const limiter = new RateLimiterMemory({ points: 20, duration: 60 });
    const mayWrite = (person: string) =>
      limiter.consume(person).then(
        () => true,
        () => false,
      );
    const { app, full, says, hears } = await opened({ mayWrite });
    await full(true);
    for (let times = 0; times < 30; times++)
      expect(await says("1", 1, question)).toEqual([{ ok: false, why: "store-down" }]);
    await full(false);
    await says("1", 1, question);
    await app.settled();
    expect(hears("1", "四十元")).toBe(1);
  });

  it("says the card again when the channel could not take it", async () => {
    const { full, says, hears, channel } = await opened();
    await full(true);
    const well = channel.answer;
    channel.answer = () => ({ ok: false, why: "later", after: null });
    await says("1", 1, fire);
    channel.answer = well;
    await says("1", 1, fire);
    await says("1", 1, fire);
    await vi.waitFor(() => expect(hears("1", card)).toBe(1), 20_000);
  });
});

describe("a database that another program holds", () => {
  it("does not hold up the card, and what was said then is answered once later", async () => {
    const file = temporaryFile();
    const { app, says, hears, store } = await opened({ file });
    const other = new sqlite3.Database(file);
    const run = (sql: string) =>
      new Promise<void>((done, failed) =>
        other.run(sql, (error) => (error ? failed(error) : done())),
      );
    await run("BEGIN IMMEDIATE");
    expect(await says("1", 1, fire)).toEqual([{ ok: false, why: "store-down" }]);
    expect(await says("2", 2, question)).toEqual([{ ok: false, why: "store-down" }]);
    expect(hears("1", card)).toBe(1);
    await run("COMMIT");
    await new Promise<void>((done) => other.close(() => done()));
    await says("1", 1, fire);
    await says("2", 2, question);
    await app.settled();
    expect([hears("1", card), hears("2", "四十元")]).toEqual([1, 1]);
    expect(Number((await store.db("alerts").count({ n: "*" }))[0]!["n"])).toBe(1);
  });

  it("hangs: the card does not wait for it, and is not shown a second time", async () => {
    const { app, says, hears, store } = await opened();
    const held = await store.db.transaction();
    const receipt = says("1", 1, fire);
    await vi.waitFor(() => expect(hears("1", card)).toBe(1), { timeout: 4_000 });
    await held.commit();
    expect(await receipt).toEqual([{ ok: true, repeat: false }]);
    await app.settled();
    expect(hears("1", card)).toBe(1);
    expect(Number((await store.db("alerts").count({ n: "*" }))[0]!["n"])).toBe(1);
  });
});

describe("a database that is gone", () => {
  it("does not stop the card, and nobody hears that words were kept", async () => {
    const { app, says, hears, store } = await opened();
    await store.db.destroy();
    expect(await says("1", 1, fire)).toEqual([{ ok: false, why: "store-down" }]);
    expect(await says("2", 2, question)).toEqual([{ ok: false, why: "store-down" }]);
    expect([hears("1", card), hears("2", menuTexts.storeDown)]).toEqual([1, 1]);
    await app.stop();
  });
});

describe("a clock that jumps", () => {
  const hour = 3_600_000;
  it.each([3 * hour, -3 * hour, 400 * 24 * hour])("by %d ms: all goes on", async (jump) => {
    const { app, says, hears, clock, channel } = await opened();
    await says("1", 1, question);
    await app.settled();
    channel.answer = () => ({ ok: false, why: "later", after: 1_000 });
    await says("1", 2, fire);
    await app.settled();
    channel.answer = () => ({ ok: true, message: "9" });
    clock.pass(jump);
    await says("2", 3, question);
    await app.settled();
    expect(hears("2", "四十元")).toBe(1);
    // What waits for a time that was far off is not lost when the clock comes back.
    clock.pass(Math.max(0, -jump) + 2_000);
    await says("2", 4, fire);
    await app.settled();
    expect([hears("1", card), hears("2", card)]).toEqual([1, 1]);
  });
});
