import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Listing } from "../../src/domain/lists.ts";
import {
  allListings,
  appealListings,
  dropListings,
  keepListings,
  stationLists,
} from "../../src/store/blacklist.ts";
import type { Store } from "../../src/store/store.ts";
import { verify } from "../../src/store/trail.ts";
import { runs, withStore } from "../support/database.ts";
import { openedStore } from "../support/opened-store.ts";
import { dump } from "../support/open-rows.ts";
import { worldKey } from "../support/world.ts";

const at = Date.parse("2026-11-24T10:00:00+08:00");
const day = 24 * 3_600_000;
const of = (over: Partial<Listing> = {}): Listing => ({
  kind: "phone",
  value: "13812345678",
  reason: "冒充客服",
  source: "通报",
  until: null,
  ...over,
});
const all: Listing[] = [
  of(),
  of({ kind: "account", value: "6222021234567890123" }),
  of({ kind: "host", value: "abc.top" }),
  of({ kind: "app", value: "云集宝" }),
];
const keep = ({ db, cipher }: Store, listings: Listing[], by = "张强", when = at) =>
  db.transaction((trx) => keepListings(trx, cipher, listings, { by, at: when }));
const hits = ({ db, cipher }: Store, listings: Listing[], now = at) =>
  stationLists(db, cipher, now).listed(listings);

describe("the station's list", () => {
  it("finds what stands in it, by kind and value, and nothing else", async () => {
    const store = await openedStore();
    await keep(store, all);
    const found = await hits(store, all);
    expect(found).toHaveLength(4);
    for (const { kind, value } of all)
      expect(found).toContainEqual({
        kind,
        value,
        reason: "冒充客服",
        source: "通报",
        appealed: false,
      });
    expect(await hits(store, [])).toEqual([]);
    const others = [
      of({ value: "13812345679" }),
      of({ kind: "account" }),
      of({ kind: "host", value: "x.abc.top" }),
    ];
    expect(await hits(store, others)).toEqual([]);
  });

  it("holds no phone and no account that anybody could read", async () => {
    const store = await openedStore();
    await keep(store, all);
    const stored = await dump(store);
    expect(stored).not.toContain("13812345678");
    expect(stored).not.toContain("6222021234567890123");
    expect(stored).toContain("abc.top");
    expect(
      (await allListings(store.db, store.cipher)).map(({ value }) => value).toSorted(),
    ).toEqual(all.map(({ value }) => value).toSorted());
  });

  it("counts to the end of its last day, and not a moment longer", async () => {
    const store = await openedStore();
    await keep(store, [of({ until: "2026-11-25" })]);
    const end = Date.parse("2026-11-26T00:00:00+08:00");
    expect(await hits(store, [of()], end - 1)).toHaveLength(1);
    expect(await hits(store, [of()], end)).toEqual([]);
    expect(await allListings(store.db, store.cipher)).toHaveLength(1);
  });

  it("taken in twice changes nothing, and the first who added it stays", async () => {
    const store = await openedStore();
    expect(await keep(store, all)).toEqual({ added: 4, changed: 0, same: 0 });
    const before = await dump(store);
    expect(await keep(store, all, "王明", at + day)).toEqual({ added: 0, changed: 0, same: 4 });
    expect(await dump(store)).toBe(before);
    expect(await keep(store, [of({ reason: "冒充公安" })], "王明", at + day)).toEqual({
      added: 0,
      changed: 1,
      same: 0,
    });
    expect(await allListings(store.db, store.cipher)).toContainEqual({
      ...of({ reason: "冒充公安" }),
      ...{ addedBy: "张强", addedAt: at, appeal: null },
    });
  });

  it("shows an objection until it is settled, also when the list comes again", async () => {
    const store = await openedStore();
    const { db, cipher } = store;
    await keep(store, [of()]);
    const appeal = (why: string | null) =>
      db.transaction((trx) => appealListings(trx, cipher, [of(), of({ value: "1" })], { why, at }));
    expect(await appeal("是我家的号")).toBe(1);
    await keep(store, [of({ reason: "冒充公安" })]);
    expect(await hits(store, [of()])).toMatchObject([{ appealed: true, reason: "冒充公安" }]);
    expect(await allListings(db, cipher)).toMatchObject([{ appeal: "是我家的号" }]);
    expect(await appeal(null)).toBe(1);
    expect(await hits(store, [of()])).toMatchObject([{ appealed: false }]);
  });

  it("loses what is taken out, and every act is on the trail", async () => {
    const store = await openedStore();
    const { db, cipher } = store;
    await keep(store, all);
    const drop = () => db.transaction((trx) => dropListings(trx, cipher, [of()], at));
    expect([await drop(), await drop()]).toEqual([1, 0]);
    expect(await hits(store, all)).toHaveLength(3);
    const trail = await db<{ act: string; subject: string }>("trail").orderBy("seq");
    expect(trail.map(({ act }) => act)).toEqual(["list", "unlist"]);
    expect(JSON.stringify(trail)).not.toContain("13812345678");
    expect(await verify(db)).toMatchObject({ whole: true });
  });

  it("agrees with a plain map, whatever is written, taken out and asked", async () => {
    const value = fc.constantFrom("10001", "10002", "10003");
    const kind = fc.constantFrom("phone" as const, "account" as const, "app" as const);
    const step = fc.record({
      do: fc.constantFrom("keep", "drop"),
      kind,
      value,
      reason: fc.constantFrom("甲", "乙"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), (steps) =>
        withStore(worldKey, async (store) => {
          const model = new Map<string, string>();
          for (const { do: act, ...it } of steps) {
            const key = `${it.kind} ${it.value}`;
            if (act === "keep") {
              await keep(store, [of(it)]);
              model.set(key, it.reason);
            } else {
              const dropped = await store.db.transaction((trx) =>
                dropListings(trx, store.cipher, [it], at),
              );
              expect(dropped).toBe(model.delete(key) ? 1 : 0);
            }
          }
          const asked = ["phone", "account", "app"].flatMap((each) =>
            ["10001", "10002", "10003"].map((one) =>
              of({ kind: each as Listing["kind"], value: one }),
            ),
          );
          const found = await hits(store, asked);
          expect(
            Object.fromEntries(found.map((one) => [`${one.kind} ${one.value}`, one.reason])),
          ).toEqual(Object.fromEntries(model));
        }),
      ),
      { numRuns: runs(25) },
    );
  }, 60_000);

  it("takes thousands at once", async () => {
    const store = await openedStore();
    const many = Array.from({ length: 3_000 }, (_, i) => of({ value: String(13_800_000_000 + i) }));
    expect(await keep(store, many)).toEqual({ added: 3_000, changed: 0, same: 0 });
    expect(await hits(store, many.slice(0, 100))).toHaveLength(100);
  }, 30_000);
});
