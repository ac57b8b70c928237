import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { cipherWith } from "../../src/store/cipher.ts";
import { accept, type Letter, type Waiting } from "../../src/store/inbox.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { placeForTest } from "./database.ts";
import { worldKey } from "./world.ts";

/** A store that is closed when the test ends. Default: one of its own, in memory or on PostgreSQL. */
export async function openedStore(place?: string, key = worldKey): Promise<Store> {
  const store = await openStore(place ?? (await placeForTest()), cipherWith(key));
  onTestFinished(() => store.close());
  return store;
}

/** A folder that is gone when the test ends. */
export function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Ids that count up: a00001, a00002, … */
export function counting(prefix = "a"): () => string {
  let made = 0;
  return () => prefix + String(++made).padStart(6, "0");
}

export function letter(over: Partial<Letter> = {}): Letter {
  return {
    channel: "telegram",
    chat: "li",
    key: "k1",
    at: 1_000,
    content: { kind: "text", text: "身份证丢了", forwarded: false, edited: false },
    masked: { idNumbers: 0, accounts: 0, phones: [] },
    carded: false,
    ...over,
  };
}

export function acceptInto(store: Store, letters: Letter[], ids: () => string) {
  return accept(store.db, store.cipher, letters, ids) as Promise<(Waiting | null)[]>;
}
