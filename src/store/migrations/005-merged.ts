import type { Knex } from "knex";

/** What several people told of one event goes on as one matter; and what was settled long ago comes to an end. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("matters", (table) => {
    table.text("merged_into").references("matters.id");
    table.index(["merged_into"], "matters_merged", {
      predicate: db.whereRaw("merged_into is not null"),
    });
  });
  const closesAfter = 37 * 24 * 3_600_000;
  await db("matters")
    .whereIn("status", ["agreed", "failed", "referred"])
    .whereRaw("not talking")
    .whereNull("due_at")
    .update({ due_at: db.raw("coalesce(heard_at, opened_at) + ?", [closesAfter]) });
}

export async function down(): Promise<void> {
  throw new Error("The migration of merged matters is not undone: restore a backup instead.");
}
