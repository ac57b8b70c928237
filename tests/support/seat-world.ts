import type { Wanted } from "../../src/domain/appointment.ts";
import { bookSeat, moveSeat, seatById, setSeat } from "../../src/store/appointments.ts";
import { planSeatReminders, dropSeatReminders } from "../../src/store/seat-reminders.ts";
import { waitForSeat } from "../../src/store/seat-waiting.ts";
import { seatKnowledge } from "./seat-knowledge.ts";
import { openWorld, type WorldOptions } from "./world.ts";

const room = { counters: 1, minutes: 30 };

/** A station with seats, and villagers who have some: taken past the dialogue, as a turn takes them. */
export async function seatWorld(options: WorldOptions = {}) {
  const world = await openWorld({ knowledge: seatKnowledge(), ...options });
  const { db, cipher } = world.store;
  let made = 0;

  /** A villager who has said something, with the name of their conversation. */
  async function villager(name: string) {
    const it = world.villager(name);
    await it.says("您好");
    it.gets();
    const row = (await db("conversations").orderBy("id", "desc").first()) as { id: string };
    return { it, conversation: row.id };
  }

  const book = (conversation: string | null, over: Partial<Wanted>) =>
    db.transaction(async (trx) => {
      const wanted: Wanted = {
        ...{ id: `seat-${++made}`, service: "id_card_renew", day: "2026-11-26", at: "09:30" },
        ...{ place: "所里", name: null, phone: null, ...over },
      };
      const done = await bookSeat(trx, cipher, wanted, room, { conversation, at: world.now() });
      if (!done.ok) throw new Error(`No seat: ${done.why}`);
      await planSeatReminders(trx, done.appointment, world.now());
      return done.appointment;
    });

  const move = (id: string, day: string, at: string) =>
    db.transaction(async (trx) => {
      const done = await moveSeat(trx, id, { day, at, place: "所里" }, room, world.now());
      if (!done.ok) throw new Error(`Not moved: ${done.why}`);
      await planSeatReminders(trx, done.appointment, world.now());
    });

  const cancel = (id: string) =>
    db.transaction(async (trx) => {
      await setSeat(trx, id, "cancelled", world.now());
      await dropSeatReminders(trx, id);
    });

  const wait = (conversation: string, over: { service?: Wanted["service"]; day?: string } = {}) =>
    db.transaction((trx) =>
      waitForSeat(trx, cipher, {
        ...{ id: `wait-${++made}`, conversation, service: "id_card_renew", day: "2026-11-26" },
        ...{ place: "所里", name: null, phone: null, at: world.now(), ...over },
      }),
    );

  /** The station is looked after at this moment of its clock, and half a minute later; in between time jumps. */
  async function until(moment: string): Promise<void> {
    const left = Date.parse(`${moment}+08:00`) - world.now();
    if (left > 0) await world.wait(left);
    await world.wait(31_000);
  }

  return {
    world,
    villager,
    book,
    move,
    cancel,
    wait,
    until,
    seat: (id: string) => seatById(db, id),
  };
}
