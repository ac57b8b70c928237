import type { Day } from "../domain/appointment.ts";
import type { SeatCount } from "../domain/seat-figures.ts";
import type { Transaction } from "./connection.ts";
import type { SeatRow } from "./seat-row.ts";

/** The seats of these days, both ends included; what was only held is none. */
export async function seatsBetween(trx: Transaction, from: Day, to: Day): Promise<SeatCount[]> {
  const rows = await trx<SeatRow>("appointments")
    .select("day", "service", "status", "moves", "made_at", "conversation")
    .whereNot("status", "offered")
    .where("day", ">=", from)
    .where("day", "<=", to);
  return rows.map(({ day, service, status, moves, made_at: madeAt, conversation }) => ({
    ...{ day, service, moves: Number(moves), madeAt: Number(madeAt) },
    status: status === "offered" ? "booked" : status,
    walkedIn: conversation === null,
  }));
}
