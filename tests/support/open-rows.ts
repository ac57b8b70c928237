import { isPostgres } from "../../src/store/connection.ts";
import type { Store } from "../../src/store/store.ts";

/** Columns that are sealed, by table; the place of a cell is table.column.id. */
const sealed: Record<string, string[]> = {
  conversations: ["chat", "memory"],
  inbox: ["body"],
  outbox: ["body"],
  questions: ["text"],
  matters: ["note", "phone"],
  alerts: ["words"],
  people: ["name"],
  invites: ["name"],
  notes: ["text"],
  sheets: ["body"],
  appointments: ["name", "phone", "cases"],
  seat_waiting: ["name", "phone"],
  warnings: ["name"],
  flag_candidates: ["text"],
};

export type OpenRow = Record<string, string | number | null>;

/** All rows of a table, oldest first, with the sealed cells opened. */
export async function openRows(store: Store, table: string): Promise<OpenRow[]> {
  const { db, cipher } = store;
  const rows = (await db(table)
    .select("*")
    .orderByRaw(store.shared ? "1" : "rowid")) as OpenRow[];
  return rows.map((row) => {
    const open = { ...row };
    for (const column of sealed[table] ?? []) {
      const cell = row[column];
      if (typeof cell === "string")
        open[column] = cipher.open(
          cell,
          `${table}.${column}.${String(row["id"] ?? row["matter"])}`,
        );
    }
    return open;
  });
}

/** Everything that the database holds, as stored and opened, as one text to search in. */
export async function dump(store: Store): Promise<string> {
  const parts: unknown[] = [];
  for (const name of await tablesOf(store.db)) {
    parts.push(await store.db(name).select("*"));
    if (name in sealed) parts.push(await openRows(store, name));
  }
  return JSON.stringify(parts);
}

/** Names of all tables, in order. */
export async function tablesOf(db: Store["db"]): Promise<string[]> {
  const rows = isPostgres(db)
    ? db("pg_tables").whereRaw("schemaname = current_schema()").select({ name: "tablename" })
    : db("sqlite_master").where({ type: "table" }).select("name");
  return ((await rows) as { name: string }[]).map(({ name }) => name).toSorted();
}
