import fc from "fast-check";
import { expect, test } from "vitest";
import { mostSeats, type Wanted } from "../../src/domain/appointment.ts";
import { cellsFrom } from "../../src/domain/free-slots.ts";
import type { Service } from "../../src/domain/sets.ts";
import {
  bookSeat,
  lastSeatOf,
  moveSeat,
  seatById,
  seatsOf,
  seatsOn,
  setSeat,
  takenCells,
} from "../../src/store/appointments.ts";
import type { Store } from "../../src/store/store.ts";
import { conversationRows } from "../support/conversation-rows.ts";
import { runs, withStore } from "../support/database.ts";
import { openedStore } from "../support/opened-store.ts";
import { worldKey } from "../support/world.ts";

const day = "2026-12-03";
const service: Service = "id_card_renew";
const room = { counters: 1, minutes: 30 };

const wanted = (id: string, over: Partial<Wanted> = {}): Wanted => ({
  ...{ id, service, day, at: "09:00", place: "所里", name: null, phone: null, ...over },
});

const book = (store: Store, conversation: string | null, seat: Wanted, of = room) =>
  store.db.transaction((trx) => bookSeat(trx, store.cipher, seat, of, { conversation, at: 1 }));

const move = (store: Store, id: string, to: Pick<Wanted, "day" | "at" | "place">, of = room) =>
  store.db.transaction((trx) => moveSeat(trx, id, to, of, 2));

test("of 200 villagers who want 7 seats at once 7 have one, and 193 are refused", async () => {
  const store = await openedStore();
  const people = await conversationRows(store, 200);
  const results = await Promise.all(
    people.map((who) => book(store, who, wanted(`s-${who}`), { counters: 7, minutes: 30 })),
  );
  const won = results.flatMap((result) => (result.ok ? [result.appointment] : []));
  expect(won).toHaveLength(7);
  expect(results.filter((result) => !result.ok && result.why === "taken")).toHaveLength(193);
  expect(won.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await seatsOn(store.db, store.cipher, day)).toHaveLength(7);
  expect(await takenCells(store.db, day)).toHaveLength(7);
});

test("a race for overlapping times leaves no two with one cell of a counter", async () => {
  const store = await openedStore();
  const people = await conversationRows(store, 40);
  const starts = ["09:00", "09:30", "10:00", "10:30"];
  await Promise.all(
    people.map((who, i) =>
      book(store, who, wanted(`s-${who}`, { at: starts[i % 4]! }), { counters: 2, minutes: 60 }),
    ),
  );
  const taken = await takenCells(store.db, day);
  const names = taken.map((cell) => JSON.stringify(cell));
  expect(new Set(names).size).toBe(names.length);
  for (const { counter } of taken) expect(counter).toBeLessThan(2);
  expect(taken.length).toBe(2 * (await seatsOn(store.db, store.cipher, day)).length);
});

test("one person, one seat for a service, and no more than a few in all", async () => {
  const store = await openedStore();
  const [li] = (await conversationRows(store, 1)) as [string];
  expect((await book(store, li, wanted("a"))).ok).toBe(true);
  const again = wanted("b", { at: "10:00" });
  expect(await book(store, li, again)).toEqual({ ok: false, why: "has-one" });
  const others: Service[] = ["hukou_move", "legal_consult", "mediation"];
  for (const [i, other] of others.entries()) {
    const seat = wanted(`o${i}`, { service: other, at: `1${i}:30` });
    expect((await book(store, li, seat)).ok).toBe(i + 1 < mostSeats);
  }
  expect(await seatsOf(store.db, li)).toHaveLength(mostSeats);
});

test("two at the same moment from one person: one seat", async () => {
  const store = await openedStore();
  const [li] = (await conversationRows(store, 1)) as [string];
  const results = await Promise.all(
    ["a", "b", "c"].map((id, i) => book(store, li, wanted(id, { at: `1${i}:00` }))),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await takenCells(store.db, day)).toHaveLength(1);
});

test("numbers count up by day and place; one that was given back is not given again", async () => {
  const store = await openedStore();
  const [li, wang, zhao] = (await conversationRows(store, 3)) as [string, string, string];
  const number = async (who: string, seat: Wanted): Promise<number> => {
    const result = await book(store, who, seat);
    return result.ok ? result.appointment.number : 0;
  };
  expect(await number(li, wanted("a"))).toBe(1);
  expect(await number(wang, wanted("b", { at: "09:30" }))).toBe(2);
  await store.db.transaction((trx) => setSeat(trx, "b", "cancelled", 2));
  expect(await number(wang, wanted("c", { at: "09:30" }))).toBe(3);
  expect(await number(zhao, wanted("d", { place: "前进村" }))).toBe(1);
});

test("a seat that is moved is let go only when the new one is had", async () => {
  const store = await openedStore();
  const [li, wang] = (await conversationRows(store, 2)) as [string, string];
  await book(store, li, wanted("a"));
  await book(store, wang, wanted("b", { at: "10:00" }));
  const there = { day, at: "10:00", place: "所里" };
  expect(await move(store, "a", there)).toEqual({ ok: false, why: "taken" });
  expect(await seatById(store.db, "a")).toMatchObject({ at: "09:00", number: 1 });
  expect(await takenCells(store.db, day)).toHaveLength(2);
  const later = { day: "2026-12-04", at: "10:00", place: "所里" };
  expect(await move(store, "a", later)).toMatchObject({ ok: true, appointment: { number: 1 } });
  expect((await takenCells(store.db, day)).map(({ from }) => from)).toEqual([600, 600]);
  // Half an hour later it overlaps with itself, and with nobody else.
  const overlapping = { ...later, at: "10:30" };
  expect((await move(store, "a", overlapping, { counters: 1, minutes: 60 })).ok).toBe(true);
});

test("a seat that is gone cannot be moved or given back", async () => {
  const store = await openedStore();
  const [li] = (await conversationRows(store, 1)) as [string];
  await book(store, li, wanted("a"));
  const set = (status: Parameters<typeof setSeat>[2]) =>
    store.db.transaction((trx) => setSeat(trx, "a", status, 2));
  expect(await set("cancelled")).toBe(true);
  expect(await takenCells(store.db, day)).toEqual([]);
  expect(await set("cancelled")).toBe(false);
  expect(await set("arrived")).toBe(false);
  const there = { day, at: "10:00", place: "所里" };
  expect(await move(store, "a", there)).toEqual({ ok: false, why: "closed" });
  expect(await seatsOf(store.db, li)).toEqual([]);
  expect(await lastSeatOf(store.db, li)).toMatchObject({ id: "a", status: "cancelled" });
});

test("who was called a no-show may still come; who was served stays served", async () => {
  const store = await openedStore();
  await book(store, null, wanted("a"));
  const set = (status: Parameters<typeof setSeat>[2]) =>
    store.db.transaction((trx) => setSeat(trx, "a", status, 2));
  expect([await set("no-show"), await set("arrived"), await set("done")]).toEqual([
    ...[true, true, true],
  ]);
  expect([await set("no-show"), await set("cancelled")]).toEqual([false, false]);
});

test("names and numbers of people are sealed", async () => {
  const store = await openedStore();
  await book(store, null, wanted("a", { name: "包音", phone: "13800138000" }));
  const rows = await store.db("appointments");
  expect(JSON.stringify(rows)).not.toMatch(/包音|13800138000/);
  const [seat] = await seatsOn(store.db, store.cipher, day);
  expect(seat).toMatchObject({ name: "包音", phone: "13800138000", conversation: null });
});

type Step =
  | { do: "book"; who: number; at: number; minutes: number }
  | { do: "move"; which: number; at: number }
  | { do: "cancel"; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    ...{ do: fc.constant("book" as const), who: fc.nat(5), at: fc.nat(5) },
    minutes: fc.constantFrom(20, 30, 60, 90),
  }),
  fc.record({ do: fc.constant("move" as const), which: fc.nat(9), at: fc.nat(5) }),
  fc.record({ do: fc.constant("cancel" as const), which: fc.nat(9) }),
);

test("whatever is booked, moved and given back: each seat has exactly its cells, and no other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), (steps) =>
      withStore(worldKey, async (store) => {
        const people = await conversationRows(store, 6);
        const minutes = new Map<string, number>();
        const time = (at: number) =>
          `${String(9 + Math.floor(at / 2)).padStart(2, "0")}:${at % 2 ? "30" : "00"}`;
        for (const [i, one] of steps.entries()) {
          if (one.do === "book") {
            const id = `s${i}`;
            const of = { counters: 2, minutes: one.minutes };
            const result = await book(
              store,
              people[one.who]!,
              wanted(id, { at: time(one.at) }),
              of,
            );
            if (result.ok) minutes.set(id, one.minutes);
            continue;
          }
          const id = [...minutes.keys()][one.which];
          if (id === undefined) continue;
          if (one.do === "move") {
            const of = { counters: 2, minutes: minutes.get(id)! };
            await move(store, id, { day, at: time(one.at), place: "所里" }, of);
          } else await store.db.transaction((trx) => setSeat(trx, id, "cancelled", 3));
        }
        const seats = await seatsOn(store.db, store.cipher, day);
        const cells = (await takenCells(store.db, day)).map(
          ({ counter, from }) => `${counter} ${from}`,
        );
        expect(new Set(cells).size).toBe(cells.length);
        const wantedCells = seats.flatMap(({ id, at }) => cellsFrom(at, minutes.get(id)!));
        expect(cells.map((cell) => Number(cell.split(" ")[1])).toSorted((a, b) => a - b)).toEqual(
          wantedCells.toSorted((a, b) => a - b),
        );
        const numbers = seats.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        const holders = seats.map(({ conversation }) => conversation);
        expect(new Set(holders).size).toBe(holders.length);
      }),
    ),
    { numRuns: runs(60) },
  );
});
