import type { Knex } from "knex";

const byLevel =
  "(case level when 'alarm' then 0 when 'urgent' then 1 when 'high' then 2 else 3 end)";

/**
 * What waits and what is in hand, in the order in which the desk shows it: the first hundred are read
 * without sorting all. And what one person told, without reading what everybody did.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(
    `create index matters_waiting_first on matters (${byLevel}, opened_at) where status in ('open', 'assigned')`,
  );
  await db.raw(
    `create index matters_in_hand_first on matters (${byLevel}, opened_at) where status in ('taken', 'mediating', 'agreed', 'failed')`,
  );
  await db.schema.alterTable("matters", (table) => {
    table.index(["conversation", "opened_at"], "matters_from");
    table.dropIndex(["opened_at"], "matters_waiting");
    table.dropIndex(["owner"], "matters_in_hand");
  });
}

export async function down(): Promise<void> {
  throw new Error("The migration of the desk's order is not undone: restore a backup instead.");
}
