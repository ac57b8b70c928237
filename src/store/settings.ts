import type { Database } from "./connection.ts";

/** A value that the station's software remembers for itself. */
export async function readSetting(db: Database, name: string): Promise<string | null> {
  const row = await db<{ name: string; value: string }>("settings").where({ name }).first();
  return row?.value ?? null;
}

export async function writeSetting(db: Database, name: string, value: string): Promise<void> {
  await db("settings").insert({ name, value }).onConflict("name").merge();
}
