import knex, { type Knex } from "knex";
import { migrationNames, migrations } from "./migrations/all.ts";
import {
  aloneAmongWorkers,
  isPostgresUrl,
  postgresConfig,
  refuseOddSorting,
  unusable,
} from "./postgres.ts";

export type Database = Knex;
export type Transaction = Knex.Transaction;

/** How long a statement waits for another process (a backup, the doctor) to let go. Unit: ms. */
const busyTimeout = 5_000;

interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void;
}

/**
 * Opens the station's database and brings its tables up to date. Every commit is on the disk before
 * it is reported.
 * @param place a file, ":memory:", or postgres://…
 * @throws when it is no database, was written by a newer version, or a migration fails
 */
export async function openDatabase(place: string): Promise<Database> {
  const postgres = isPostgresUrl(place);
  const db = knex({
    ...(postgres ? await postgresConfig(place) : sqliteConfig(place)),
    // What it would print is thrown as well; standard output belongs to the commands.
    log: { error() {}, warn() {}, debug() {}, deprecate() {} },
  });
  try {
    if (postgres) await migrateAmongWorkers(db, place);
    else await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Rows that another worker has in hand are left to it. */
export function notOthers(query: Knex.QueryBuilder, trx: Transaction): void {
  if (isPostgres(trx)) void query.forUpdate().skipLocked();
}

/** Whether the database is shared with other workers; where not, there is one writer: we. */
export function isPostgres(db: Database | Transaction): boolean {
  return db.client.config.client === "pg";
}

/** Rows in the order in which every worker takes them, so that no two wait for each other in a ring. */
export function inLockOrder<T>(
  db: Database | Transaction,
  rows: T[],
  key: (row: T) => string,
): T[] {
  if (!isPostgres(db)) return rows;
  return rows.toSorted((a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b)));
}

/**
 * One connection: SQLite has one writer, and a second connection would only turn waiting into
 * errors. WAL and synchronous=FULL: a commit is on the disk.
 */
function sqliteConfig(file: string): Knex.Config {
  return {
    client: "sqlite3",
    connection: { filename: file },
    useNullAsDefault: true,
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
  };
}

async function migrate(db: Database): Promise<void> {
  await refuseNewer(db);
  await db.migrate.latest({ migrationSource: migrations });
}

async function migrateAmongWorkers(db: Database, url: string): Promise<void> {
  await db.raw("select 1").catch((error: unknown) => {
    throw unusable(url, error);
  });
  await refuseOddSorting(db);
  await aloneAmongWorkers(db, async () => {
    // A worker that was killed while it migrated left the migrations' own lock behind.
    await db.migrate.forceFreeMigrationsLock({ migrationSource: migrations });
    await migrate(db);
  });
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

/** Whether SQLite's own check finds the file whole (it reads all of it). PostgreSQL is asked nothing. */
export async function isWhole(db: Database): Promise<boolean> {
  if (isPostgres(db)) return true;
  const rows = (await db.raw("PRAGMA quick_check(1)")) as { quick_check: string }[];
  return rows[0]?.quick_check === "ok";
}
