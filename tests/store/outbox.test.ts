import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelName, Reply } from "../../src/domain/message.ts";
import {
  claim,
  depth,
  finish,
  nextDue,
  post,
  takeBack,
  type Ending,
  type Letter,
} from "../../src/store/outbox.ts";
import type { Store } from "../../src/store/store.ts";
import { acceptInto, counting, letter, openedStore } from "../support/opened-store.ts";
import { runs, withStore } from "../support/database.ts";
import { worldKey } from "../support/world.ts";

const lease = 60_000;
const reply = (text: string): Reply => ({
  kind: "notice",
  text,
  choices: [],
  calls: [],
  answers: [],
});

/** Conversations of these names on a channel; gives their ids by name. */
async function people(store: Store, names: string[], channel: ChannelName = "telegram") {
  const letters = names.map((chat) => letter({ channel, chat, key: chat }));
  const taken = await acceptInto(store, letters, counting(`${channel[0]}`));
  return new Map(names.map((name, i) => [name, taken[i]!.conversation]));
}

function line(id: string, conversation: string, over: Partial<Letter> = {}): Letter {
  return { id, conversation, inbox: null, reply: reply(id), replaces: null, at: 0, ...over };
}

const posting = (store: Store, letters: Letter[]) =>
  store.db.transaction((trx) => post(trx, store.cipher, letters));
const claiming = (store: Store, at: number, most = 100) =>
  store.db.transaction((trx) => claim(trx, store.cipher, at, lease, most));
/** Without a lease of their own: of what was claimed at 0. */
const finishing = (
  store: Store,
  endings: (Omit<Ending, "lease"> & Partial<Ending>)[],
  at = 0,
): Promise<void> =>
  store.db.transaction((trx) =>
    finish(
      trx,
      endings.map((it): Ending => ({ lease, ...it })),
      at,
    ),
  );
const statusOf = async (store: Store, id: string) =>
  (await store.db("outbox").where({ id }).first<{ status: string }>("status")).status;

type End = "ok" | "later" | "gone" | "refused";
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("post" as const), who: fc.nat({ max: 2 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("claim" as const),
      most: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("end" as const),
      which: fc.nat(),
      how: fc.constantFrom<End>("ok", "ok", "ok", "later", "gone", "refused"),
    }),
  },
);

describe("the outbox", () => {
  it("sends each person's messages in order, one at a time, each once, whatever happens", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        await withStore(worldKey, async (store) => {
          const who = [...(await people(store, ["li", "wang", "zhao"])).values()];
          const ids = counting("m");
          let now = 0;
          const underWay: Omit<Ending, "sent">[] = [];
          const waiting = new Map<string, string[]>(who.map((id) => [id, []]));
          const take = async (most: number) => {
            const taken = await claiming(store, now, most);
            expect(taken.length).toBeLessThanOrEqual(most);
            for (const { message, conversation, lease: until } of taken) {
              expect(underWay.map((it) => it.conversation)).not.toContain(conversation);
              expect(message.id).toBe(waiting.get(conversation)![0]);
              expect(message.text).toBe(message.id);
              underWay.push({ id: message.id, conversation, lease: until });
            }
          };
          const end = async (at: number, how: End) => {
            const [it] = underWay.splice(at, 1);
            const sent: Ending["sent"] =
              how === "ok"
                ? { ok: true, message: `c-${it!.id}` }
                : how === "later"
                  ? { ok: false, why: "later", dueAt: now + 500 }
                  : { ok: false, why: how };
            await finishing(store, [{ ...it!, sent } as Ending], now);
            const line = waiting.get(it!.conversation)!;
            if (how === "gone") line.length = 0;
            else if (how !== "later") line.shift();
          };
          for (const each of steps) {
            now += 100;
            if (each.do === "post") {
              const conversation = who[each.who]!;
              const id = ids();
              await posting(store, [line(id, conversation, { at: now })]);
              waiting.get(conversation)!.push(id);
            } else if (each.do === "claim") await take(each.most);
            else if (underWay.length > 0) await end(each.which % underWay.length, each.how);
          }
          // In the end everything that still waits goes out.
          while ([...waiting.values()].some((line) => line.length > 0)) {
            now += 500;
            await take(2);
            while (underWay.length > 0) await end(0, "ok");
          }
          expect(await depth(store.db)).toEqual({ waiting: 0, oldest: null });
        });
      }),
      { numRuns: runs(60) },
    );
  }, 30_000);

  it("lets nobody wait for somebody else's trouble", async () => {
    const store = await openedStore();
    const who = await people(store, ["li", "wang"]);
    await posting(store, [
      line("m1", who.get("li")!),
      line("m2", who.get("li")!),
      line("m3", who.get("wang")!),
    ]);
    const first = await claiming(store, 0);
    expect(first.map(({ message }) => message.id)).toEqual(["m1", "m3"]);
    await finishing(store, [
      { id: "m1", conversation: who.get("li")!, sent: { ok: false, why: "later", dueAt: 900 } },
    ]);
    expect(await claiming(store, 899)).toEqual([]);
    expect(await store.db.transaction((trx) => nextDue(trx))).toBe(900);
    expect((await claiming(store, 900)).map(({ message }) => message.id)).toEqual(["m1"]);
  });

  it("counts tries, and only of what was put off", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    for (let tries = 0; tries < 3; tries++) {
      const [taken] = await claiming(store, 0);
      expect(taken!.tries).toBe(tries);
      await finishing(store, [
        { id: "m1", conversation: who, sent: { ok: false, why: "later", dueAt: 0 } },
      ]);
    }
  });

  it("stops for somebody who is gone, and goes on when they write again", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who), line("m2", who), line("m3", who)]);
    await claiming(store, 0);
    await finishing(store, [{ id: "m1", conversation: who, sent: { ok: false, why: "gone" } }], 77);
    for (const id of ["m1", "m2", "m3"]) expect(await statusOf(store, id)).toBe("gone");
    expect(await store.db("conversations").first("unreachable_at")).toEqual({ unreachable_at: 77 });
    await posting(store, [line("m4", who)]);
    expect((await claiming(store, 0)).map(({ message }) => message.id)).toEqual(["m4"]);
  });

  it("leaves a message to whoever has it now: an old failure that is written once more changes nothing", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    await claiming(store, 0);
    const failed = (sent: Ending["sent"]) =>
      finishing(store, [{ id: "m1", conversation: who, sent }]);
    await failed({ ok: false, why: "later", dueAt: 5 });
    expect(await claiming(store, 5)).toHaveLength(1);
    await failed({ ok: false, why: "later", dueAt: 5 });
    await failed({ ok: false, why: "refused" });
    expect(await statusOf(store, "m1")).toBe("sending");
    // What was shown was shown, whoever writes it.
    await failed({ ok: true, message: "77" });
    expect(await statusOf(store, "m1")).toBe("sent");
  });

  it("goes past a message that the channel will never take", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who), line("m2", who)]);
    await claiming(store, 0);
    await finishing(store, [{ id: "m1", conversation: who, sent: { ok: false, why: "refused" } }]);
    expect((await claiming(store, 0)).map(({ message }) => message.id)).toEqual(["m2"]);
  });

  it("takes nothing when it may take nothing", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    for (const most of [0, -3]) expect(await claiming(store, 0, most)).toEqual([]);
  });
});

describe("a message that takes another's place", () => {
  it("knows the channel's id of the one that was seen", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    await claiming(store, 0);
    await finishing(store, [{ id: "m1", conversation: who, sent: { ok: true, message: "77" } }]);
    await posting(store, [line("m2", who, { replaces: "m1" })]);
    const [taken] = await claiming(store, 0);
    expect(taken!.message.replaces).toEqual({ id: "m1", message: "77" });
  });

  it("drops the one that nobody saw, and takes the place that this one would have taken", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    await claiming(store, 0);
    await finishing(store, [{ id: "m1", conversation: who, sent: { ok: true, message: "77" } }]);
    await posting(store, [line("m2", who, { replaces: "m1" })]);
    await posting(store, [line("m3", who, { replaces: "m2" })]);
    expect(await statusOf(store, "m2")).toBe("superseded");
    const [taken] = await claiming(store, 0);
    expect(taken!.message).toMatchObject({ id: "m3", replaces: { id: "m1", message: "77" } });
  });

  it("stands for itself when all before it was unseen", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    await posting(store, [line("m2", who, { replaces: "m1" })]);
    await posting(store, [line("m3", who, { replaces: "m2" })]);
    const taken = await claiming(store, 0);
    expect(taken.map(({ message }) => [message.id, message.replaces])).toEqual([["m3", null]]);
  });
});

describe("after a crash", () => {
  it.each([
    ["telegram", true],
    ["web", false],
  ] as const)("what was under way on %s comes again, marked: %s", async (channel, doubtful) => {
    const store = await openedStore();
    const who = (await people(store, ["li"], channel)).get("li")!;
    await posting(store, [line("m1", who), line("m2", who)]);
    const crash = (at: number) => takeBack(store.db, at, () => doubtful, "all");
    const shown: [string, boolean][] = [];
    for (const at of [0, 0, 20_000]) {
      for (const { message } of await claiming(store, at)) shown.push([message.id, message.again]);
      expect(await crash(at)).toBe(1);
    }
    expect(shown).toEqual([
      ["m1", false],
      ["m1", doubtful],
      ["m1", doubtful],
    ]);
    expect(await crash(20_000)).toBe(0);
  });

  it("in doubt a second time it waits, and who dies every few seconds does not show it each time", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"], "telegram")).get("li")!;
    await posting(store, [line("m1", who)]);
    for (const at of [0, 100]) {
      expect(await claiming(store, at)).toHaveLength(1);
      await takeBack(store.db, at, () => true, "all");
    }
    expect(await claiming(store, 5_000)).toEqual([]);
    expect(await claiming(store, 20_100)).toHaveLength(1);
  });

  it("is given up only when it is in doubt for a day: what is lost is worse than what is seen again", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"], "telegram")).get("li")!;
    await posting(store, [line("m1", who), line("m2", who)]);
    await claiming(store, 0);
    await takeBack(store.db, 0, () => true, "all");
    await claiming(store, 0);
    await takeBack(store.db, 25 * 3_600_000, () => true, "all");
    const next = await claiming(store, 25 * 3_600_000);
    expect(next.map(({ message }) => message.id)).toEqual(["m2"]);
  });

  it("what another process still holds is left to it while its lease runs", async () => {
    const store = await openedStore();
    const who = (await people(store, ["li"])).get("li")!;
    await posting(store, [line("m1", who)]);
    await claiming(store, 0);
    expect(await takeBack(store.db, lease, () => true, "expired")).toBe(0);
    expect(await takeBack(store.db, lease + 1, () => true, "expired")).toBe(1);
  });
});
