import type { Appointment, Day } from "../domain/appointment.ts";
import { minutesOf } from "../domain/free-slots.ts";
import { without, type Closure } from "../domain/openings.ts";
import type { Database, Transaction } from "./connection.ts";
import { lockSeats, seatsInStretch } from "./seat-cells.ts";
import { planClosedNotices, planReopenedNotices } from "./seat-reminders.ts";
import type { SeatRow } from "./seat-row.ts";

interface Row {
  id: string;
  day: string;
  place: string;
  from_time: string;
  to_time: string;
  person: string | null;
  at: number;
}

/** What is closed from a day on. */
export async function closuresFrom(db: Database | Transaction, day: Day): Promise<Closure[]> {
  const rows = await db<Row>("seat_closures").where("day", ">=", day).orderBy(["day", "from_time"]);
  return rows.map(closureOf);
}

/** Seats that somebody has in this stretch. */
export async function seatsWithin(
  trx: Transaction,
  closure: Closure,
): Promise<Pick<Appointment, "id" | "conversation">[]> {
  const { from, to } = closure;
  const ids = await seatsInStretch(trx, closure, minutesOf(from), minutesOf(to));
  return trx<SeatRow>("appointments")
    .select("id", "conversation")
    .where({ status: "booked" })
    .whereIn("id", ids)
    .orderBy("id");
}

/** Closes a stretch; whoever has a seat in it is to be told. */
export async function closeSeats(
  trx: Transaction,
  { id, closure, person, at }: { id: string; closure: Closure; person: string; at: number },
): Promise<void> {
  await lockSeats(trx, closure);
  const { day, place, from, to } = closure;
  await trx<Row>("seat_closures")
    .insert({ id, day, place, from_time: from, to_time: to, person, at })
    .onConflict("id")
    .ignore();
  const seats = await seatsWithin(trx, closure);
  await planClosedNotices(
    trx,
    seats.map((seat) => seat.id),
    at,
  );
}

/** Opens a stretch again: what was closed before and after it stays closed. */
export async function openSeats(trx: Transaction, again: Closure, at: number): Promise<void> {
  const { day, place } = again;
  await lockSeats(trx, again);
  const closed = await trx<Row>("seat_closures").where({ day, place });
  for (const row of closed) {
    const left = without(closureOf(row), [again]);
    if (left.length === 1 && left[0]!.from === row.from_time && left[0]!.to === row.to_time)
      continue;
    await trx<Row>("seat_closures").where({ id: row.id }).delete();
    const rows = left.map(({ from, to }, i): Row => ({
      ...{ ...row, id: `${row.id}-${i}`, from_time: from, to_time: to },
    }));
    if (rows.length > 0) await trx<Row>("seat_closures").insert(rows);
  }
  const seats = await seatsWithin(trx, again);
  await planReopenedNotices(
    trx,
    seats.map((seat) => seat.id),
    at,
  );
}

/** Whether a seat lies in what was closed. */
export async function isSeatClosed(
  trx: Transaction,
  { id, day, place }: Pick<Appointment, "id" | "day" | "place">,
): Promise<boolean> {
  const closures = await trx<Row>("seat_closures").where({ day, place });
  for (const { from_time: from, to_time: to } of closures) {
    const seats = await seatsInStretch(trx, { day, place }, minutesOf(from), minutesOf(to));
    if (seats.includes(id)) return true;
  }
  return false;
}

function closureOf({ day, place, from_time: from, to_time: to }: Row): Closure {
  return { day, place, from, to };
}
