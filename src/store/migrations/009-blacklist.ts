import type { Knex } from "knex";

/** What this station has found swindlers to use. Times are ms since 1970. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("blacklist", (table) => {
    // Kind and value; of phones and accounts the value is blind.
    table.text("key").primary();
    table.text("kind").notNullable().checkIn(["host", "phone", "account", "app"]);
    table.text("value").notNullable(); // of phones and accounts sealed
    table.text("reason").notNullable();
    table.text("source").notNullable();
    table.text("added_by").notNullable();
    table.bigInteger("added_at").notNullable();
    // The station's day; null = until it is taken out.
    table.text("until");
    table.bigInteger("expires_at");
    table.bigInteger("appealed_at");
    table.text("appeal");
    table.index(["kind", "added_at"]);
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of the blacklist is not undone: restore a backup instead.");
}
