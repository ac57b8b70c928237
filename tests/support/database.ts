import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, onTestFinished } from "vitest";
import { cipherWith } from "../../src/store/cipher.ts";
import { openStore, type Store } from "../../src/store/store.ts";

/** `npm run test:postgres` runs the same tests on PostgreSQL; all others run on SQLite. */
export const onPostgres = process.env["TEST_ON"] === "postgres";

export const postgresUrl =
  process.env["TEST_DATABASE_URL"] ??
  "postgres://sanwu_test:sanwu_test@127.0.0.1:5432/sanwu_test?sslmode=disable";

/** A schema of its own; the tables are still to be made. `end` takes it away. */
async function freshSchema(): Promise<Place> {
  const schema = `test_${randomBytes(8).toString("hex")}`;
  await asked(`create schema ${schema}`);
  const url = new URL(postgresUrl);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return {
    place: url.href.replaceAll("+", "%20"),
    end: async () => void (await asked(`drop schema ${schema} cascade`)),
  };
}

interface Place {
  /** What a store is opened with. */
  place: string;
  end: () => Promise<void>;
}

/** Schemas that an earlier test of this file made, emptied: making tables takes the longest. */
const emptied: Place[] = [];
if (onPostgres)
  afterAll(async () => {
    for (const { end } of emptied) await end();
  });

async function emptyPlace(): Promise<Place> {
  if (!onPostgres) return { place: ":memory:", end: () => Promise.resolve() };
  const it = emptied.pop() ?? (await freshSchema());
  return {
    place: it.place,
    end: async () => {
      await empty(it.place);
      emptied.push(it);
    },
  };
}

/** All rows of all tables in one statement: then it does not matter which table names which. */
async function empty(place: string): Promise<void> {
  const tables = (await asked(
    "select tablename from pg_tables where schemaname = current_schema() and tablename not like 'knex%'",
    place,
  )) as { tablename: string }[];
  if (tables.length === 0) return;
  const deletes = tables.map(({ tablename }, i) => `d${i} as (delete from "${tablename}")`);
  await asked(`with ${deletes.join(", ")} select 1`, place);
}

/** An empty place for a store that nobody else uses while the test runs: in memory, or a schema. */
export async function placeForTest(): Promise<string> {
  const { place, end } = await emptyPlace();
  onTestFinished(end);
  return place;
}

/** One in which not even the tables are made, and that lasts when a store on it is closed. */
export async function bareSchemaForTest(): Promise<string> {
  const { place, end } = await freshSchema();
  onTestFinished(end);
  return place;
}

/** A store for one of many runs within a test. */
export async function withStore(key: Buffer, work: (store: Store) => Promise<void>): Promise<void> {
  const { place, end } = await emptyPlace();
  const store = await openStore(place, cipherWith(key));
  try {
    await work(store);
  } finally {
    await store.close();
    await end();
  }
}

/** There every step takes a way to the server and back: chance is tried less often. */
export function runs(usual: number): number {
  return onPostgres ? Math.ceil(usual / 5) : usual;
}

/** Asks PostgreSQL past the store. */
export async function asked(sql: string, url = postgresUrl): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
