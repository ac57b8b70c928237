import type { Knex } from "knex";
import * as first from "./001-first.ts";
import * as peopleAndMatters from "./002-people-and-matters.ts";
import * as merged from "./005-merged.ts";
import * as files from "./003-files.ts";
import * as secondFactor from "./004-second-factor.ts";
import * as deskOrder from "./006-desk-order.ts";
import * as sheets from "./007-sheets.ts";
import * as warnings from "./008-warnings.ts";
import * as blacklist from "./009-blacklist.ts";
import * as appointments from "./010-appointments.ts";
import * as seatCases from "./011-seat-cases.ts";

const inOrder: Record<string, Knex.Migration> = {
  "001-first": first,
  "002-people-and-matters": peopleAndMatters,
  "003-files": files,
  "004-second-factor": secondFactor,
  "005-merged": merged,
  "006-desk-order": deskOrder,
  "007-sheets": sheets,
  "008-warnings": warnings,
  "009-blacklist": blacklist,
  "010-appointments": appointments,
  "011-seat-cases": seatCases,
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
