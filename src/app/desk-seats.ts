import type { Action } from "../domain/action.ts";
import type { DeskSeats } from "../domain/desk-seats.ts";
import { freeSlots } from "../domain/free-slots.ts";
import { openingsFor, openingsFrom, type Closure } from "../domain/openings.ts";
import type { Knowledge } from "../domain/ports.ts";
import { seatRulesOf } from "../domain/seat-rules.ts";
import type { Service } from "../domain/sets.ts";
import { dateOf, day as dayLength } from "../domain/station-time.ts";
import { seatsOn, takenCells } from "../store/appointments.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { wayTo } from "../store/people.ts";
import { closuresFrom, seatsWithin } from "../store/seat-closures.ts";
import { lockSeats, nextNumber } from "../store/seat-cells.ts";
import { stretchIn } from "../understanding/seat-command.ts";

export type SeatKnowledge = Pick<Knowledge, "station" | "calendar" | "services">;

/** What a flow must know of the day's seats for this action; null where it asks for none. */
export async function deskSeatsFor(
  trx: Transaction,
  cipher: Cipher,
  action: Action | null,
  knowledge: SeatKnowledge,
  now: number,
): Promise<DeskSeats | null> {
  const none = { listed: [], next: null, stretch: null };
  const today = dateOf(now);
  switch (action?.act) {
    case "seats": {
      const day = action.on === "today" ? today : dateOf(now + dayLength);
      return { ...none, day, listed: await seatsOn(trx, cipher, day) };
    }
    case "seat-step":
      return { ...none, day: today, listed: await seatsOn(trx, cipher, today) };
    case "walk-in":
      return { ...none, day: today, next: await nextToday(trx, knowledge, action.service, now) };
    case "close-seats":
    case "open-seats": {
      const villages = knowledge.station.villages.map(({ name }) => name);
      const found = stretchIn(action.words, now, knowledge.calendar ?? [], villages);
      return { ...none, day: today, stretch: found && (await withSeats(trx, found)) };
    }
    case "close-sure":
      return { ...none, day: today, stretch: await withSeats(trx, action.closure) };
    default:
      return null;
  }
}

/**
 * The next free time of today for somebody who stands at the counter. It stays free until the
 * transaction ends: whoever asks at another worker meanwhile waits, and is told the one after it.
 */
export async function nextToday(
  trx: Transaction,
  { station, calendar = [], services = [] }: SeatKnowledge,
  name: Service | null,
  now: number,
): Promise<DeskSeats["next"]> {
  const bookable = services.find(({ service }) => service === name);
  if (!bookable) return null;
  const today = dateOf(now);
  const closures = await closuresFrom(trx, today);
  const openings = openingsFor(
    bookable,
    openingsFrom(seatRulesOf(station), calendar, closures, now, 0),
  );
  // In one order, so that no two wait for each other.
  for (const place of [...new Set(openings.map(({ place }) => place))].toSorted())
    await lockSeats(trx, { day: today, place });
  const [slot] = freeSlots(openings, await takenCells(trx, today), bookable.minutes, now, 0);
  if (!slot) return null;
  const at = openings.find(
    ({ place, from, to }) => place === slot.place && from <= slot.at && slot.at < to,
  );
  return { slot, number: await nextNumber(trx, slot), counters: at?.counters ?? 1 };
}

/** How many people have a seat in a stretch, and how many of them cannot be told here. */
export async function withSeats(trx: Transaction, closure: Closure): Promise<DeskSeats["stretch"]> {
  const seats = await seatsWithin(trx, closure);
  let unreached = 0;
  for (const { conversation } of seats)
    if (conversation === null || (await wayTo(trx, conversation)).length === 0) unreached += 1;
  const closed = await closuresFrom(trx, closure.day);
  const isClosed = closed.some(
    ({ day, place, from, to }) =>
      day === closure.day && place === closure.place && from < closure.to && to > closure.from,
  );
  return { ...closure, seats: seats.length, unreached, isClosed };
}
