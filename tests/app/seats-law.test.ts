import fc from "fast-check";
import { expect, it } from "vitest";
import { lookAfterSeats } from "../../src/app/seats.ts";
import { holdFreed } from "../../src/app/seat-waiting.ts";
import type { Reply } from "../../src/domain/message.ts";
import { momentOf } from "../../src/domain/free-slots.ts";
import { isQuietHour } from "../../src/domain/seat-reminders.ts";
import { bookSeat, moveSeat, seatById, setSeat } from "../../src/store/appointments.ts";
import { closeSeats, openSeats } from "../../src/store/seat-closures.ts";
import { dropSeatReminders, planSeatReminders } from "../../src/store/seat-reminders.ts";
import { answerOffer, waitForSeat } from "../../src/store/seat-waiting.ts";
import type { Store } from "../../src/store/store.ts";
import { seatClockTexts } from "../../src/texts/zh-cn/seat-clock.ts";
import { conversationRows } from "../support/conversation-rows.ts";
import { runs, withStore } from "../support/database.ts";
import { seatKnowledge } from "../support/seat-knowledge.ts";
import { worldKey } from "../support/world.ts";

const hour = 3_600_000;
const began = Date.parse("2026-11-24T10:00:00+08:00");
const days = ["2026-11-25", "2026-11-26", "2026-11-27"];
const times = ["09:00", "09:30", "10:00", "10:30"];
const room = { counters: 1, minutes: 30 };
const knowledge = seatKnowledge();

type Step =
  | { do: "book" | "move"; who: number; day: number; at: number }
  | { do: "cancel" | "wait" | "yes" | "no"; who: number; day: number }
  | { do: "close" | "open"; day: number }
  /** Time goes on; the clock may have stood still, or run, or gone back a little. */
  | { do: "pass"; hours: number };

const who = fc.nat(5);
const day = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("book" as const, "book", "move"),
      who,
      day,
      at: fc.nat(3),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("cancel" as const, "wait", "yes", "yes", "no"),
      who,
      day,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("close" as const, "open"), day }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      hours: fc.constantFrom(0.01, 0.3, 0.51, 1, 2, 3, 7, 12, 24, -0.2),
    }),
  },
);

/** Plays steps on a store, with the clock looking after each, and checks what it says. */
async function play(store: Store, steps: readonly Step[]): Promise<void> {
  const { db, cipher } = store;
  const people = await conversationRows(store, 6);
  await db("people").insert({
    ...{ id: "p", role: "officer", name: "", name_blind: "", villages: "[]", joined_at: 0 },
  });
  let now = began;
  let made = 0;
  const heard: { to: string; reply: Reply; at: number }[] = [];
  const seatOf = async (conversation: string) =>
    (await db("appointments").where({ conversation, status: "booked" }).first("id")) as
      { id: string } | undefined;

  const does = (one: Exclude<Step, { do: "pass" }>) => ("who" in one ? takes(one) : shuts(one));

  const shuts = (one: Extract<Step, { do: "close" | "open" }>) =>
    db.transaction(async (trx) => {
      const closure = { day: days[one.day]!, place: "所里", from: "00:00", to: "12:00" };
      if (one.do === "open") return openSeats(trx, closure, now);
      return closeSeats(trx, { id: `c${++made}`, closure, person: "p", at: now });
    });

  const takes = (one: Extract<Step, { who: number }>) =>
    db.transaction(async (trx) => {
      const conversation = people[one.who]!;
      const own = await trx("appointments").where({ conversation, status: "booked" }).first("id");
      const seat = own && (await seatById(trx, (own as { id: string }).id));
      switch (one.do) {
        case "book":
        case "move": {
          const slot = { day: days[one.day]!, at: times[one.at]!, place: "所里" };
          if (momentOf(slot) < now + 2 * hour) return;
          const wanted = {
            id: `s${++made}`,
            service: "id_card_renew" as const,
            name: null,
            phone: null,
          };
          const done =
            one.do === "book"
              ? await bookSeat(trx, cipher, { ...wanted, ...slot }, room, { conversation, at: now })
              : seat && (await moveSeat(trx, seat.id, slot, room, now));
          if (done?.ok) await planSeatReminders(trx, done.appointment, now);
          if (done?.ok) await holdFreed(trx, cipher, knowledge, now);
          return;
        }
        case "cancel":
          if (!seat) return;
          await setSeat(trx, seat.id, "cancelled", now);
          await dropSeatReminders(trx, seat.id);
          await holdFreed(trx, cipher, knowledge, now);
          return;
        case "wait":
          return waitForSeat(trx, cipher, {
            ...{ id: `w${++made}`, conversation, service: "id_card_renew", day: days[one.day]! },
            ...{ place: "所里", name: null, phone: null, at: now },
          });
        case "yes":
        case "no": {
          const row = (await trx("seat_waiting")
            .where({ conversation, ended_at: null })
            .first("id")) as { id: string } | undefined;
          if (row)
            await answerOffer(trx, { waiting: row.id, conversation, take: one.do === "yes" }, now);
          return;
        }
        default:
          one satisfies never;
      }
    });

  const look = async (fails: boolean) => {
    const said: typeof heard = [];
    const say = (to: string, reply: Reply) => void said.push({ to, reply, at: now });
    // A crash before the commit: nothing was said, and nothing was kept.
    await db
      .transaction(async (trx) => {
        await lookAfterSeats(trx, cipher, knowledge, { now, say });
        if (fails) throw new Error("the power went");
      })
      .then(
        () => heard.push(...said),
        () => undefined,
      );
  };

  for (const [i, one] of steps.entries()) {
    if (one.do === "pass") now += one.hours * hour;
    else await does(one);
    if (i % 3 === 0) await look(true);
    const before = heard.length;
    await look(false);
    for (const { to, reply, at } of heard.slice(before)) {
      const isEnd = reply.choices.length === 0;
      if (!isEnd) expect(isQuietHour(at)).toBe(false);
      const cancels = reply.choices.find(({ label }) => label === seatClockTexts.cannotCome);
      const action = cancels?.action;
      if (action?.act === "book" && action.do === "cancel")
        expect(await seatOf(to)).toEqual({ id: action.seat });
    }
    // Said once: what was said a moment ago is not said again.
    const again = heard.length;
    await look(false);
    expect(heard.length).toBe(again);
    const cells = await db("seat_cells");
    const names = cells.map((cell: object) => JSON.stringify({ ...cell, appointment: "" }));
    expect(new Set(names).size).toBe(names.length);
    const holders = new Set(
      ((await db("appointments").whereIn("status", ["booked", "offered"])) as { id: string }[]).map(
        ({ id }) => id,
      ),
    );
    const live = cells.filter(
      ({ day: on }: { day: string }) => momentOf({ day: on, at: "23:59" }) > now,
    );
    for (const { appointment } of live as { appointment: string }[])
      if (!holders.has(appointment))
        expect((await seatById(db, appointment))?.status).not.toBe("cancelled");
    // Each seat that is held is held for somebody who still waits.
    const offered = (await db("appointments").where({ status: "offered" })) as { id: string }[];
    for (const { id } of offered)
      expect(await db("seat_waiting").where({ offered: id, ended_at: null })).toHaveLength(1);
  }
  // Every reminder and every offer that was said stands in the store as said.
  const offers = heard.filter(({ reply }) => reply.choices[0]?.label === seatClockTexts.take);
  const waitings = offers.map(({ reply }) => JSON.stringify(reply.choices[0]!.action));
  expect(new Set(waitings).size).toBe(waitings.length);
}

it("whatever people and clocks do: by day, once, the truth, and never one seat for two", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) =>
      withStore(worldKey, (store) => play(store, steps)),
    ),
    { numRuns: runs(60) },
  );
}, 120_000);
