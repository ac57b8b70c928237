import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelName } from "../../src/domain/message.ts";
import { close, countTry, stillWaiting } from "../../src/store/inbox.ts";
import { acceptInto, counting, letter, openedStore } from "../support/opened-store.ts";
import { runs, withStore } from "../support/database.ts";
import { worldKey } from "../support/world.ts";

const channels: ChannelName[] = ["telegram", "web", "terminal"];
const update = fc.record({
  channel: fc.constantFrom(...channels),
  chat: fc.constantFrom("li", "wang", "zhao"),
  key: fc.constantFrom(..."abcdefgh"),
});

describe("accept", () => {
  it("stores each update once, in order, however they are split into batches and repeated", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(update, { minLength: 1, maxLength: 8 }), { maxLength: 8 }),
        async (batches) => {
          await withStore(worldKey, async (store) => {
            const ids = counting();
            const seen = new Set<string>();
            const expected: string[] = [];
            for (const batch of batches) {
              const letters = batch.map((it, i) => letter({ ...it, at: i }));
              const taken = await acceptInto(store, letters, ids);
              expect(taken).toHaveLength(batch.length);
              batch.forEach(({ channel, key, chat }, i) => {
                const name = `${channel} ${key}`;
                expect(taken[i] === null).toBe(seen.has(name));
                if (!seen.has(name)) expected.push(`${name} ${chat}`);
                seen.add(name);
              });
            }
            const waiting = await stillWaiting(store.db, store.cipher, 1_000);
            const chats = await store.db("conversations").select("id", "channel", "chat");
            const nameOf = new Map<string, { channel: string; chat: string }>(
              chats.map(({ id, channel, chat }) => [
                id,
                { channel, chat: store.cipher.open(chat, `conversations.chat.${id}`) },
              ]),
            );
            const rows = await store.db("inbox").select("id", "body").orderBy("id");
            const stored = rows.map(({ id, body }, i) => {
              const { channel, chat } = nameOf.get(waiting[i]!.conversation)!;
              return `${channel} ${JSON.parse(store.cipher.open(body, `inbox.body.${id}`)).key} ${chat}`;
            });
            expect(stored).toEqual(expected);
          });
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it("stores all of a batch or nothing", async () => {
    const store = await openedStore();
    const ids = counting();
    await acceptInto(store, [letter({ key: "a" })], ids);
    const same = () => "a000001";
    await expect(acceptInto(store, [letter({ key: "b", chat: "new" })], same)).rejects.toThrow();
    expect(await store.db("inbox").select("id")).toHaveLength(1);
    expect(await store.db("conversations").select("id")).toHaveLength(1);
  });

  it("keeps two people of one name on two channels apart", async () => {
    const store = await openedStore();
    const [one, two] = await acceptInto(
      store,
      [letter({ channel: "web" }), letter({ channel: "telegram" })],
      counting(),
    );
    expect(one!.conversation).not.toBe(two!.conversation);
  });
});

describe("what waits", () => {
  it("is given oldest first, with its tries, until it has an outcome", async () => {
    const store = await openedStore();
    const letters = ["a", "b", "c"].map((key) =>
      letter({ key, masked: { idNumbers: 0, accounts: 0, phones: ["1"] } }),
    );
    const [a, b, c] = (await acceptInto(store, letters, counting())).map((it) => it!.id);
    await countTry(store.db, b!);
    await store.db.transaction((trx) => close(trx, [a!], "done"));
    const waiting = await stillWaiting(store.db, store.cipher, 10);
    expect(waiting).toMatchObject([
      { id: b, tries: 1, masked: { phones: ["1"] } },
      { id: c, tries: 0 },
    ]);
    expect(await stillWaiting(store.db, store.cipher, 1)).toHaveLength(1);
    await store.db.transaction((trx) => close(trx, [b!, c!], "dead"));
    expect(await stillWaiting(store.db, store.cipher, 10)).toEqual([]);
  });
});
