import { describe, expect, it } from "vitest";
import { keep, type Keeping } from "../../src/store/keeping.ts";
import type { Store } from "../../src/store/store.ts";
import { openRows } from "../support/open-rows.ts";
import { acceptInto, counting, letter, openedStore } from "../support/opened-store.ts";

/** A store with two people, and what one of them keeps in a turn. */
async function two() {
  const store = await openedStore();
  const taken = await acceptInto(
    store,
    [letter({ chat: "li", key: "a" }), letter({ chat: "wang", key: "b" })],
    counting(),
  );
  const [li, wang] = taken.map((it) => it!.conversation) as [string, string];
  const keeps = (conversation: string, turn: string, it: Keeping) =>
    store.db.transaction((trx) => keep(trx, store.cipher, { turn, conversation, at: 5 }, it));
  return { store, li, wang, keeps };
}

const matter = (id: string, number: string): Keeping => ({
  ...{ do: "open-matter", id, number, kind: "callback", note: "占地", phone: null },
});
const rows = (store: Store, table: string) => openRows(store, table);

describe("what a turn keeps", () => {
  it("is kept once, however often the turn is written: the latest words stand", async () => {
    const { store, li, keeps } = await two();
    for (const words of ["着火了", "着火了\n东头"]) {
      await keeps(li, "t1", { do: "alert", class: "fire_accident", words });
      await keeps(li, "t1", { do: "keep-question", text: words });
      await keeps(li, "t1", { do: "keep-feedback", entry: "e", what: "wrong" });
    }
    expect(await rows(store, "alerts")).toMatchObject([{ words: "着火了\n东头", at: 5 }]);
    expect(await rows(store, "questions")).toMatchObject([{ text: "着火了\n东头" }]);
    expect(await rows(store, "feedback")).toHaveLength(1);
  });

  it("is sealed where it holds what somebody said", async () => {
    const { store, li, keeps } = await two();
    await keeps(li, "t1", matter("m1", "100001"));
    await keeps(li, "t1", { do: "add-phone", matter: "m1", phone: "15147012345" });
    const [raw] = await store.db("matters").select("*");
    expect(JSON.stringify(raw)).not.toMatch(/占地|1514701/);
    expect(await rows(store, "matters")).toMatchObject([{ note: "占地", phone: "15147012345" }]);
  });

  it("of one person never touches another's", async () => {
    const { store, li, wang, keeps } = await two();
    await keeps(li, "t1", matter("m1", "100001"));
    await keeps(li, "t2", { do: "alert", class: "violence", words: "打人" });
    await keeps(wang, "t3", { do: "add-phone", matter: "m1", phone: "15847099999" });
    await keeps(wang, "t4", { do: "add-to-alert", alert: "t2", words: "假的" });
    await keeps(wang, "t5", { do: "erase-me" });
    expect(await rows(store, "matters")).toMatchObject([{ phone: null }]);
    expect(await rows(store, "alerts")).toMatchObject([{ words: "打人" }]);
  });

  it("has numbers that are given once", async () => {
    const { li, wang, keeps } = await two();
    await keeps(li, "t1", matter("m1", "100001"));
    await expect(keeps(wang, "t2", matter("m2", "100001"))).rejects.toThrow(/unique/i);
  });
});
