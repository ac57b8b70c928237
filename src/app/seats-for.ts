import { bookingWindow, leadHours } from "../domain/appointment.ts";
import type { SeatEvent, SeatFacts, SlotName } from "../domain/booking.ts";
import type { Effect } from "../domain/flow.ts";
import { minutesOf, momentOf, timeAt } from "../domain/free-slots.ts";
import { openingsFor, openingsFrom } from "../domain/openings.ts";
import { seatRulesOf } from "../domain/seat-rules.ts";
import type { Service } from "../domain/sets.ts";
import { dateOf, hour } from "../domain/station-time.ts";
import {
  bookSeat,
  lastSeatOf,
  moveSeat,
  seatById,
  seatsOf,
  setSeat,
  takenCells,
} from "../store/appointments.ts";
import type { Transaction } from "../store/connection.ts";
import { closuresFrom } from "../store/seat-closures.ts";
import { dropSeatReminders, planSeatReminders } from "../store/seat-reminders.ts";
import { openOffer } from "../store/seat-waiting.ts";
import { holdFreed } from "./seat-waiting.ts";
import type { TurnParts } from "./turns.ts";

/** What the flows may know of seats: when people are seen, what is taken, what this person holds. */
export async function seatsFor(
  trx: Transaction,
  { knowledge }: Pick<TurnParts, "knowledge">,
  conversation: string,
  now: number,
): Promise<SeatFacts> {
  const rules = seatRulesOf(knowledge.station);
  const offer = await openOffer(trx, conversation, now);
  return {
    openings: openingsFrom(
      rules,
      knowledge.calendar ?? [],
      await closuresFrom(trx, dateOf(now)),
      now,
      bookingWindow,
    ),
    taken: await takenCells(trx, dateOf(now)),
    own: (await seatsOf(trx, conversation)).filter(({ day }) => day >= dateOf(now)),
    last: await lastSeatOf(trx, conversation),
    offer: offer && { waiting: offer.id, service: offer.service },
  };
}

/** Does what was decided about a seat; what came of it is decided upon in the same turn. Null: nothing was. */
export async function seatStep(
  trx: Transaction,
  { store, knowledge }: Pick<TurnParts, "store" | "knowledge">,
  kept: readonly Exclude<Effect, { do: "reply" }>[],
  origin: { conversation: string; at: number },
): Promise<SeatEvent | null> {
  for (const effect of kept) {
    if (effect.do === "book-seat") {
      const room = await roomAt(trx, knowledge, effect.wanted.service, effect.wanted, origin.at);
      if (!room.ok) return { on: "seat", effect, done: room };
      const done = await bookSeat(trx, store.cipher, effect.wanted, room, origin);
      if (done.ok) await planSeatReminders(trx, done.appointment, origin.at);
      return { on: "seat", effect, done };
    }
    if (effect.do === "move-seat") {
      const room = await roomAt(trx, knowledge, effect.service, effect.to, origin.at);
      if (!room.ok) return { on: "seat", effect, done: room };
      const done = await moveSeat(trx, effect.seat, effect.to, room, origin.at);
      if (done.ok) await planSeatReminders(trx, done.appointment, origin.at);
      if (done.ok) await holdFreed(trx, store.cipher, knowledge, origin.at);
      return { on: "seat", effect, done };
    }
    if (effect.do === "cancel-seat") {
      const seat = await seatById(trx, effect.seat);
      const isOurs = seat !== null && seat.conversation === origin.conversation;
      const gone = isOurs && (await setSeat(trx, seat.id, "cancelled", origin.at));
      if (gone) await dropSeatReminders(trx, seat.id);
      if (gone) await holdFreed(trx, store.cipher, knowledge, origin.at);
      return {
        on: "seat",
        effect,
        done: gone ? { ok: true, appointment: seat } : { ok: false, why: "closed" },
      };
    }
  }
  return null;
}

/**
 * How many can begin there at that time, as it stands now: since the card was shown the half day may
 * have been closed, or the time have come too near.
 */
async function roomAt(
  trx: Transaction,
  { station, calendar = [], services = [] }: TurnParts["knowledge"],
  name: Service,
  slot: SlotName,
  now: number,
): Promise<
  { ok: true; counters: number; minutes: number } | { ok: false; why: "closed" | "too-late" }
> {
  if (momentOf(slot) < now + leadHours * hour) return { ok: false, why: "too-late" };
  const service = services.find((each) => each.service === name);
  const closures = await closuresFrom(trx, dateOf(now));
  const openings = openingsFrom(seatRulesOf(station), calendar, closures, now, bookingWindow);
  const minutes = service?.minutes ?? 0;
  const ends = timeAt(minutesOf(slot.at) + minutes);
  const opening = (service ? openingsFor(service, openings) : []).find(
    ({ day, place, from, to }) =>
      day === slot.day && place === slot.place && from <= slot.at && ends <= to,
  );
  if (!opening) return { ok: false, why: "closed" };
  return { ok: true, counters: opening.counters, minutes };
}
