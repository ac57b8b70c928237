import type { Knex } from "knex";

/** The limits of a desk in a browser, and the second factor of those who sign in. Times are ms since 1970. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable("staff_conversations", (table) => {
    // Null: no browser, and no limit: Telegram is somebody's own.
    table.bigInteger("ends_at");
    table.bigInteger("seen_at");
    table.boolean("station").notNullable().defaultTo(false);
    // The link was used, the second factor is not given yet.
    table.boolean("pending").notNullable().defaultTo(false);
    table.bigInteger("second_at");
  });
  // Desks that were opened before there were limits end like one that was opened now.
  const now = Date.now();
  await db("staff_conversations")
    .whereIn("conversation", db("conversations").select("id").where({ channel: "web" }))
    .update({ seen_at: now, ends_at: now + 12 * 3_600_000 });
  await db.schema.alterTable("people", (table) => {
    table.bigInteger("confirmed_at");
  });
  await db("people").update({ confirmed_at: db.ref("joined_at") });
  await db.schema.createTable("second_factors", (table) => {
    table.text("person").primary().references("people.id");
    table.text("secret").notNullable(); // sealed
    // Of the code that was used last; only later ones are taken. Unit: 30 s since 1970.
    table.bigInteger("last_step").notNullable();
    table.text("wrong_at").notNullable(); // JSON
    table.bigInteger("locked_until");
    table.bigInteger("made_at").notNullable();
  });
  await db.schema.createTable("recovery_codes", (table) => {
    table.text("person").notNullable().references("people.id");
    table.text("code_blind").notNullable();
    table.bigInteger("used_at");
    table.primary(["person", "code_blind"]);
  });
  await db.schema.alterTable("trail", (table) => {
    table.index(["at"]);
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of the second factor is not undone: restore a backup instead.");
}
