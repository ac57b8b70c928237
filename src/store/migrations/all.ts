import type { Knex } from "knex";
import * as first from "./001-first.ts";
import * as peopleAndMatters from "./002-people-and-matters.ts";

const inOrder: Record<string, Knex.Migration> = {
  "001-first": first,
  "002-people-and-matters": peopleAndMatters,
};

export const migrationNames = Object.keys(inOrder);

/** All migrations, in order. A released one is never changed. */
export const migrations: Knex.MigrationSource<string> = {
  getMigrations: () => Promise.resolve(migrationNames),
  getMigrationName: (name) => name,
  getMigration: (name) => {
    const migration = inOrder[name];
    if (!migration) throw new Error(`There is no migration "${name}".`);
    return Promise.resolve(migration);
  },
};
