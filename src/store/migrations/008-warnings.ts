import type { Knex } from "knex";

/** Warnings beside their matters, and what may become a new sign of fraud. Times are ms since 1970, sums yuan. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("warnings", (table) => {
    table.text("matter").primary().references("matters.id");
    // Of the phone, or of the conversation where no phone is known.
    table.text("person_blind").notNullable();
    table.text("name"); // sealed; only lists bring one
    table.text("level").notNullable();
    table.text("category");
    table.text("source").notNullable();
    table.integer("times").notNullable();
    table.text("contact");
    table.text("outcome");
    table.double("saved");
    table.double("lost");
    table.integer("tries").notNullable().defaultTo(0);
    table.bigInteger("next_try_at");
    // Names the result that was written last.
    table.text("last");
    table.bigInteger("at").notNullable();
    // When the chief was told of the loss.
    table.bigInteger("chief_at");
    // The matter that goes on with it.
    table.text("merged_into");
    table.index(["person_blind"]);
    table.index(["at"]);
  });
  await db.schema.createTable("warning_events", (table) => {
    table.text("key").primary();
    table.text("matter").notNullable().references("matters.id");
    table.bigInteger("at").notNullable();
    table.index(["matter"]);
  });
  await db.schema.createTable("flag_candidates", (table) => {
    table.text("id").primary();
    table.text("conversation").references("conversations.id");
    table.text("text").notNullable(); // masked, sealed
    table.text("verdict").notNullable();
    table.text("level");
    table.text("category");
    table.text("outcome").notNullable();
    table.bigInteger("at").notNullable();
    table.index(["at"]);
    table.index(["conversation"]);
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of warnings is not undone: restore a backup instead.");
}
