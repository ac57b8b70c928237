import type { Config } from "../config.ts";
import { databaseOf } from "./backup.ts";
import { cipherWith } from "../store/cipher.ts";
import { dataKey } from "../store/key-file.ts";
import { openStore, type Store } from "../store/store.ts";

/** Opens the station's store for one command, also while the station is serving. */
export async function withStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  const cipher = cipherWith(dataKey(config.dataDir, config.dataKey));
  const store = await openStore(databaseOf(config), cipher);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
