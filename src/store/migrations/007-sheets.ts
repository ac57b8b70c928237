import type { Knex } from "knex";

/** Sheets of what was transferred, beside their matters. Times are ms since 1970. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("sheets", (table) => {
    table.text("matter").primary().references("matters.id");
    table.text("conversation").notNullable().references("conversations.id");
    table.text("body"); // sealed; null once its time is over
    table.bigInteger("made_at").notNullable();
    // When the person said that 110 was called.
    table.bigInteger("reported_at");
    table.index(["conversation", "made_at"]);
    table.index(["made_at"], "sheets_kept", { predicate: db.whereRaw("body is not null") });
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of sheets is not undone: restore a backup instead.");
}
