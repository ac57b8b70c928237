import { describe, expect, test } from "vitest";
import type { Wanted } from "../../src/domain/appointment.ts";
import type { Closure } from "../../src/domain/openings.ts";
import {
  bookSeat,
  moveSeat,
  seatById,
  seatsOf,
  seatsOn,
  takenCells,
} from "../../src/store/appointments.ts";
import {
  closeSeats,
  closuresFrom,
  isSeatClosed,
  openSeats,
} from "../../src/store/seat-closures.ts";
import {
  dropSeatReminders,
  dueSeatNotices,
  planSeatReminders,
  seatNoticeDone,
} from "../../src/store/seat-reminders.ts";
import {
  answerOffer,
  endWaiting,
  holdSeat,
  offerAnswered,
  offerUntil,
  waitForSeat,
  waitingForSeats,
} from "../../src/store/seat-waiting.ts";
import { conversationRows } from "../support/conversation-rows.ts";
import { openedStore } from "../support/opened-store.ts";

const day = "2026-12-03";
const room = { counters: 1, minutes: 30 };
const slot = { day, at: "09:00", place: "所里" };
const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const now = at("2026-12-01T10:00:00");

async function open(people = 3) {
  const store = await openedStore();
  const { db, cipher } = store;
  const names = (await conversationRows(store, people)) as [string, string, string];
  const book = (conversation: string, over: Partial<Wanted> = {}) =>
    db.transaction((trx) =>
      bookSeat(
        trx,
        cipher,
        {
          id: `s-${conversation}`,
          service: "id_card_renew",
          ...slot,
          name: null,
          phone: null,
          ...over,
        },
        room,
        { conversation, at: now },
      ),
    );
  const wait = (conversation: string, id = `w-${conversation}`, name: string | null = null) =>
    db.transaction((trx) =>
      waitForSeat(trx, cipher, {
        ...{ id, conversation, service: "id_card_renew", day, place: "所里", name, phone: null },
        at: now,
      }),
    );
  const hold = () =>
    db.transaction(async (trx) => {
      const [first] = await waitingForSeats(trx);
      return holdSeat(trx, cipher, first!, slot, room, now);
    });
  const answer = (waiting: string, conversation: string, take: boolean, when: number) =>
    db.transaction(async (trx) => {
      await answerOffer(trx, { waiting, conversation, take }, when);
      return (await offerAnswered(trx, { waiting, conversation, take }, when)).is;
    });
  const line = () => db.transaction((trx) => waitingForSeats(trx));
  return { store, db, cipher, names, book, wait, hold, answer, line };
}

describe("who waits for a seat", () => {
  test("stands in line once, in the order in which they came", async () => {
    const { names, wait, line } = await open();
    const [li, wang] = names;
    await wait(li, "w1");
    await wait(wang, "w2");
    await wait(li, "w3");
    expect((await line()).map(({ id }) => id)).toEqual(["w1", "w2"]);
  });

  test("has what is held for them as nobody's seat, until they say yes", async () => {
    const { store, db, names, wait, hold, answer, book } = await open();
    const [li, wang] = names;
    await wait(li, "w1", "李秀英");
    const held = await hold();
    expect(await seatsOf(db, li)).toEqual([]);
    expect(await seatsOn(db, store.cipher, day)).toEqual([]);
    expect(await book(wang)).toEqual({ ok: false, why: "taken" });
    // Nobody told them yet.
    expect(await answer("w1", li, true, now)).toBe("gone");
    await db.transaction((trx) => offerUntil(trx, "w1", now + 1_000));
    expect(await answer("w1", wang, true, now)).toBe("gone");
    expect(await answer("w1", li, true, now + 999)).toBe("taken");
    expect(await seatsOf(db, li)).toMatchObject([{ id: held!.id, status: "booked", number: 1 }]);
    const [listed] = await seatsOn(db, store.cipher, day);
    expect(listed!.name).toBe("李秀英");
    expect(await answer("w1", li, false, now + 2_000)).toBe("taken");
    expect(await db("seat_reminders")).toHaveLength(2);
  });

  test("too late is gone; a no frees it at once, without a trace", async () => {
    const { db, names, wait, hold, answer, line } = await open();
    const [li] = names;
    await wait(li, "w1");
    await hold();
    await db.transaction((trx) => offerUntil(trx, "w1", now + 1_000));
    expect(await answer("w1", li, true, now + 1_000)).toBe("gone");
    expect(await answer("w1", li, false, now + 500)).toBe("left");
    expect(await takenCells(db, day)).toEqual([]);
    expect(await db("appointments")).toEqual([]);
    expect(await line()).toEqual([]);
  });

  test("with a seat for the same service there is no second one", async () => {
    const { db, names, wait, hold, answer, book } = await open();
    const [li] = names;
    await wait(li, "w1");
    await hold();
    await db.transaction((trx) => offerUntil(trx, "w1", now + 1_000));
    await book(li, { at: "10:00" });
    expect(await answer("w1", li, true, now)).toBe("has-one");
    expect(await seatsOf(db, li)).toHaveLength(1);
    expect(await takenCells(db, day)).toHaveLength(1);
  });

  test("may come again for the same day after it ended", async () => {
    const { db, names, wait, line } = await open();
    const [li] = names;
    await wait(li, "w1");
    await db.transaction(async (trx) => endWaiting(trx, (await waitingForSeats(trx))[0]!, now));
    await wait(li, "w2");
    expect((await line()).map(({ id }) => id)).toEqual(["w2"]);
  });
});

describe("what the clock has to say", () => {
  test("is planned for a seat, and planned anew when it is moved", async () => {
    const { db, names, book } = await open();
    await book(names[0]);
    const plan = async (when: number) =>
      db.transaction(async (trx) => {
        const seat = await seatById(trx, `s-${names[0]}`);
        await planSeatReminders(trx, seat!, when);
      });
    await plan(now);
    const due = (when: string) => db.transaction((trx) => dueSeatNotices(trx, at(when), 9));
    expect(await due("2026-12-02T17:59:59")).toEqual([]);
    const [evening] = await due("2026-12-02T18:00:00");
    expect(evening).toMatchObject({ kind: "evening" });
    await db.transaction((trx) => seatNoticeDone(trx, evening!, now));
    expect((await due("2026-12-03T07:00:00")).map(({ kind }) => kind)).toEqual(["hours"]);
    await db.transaction((trx) =>
      moveSeat(trx, `s-${names[0]}`, { day: "2026-12-04", at: "10:00", place: "所里" }, room, now),
    );
    await plan(now);
    expect((await due("2026-12-04T08:00:00")).map(({ kind }) => kind)).toEqual([
      "evening",
      "hours",
    ]);
    await db.transaction((trx) => dropSeatReminders(trx, `s-${names[0]}`));
    expect(await due("2026-12-04T08:00:00")).toEqual([]);
  });
});

describe("half a day that is closed", () => {
  const morning: Closure = { day, place: "所里", from: "00:00", to: "12:00" };

  test("tells those who have a seat in it, once; opened again, those who were told", async () => {
    const { db, names, book } = await open();
    const [li, wang, zhao] = names;
    await book(li, { at: "09:00" });
    await book(wang, { at: "11:30" });
    await book(zhao, { at: "12:00" });
    const close = (id: string) =>
      db.transaction((trx) => closeSeats(trx, { id, closure: morning, person: "p", at: now }));
    await db("people").insert({
      ...{ id: "p", role: "officer", name: "", name_blind: "", villages: "[]", joined_at: 0 },
    });
    await close("c1");
    const due = () => db.transaction((trx) => dueSeatNotices(trx, now, 9));
    expect((await due()).map(({ seat, kind }) => `${seat} ${kind}`)).toEqual([
      `s-${li} closed`,
      `s-${wang} closed`,
    ]);
    await db.transaction((trx) => seatNoticeDone(trx, { seat: `s-${li}`, kind: "closed" }, now));
    expect(
      await db.transaction(async (trx) => isSeatClosed(trx, (await seatById(trx, `s-${li}`))!)),
    ).toBe(true);
    expect(
      await db.transaction(async (trx) => isSeatClosed(trx, (await seatById(trx, `s-${zhao}`))!)),
    ).toBe(false);
    await db.transaction((trx) => openSeats(trx, morning, now));
    expect((await due()).map(({ seat, kind }) => `${seat} ${kind}`)).toEqual([`s-${li} reopened`]);
    expect(await closuresFrom(db, day)).toEqual([]);
  });

  test("is cut where a part of it is opened again", async () => {
    const { db } = await open(1);
    await db("people").insert({
      ...{ id: "p", role: "officer", name: "", name_blind: "", villages: "[]", joined_at: 0 },
    });
    const whole = { ...morning, to: "24:00" };
    await db.transaction((trx) =>
      closeSeats(trx, { id: "c", closure: whole, person: "p", at: now }),
    );
    await db.transaction((trx) => openSeats(trx, { ...morning, from: "10:00", to: "14:00" }, now));
    expect(await closuresFrom(db, day)).toEqual([
      { ...morning, to: "10:00" },
      { ...morning, from: "14:00", to: "24:00" },
    ]);
  });
});
