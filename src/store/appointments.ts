import {
  mostSeats,
  type Appointment,
  type AppointmentStatus,
  type SeatRefusal,
  type Wanted,
} from "../domain/appointment.ts";
import type { TakenCell } from "../domain/free-slots.ts";
import type { Cipher } from "./cipher.ts";
import { notOthers } from "./connection.ts";
import type { Database, Transaction } from "./connection.ts";
import { freeCells, freeCounter, lockSeats, nextNumber, takeCells } from "./seat-cells.ts";
import { appointmentOf, opened, sealed, type CellRow, type SeatRow as Row } from "./seat-row.ts";

export type Booked = { ok: true; appointment: Appointment } | { ok: false; why: SeatRefusal };

/** How many counters there are, and how long it takes. Unit: minutes. */
type Room = { counters: number; minutes: number };

/**
 * Takes a seat. That nobody else has it is held by the database: each half hour of a counter is one
 * row at most.
 */
export async function bookSeat(
  trx: Transaction,
  cipher: Cipher,
  wanted: Wanted,
  room: Room,
  { conversation, at }: { conversation: string | null; at: number },
): Promise<Booked> {
  if (conversation !== null) {
    const own = await trx<Row>("appointments").where({ conversation, status: "booked" });
    if (own.some(({ service }) => service === wanted.service)) return { ok: false, why: "has-one" };
    if (own.length >= mostSeats) return { ok: false, why: "too-many" };
  }
  return insertSeat(trx, cipher, wanted, room, { conversation, at, status: "booked" });
}

/** Writes a seat with its cells and its number, or nothing. */
export async function insertSeat(
  trx: Transaction,
  cipher: Cipher,
  wanted: Wanted,
  room: Room,
  of: { conversation: string | null; at: number; status: "booked" | "offered" },
): Promise<Booked> {
  const { id, service, day, at, place, name, phone, cases } = wanted;
  await lockSeats(trx, wanted);
  const counter = await freeCounter(trx, wanted, room);
  if (counter === null) return { ok: false, why: "taken" };
  const row: Row = {
    ...{ id, conversation: of.conversation, service, day, at, place, status: of.status },
    number: await nextNumber(trx, wanted),
    name: sealed(cipher, name, `appointments.name.${id}`),
    phone: sealed(cipher, phone, `appointments.phone.${id}`),
    cases: sealed(cipher, cases ? JSON.stringify(cases) : null, `appointments.cases.${id}`),
    ...{ made_at: of.at, changed_at: of.at, moves: 0 },
  };
  const made = await trx("appointments")
    .insert(row)
    .onConflict()
    .ignore()
    .returning<{ id: string }[]>("id");
  if (made.length === 0) return { ok: false, why: "has-one" };
  if (!(await takeCells(trx, wanted, counter, room.minutes))) {
    await trx<Row>("appointments").where({ id }).delete();
    return { ok: false, why: "taken" };
  }
  return { ok: true, appointment: appointmentOf(row) };
}

/** Moves a seat: the old one is free only once the new one is had. */
export async function moveSeat(
  trx: Transaction,
  id: string,
  to: Pick<Wanted, "day" | "at" | "place">,
  room: Room,
  at: number,
): Promise<Booked> {
  await lockSeats(trx, to);
  const row = await trx<Row>("appointments").where({ id, status: "booked" }).first();
  if (!row) return { ok: false, why: "closed" };
  const counter = await freeCounter(trx, to, room, id);
  if (counter === null) return { ok: false, why: "taken" };
  const before = await trx<CellRow>("seat_cells").where({ appointment: id });
  await freeCells(trx, id);
  if (!(await takeCells(trx, { id, ...to }, counter, room.minutes))) {
    if (before.length > 0) await trx<CellRow>("seat_cells").insert(before);
    return { ok: false, why: "taken" };
  }
  const isElsewhere = row.day !== to.day || row.place !== to.place;
  const number = isElsewhere ? await nextNumber(trx, to) : row.number;
  const { day, at: time, place } = to;
  await trx<Row>("appointments")
    .where({ id })
    .update({ day, at: time, place, number, changed_at: at, moves: row.moves + 1 });
  return { ok: true, appointment: appointmentOf({ ...row, ...to, number }) };
}

/** From which states each step may be taken; what was called a no-show may still come late. */
const stepsFrom: Record<Exclude<AppointmentStatus, "booked">, AppointmentStatus[]> = {
  arrived: ["booked", "no-show"],
  done: ["booked", "arrived", "no-show"],
  "no-show": ["booked", "arrived"],
  cancelled: ["booked"],
};

/** Another step of a seat's life; a seat that is given back is free at once. False: it cannot be taken from where it stands. */
export async function setSeat(
  trx: Transaction,
  id: string,
  status: Exclude<AppointmentStatus, "booked">,
  at: number,
): Promise<boolean> {
  const changed = await trx<Row>("appointments")
    .where({ id })
    .whereIn("status", stepsFrom[status])
    .update({ status, changed_at: at });
  if (changed > 0 && status === "cancelled") await freeCells(trx, id);
  return changed > 0;
}

/** What a person has ahead of them or had today, earliest first. */
export async function seatsOf(
  trx: Database | Transaction,
  conversation: string,
): Promise<Appointment[]> {
  const rows = await trx<Row>("appointments")
    .where({ conversation, status: "booked" })
    .orderBy(["day", "at"]);
  return rows.map(appointmentOf);
}

/** The latest appointment of a person, whatever became of it: "the same as last time". */
export async function lastSeatOf(
  trx: Database | Transaction,
  conversation: string,
): Promise<Appointment | null> {
  const row = await trx<Row>("appointments")
    .where({ conversation })
    .whereNot("status", "offered")
    .orderBy("made_at", "desc")
    .first();
  return row ? appointmentOf(row) : null;
}

export async function seatById(
  trx: Database | Transaction,
  id: string,
): Promise<Appointment | null> {
  const row = await trx<Row>("appointments").where({ id }).first();
  return row ? appointmentOf(row) : null;
}

/** Whom the counter sees on a day, by time. */
export async function seatsOn(
  db: Database | Transaction,
  cipher: Cipher,
  day: string,
): Promise<(Appointment & { name: string | null; phone: string | null })[]> {
  const rows = await db<Row>("appointments")
    .where({ day })
    .whereNotIn("status", ["cancelled", "offered"])
    .orderBy(["at", "number"]);
  return rows.map((row) => ({
    ...appointmentOf(row),
    name: opened(cipher, row.name, `appointments.name.${row.id}`),
    phone: opened(cipher, row.phone, `appointments.phone.${row.id}`),
  }));
}

/** How many have a seat on a day. */
export async function countSeats(trx: Transaction, day: string): Promise<number> {
  const rows = await trx<Row>("appointments")
    .where({ day, status: "booked" })
    .count<{ count: number | string }[]>({ count: "*" });
  return Number(rows[0]?.count ?? 0);
}

/** Seats up to a day that nobody said anything of yet, earliest first. */
export async function stillBooked(
  trx: Transaction,
  upTo: string,
  most: number,
): Promise<Appointment[]> {
  const rows = await trx<Row>("appointments")
    .where({ status: "booked" })
    .where("day", "<=", upTo)
    .orderBy(["day", "at", "id"])
    .limit(most)
    .modify(notOthers, trx);
  return rows.map((row: Row) => appointmentOf(row));
}

/** Cells that are taken from a day on. */
export async function takenCells(
  db: Database | Transaction,
  fromDay: string,
): Promise<TakenCell[]> {
  const rows = await db<CellRow>("seat_cells").where("day", ">=", fromDay);
  return rows.map(({ day, place, counter, from_minute }) => ({
    ...{ day, place, counter, from: Number(from_minute) },
  }));
}
