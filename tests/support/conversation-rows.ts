import type { Store } from "../../src/store/store.ts";

/** Conversations of so many villagers, written past the road: c000, c001, … */
export async function conversationRows(store: Store, many: number): Promise<string[]> {
  const names = Array.from({ length: many }, (_, i) => `c${String(i).padStart(3, "0")}`);
  for (let at = 0; at < many; at += 50)
    await store.db("conversations").insert(
      names.slice(at, at + 50).map((id) => ({
        ...{ id, channel: "web", chat: store.cipher.seal(id, `conversations.chat.${id}`) },
        ...{ chat_blind: id, memory: "", created_at: 0, updated_at: 0 },
      })),
    );
  return names;
}
