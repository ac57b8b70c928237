import { randomBytes } from "node:crypto";
import { expect, it, onTestFinished } from "vitest";
import { createApp, type App } from "../../src/app/app.ts";
import { noPatience } from "../../src/app/hear.ts";
import { idsFrom } from "../../src/app/ids.ts";
import type { Incoming } from "../../src/domain/message.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { invite } from "../../src/store/people.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { verify } from "../../src/store/trail.ts";
import { placeForTest } from "../support/database.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import { words } from "../support/villager.ts";
import { worldKey } from "../support/world.ts";

const officers = 20;
const matters = 200;

it(
  "20 officers tap at 200 matters at two workers: one winner each",
  { timeout: 200_000 },
  async () => {
    const place = await placeForTest();
    const channel = recordingChannel("telegram");
    let number = 100_000;
    const ids = idsFrom(() => Date.now(), randomBytes);
    const workers: { app: App; store: Store }[] = [];
    for (let i = 0; i < 2; i++) {
      const store = await openStore(place, cipherWith(worldKey));
      const app = createApp({
        ...{ store, knowledge: smallKnowledge(), channels: new Map([["telegram", channel]]) },
        ...{ clock: { now: () => Date.now() }, ids: idsFrom(() => Date.now(), randomBytes) },
        newNumber: () => String(++number),
        log: { info() {}, warn() {}, error() {} },
        ...{ patience: noPatience, mayWrite: () => Promise.resolve(true) },
        place: { pageUrl: null, residency: "open" },
      });
      onTestFinished(async () => {
        await app.stop();
        await store.close();
      });
      await app.begin();
      workers.push({ app, store });
    }
    const { store } = workers[0]!;
    let made = 0;
    const says = (chat: string, content: Incoming["content"], at = made % 2) =>
      workers[at]!.app.receive([
        { channel: "telegram", chat, key: `k${++made}`, at: Date.now(), content },
      ]);
    const none = async (table: string, column: string, values: string[]) => {
      await expect
        .poll(async () => (await store.db(table).whereIn(column, values).select("id")).length, {
          timeout: 50_000,
          interval: 100,
        })
        .toBe(0);
    };
    const quiet = async () => {
      await none("inbox", "status", ["new"]);
      await none("outbox", "status", ["ready", "sending"]);
    };

    await Promise.all(Array.from({ length: matters }, (_, i) => says(`v${i}`, words("找民警"))));
    await quiet();
    const names = Array.from({ length: officers }, (_, i) => `o${i}`);
    for (const name of names) {
      const code = randomBytes(24).toString("hex").replace(/\d/g, "x").slice(0, 24);
      await invite(store.db, store.cipher, {
        ...{ id: ids.next(), role: "officer", name, villages: [], code, at: Date.now() },
      });
      await says(name, words(`/start i_${code}`), 0);
    }
    await quiet();
    const numbers = (await store.db("matters").select("number")).map((row) => String(row.number));
    expect(numbers).toHaveLength(matters);
    const before = channel.sent.length;

    // Each begins elsewhere, so that they meet all the time.
    await Promise.all(
      names.map(async (name, i) => {
        for (let n = 0; n < matters; n += 1)
          if ((n + i) % 4 === 0) {
            const at = (n * 7 + i * 10) % matters;
            await says(name, words(`接${numbers[at]}`), (n + i) % 2);
          }
      }),
    );
    await quiet();

    const rows = await store.db("matters").select("number", "status", "owner");
    const taken = rows.filter(({ owner }) => owner !== null);
    expect(taken.length).toBeGreaterThan(matters * 0.9);
    expect(await store.db("inbox").where({ status: "dead" })).toEqual([]);
    const told = channel.sent.slice(before).map(({ text }) => text);
    for (const { number: one } of taken) {
      expect(told.filter((text) => text.startsWith(`您接了编号${one}。`))).toHaveLength(1);
      expect(told.filter((text) => text.includes(`接了您的事（编号${one}）`))).toHaveLength(1);
    }
    const acts = await store.db("trail").where({ act: "take" });
    expect(acts).toHaveLength(taken.length);
    expect((await verify(store.db)).whole).toBe(true);
  },
);
