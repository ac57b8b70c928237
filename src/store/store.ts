import type { WebLog } from "../domain/ports.ts";
import type { Cipher } from "./cipher.ts";
import { isPostgres, openDatabase, type Database } from "./connection.ts";
import { readSetting } from "./settings.ts";
import { webLog } from "./web-log.ts";

/** The station's store: its database and what reads it. */
export interface Store {
  db: Database;
  cipher: Cipher;
  webLog: WebLog;
  /** Other workers may be at the same database at the same time. */
  shared: boolean;
  close(): Promise<void>;
}

/**
 * @param place a file, ":memory:" for a throw-away store, or postgres://…
 * @throws when another worker seals the same database with another key
 */
export async function openStore(place: string, cipher: Cipher): Promise<Store> {
  const db = await openDatabase(place);
  const shared = isPostgres(db);
  if (shared) {
    try {
      await refuseOtherKey(db, cipher);
    } catch (error) {
      await db.destroy();
      throw error;
    }
  }
  return { db, cipher, webLog: webLog(db, cipher), shared, close: () => db.destroy() };
}

/** Two workers with two keys would take one person for two, and read neither's words. */
async function refuseOtherKey(db: Database, cipher: Cipher): Promise<void> {
  const name = "data key";
  const value = cipher.blind(name, "settings");
  await db("settings").insert({ name, value }).onConflict("name").ignore();
  if ((await readSetting(db, name)) !== value)
    throw new Error(
      "This database was written with another data key. Every worker needs the same one: set DATA_KEY, or copy the key file of the first.",
    );
}
