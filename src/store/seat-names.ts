import type { OwnData } from "../domain/flow.ts";
import { dateOf, day } from "../domain/station-time.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { keptDays } from "./retention.ts";
import { openedCase } from "./seat-cases.ts";
import { dropSeatReminders } from "./seat-reminders.ts";
import { appointmentOf, opened, type SeatRow } from "./seat-row.ts";

const nameless = { name: null, phone: null };
const caseless = { ...nameless, cases: null };

/** Seats so long past that nobody needs to know whose they were. */
export function oldSeatNames(db: Database | Transaction, now: number) {
  return db<SeatRow>("appointments")
    .select("id")
    .where("day", "<", dateOf(now - keptDays * day))
    .where(
      (named) => void named.whereNotNull("name").orWhereNotNull("phone").orWhereNotNull("cases"),
    );
}

/** Empties their names and numbers; that there was a seat stays for the figures. */
export async function emptyOldSeatNames(db: Database, now: number): Promise<void> {
  await db<SeatRow>("appointments").whereIn("id", oldSeatNames(db, now)).update(caseless);
  await db("seat_waiting")
    .where("day", "<", dateOf(now - keptDays * day))
    .update(nameless);
}

/** At somebody's own wish: their seats stay, without a name, and they are not written to about them. */
export async function forgetSeatNames(trx: Transaction, conversation: string): Promise<void> {
  await trx<SeatRow>("appointments").where({ conversation }).update(caseless);
  await trx("seat_waiting").where({ conversation }).update(nameless);
  const seats = await trx<SeatRow>("appointments").where({ conversation }).select("id");
  for (const { id } of seats) await dropSeatReminders(trx, id);
}

/** All seats of one conversation, the latest first; every one names what was told. */
export async function seatsKeptOf(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
): Promise<OwnData["seats"]> {
  const rows = await trx<SeatRow>("appointments")
    .where({ conversation })
    .whereNot("status", "offered")
    .orderBy("made_at", "desc");
  return rows.map((row) => ({
    seat: appointmentOf(row),
    name: opened(cipher, row.name, `appointments.name.${row.id}`),
    phone: opened(cipher, row.phone, `appointments.phone.${row.id}`),
    known: row.cases === null ? null : openedCase(cipher, row.id, row.cases),
  }));
}
