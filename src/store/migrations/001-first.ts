import type { Knex } from "knex";

/**
 * Columns marked "sealed" hold AES-256-GCM text bound to their row and column; "blind" ones hold a
 * keyed hash that only finds equals. Times are ms since 1970.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("conversations", (table) => {
    table.text("id").primary();
    table.text("channel").notNullable();
    table.text("chat_blind").notNullable();
    table.text("chat").notNullable(); // sealed
    table.text("memory").notNullable(); // sealed
    table.bigInteger("unreachable_at");
    table.bigInteger("created_at").notNullable();
    table.bigInteger("updated_at").notNullable();
    table.unique(["channel", "chat_blind"]);
  });
  await db.schema.createTable("inbox", (table) => {
    table.text("id").primary();
    table.text("conversation").notNullable().references("conversations.id");
    table.text("channel").notNullable();
    table.text("update_blind").notNullable();
    table.bigInteger("at").notNullable();
    table.text("body"); // sealed; null once erased
    table.text("status").notNullable().checkIn(["new", "done", "dead"]);
    table.integer("tries").notNullable().defaultTo(0);
    table.unique(["channel", "update_blind"]);
    table.index(["conversation", "id"]);
    table.index(["id"], "inbox_new", { predicate: db.whereRaw("status = 'new'") });
  });
  await db.schema.createTable("outbox", (table) => {
    table.text("id").primary();
    table.text("conversation").notNullable().references("conversations.id");
    table.text("inbox").references("inbox.id");
    table.text("kind").notNullable();
    table.text("body"); // sealed; null once erased
    table.text("replaces");
    table
      .text("status")
      .notNullable()
      .checkIn(["ready", "sending", "sent", "superseded", "gone", "refused"]);
    table.integer("tries").notNullable().defaultTo(0);
    table.bigInteger("due_at").notNullable();
    table.bigInteger("lease_until");
    table.text("message");
    table.boolean("again").notNullable().defaultTo(false);
    table.bigInteger("created_at").notNullable();
    table.bigInteger("done_at");
    table.index(["conversation", "id"]);
    table.index(["inbox"]);
    table.index(["due_at", "id"], "outbox_ready", { predicate: db.whereRaw("status = 'ready'") });
    table.index(["conversation", "id"], "outbox_open", {
      predicate: db.whereRaw("status in ('ready', 'sending')"),
    });
  });
  await db.schema.createTable("web_log", (table) => {
    table.increments("seq");
    table.text("conversation").notNullable().references("conversations.id");
    table.text("inbox").unique().references("inbox.id");
    table.text("outbox").unique().references("outbox.id");
    table.index(["conversation", "seq"]);
  });
  await db.schema.createTable("questions", (table) => {
    table.text("id").primary();
    table.text("conversation").references("conversations.id");
    table.text("text").notNullable(); // sealed
    table.bigInteger("at").notNullable();
    table.text("status").notNullable().checkIn(["new", "doing", "done", "ignored"]);
  });
  await db.schema.createTable("feedback", (table) => {
    table.text("id").primary();
    table.text("conversation").references("conversations.id");
    table.text("entry").notNullable();
    table.text("what").notNullable();
    table.bigInteger("at").notNullable();
  });
  await db.schema.createTable("matters", (table) => {
    table.text("id").primary();
    table.text("number").notNullable().unique();
    table.text("kind").notNullable();
    table.text("status").notNullable();
    table.text("conversation").notNullable().references("conversations.id");
    table.text("note").notNullable(); // sealed
    table.text("phone"); // sealed
    table.bigInteger("opened_at").notNullable();
  });
  await db.schema.createTable("alerts", (table) => {
    table.text("id").primary();
    table.text("conversation").notNullable().references("conversations.id");
    table.text("class").notNullable();
    table.text("words").notNullable(); // sealed
    table.text("status").notNullable();
    table.bigInteger("at").notNullable();
  });
  await db.schema.createTable("settings", (table) => {
    table.text("name").primary();
    table.text("value").notNullable();
  });
}

export async function down(): Promise<void> {
  throw new Error("The first migration is not undone: restore a backup instead.");
}
