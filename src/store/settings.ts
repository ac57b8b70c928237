import type { Database, Transaction } from "./connection.ts";

/** A value that the station's software remembers for itself. */
export async function readSetting(
  db: Database | Transaction,
  name: string,
): Promise<string | null> {
  const row = await db<{ name: string; value: string }>("settings").where({ name }).first();
  return row?.value ?? null;
}

export async function writeSetting(db: Database, name: string, value: string): Promise<void> {
  await db("settings").insert({ name, value }).onConflict("name").merge();
}

/**
 * Moves a mark that only ever rises on to `value`. True for whoever moved it: of several workers,
 * and before and after a restart, one.
 */
export async function moveOn(trx: Transaction, name: string, value: string): Promise<boolean> {
  await trx("settings").insert({ name, value: "" }).onConflict("name").ignore();
  const moved = await trx<{ name: string; value: string }>("settings")
    .where({ name })
    .where("value", "<", value)
    .update({ value });
  return moved === 1;
}
