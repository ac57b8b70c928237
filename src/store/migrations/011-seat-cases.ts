import type { Knex } from "knex";

/** What was told of the case of a seat: reminders and the page of own seats hold only what applies. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("appointments", (table) => {
    table.text("cases"); // sealed
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of seats' cases is not undone: restore a backup instead.");
}
