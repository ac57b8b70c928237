import type { Knex } from "knex";
import type { Matter } from "../domain/matter.ts";
import { isOnceForAll, reminderKinds, remindersFor } from "../domain/reminders.ts";
import type { Reminder, ReminderCause, ReminderKind } from "../domain/reminders.ts";
import type { VisitEffect } from "../domain/visit.ts";
import { notOthers } from "./connection.ts";
import type { Database, Transaction } from "./connection.ts";

interface Row {
  id: string;
  matter: string;
  kind: ReminderKind;
  to_whom: Reminder["to"];
  due_at: number;
  done_at: number | null;
}

export interface KeptReminder extends Reminder {
  id: string;
  matter: string;
}

/** Writes what a step of a matter brings later; what stands there already is left alone. */
export async function planReminders(
  trx: Transaction,
  matter: Pick<Matter, "id" | "dispute" | "danger" | "isPrivate" | "conversation">,
  on: ReminderCause,
  at: number,
): Promise<void> {
  const rows = remindersFor(matter, on, at).map(({ kind, to, dueAt }): Row => ({
    id: `${matter.id}/${kind}/${to}`,
    matter: matter.id,
    kind,
    to_whom: to,
    due_at: dueAt,
    done_at: null,
  }));
  if (rows.length === 0) return;
  // Each step begins its month anew.
  if (rows.some(({ kind }) => kind === "unclosed"))
    await trx<Row>("reminders").where({ matter: matter.id, kind: "unclosed" }).delete();
  await trx<Row>("reminders").insert(rows).onConflict(["matter", "kind", "to_whom"]).ignore();
}

/** The matter is open again: nothing that the earlier end brought is said any more. */
export async function dropReminders(trx: Transaction, matter: string): Promise<void> {
  await trx<Row>("reminders").where({ matter }).whereIn("kind", endings).delete();
}

const endings = reminderKinds.filter((kind) => !isOnceForAll(kind));

/** The villager said how it went: they are not asked again. */
export async function dropFollowUps(trx: Transaction, matter: string): Promise<void> {
  await trx<Row>("reminders")
    .where({ matter, to_whom: "villager", done_at: null })
    .whereIn("kind", ["follow-up-7", "follow-up-30", "unclosed"])
    .delete();
}

/** 110 was called about a transfer. */
export async function dropReportReminders(trx: Transaction, matter: string): Promise<void> {
  await trx<Row>("reminders")
    .where({ matter, done_at: null })
    .whereIn("kind", ["report-5", "report-15", "report-30"])
    .delete();
}

/** Whoever has their words deleted is written to no more. */
export async function dropVillagersReminders(
  trx: Transaction,
  conversation: string,
): Promise<void> {
  await trx<Row>("reminders")
    .where({ to_whom: "villager" })
    .whereIn("matter", trx("matters").select("id").where({ conversation }))
    .delete();
}

/** When somebody is to be tried again; null = not any more. The latest plan counts. */
export async function planNextTry(
  trx: Transaction,
  matter: Parameters<typeof planReminders>[1],
  at: number | null,
): Promise<void> {
  await trx<Row>("reminders").where({ matter: matter.id, kind: "next-try" }).delete();
  if (at !== null) await planReminders(trx, matter, "retry", at);
}

/** In the morning of the day on which we come to somebody's house. The latest day counts; one that has begun is known. */
export async function planVisit(
  trx: Transaction,
  { matter, day }: Pick<VisitEffect, "matter" | "day">,
  at: number,
): Promise<void> {
  await trx<Row>("reminders").where({ matter: matter.id, kind: "visit-day" }).delete();
  const morning = day === null ? 0 : Date.parse(`${day}T08:00:00+08:00`);
  if (morning > at) await planReminders(trx, matter, "visit", morning);
}

/** Somebody is there to be told: what is for an owner waits until there is one. */
function reachesSomebody(trx: Transaction) {
  return (query: Knex.QueryBuilder): void => {
    void query
      .whereRaw("done_at is null")
      .where((to) =>
        to
          .where({ to_whom: "villager" })
          .orWhereIn("matter", trx("matters").select("id").whereNotNull("owner")),
      );
  };
}

/** Reminders whose time has come, oldest first. */
export async function dueReminders(
  trx: Transaction,
  at: number,
  most: number,
): Promise<KeptReminder[]> {
  const rows = await trx<Row>("reminders")
    .modify(reachesSomebody(trx))
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .limit(most)
    .modify(notOthers, trx);
  return rows.map(({ id, matter, kind, to_whom: to, due_at: dueAt }: Row) => ({
    ...{ id, matter, kind, to, dueAt },
  }));
}

/** When the next one comes. Unit: ms since 1970. */
export async function nextReminder(trx: Transaction): Promise<number | null> {
  const rows = await trx("reminders")
    .modify(reachesSomebody(trx))
    .min<{ due: number | null }[]>({ due: "due_at" });
  const due = rows[0]?.due ?? null;
  return due === null ? null : Number(due);
}

/** It was said, or it is too late for it. */
export async function reminderDone(trx: Transaction, id: string, at: number): Promise<void> {
  await trx<Row>("reminders").where({ id }).update({ done_at: at });
}

export async function reminderLater(trx: Transaction, id: string, dueAt: number): Promise<void> {
  await trx<Row>("reminders").where({ id }).update({ due_at: dueAt });
}

/** What one of us is to be reminded of before `until`, by when it was due. */
export async function ownersReminders(
  trx: Database | Transaction,
  owner: string,
  until: number,
): Promise<Reminder[]> {
  const rows = await trx<Row>("reminders")
    .whereRaw("done_at is null")
    .where({ to_whom: "owner" })
    .where("due_at", "<", until)
    .whereIn("matter", trx("matters").select("id").where({ owner }));
  return rows.map(({ kind, to_whom: to, due_at: dueAt }: Row) => ({ kind, to, dueAt }));
}
