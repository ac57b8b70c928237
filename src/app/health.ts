import { statfs } from "node:fs/promises";
import type { Clock } from "../domain/ports.ts";
import { depth } from "../store/outbox.ts";
import { writeSetting } from "../store/settings.ts";
import type { Store } from "../store/store.ts";

/** Unit: ms. */
const oldestAllowed = 60_000;
/** Unit: bytes. */
const leastDisk = 1_000_000_000;

/** Whether the station can do its duty now; by name, what was looked at. */
export async function readiness(parts: {
  store: Store;
  clock: Clock;
  dataDir: string;
  entries: () => number;
  /** Null where Telegram is off. */
  telegram: (() => boolean) | null;
}): Promise<{ ok: boolean; checks: Record<string, boolean> }> {
  const { store, clock } = parts;
  const checks: Record<string, boolean> = {
    store: await holds(() =>
      writeSetting(store.db, "health", String(clock.now())).then(() => true),
    ),
    outbox: await holds(async () => {
      const { oldest } = await depth(store.db);
      return oldest === null || clock.now() - oldest < oldestAllowed;
    }),
    disk: await holds(async () => {
      const { bavail, bsize } = await statfs(parts.dataDir);
      return bavail * bsize > leastDisk;
    }),
    knowledge: parts.entries() > 0,
  };
  if (parts.telegram) checks["telegram"] = parts.telegram();
  return { ok: Object.values(checks).every(Boolean), checks };
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}
