import { expect, test } from "vitest";
import { bookSeat } from "../../src/store/appointments.ts";
import { countOld, deleteOld } from "../../src/store/deleting.ts";
import { eraseWords } from "../../src/store/erasing.ts";
import { ownDataOf } from "../../src/store/own-data.ts";
import { keptDays } from "../../src/store/retention.ts";
import { planSeatReminders } from "../../src/store/seat-reminders.ts";
import { conversationRows } from "../support/conversation-rows.ts";
import { openedStore } from "../support/opened-store.ts";

const day = 24 * 3_600_000;
const now = Date.parse("2026-12-01T10:00:00+08:00");

async function booked() {
  const store = await openedStore();
  const { db, cipher } = store;
  const [li] = (await conversationRows(store, 1)) as [string];
  await db.transaction(async (trx) => {
    const done = await bookSeat(
      trx,
      cipher,
      {
        ...{ id: "s1", service: "id_card_renew", day: "2026-12-03", at: "09:00", place: "所里" },
        ...{ name: "李秀英", phone: "13800138000" },
      },
      { counters: 1, minutes: 30 },
      { conversation: li, at: now },
    );
    if (done.ok) await planSeatReminders(trx, done.appointment, now);
  });
  const own = () => db.transaction((trx) => ownDataOf(trx, cipher, li, []));
  return { store, db, cipher, li, own };
}

test("what was told for a seat is in the person's own data", async () => {
  const { own } = await booked();
  expect((await own()).seats).toMatchObject([
    { seat: { id: "s1", number: 1 }, name: "李秀英", phone: "13800138000" },
  ]);
});

test("goes after 90 days, and the seat stays for the figures", async () => {
  const { store, db, own } = await booked();
  const last = Date.parse("2026-12-03T23:59:59+08:00") + keptDays * day;
  expect((await countOld(db, last)).seats).toBe(0);
  expect((await countOld(db, last + day)).seats).toBe(1);
  await deleteOld(store, last + day);
  expect((await own()).seats).toMatchObject([{ seat: { id: "s1" }, name: null, phone: null }]);
  expect((await countOld(db, last + day)).seats).toBe(0);
});

test("goes at the person's wish, and they are reminded no more", async () => {
  const { db, cipher, li, own } = await booked();
  expect(await db("seat_reminders")).toHaveLength(2);
  await db.transaction((trx) => eraseWords(trx, cipher, li, "z"));
  expect((await own()).seats).toMatchObject([
    { seat: { id: "s1", status: "booked" }, name: null, phone: null },
  ]);
  expect(await db("seat_reminders")).toEqual([]);
});
