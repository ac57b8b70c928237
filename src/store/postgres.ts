import type { Knex } from "knex";
import type { CustomTypesConfig } from "pg";
import type { Database } from "./connection.ts";

/** How long we wait for a connection, and for another worker to let go of a row. Unit: ms. */
const connectLimit = 5_000;
const lockLimit = 10_000;
/** A worker that stands still in the middle of a transaction loses it, and its locks. Unit: ms. */
const stallLimit = 60_000;
/** Turns, sendings and pages at once; a server's usual limit of 100 is enough for nine workers. */
const mostConnections = 10;

export function isPostgresUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** The database's name for people: without user and password. */
export function publicName(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? hostname;
  return `postgres://${host}${port === "" ? "" : `:${port}`}${pathname}`;
}

/** Type numbers of PostgreSQL (pg_type.oid). */
const oid = { bool: 16, int8: 20, numeric: 1700 };

/** Reads values as SQLite gives them: counts and times as numbers, booleans as 0 and 1. */
export async function postgresConfig(url: string): Promise<Knex.Config> {
  const { default: pg } = await import("pg");
  const readers = new Map<number, (text: string) => number>([
    [oid.bool, (text) => (text === "t" ? 1 : 0)],
    [oid.int8, Number],
    [oid.numeric, Number],
  ]);
  const types: CustomTypesConfig = {
    getTypeParser: (type: number, format?: "text" | "binary") =>
      readers.get(type) ?? pg.types.getTypeParser(type, format),
  };
  return {
    client: "pg",
    connection: {
      connectionString: url,
      types,
      application_name: "sanwu",
      connectionTimeoutMillis: connectLimit,
      lock_timeout: lockLimit,
      idle_in_transaction_session_timeout: stallLimit,
      keepAlive: true,
    } as Knex.PgConnectionConfig,
    pool: { min: 1, max: mostConnections },
    acquireConnectionTimeout: connectLimit,
  };
}

/** Does what only one worker may do at a time; the lock ends with the worker that held it. */
export async function aloneAmongWorkers(db: Database, work: () => Promise<void>): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw("set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0");
    await trx.raw("select pg_advisory_xact_lock(hashtext('sanwu'), hashtext(current_schema()))");
    await work();
  });
}

const idLetters = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ids are in order of time only where the database sorts them letter by letter, which some
 * languages do not.
 * @throws with a sentence that says how to make a database that does
 */
export async function refuseOddSorting(db: Database): Promise<void> {
  const { rows } = (await db.raw(
    `with letters as (select unnest(string_to_array(?, null)) as x),
      pairs as (select a.x || b.x as x from letters a cross join letters b),
      sorted as (select x, lag(x) over (order by x) as before from pairs)
     select count(*) as n from sorted where before collate "C" > x collate "C"`,
    [idLetters],
  )) as { rows: { n: number }[] };
  if (rows[0]?.n !== 0)
    throw new Error(
      "This PostgreSQL database sorts letters by the rules of a language that would put messages out of order. Make one with: createdb --template=template0 --encoding=UTF8 --locale=C NAME",
    );
}

/** Settings of the server with which a commit that was reported could still be lost in a power cut. */
export async function lossySettings(db: Database): Promise<string[]> {
  const { rows } = (await db.raw(
    "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name",
  )) as { rows: { name: string }[] };
  return rows.map(({ name }) => name);
}

/** Why the database cannot be used, in a sentence that names it and no password. */
export function unusable(url: string, error: unknown): Error {
  const { message, code } = error as { message?: string; code?: string };
  return new Error(`${publicName(url)} cannot be used: ${message || code || "no answer"}`, {
    cause: error,
  });
}
