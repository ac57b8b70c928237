import type { Knex } from "knex";

/** Seats at the counter. Times of rows are ms since 1970; days and times of seats are the station's own. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable("appointments", (table) => {
    table.text("id").primary();
    // Null: somebody who walked in.
    table.text("conversation").references("conversations.id");
    table.text("service").notNullable();
    table.text("day").notNullable();
    table.text("at").notNullable();
    table.text("place").notNullable();
    table.integer("number").notNullable();
    table.text("status").notNullable();
    table.text("name"); // sealed
    table.text("phone"); // sealed
    table.bigInteger("made_at").notNullable();
    table.bigInteger("changed_at").notNullable();
    table.integer("moves").notNullable().defaultTo(0);
    table.unique(["day", "place", "number"]);
    // One person, one seat for a service.
    table.unique(["conversation", "service"], {
      indexName: "appointments_one_each",
      predicate: db.whereRaw("status = 'booked'"),
    });
    table.index(["conversation"]);
    table.index(["day", "place"]);
    table.index(["day"], "appointments_booked", { predicate: db.whereRaw("status = 'booked'") });
  });
  // A counter for half an hour: nobody can have it twice.
  await db.schema.createTable("seat_cells", (table) => {
    table.text("day").notNullable();
    table.text("place").notNullable();
    table.integer("counter").notNullable();
    table.integer("from_minute").notNullable();
    table.text("appointment").notNullable().references("appointments.id");
    table.primary(["day", "place", "counter", "from_minute"]);
    table.index(["appointment"]);
  });
  await db.schema.createTable("seat_closures", (table) => {
    table.text("id").primary();
    table.text("day").notNullable();
    table.text("place").notNullable();
    table.text("from_time").notNullable();
    table.text("to_time").notNullable();
    table.text("person").references("people.id");
    table.bigInteger("at").notNullable();
    table.index(["day"]);
  });
  // Reminders of a seat: each is said once.
  await db.schema.createTable("seat_reminders", (table) => {
    table.text("appointment").notNullable().references("appointments.id");
    table.text("kind").notNullable();
    table.bigInteger("due_at").notNullable();
    table.bigInteger("done_at");
    table.primary(["appointment", "kind"]);
    table.index(["due_at"], "seat_reminders_due", { predicate: db.whereRaw("done_at is null") });
  });
  // Who waits for a seat that is given back, in order.
  await db.schema.createTable("seat_waiting", (table) => {
    table.text("id").primary();
    table.text("conversation").notNullable().references("conversations.id");
    table.text("service").notNullable();
    table.text("day").notNullable();
    table.text("place").notNullable();
    table.text("name"); // sealed
    table.text("phone"); // sealed
    table.bigInteger("at").notNullable();
    // A freed seat is held for them until then.
    table.text("offered"); // the appointment that holds it
    table.bigInteger("until");
    table.bigInteger("ended_at");
    table.index(["day", "place", "at"], "seat_waiting_open", {
      predicate: db.whereRaw("ended_at is null"),
    });
    table.unique(["conversation", "service", "day"], {
      indexName: "seat_waiting_once",
      predicate: db.whereRaw("ended_at is null"),
    });
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of appointments is not undone: restore a backup instead.");
}
