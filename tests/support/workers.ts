import { randomBytes } from "node:crypto";
import { expect, onTestFinished } from "vitest";
import { createApp, type App } from "../../src/app/app.ts";
import { noPatience } from "../../src/app/hear.ts";
import { idsFrom } from "../../src/app/ids.ts";
import type { TurnRecord } from "../../src/app/turns.ts";
import type { Content } from "../../src/domain/message.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { invite } from "../../src/store/people.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { placeForTest } from "./database.ts";
import { recordingChannel } from "./recording-channel.ts";
import { villagerIn, words, type Villager } from "./villager.ts";
import { worldKey } from "./world.ts";

interface Worker {
  app: App;
  store: Store;
}

/** Workers with their own memory at one PostgreSQL database, under way at this moment of the station's clock. */
export async function workersAt(knowledge: Knowledge, moment: string, count = 2) {
  const place = await placeForTest();
  const channel = recordingChannel("telegram");
  const ahead = Date.parse(`${moment}+08:00`) - Date.now();
  const now = () => Date.now() + ahead;
  const records: TurnRecord[] = [];
  let undone = 0;
  const workers: Worker[] = [];
  for (let i = 0; i < count; i++) {
    const store = await openStore(place, cipherWith(worldKey));
    store.db.on("query", ({ sql }: { sql: string }) => {
      if (/^rollback/i.test(sql)) undone += 1;
    });
    const app = createApp({
      ...{ store, knowledge, channels: new Map([["telegram", channel]]), clock: { now } },
      ids: idsFrom(now, randomBytes),
      newNumber: () => String(randomBytes(4).readUInt32BE()),
      log: { info() {}, warn() {}, error() {} },
      ...{ patience: noPatience, mayWrite: () => Promise.resolve(true) },
      place: { pageUrl: null, residency: "open" },
      witness: (record) => records.push(record),
    });
    onTestFinished(async () => {
      await app.stop();
      await store.close();
    });
    await app.begin();
    workers.push({ app, store });
  }
  const [{ app, store }] = workers as [Worker];
  const wait = () => Promise.resolve();

  /** Until no worker has anything left to answer or to send. */
  async function settled(): Promise<void> {
    await expect
      .poll(
        async () => [
          (await store.db("inbox").where({ status: "new" }).select("id")).length,
          (await store.db("outbox").whereIn("status", ["ready", "sending"]).select("id")).length,
        ],
        { timeout: 60_000, interval: 50 },
      )
      .toEqual([0, 0]);
  }

  /** Each says or presses something in the same moment, one at this worker, the next at that. */
  async function together(
    people: readonly Villager[],
    does: (one: Villager) => Content,
  ): Promise<void> {
    const updates = people.map((one) => one.update(does(one)));
    await Promise.all(
      workers.map(({ app }, at) =>
        app.receive(updates.filter((_, i) => i % workers.length === at)),
      ),
    );
    await settled();
  }

  const villager = (name: string) => villagerIn({ app, now, wait }, name, channel);

  /** Somebody who works here: invited, and joined. */
  async function officer(name: string): Promise<Villager> {
    const code = `${name}qwertyuiopasdfghjklzxcv`.slice(0, 24);
    const id = `person-${name}`;
    const who = { role: "officer" as const, villages: [], name };
    await invite(store.db, store.cipher, { id, code, at: now(), ...who });
    const it = villager(name);
    await together([it], () => words(`/start i_${code}`));
    it.gets();
    return it;
  }

  /** How many transactions came to nothing so far. */
  const rolledBack = () => undone;

  return { workers, store, now, villager, officer, together, records, rolledBack };
}
