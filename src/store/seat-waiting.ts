import type { Appointment, Wanted } from "../domain/appointment.ts";
import type { SlotName } from "../domain/booking.ts";
import type { Service } from "../domain/sets.ts";
import { insertSeat } from "./appointments.ts";
import type { Cipher } from "./cipher.ts";
import { notOthers } from "./connection.ts";
import type { Transaction } from "./connection.ts";
import { freeCells } from "./seat-cells.ts";
import { planSeatReminders } from "./seat-reminders.ts";
import { appointmentOf, opened, sealed, type SeatRow } from "./seat-row.ts";

interface Row {
  id: string;
  conversation: string;
  service: Service;
  day: string;
  place: string;
  name: string | null;
  phone: string | null;
  at: number;
  offered: string | null;
  until: number | null;
  ended_at: number | null;
}

/** Somebody who waits for a seat of a day. Unit of times: ms since 1970. */
export interface WaitingForSeat extends Pick<
  Row,
  "id" | "conversation" | "service" | "day" | "place"
> {
  /** The seat that is held for them. */
  offered: string | null;
  /** How long it is held; null = they were not told yet. */
  until: number | null;
}

/** Puts somebody at the end of the line; whoever waits for it already keeps their place. */
export async function waitForSeat(
  trx: Transaction,
  cipher: Cipher,
  wait: Omit<WaitingForSeat, "offered" | "until"> & Pick<Wanted, "name" | "phone"> & { at: number },
): Promise<void> {
  const { id, name, phone } = wait;
  await trx("seat_waiting")
    .insert({
      ...wait,
      name: sealed(cipher, name, `seat_waiting.name.${id}`),
      phone: sealed(cipher, phone, `seat_waiting.phone.${id}`),
      ...{ offered: null, until: null, ended_at: null },
    })
    .onConflict()
    .ignore();
}

/** Everybody who waits, in line; those for whom a seat is held too. */
export async function waitingForSeats(trx: Transaction): Promise<WaitingForSeat[]> {
  const rows = await trx<Row>("seat_waiting")
    .whereRaw("ended_at is null")
    .orderBy(["at", "id"])
    .modify(notOthers, trx);
  return rows.map(({ id, conversation, service, day, place, offered, until }: Row) => ({
    ...{ id, conversation, service, day, place, offered },
    until: until === null ? null : Number(until),
  }));
}

/** The seat that was offered last to this person and is still held for them. */
export async function openOffer(
  trx: Transaction,
  conversation: string,
  now: number,
): Promise<Pick<WaitingForSeat, "id" | "service"> | null> {
  const row = await trx<Row>("seat_waiting")
    .where({ conversation })
    .whereRaw("ended_at is null and offered is not null")
    .where("until", ">", now)
    .orderBy("until", "desc")
    .first("id", "service");
  return row ?? null;
}

/** Whether somebody has a seat for this service. */
export async function hasSeatFor(
  trx: Transaction,
  { conversation, service }: Pick<WaitingForSeat, "conversation" | "service">,
): Promise<boolean> {
  const seat = await trx<SeatRow>("appointments")
    .where({ conversation, service, status: "booked" })
    .first("id");
  return seat !== undefined;
}

/** Holds a seat for whoever waits; null where it is gone. */
export async function holdSeat(
  trx: Transaction,
  cipher: Cipher,
  { id, conversation, service }: WaitingForSeat,
  { day, at: time, place }: SlotName,
  room: { counters: number; minutes: number },
  at: number,
): Promise<Appointment | null> {
  const row = await trx<Row>("seat_waiting").where({ id }).first();
  if (!row) return null;
  const wanted: Wanted = {
    ...{ id: `w-${id}`, service, day, at: time, place },
    name: opened(cipher, row.name, `seat_waiting.name.${id}`),
    phone: opened(cipher, row.phone, `seat_waiting.phone.${id}`),
  };
  const held = await insertSeat(trx, cipher, wanted, room, { conversation, at, status: "offered" });
  if (!held.ok) return null;
  await trx<Row>("seat_waiting").where({ id }).update({ offered: wanted.id, until: null });
  return held.appointment;
}

/** They were told, and it is held until then. */
export async function offerUntil(trx: Transaction, id: string, until: number): Promise<void> {
  await trx<Row>("seat_waiting").where({ id }).update({ until });
}

/** The wait is over; a seat that was held is free again. */
export async function endWaiting(
  trx: Transaction,
  { id, offered }: Pick<WaitingForSeat, "id" | "offered">,
  at: number,
): Promise<void> {
  if (offered !== null) {
    await freeCells(trx, offered);
    await trx<SeatRow>("appointments").where({ id: offered, status: "offered" }).delete();
  }
  await trx<Row>("seat_waiting").where({ id }).update({ ended_at: at });
}

/** Takes the seat that is held for them, or leaves it to the next. */
export async function answerOffer(
  trx: Transaction,
  { waiting, conversation, take }: OfferAnswer,
  at: number,
): Promise<void> {
  const row = await trx<Row>("seat_waiting").where({ id: waiting, conversation }).first();
  if (!row || row.offered === null || row.ended_at !== null) return;
  if (row.until === null || Number(row.until) <= at) return;
  if (!take || (await hasSeatFor(trx, row))) return endWaiting(trx, row, at);
  await trx<SeatRow>("appointments")
    .where({ id: row.offered, status: "offered" })
    .update({ status: "booked", made_at: at, changed_at: at });
  await trx<Row>("seat_waiting").where({ id: waiting }).update({ ended_at: at });
  const seat = await trx<SeatRow>("appointments").where({ id: row.offered }).first();
  if (seat) await planSeatReminders(trx, appointmentOf(seat), at);
}

interface OfferAnswer {
  waiting: string;
  conversation: string;
  take: boolean;
}

/** What came of an answer; `gone`: it was held no longer. */
export type OfferAnswered =
  { is: "taken"; appointment: Appointment } | { is: "left" | "gone" | "has-one" };

/** How an answer of this moment stands, for whoever tells it. */
export async function offerAnswered(
  trx: Transaction,
  { waiting, conversation, take }: OfferAnswer,
  at: number,
): Promise<OfferAnswered> {
  const row = await trx<Row>("seat_waiting").where({ id: waiting, conversation }).first();
  if (!row) return { is: "gone" };
  const seat = await trx<SeatRow>("appointments")
    .where({ id: row.offered ?? "", status: "booked" })
    .first();
  if (seat) return { is: "taken", appointment: appointmentOf(seat) };
  if (row.ended_at === null || Number(row.ended_at) !== at) return { is: "gone" };
  return { is: take ? "has-one" : "left" };
}
