import knex, { type Knex } from "knex";
import { migrationNames, migrations } from "./migrations/all.ts";

export type Database = Knex;
export type Transaction = Knex.Transaction;

/** How long a statement waits for another process (a backup, the doctor) to let go. Unit: ms. */
const busyTimeout = 5_000;

interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/**
 * Opens the station's database and brings its tables up to date.
 * One connection: SQLite has one writer, and a second connection would only turn waiting into
 * errors. Every commit is on the disk before it is reported (WAL, synchronous=FULL).
 * @param file a path, or ":memory:"
 * @throws when the file is not a database, was written by a newer version, or a migration fails
 */
export async function openDatabase(file: string): Promise<Database> {
  const db = knex({
    client: "sqlite3",
    connection: { filename: file },
    useNullAsDefault: true,
    // What it would print is thrown as well; standard output belongs to the commands.
    log: { error() {}, warn() {}, debug() {}, deprecate() {} },
    pool: {
      min: 1,
      max: 1,
      afterCreate(raw: RawConnection, done: (error: Error | null, raw: RawConnection) => void) {
        raw.exec(
          `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=${busyTimeout};`,
          (error) => done(error, raw),
        );
      },
    },
    acquireConnectionTimeout: busyTimeout,
  });
  try {
    await refuseNewer(db);
    await db.migrate.latest({ migrationSource: migrations });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** A database with tables that this version does not know is left as it is. */
async function refuseNewer(db: Database): Promise<void> {
  if (!(await db.schema.hasTable("knex_migrations"))) return;
  const rows = await db<{ name: string }>("knex_migrations").select("name");
  const strange = rows.find(({ name }) => !migrationNames.includes(name));
  if (strange)
    throw new Error(
      `The database knows a migration "${strange.name}" that this version does not have: it was written by a newer version. Start that version, or restore a backup.`,
    );
}

/** Whether the database's own check finds it whole. Reads all of it. */
export async function isWhole(db: Database): Promise<boolean> {
  const rows = (await db.raw("PRAGMA quick_check(1)")) as { quick_check: string }[];
  return rows[0]?.quick_check === "ok";
}
