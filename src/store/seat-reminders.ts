import type { Appointment } from "../domain/appointment.ts";
import { seatReminders, type SeatNotice } from "../domain/seat-reminders.ts";
import { notOthers } from "./connection.ts";
import type { Transaction } from "./connection.ts";

interface Row {
  appointment: string;
  kind: SeatNotice;
  due_at: number;
  done_at: number | null;
}

/** What is to be said of one seat. Unit of times: ms since 1970. */
export interface DueNotice {
  seat: string;
  kind: SeatNotice;
  dueAt: number;
}

/** A seat was taken or moved: what was planned for it before is forgotten. */
export async function planSeatReminders(
  trx: Transaction,
  seat: Pick<Appointment, "id" | "conversation" | "day" | "at">,
  now: number,
): Promise<void> {
  await dropSeatReminders(trx, seat.id);
  if (seat.conversation === null) return;
  const rows = seatReminders(seat, now).map(({ kind, dueAt }): Row => ({
    ...{ appointment: seat.id, kind, due_at: dueAt, done_at: null },
  }));
  if (rows.length > 0) await trx<Row>("seat_reminders").insert(rows);
}

export async function dropSeatReminders(trx: Transaction, seat: string): Promise<void> {
  await trx<Row>("seat_reminders").where({ appointment: seat }).delete();
}

/** What is to be said by now, oldest first. */
export async function dueSeatNotices(
  trx: Transaction,
  now: number,
  most: number,
): Promise<DueNotice[]> {
  const rows = await trx<Row>("seat_reminders")
    .whereRaw("done_at is null")
    .where("due_at", "<=", now)
    .orderBy(["due_at", "appointment", "kind"])
    .limit(most)
    .modify(notOthers, trx);
  return rows.map(({ appointment: seat, kind, due_at: dueAt }: Row) => ({ seat, kind, dueAt }));
}

/** It was said, or need not be said any more. */
export async function seatNoticeDone(
  trx: Transaction,
  { seat, kind }: Pick<DueNotice, "seat" | "kind">,
  at: number,
): Promise<void> {
  await trx<Row>("seat_reminders").where({ appointment: seat, kind }).update({ done_at: at });
}

/** The half day of these seats was closed: each of their people is to be told. */
export async function planClosedNotices(
  trx: Transaction,
  seats: readonly string[],
  at: number,
): Promise<void> {
  if (seats.length === 0) return;
  await trx<Row>("seat_reminders")
    .where({ kind: "reopened" })
    .whereIn("appointment", seats)
    .delete();
  await trx<Row>("seat_reminders")
    .insert(
      seats.map((appointment): Row => ({
        ...{ appointment, kind: "closed", due_at: at, done_at: null },
      })),
    )
    .onConflict(["appointment", "kind"])
    .merge(["due_at", "done_at"]);
}

/** It was opened again: whoever was told that it is closed hears so, the others need not hear anything. */
export async function planReopenedNotices(
  trx: Transaction,
  seats: readonly string[],
  at: number,
): Promise<void> {
  const told = await trx<Row>("seat_reminders")
    .where({ kind: "closed" })
    .whereRaw("done_at is not null")
    .whereIn("appointment", seats);
  await trx<Row>("seat_reminders").where({ kind: "closed" }).whereIn("appointment", seats).delete();
  if (told.length === 0) return;
  await trx<Row>("seat_reminders")
    .insert(
      told.map(({ appointment }): Row => ({
        ...{ appointment, kind: "reopened", due_at: at, done_at: null },
      })),
    )
    .onConflict(["appointment", "kind"])
    .merge(["due_at", "done_at"]);
}
