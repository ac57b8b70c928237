import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outgoing } from "../../src/domain/message.ts";
import type { WebEvent } from "../../src/domain/ports.ts";
import { post } from "../../src/store/outbox.ts";
import type { Store } from "../../src/store/store.ts";
import { acceptInto, counting, letter, openedStore } from "../support/opened-store.ts";
import { runs, withStore } from "../support/database.ts";
import { worldKey } from "../support/world.ts";

const outgoing = (id: string, chat: string): Outgoing => ({
  ...{ id, chat, kind: "notice", text: id, choices: [], calls: [], replaces: null, again: false },
});

/** A page on which things are said and shown. */
function pageOn(store: Store, chat: string, ids: () => string) {
  let conversation = "";
  return {
    chat,
    async says(text: string, key = ids()) {
      const content = { kind: "text", text, forwarded: false, edited: false } as const;
      const [taken] = await acceptInto(
        store,
        [letter({ channel: "web", chat, key: `${chat}:${key}`, content })],
        ids,
      );
      if (taken) conversation = taken.conversation;
      return key;
    },
    async shown(id: string, replaces: string | null = null) {
      const reply = {
        kind: "answer",
        text: id,
        choices: [{ label: "返回", action: { act: "back" } }],
        calls: [],
        answers: [],
      } as const;
      await store.db.transaction((trx) =>
        post(trx, store.cipher, [
          {
            id,
            conversation,
            inbox: null,
            reply: { ...reply, choices: [...reply.choices], calls: [], answers: [] },
            replaces,
            at: 5,
          },
        ]),
      );
      await store.webLog.add(outgoing(id, chat));
      await store.db("outbox").where({ id }).update({ status: "sent" });
    },
  };
}

const idsOf = (events: WebEvent[]) => events.map(({ id }) => id);

describe("the page's log", () => {
  it("holds what was said and what was shown, in the order in which it happened", async () => {
    const store = await openedStore();
    const li = pageOn(store, "li", counting());
    const key = await li.says("身份证丢了");
    await li.shown("b1");
    await li.shown("b2", "b1");
    const events = await store.webLog.after("li", 0, 100);
    expect(events).toMatchObject([
      { type: "mine", id: key, text: "身份证丢了", at: 1_000 },
      {
        type: "bubble",
        id: "b1",
        kind: "answer",
        choices: [{ id: "b1.0", label: "返回" }],
        replaces: null,
        at: 5,
      },
      { type: "bubble", id: "b2", replaces: "b1" },
    ]);
    expect(events.map(({ seq }) => seq)).toEqual(
      events.map(({ seq }) => seq).toSorted((a, b) => a - b),
    );
  });

  it("holds a bubble once, however often it is added", async () => {
    const store = await openedStore();
    const li = pageOn(store, "li", counting());
    await li.says("您好");
    await li.shown("b1");
    await Promise.all([1, 2, 3].map(() => store.webLog.add(outgoing("b1", "li"))));
    await store.webLog.add(outgoing("never posted", "li"));
    expect(idsOf(await store.webLog.after("li", 0, 100))).toHaveLength(2);
  });

  it("holds words once, also when they are brought again", async () => {
    const store = await openedStore();
    const li = pageOn(store, "li", counting());
    await li.says("您好", "same");
    await li.says("您好", "same");
    expect(idsOf(await store.webLog.after("li", 0, 100))).toEqual(["same"]);
  });

  it("shows nobody another's page, and no other channel's talk", async () => {
    const store = await openedStore();
    const ids = counting();
    const [li, wang] = [pageOn(store, "li", ids), pageOn(store, "wang", ids)];
    await li.says("我是李");
    await wang.says("我是王");
    await acceptInto(store, [letter({ channel: "telegram", chat: "li", key: "t" })], ids);
    expect(await store.webLog.after("li", 0, 100)).toMatchObject([{ text: "我是李" }]);
    expect(await store.webLog.after("nobody", 0, 100)).toEqual([]);
  });

  it("gives the newest where more is there than asked for", async () => {
    const store = await openedStore();
    const li = pageOn(store, "li", counting());
    for (const text of ["一", "二", "三"]) await li.says(text);
    expect(await store.webLog.after("li", 0, 2)).toMatchObject([{ text: "二" }, { text: "三" }]);
  });

  it("is read by a cursor without a gap and without a repeat, whenever somebody looks", async () => {
    const happening = fc.constantFrom("li says", "wang says", "li is shown", "look");
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
        await withStore(worldKey, async (store) => {
          const ids = counting();
          const bubbles = counting("b");
          const [li, wang] = [pageOn(store, "li", ids), pageOn(store, "wang", ids)];
          const happened: string[] = [await li.says("begin")];
          await wang.says("begin");
          const seen: string[] = [];
          let cursor = 0;
          const look = async () => {
            for (const event of await store.webLog.after("li", cursor, 100)) {
              expect(event.seq).toBeGreaterThan(cursor);
              cursor = event.seq;
              seen.push(event.id);
            }
          };
          for (const each of happenings) {
            if (each === "look") await look();
            else if (each === "wang says") await wang.says("x");
            else if (each === "li says") happened.push(await li.says("y"));
            else {
              const id = bubbles();
              await li.shown(id);
              happened.push(id);
            }
          }
          await look();
          expect(seen).toEqual(happened);
        });
      }),
      { numRuns: runs(25) },
    );
  }, 20_000);
});
