import type { Conversation } from "../domain/conversation.ts";
import { freshConversation } from "../domain/conversation.ts";
import type { Masked } from "../domain/flow.ts";
import type { ChannelName } from "../domain/message.ts";
import type { EmergencyClass } from "../domain/sets.ts";
import type { Cipher } from "./cipher.ts";
import { inLockOrder, isPostgres, type Transaction } from "./connection.ts";

/** A conversation as it is kept: who it is with, and what is remembered of it. */
export interface KeptConversation {
  id: string;
  channel: ChannelName;
  /** The channel's own name of it. */
  chat: string;
  memory: Memory;
  createdAt: number;
}

/** What is remembered between two messages, beside the conversation itself. */
export interface Memory extends Conversation {
  /** The latest words, to know a burst by; null after a button. */
  latest: Latest | null;
  /** The last thing that the person did, to know a repeat by: words, or a button's name. */
  last: { what: string; at: number } | null;
  /** Latest messages that raised an alert, by the channel's ids: an edit of one raises no other. */
  alarmed?: { message: string; alert: string }[];
}

export interface Latest {
  /** Names the turn that began the burst. */
  turn: string;
  /** When the latest fragment came. Unit: ms since 1970. */
  at: number;
  /** The fragments so far, as kept (masked). */
  texts: string[];
  /** The conversation before the first fragment. */
  before: Conversation;
  /** Rows of the outbox that answered it, cards left out; a later fragment takes their place. */
  replies: string[];
  /** Private numbers taken out of all fragments together. */
  masked: Masked;
  /** The safety card that was shown; a card is never taken back, and not shown twice in a burst. */
  carded: EmergencyClass | "unclear" | null;
}

export const freshMemory: Memory = { ...freshConversation, latest: null, last: null };

interface Row {
  id: string;
  channel: ChannelName;
  chat_blind: string;
  chat: string;
  memory: string;
  created_at: number;
}

/** Finds or begins the conversations with these chats. Returns their ids, in the order given. */
export async function conversationsWith(
  trx: Transaction,
  cipher: Cipher,
  chats: { channel: ChannelName; chat: string; at: number; fresh: () => string }[],
): Promise<string[]> {
  const blinds = chats.map(({ channel, chat }) => cipher.blind(chat, `conversations.${channel}`));
  const known = new Map<string, string>();
  const rows = await trx<Row>("conversations")
    .select("id", "channel", "chat_blind")
    // The index begins with the channel: without it every conversation would be looked at.
    .whereIn("channel", [...new Set(chats.map(({ channel }) => channel))])
    .whereIn("chat_blind", blinds);
  for (const row of rows) known.set(`${row.channel} ${row.chat_blind}`, row.id);
  const made: (Row & { unreachable_at: null; updated_at: number })[] = [];
  const ids = chats.map(({ channel, chat, at, fresh }, i) => {
    const name = `${channel} ${blinds[i]}`;
    let id = known.get(name);
    if (id === undefined) {
      id = fresh();
      known.set(name, id);
      made.push({
        id,
        channel,
        chat_blind: blinds[i]!,
        chat: cipher.seal(chat, `conversations.chat.${id}`),
        memory: cipher.seal(JSON.stringify(freshMemory), `conversations.memory.${id}`),
        unreachable_at: null,
        created_at: at,
        updated_at: at,
      });
    }
    return id;
  });
  if (made.length === 0) return ids;
  if (!isPostgres(trx)) {
    await trx("conversations").insert(made);
    return ids;
  }
  // Another worker may be beginning the same ones.
  const begun = await trx("conversations")
    .insert(inLockOrder(trx, made, (row) => row.chat_blind))
    .onConflict(["channel", "chat_blind"])
    .ignore()
    .returning<{ id: string }[]>("id");
  return begun.length === made.length ? ids : conversationsWith(trx, cipher, chats);
}

export async function conversationsById(
  trx: Transaction,
  cipher: Cipher,
  ids: string[],
): Promise<Map<string, KeptConversation>> {
  const rows = await trx<Row>("conversations").whereIn("id", ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        channel: row.channel,
        chat: cipher.open(row.chat, `conversations.chat.${row.id}`),
        memory: JSON.parse(cipher.open(row.memory, `conversations.memory.${row.id}`)) as Memory,
        createdAt: row.created_at,
      },
    ]),
  );
}

/** Writes what is remembered, of many conversations in one statement. */
export async function remember(
  trx: Transaction,
  cipher: Cipher,
  conversations: KeptConversation[],
  at: number,
): Promise<void> {
  if (conversations.length === 0) return;
  const cases = conversations.map(() => "when ? then ?").join(" ");
  await trx.raw(
    `update conversations set updated_at = ?, unreachable_at = null, memory = case id ${cases} end where id in (${conversations.map(() => "?").join(",")})`,
    [
      at,
      ...conversations.flatMap(({ id, memory }) => [
        id,
        cipher.seal(JSON.stringify(memory), `conversations.memory.${id}`),
      ]),
      ...conversations.map(({ id }) => id),
    ],
  );
}
