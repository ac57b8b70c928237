import type { Alert } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import type { EmergencyClass } from "../domain/sets.ts";
import { readable, type Cipher } from "./cipher.ts";
import { notOthers } from "./connection.ts";
import type { Database, Transaction } from "./connection.ts";
import { Outrun } from "./matters.ts";

interface Row {
  id: string;
  conversation: string;
  class: EmergencyClass;
  words: string;
  status: "waiting" | "taken";
  at: number;
  village: string | null;
  calls: number;
  due_at: number | null;
  taken_by: string | null;
  taken_at: number | null;
  matter: string | null;
}

export async function alertById(
  db: Database | Transaction,
  cipher: Cipher,
  id: string,
): Promise<{ alert: Alert; words: string } | null> {
  const row = await db<Row>("alerts").where({ id }).first();
  return row ? { alert: alertOf(row), words: wordsOf(cipher, row) } : null;
}

/** The latest alert of a conversation since then. */
export async function latestAlert(
  trx: Transaction,
  conversation: string,
  since: number,
): Promise<Alert | null> {
  const row = await trx<Row>("alerts")
    .where({ conversation })
    .where("at", ">=", since)
    .orderBy("id", "desc")
    .first();
  return row ? alertOf(row) : null;
}

/** Alerts whose clock has come, with the villager's words. */
export async function dueAlerts(
  trx: Transaction,
  cipher: Cipher,
  at: number,
  most: number,
): Promise<{ alert: Alert; words: string }[]> {
  const rows = await trx<Row>("alerts")
    .whereRaw("due_at is not null")
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .limit(most)
    .modify(notOthers, trx);
  return rows.map((row: Row) => ({ alert: alertOf(row), words: wordsOf(cipher, row) }));
}

/** Alerts that nobody has taken, oldest first. */
export async function waitingAlerts(trx: Transaction, most: number): Promise<Alert[]> {
  const rows = await trx<Row>("alerts")
    // Whoever waits has a clock: the same words as the index.
    .whereRaw("due_at is not null")
    .where({ status: "waiting" })
    .orderBy("at")
    .limit(most);
  return rows.map(alertOf);
}

/** Alerts since then, oldest first, taken or not. */
export async function alertsSince(trx: Transaction, since: number, most: number): Promise<Alert[]> {
  const rows = await trx<Row>("alerts").where("at", ">=", since).orderBy("at").limit(most);
  return rows.map(alertOf);
}

/** Somebody was called; the clock looks again at `dueAt`. */
export async function calledFor(
  trx: Transaction,
  { id, calls }: Alert,
  dueAt: number,
): Promise<void> {
  await trx<Row>("alerts")
    .where({ id, calls, status: "waiting" })
    .update({ calls: calls + 1, due_at: dueAt });
}

/** An alert is taken: from now on it is a matter. @throws Outrun where another was faster */
export async function becomeMatter(
  trx: Transaction,
  cipher: Cipher,
  alert: string,
  matter: Matter,
  note: string,
): Promise<void> {
  const { id, number, kind, level, danger, village, conversation, status, owner } = matter;
  await trx("matters").insert({
    ...{ id, number, kind, level, danger, village, conversation, status, owner },
    private: matter.isPrivate,
    talking: matter.talking,
    note: cipher.seal(note, `matters.note.${id}`),
    phone: null,
    opened_at: matter.openedAt,
    taken_at: matter.takenAt,
    heard_at: matter.heardAt,
    spoken_at: matter.spokenAt,
    calls: matter.calls,
    due_at: matter.dueAt,
  });
  const changed = await trx<Row>("alerts").where({ id: alert, status: "waiting" }).update({
    status: "taken",
    due_at: null,
    taken_by: owner,
    taken_at: matter.takenAt,
    matter: id,
  });
  if (changed !== 1) throw new Outrun(`alert ${alert} is taken`);
}

function wordsOf(cipher: Cipher, { id, words }: Row): string {
  // A damaged row must not keep anybody from being called for it, or for the others.
  return readable(() => cipher.open(words, `alerts.words.${id}`)) ?? "";
}

function alertOf(row: Row): Alert {
  const { id, village, conversation, at, calls, matter } = row;
  return {
    ...{ id, village, conversation, at, calls, matter },
    danger: row.class,
    dueAt: row.due_at,
    takenBy: row.taken_by,
  };
}
