import type { Knex } from "knex";

/** Pictures and voices that people sent. Until one has come from its channel, `body` is null. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("files", (table) => {
    table.text("id").primary();
    // Who sent it; null: they gave no name.
    table.text("conversation").references("conversations.id");
    table.text("matter").references("matters.id");
    // Of a hazard: as it was found, or after it was dealt with. Null: part of the talk.
    table.text("stage").checkIn(["before", "after"]);
    table.text("kind").notNullable().checkIn(["photo", "voice"]);
    table.text("mime");
    table.integer("size").notNullable().defaultTo(0);
    table.binary("body"); // sealed
    // By what its channel gives it out, while it is still to be fetched.
    table.text("channel");
    table.text("handle"); // sealed
    table.integer("tries").notNullable().defaultTo(0);
    table.bigInteger("due_at");
    // What it came with, so that it is kept once; blind. Null where nobody may ever know.
    table.text("source").unique();
    table.bigInteger("at").notNullable();
    table.index(["conversation", "at"]);
    table.index(["matter", "at"]);
    table.index(["due_at"], "files_due", { predicate: db.whereRaw("due_at is not null") });
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of files is not undone: restore a backup instead.");
}
