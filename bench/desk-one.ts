import { join } from "node:path";
import { cipherWith } from "../src/store/cipher.ts";
import { databaseFile, dataKey } from "../src/store/key-file.ts";
import { openStore } from "../src/store/store.ts";
import { launchStation } from "../tests/faults/station-process.ts";
import type { Around, UnderFaults } from "./desk-faults.ts";

/** One process with SQLite, which is killed. */
export async function oneStation({ folder, settings }: Around): Promise<UnderFaults> {
  const dataDir = join(folder, "data");
  const launched = () => launchStation(dataDir, settings);
  let station = await launched();
  const ended = new Map([["kill -9", 0]]);
  return {
    ended,
    async end() {
      await station.end("SIGKILL");
      ended.set("kill -9", ended.get("kill -9")! + 1);
      station = await launched();
    },
    async opened(work) {
      const store = await openStore(databaseFile(dataDir), cipherWith(dataKey(dataDir, null)));
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    },
    stop: async () => void (await station.end("SIGTERM")),
    clear: async () => void (await station.end("SIGKILL")),
  };
}
