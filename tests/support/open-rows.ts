import type { Store } from "../../src/store/store.ts";

/** Columns that are sealed, by table; the place of a cell is table.column.id. */
const sealed: Record<string, string[]> = {
  conversations: ["chat", "memory"],
  inbox: ["body"],
  outbox: ["body"],
  questions: ["text"],
  matters: ["note", "phone"],
  alerts: ["words"],
};

export type OpenRow = Record<string, string | number | null>;

/** All rows of a table, oldest first, with the sealed cells opened. */
export async function openRows({ db, cipher }: Store, table: string): Promise<OpenRow[]> {
  const rows = (await db(table).select("*").orderByRaw("rowid")) as OpenRow[];
  return rows.map((row) => {
    const open = { ...row };
    for (const column of sealed[table] ?? []) {
      const cell = row[column];
      if (typeof cell === "string")
        open[column] = cipher.open(cell, `${table}.${column}.${String(row["id"])}`);
    }
    return open;
  });
}

/** Everything that the database holds, as stored and opened, as one text to search in. */
export async function dump(store: Store): Promise<string> {
  const tables = (await store.db("sqlite_master").where({ type: "table" }).select("name")) as {
    name: string;
  }[];
  const parts: unknown[] = [];
  for (const { name } of tables) {
    parts.push(await store.db(name).select("*"));
    if (name in sealed) parts.push(await openRows(store, name));
  }
  return JSON.stringify(parts);
}
