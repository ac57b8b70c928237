import type { Database } from "./connection.ts";

/** What knex notes of the migrations, and SQLite of itself. */
const notes = /^(?:knex_|sqlite_)/;

/** Forgets every row of a store that is thrown away anyway, so that the next villager finds it new. SQLite only. */
export async function empty(db: Database): Promise<void> {
  const tables: { name: string }[] = await db("sqlite_master")
    .where({ type: "table" })
    .select("name");
  await db.transaction(async (trx) => {
    await trx.raw("PRAGMA defer_foreign_keys = ON");
    for (const { name } of tables) if (!notes.test(name)) await trx(name).delete();
  });
}
