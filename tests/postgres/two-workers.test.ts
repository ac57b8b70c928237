import { randomBytes } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { createApp, type App } from "../../src/app/app.ts";
import { noPatience } from "../../src/app/hear.ts";
import { idsFrom } from "../../src/app/ids.ts";
import type { TurnRecord } from "../../src/app/turns.ts";
import type { Incoming } from "../../src/domain/message.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import type { Body } from "../../src/store/inbox.ts";
import { claim, takeBack } from "../../src/store/outbox.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { asked, placeForTest } from "../support/database.ts";
import { acceptInto, counting, letter } from "../support/opened-store.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { smallKnowledge } from "../support/small-knowledge.ts";
import { worldKey } from "../support/world.ts";

const silent = { info() {}, warn() {}, error() {} };

/** Workers with their own memory, at one database and one channel. */
async function station(workers: number) {
  const name = `sanwu-${randomBytes(6).toString("hex")}`;
  const place = `${await placeForTest()}&application_name=${name}`;
  const channel = recordingChannel("telegram");
  const records: TurnRecord[] = [];
  const under = new Set<string>();
  /** Messages that went out while another to the same person was on its way. */
  const crowded: string[] = [];
  channel.ends = async ({ chat, id }) => {
    if (under.has(chat)) crowded.push(id);
    under.add(chat);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    under.delete(chat);
    return null;
  };
  const made: { app: App; store: Store }[] = [];
  for (let i = 0; i < workers; i++) {
    const store = await openStore(place, cipherWith(worldKey));
    const app = createApp({
      store,
      knowledge: smallKnowledge(),
      channels: new Map([["telegram", channel]]),
      clock: { now: () => Date.now() },
      ids: idsFrom(() => Date.now(), randomBytes),
      newNumber: () => String(randomBytes(4).readUInt32BE()),
      log: silent,
      patience: noPatience,
      mayWrite: () => Promise.resolve(true),
      place: { pageUrl: null, residency: "open" },
      witness: (record) => records.push(record),
    });
    onTestFinished(async () => {
      await app.stop();
      await store.close();
    });
    made.push({ app, store });
  }
  /** Ends all connections of these workers in the middle of whatever they do. */
  const cut = () =>
    asked(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`,
    );
  return { workers: made, channel, records, crowded, cut };
}

const says = (chat: string, key: string): Incoming => ({
  channel: "telegram",
  chat,
  key,
  at: Date.now(),
  content: { kind: "text", text: `身份证丢了 ${key}`, forwarded: false, edited: false },
});

async function until(done: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It did not come to an end.");
}

const nothingWaits = async ({ db }: Store) => {
  const [inbox, outbox] = await Promise.all([
    db("inbox").where({ status: "new" }).first("id"),
    db("outbox").whereIn("status", ["ready", "sending"]).first("id"),
  ]);
  return !inbox && !outbox;
};

describe("two workers at one database", () => {
  it("answer 200 updates of 20 people once each, and each person in order", async () => {
    const { workers, channel, records, crowded } = await station(2);
    const { store } = workers[0]!;
    for (const { app } of workers) await app.begin();
    const people = Array.from({ length: 20 }, (_, i) => `chat-${i}`);
    await Promise.all(
      people.map(async (chat, i) => {
        for (let n = 0; n < 10; n++) {
          const update = says(chat, `${chat}:${n}`);
          const one = workers[(i + n) % 2]!.app.receive([update]);
          // Now and then a channel brings an update to both.
          const both = n % 3 === 0 ? [workers[(i + n + 1) % 2]!.app.receive([update])] : [];
          const receipts = (await Promise.all([one, ...both])).flat();
          expect(receipts.every(({ ok }) => ok)).toBe(true);
          expect(receipts.filter((receipt) => receipt.ok && !receipt.repeat)).toHaveLength(1);
        }
      }),
    );
    await until(() => nothingWaits(store));

    expect(crowded).toEqual([]);
    expect(records.map(({ outcome }) => outcome)).toEqual(Array(200).fill("answered"));
    expect(new Set(records.map(({ inbox }) => inbox)).size).toBe(200);
    const keyOf = new Map<string, string>();
    for (const { id, body } of await store.db("inbox").select("id", "body"))
      keyOf.set(id, (JSON.parse(store.cipher.open(body, `inbox.body.${id}`)) as Body).key);
    expect(keyOf.size).toBe(200);
    const rows = await store.db("outbox").select("id", "inbox", "status");
    expect(rows.every(({ status }) => status === "sent")).toBe(true);
    const causeOf = new Map(rows.map(({ id, inbox }) => [id, keyOf.get(inbox)]));
    // Every message went out once, and people heard the answers in the order of their questions.
    expect(new Set(channel.sent.map(({ id }) => id)).size).toBe(channel.sent.length);
    expect(channel.sent).toHaveLength(rows.length);
    for (const chat of people) {
      const heard = channel.sent.filter((it) => it.chat === chat).map(({ id }) => causeOf.get(id));
      const wanted = Array.from({ length: 10 }, (_, n) => `${chat}:${n}`);
      expect([...new Set(heard)]).toEqual(wanted);
      expect(heard).toEqual(heard.toSorted((a, b) => wanted.indexOf(a!) - wanted.indexOf(b!)));
    }
  });

  it("answer everything once when their connections are cut again and again", async () => {
    const { workers, channel, records, cut } = await station(2);
    for (const { app } of workers) await app.begin();
    let going = true;
    const cutting = (async () => {
      for (let times = 0; going && times < 20; times++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await cut();
      }
    })();
    for (let n = 0; n < 40; n++) {
      const update = says(`chat-${n % 5}`, `${n}`);
      const bring = async () => (await workers[n % 2]!.app.receive([update]))[0]!.ok;
      await until(bring);
    }
    going = false;
    await cutting;
    await until(async () => {
      const rows = await workers[0]!.store.db("inbox").select("status");
      return rows.length === 40 && rows.every(({ status }) => status !== "new");
    });
    const answered = records.filter(({ outcome }) => outcome === "answered");
    expect(new Set(answered.map(({ inbox }) => inbox)).size).toBe(answered.length);
    expect(await workers[0]!.store.db("inbox").whereNot({ status: "done" })).toEqual([]);
    const rows = await workers[0]!.store.db("outbox").select("id", "inbox");
    const perUpdate = new Map<string, number>();
    for (const { inbox } of rows) perUpdate.set(inbox, (perUpdate.get(inbox) ?? 0) + 1);
    expect(perUpdate.size).toBe(40);
    // The first answer to a person has a greeting beside it.
    expect(rows).toHaveLength(40 + 5);
    expect(channel.sent.length).toBeGreaterThan(0);
  });

  it("take over what one of them had stored when it died", async () => {
    const { workers, channel } = await station(2);
    const [dead, living] = [workers[0]!, workers[1]!];
    await living.app.begin();
    const ids = idsFrom(() => Date.now(), randomBytes);
    await acceptInto(
      dead.store,
      ["a", "b", "c"].map((key) => letter({ chat: "li", key })),
      () => ids.next(),
    );
    await until(async () => channel.sent.length > 0 && nothingWaits(living.store));
    expect(await living.store.db("inbox").where({ status: "done" })).toHaveLength(3);
  });

  it("leave a message to the one that is sending it, until its lease ends", async () => {
    const { workers } = await station(2);
    const [one, two] = [workers[0]!, workers[1]!];
    const [li] = await acceptInto(one.store, [letter({ chat: "li" })], counting());
    await one.store.db("outbox").insert({
      ...{ id: "m1", conversation: li!.conversation, kind: "notice", status: "ready" },
      body: one.store.cipher.seal(
        JSON.stringify({ text: "x", choices: [], calls: [] }),
        "outbox.body.m1",
      ),
      ...{ due_at: 0, created_at: 0 },
    });
    const claiming = ({ store }: { store: Store }) =>
      store.db.transaction((trx) => claim(trx, store.cipher, 0, 1_000, 8));
    const claimed = (await Promise.all([claiming(one), claiming(two)])).flat();
    expect(claimed.map(({ message }) => message.id)).toEqual(["m1"]);
    expect(await takeBack(two.store.db, 1_000, () => true, "expired")).toBe(0);
    const back = () => takeBack(two.store.db, 1_001, () => true, "expired");
    const taken = await Promise.all([back(), back()]);
    expect(taken.toSorted()).toEqual([0, 1]);
  });
});
