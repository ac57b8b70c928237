import type { WebLog } from "../domain/ports.ts";
import type { Cipher } from "./cipher.ts";
import { openDatabase, type Database } from "./connection.ts";
import { webLog } from "./web-log.ts";

/** The station's store: its database and what reads it. */
export interface Store {
  db: Database;
  cipher: Cipher;
  webLog: WebLog;
  close(): Promise<void>;
}

/** @param file a path, or ":memory:" for a throw-away store */
export async function openStore(file: string, cipher: Cipher): Promise<Store> {
  const db = await openDatabase(file);
  return { db, cipher, webLog: webLog(db, cipher), close: () => db.destroy() };
}
