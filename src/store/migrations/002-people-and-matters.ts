import type { Knex } from "knex";

/** Those who work here, what they handle, and the trail of what they did. Times are ms since 1970. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("people", (table) => {
    table.text("id").primary();
    table.text("role").notNullable();
    table.text("name").notNullable(); // sealed
    table.text("name_blind").notNullable();
    table.text("villages").notNullable(); // JSON
    table.bigInteger("joined_at").notNullable();
    table.bigInteger("revoked_at");
    table.unique(["name_blind"], { predicate: db.whereRaw("revoked_at is null") });
  });
  await db.schema.createTable("staff_conversations", (table) => {
    table.text("conversation").primary().references("conversations.id");
    table.text("person").notNullable().references("people.id");
    table.index(["person"]);
  });
  await db.schema.createTable("invites", (table) => {
    table.text("id").primary();
    table.text("code_blind").notNullable().unique();
    table.text("role").notNullable();
    table.text("name").notNullable(); // sealed
    table.text("villages").notNullable(); // JSON
    table.bigInteger("made_at").notNullable();
    table.bigInteger("expires_at").notNullable();
    table.bigInteger("used_at");
  });
  await db.schema.createTable("logins", (table) => {
    table.text("code_blind").primary();
    table.text("person").notNullable().references("people.id");
    table.bigInteger("made_at").notNullable();
    table.bigInteger("expires_at").notNullable();
    table.bigInteger("used_at");
    table.index(["person"]);
  });
  await db.schema.alterTable("matters", (table) => {
    // Null: whoever told it gave no name.
    table.setNullable("conversation");
    table.text("level").notNullable().defaultTo("normal");
    table.text("danger");
    table.text("dispute");
    table.text("village");
    table.boolean("private").notNullable().defaultTo(false);
    table.text("owner").references("people.id");
    table.boolean("talking").notNullable().defaultTo(false);
    table.bigInteger("taken_at");
    table.bigInteger("closed_at");
    table.bigInteger("heard_at");
    table.bigInteger("spoken_at");
    // When its owner was told that the villager does not see the page, and is to be phoned.
    table.bigInteger("to_call_at");
    table.integer("calls").notNullable().defaultTo(0);
    table.bigInteger("due_at");
    table.integer("version").notNullable().defaultTo(0);
    table.index(["due_at"], "matters_due", { predicate: db.whereRaw("due_at is not null") });
    table.index(["conversation"], "matters_talking", { predicate: db.whereRaw("talking") });
    table.index(["owner", "status"], "matters_of");
    table.index(["opened_at"], "matters_waiting", {
      predicate: db.whereRaw("status in ('open', 'assigned')"),
    });
    table.index(["owner"], "matters_in_hand", {
      predicate: db.whereRaw("status in ('taken', 'mediating', 'agreed', 'failed')"),
    });
    table.index(["village", "opened_at"], "matters_in");
  });
  await db("matters").update({ heard_at: db.ref("opened_at"), due_at: db.ref("opened_at") });
  await db.schema.alterTable("web_log", (table) => {
    // When an open page had it.
    table.bigInteger("seen_at");
  });
  await db.schema.alterTable("alerts", (table) => {
    table.text("village");
    table.integer("calls").notNullable().defaultTo(0);
    table.bigInteger("due_at");
    table.text("taken_by").references("people.id");
    table.bigInteger("taken_at");
    table.text("matter").references("matters.id");
    table.index(["due_at"], "alerts_due", { predicate: db.whereRaw("due_at is not null") });
  });
  await db.schema.createTable("notes", (table) => {
    table.text("id").primary();
    table.text("matter").notNullable().references("matters.id");
    table.text("person").notNullable().references("people.id");
    table.text("text").notNullable(); // sealed
    table.bigInteger("at").notNullable();
    table.index(["matter", "at"]);
  });
  await db.schema.createTable("reminders", (table) => {
    table.text("id").primary();
    table.text("matter").notNullable().references("matters.id");
    table.text("kind").notNullable();
    table.text("to_whom").notNullable();
    table.bigInteger("due_at").notNullable();
    table.bigInteger("done_at");
    table.unique(["matter", "kind", "to_whom"]);
    table.index(["due_at"], "reminders_due", { predicate: db.whereRaw("done_at is null") });
  });
  await db.schema.createTable("mediators", (table) => {
    table.text("matter").notNullable().references("matters.id");
    table.text("person").notNullable().references("people.id");
    table.text("step").notNullable();
    table.bigInteger("at").notNullable();
    table.primary(["matter", "person"]);
    table.index(["person", "step"]);
  });
  await db.schema.createTable("trail", (table) => {
    table.integer("seq").primary();
    table.bigInteger("at").notNullable();
    table.text("actor").notNullable();
    table.text("act").notNullable();
    table.text("subject").notNullable();
    table.text("hash").notNullable();
    table.index(["subject"]);
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of people and matters is not undone: restore a backup instead.");
}
