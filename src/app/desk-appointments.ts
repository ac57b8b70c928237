import type { Day } from "../domain/appointment.ts";
import { openingsFrom, atStation, weekdayOf } from "../domain/openings.ts";
import { momentOf } from "../domain/free-slots.ts";
import type { Staff } from "../domain/people.ts";
import type { Clock, Ids } from "../domain/ports.ts";
import { may, type Act } from "../domain/rights.ts";
import type { SeatDay, SeatDesk, SeatView } from "../domain/seat-desk.ts";
import { countedFrom, seatGroups } from "../domain/seat-figures.ts";
import { seatRulesOf } from "../domain/seat-rules.ts";
import { dateOf, day as dayLength } from "../domain/station-time.ts";
import { seatById, seatsOn } from "../store/appointments.ts";
import type { Transaction } from "../store/connection.ts";
import { keepOfSeats } from "../store/keeping-seats.ts";
import { closuresFrom } from "../store/seat-closures.ts";
import { seatsBetween } from "../store/seat-figures.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { whoIsAt } from "./desk-me.ts";
import { nextToday, withSeats, type SeatKnowledge } from "./desk-seats.ts";

/** What the desk shows and does of the counter's seats. */
export function deskAppointments(
  { db, cipher }: Store,
  clock: Clock,
  ids: Ids,
  knowledge: SeatKnowledge,
): SeatDesk {
  /** Does something for whoever sits there, where their role may. */
  function forMe<T>(
    chat: string,
    act: Act,
    does: (trx: Transaction, me: Staff, at: number) => Promise<T>,
  ): Promise<T | "not-yours" | null> {
    return db.transaction(async (trx) => {
      const at = clock.now();
      const me = await whoIsAt(trx, cipher, chat, at);
      if (!me) return null;
      return may(me.role, act) ? does(trx, me, at) : "not-yours";
    });
  }
  const keep = (trx: Transaction, at: number, it: Parameters<typeof keepOfSeats>[3]) =>
    keepOfSeats(trx, cipher, { turn: ids.next(), conversation: "", at }, it);
  const nameOf = (service: string): string =>
    knowledge.services?.find((one) => one.service === service)?.name ?? service;

  async function dayShown(trx: Transaction, day: Day): Promise<SeatDay> {
    const closures = (await closuresFrom(trx, day)).filter((one) => one.day === day);
    const midnight = momentOf({ day, at: "00:00" });
    const rules = seatRulesOf(knowledge.station);
    return {
      ...{ day, closures },
      openings: openingsFrom(rules, knowledge.calendar ?? [], closures, midnight, 0),
      seats: await seatsOn(trx, cipher, day),
    };
  }

  return {
    seats: (chat, view, asked) =>
      forMe(chat, "see-seats", async (trx, me, at) => {
        const today = dateOf(at);
        const day = asked ?? today;
        const days = [];
        for (const one of daysOf(view, day)) days.push(await dayShown(trx, one));
        await record(trx, [{ at, actor: me.id, act: "see", subject: `seats ${day} ${view}` }]);
        const villages = knowledge.station.villages.map(({ name }) => name);
        return {
          ...{ view, day, today, days, mayRun: may(me.role, "run-seats") },
          services: (knowledge.services ?? []).map(({ service, name }) => ({ service, name })),
          places: [atStation, ...villages],
        };
      }),
    seatStep: (chat, seat, step) =>
      forMe(chat, "run-seats", async (trx, me, at) => {
        const before = await seatById(trx, seat);
        if (!before) return "none" as const;
        await keep(trx, at, { do: "set-seat", seat, step, person: me.id });
        const after = await seatById(trx, seat);
        return after?.status === step ? ("done" as const) : ("none" as const);
      }),
    walkIn: (chat, service, name) =>
      forMe(chat, "run-seats", async (trx, me, at) => {
        const next = await nextToday(trx, knowledge, service, at);
        const bookable = knowledge.services?.find((one) => one.service === service);
        if (!next || !bookable) return "full" as const;
        const { slot, number, counters } = next;
        const { day, at: time, place } = slot;
        await keep(trx, at, {
          ...{ do: "walk-in", number, counters, minutes: bookable.minutes, person: me.id },
          wanted: { id: ids.next(), service, day, at: time, place, name, phone: null },
        });
        return { number, at: time };
      }),
    lookAtClosing: (chat, closure) => forMe(chat, "run-seats", (trx) => withSeats(trx, closure)),
    closeHalfDay: (chat, closure, closes) =>
      forMe(chat, "run-seats", async (trx, me, at) => {
        const person = me.id;
        if (closes) await keep(trx, at, { do: "close-seats", id: ids.next(), closure, person });
        else await keep(trx, at, { do: "open-seats", closure, person });
        return "done" as const;
      }),
    seatFigures: (chat) =>
      forMe(chat, "see-figures", async (trx, _me, at) => {
        const today = dateOf(at);
        const groups = seatGroups(await seatsBetween(trx, countedFrom(today), today), today);
        const services = groups.services.map((one) => ({ ...one, name: nameOf(one.service) }));
        return { ...groups, services, today };
      }),
  };
}

/** The day, or the week from its Monday on. */
function daysOf(view: SeatView, day: Day): Day[] {
  if (view === "day") return [day];
  const monday = momentOf({ day, at: "00:00" }) - (weekdayOf(day) - 1) * dayLength;
  return Array.from({ length: 7 }, (_, i) => dateOf(monday + i * dayLength));
}
