import type { FileKind } from "../../domain/media/limits.ts";

/** A message on the phone that the station has not confirmed. */
export interface Queued {
  id: string;
  content:
    | { text: string }
    | { choice: string }
    /** The bytes in base64. */
    | { file: string; kind: FileKind }
    /** The storage did not take it, and the page was left since: it is gone, and that is said. */
    | { lost: FileKind };
  /** What the villager sees of it. */
  shown: string;
}

const prefix = "sanwu:";

/**
 * What was typed and not yet taken, kept over reloads, shared by all tabs of this browser. Each
 * message has a key of its own, in the order of typing, so that two tabs never overwrite each
 * other. Without storage (private mode) it lives as long as the page.
 */
export function messageQueue(storage: Storage | null) {
  const inMemory = new Map<string, string>();
  let made = 0;

  function keys(): string[] {
    const found = new Set(inMemory.keys());
    for (let at = 0; storage !== null && at < storage.length; at++) {
      const key = storage.key(at);
      if (key !== null && key.startsWith(prefix)) found.add(key);
    }
    return Array.from(found).sort();
  }

  function read(key: string): Queued | null {
    try {
      const raw = inMemory.get(key) ?? storage?.getItem(key) ?? "";
      const { id, content, shown } = JSON.parse(raw) as Queued;
      return typeof id === "string" && content ? { id, content, shown: String(shown) } : null;
    } catch {
      return null;
    }
  }

  function remove(id: string): void {
    for (const key of keys()) {
      if (read(key)?.id !== id) continue;
      inMemory.delete(key);
      storage?.removeItem(key);
    }
  }

  return {
    /** @param now ms since 1970 */
    add(message: Queued, now: number): void {
      const key = `${prefix}${String(now).padStart(15, "0")}:${String(made++).padStart(6, "0")}`;
      const raw = JSON.stringify(message);
      try {
        if (storage === null) inMemory.set(key, raw);
        else storage.setItem(key, raw);
      } catch {
        inMemory.set(key, raw);
        if (storage && "file" in message.content) rememberLoss(storage, key, message);
      }
    },
    remove,
    all(): Queued[] {
      return keys()
        .map(read)
        .filter((message) => message !== null);
    },
  };
}

/** Should the page be left before it is sent, its person is to know. */
function rememberLoss(storage: Storage, key: string, { id, content, shown }: Queued): void {
  if (!("file" in content)) return;
  try {
    storage.setItem(key, JSON.stringify({ id, shown, content: { lost: content.kind } }));
  } catch {
    // No room even for that.
  }
}

export type MessageQueue = ReturnType<typeof messageQueue>;

/** The browser's own storage, where it lets us. */
export function pageStorage(): Storage | null {
  try {
    localStorage.setItem("sanwu-test", "1");
    localStorage.removeItem("sanwu-test");
    return localStorage;
  } catch {
    return null;
  }
}

/** 128 bits. `crypto.randomUUID` is missing over plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
