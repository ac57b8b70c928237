import type { Content, ChannelName } from "../domain/message.ts";
import type { Masked } from "../domain/flow.ts";
import type { Cipher } from "./cipher.ts";
import { inLockOrder, isPostgres, type Database, type Transaction } from "./connection.ts";
import { conversationsWith } from "./conversations.ts";
import { numberInOrder } from "./web-log.ts";

/** An update as it is kept: masked, with the private numbers that a call back needs beside it. */
export interface Letter {
  channel: ChannelName;
  chat: string;
  key: string;
  at: number;
  content: Content;
  masked: Masked;
  /** Its safety card went out before it could be stored. */
  carded: boolean;
}

/** A stored update that waits for its turn. */
export interface Waiting {
  id: string;
  conversation: string;
  at: number;
  content: Content;
  masked: Masked;
  carded: boolean;
  tries: number;
}

interface Row {
  id: string;
  conversation: string;
  at: number;
  body: string | null;
  tries: number;
}

/** What is sealed of an update. */
export type Body = Pick<Letter, "key" | "content" | "masked" | "carded">;

/**
 * Stores updates, in order, in one transaction.
 * @returns for each the row that waits for its turn, or null where the update was stored before
 */
export async function accept(
  db: Database,
  cipher: Cipher,
  letters: Letter[],
  newId: () => string,
): Promise<(Waiting | null)[]> {
  return db.transaction(async (trx) => {
    const conversations = await conversationsWith(
      trx,
      cipher,
      letters.map(({ channel, chat, at }) => ({ channel, chat, at, fresh: newId })),
    );
    const rows = letters.map((letter, i) => {
      const id = newId();
      const { key, content, masked, carded } = letter;
      const body: Body = { key, content, masked, carded };
      return {
        id,
        conversation: conversations[i]!,
        channel: letter.channel,
        update_blind: cipher.blind(letter.key, `inbox.${letter.channel}`),
        at: letter.at,
        body: cipher.seal(JSON.stringify(body), `inbox.body.${id}`),
        status: "new",
        tries: 0,
      };
    });
    const stored = await trx("inbox")
      .insert(inLockOrder(trx, rows, (row) => row.update_blind))
      .onConflict(["channel", "update_blind"])
      .ignore()
      .returning<{ id: string }[]>("id");
    const fresh = new Set(stored.map(({ id }) => id));
    const shown = rows.filter(({ id, channel }) => channel === "web" && fresh.has(id));
    if (shown.length > 0) {
      await numberInOrder(
        trx,
        shown.map(({ conversation }) => conversation),
      );
      await trx("web_log").insert(
        shown.map(({ id, conversation }) => ({ conversation, inbox: id, outbox: null })),
      );
    }
    return rows.map((row, i) => {
      if (!fresh.has(row.id)) return null;
      const { content, masked, carded } = letters[i]!;
      return {
        id: row.id,
        conversation: row.conversation,
        at: row.at,
        content,
        masked,
        carded,
        tries: 0,
      };
    });
  });
}

/** Stored updates without an outcome, oldest first: what a crash left behind. */
export async function stillWaiting(db: Database, cipher: Cipher, most: number): Promise<Waiting[]> {
  const rows = await db<Row>("inbox").whereRaw("status = 'new'").orderBy("id").limit(most);
  return rows.map((row) => {
    const { content, masked, carded } = JSON.parse(
      cipher.open(row.body!, `inbox.body.${row.id}`),
    ) as Body;
    const { id, conversation, at, tries } = row;
    return { id, conversation, at, tries, content, masked, carded };
  });
}

/**
 * Takes hold of these updates for one turn: among workers at one database, nobody else takes a turn
 * of their conversations until the transaction ends. What has its outcome already is left out; what
 * has an older one of its conversation still before it, too, and is told as `early`.
 */
export async function claimTurns(
  trx: Transaction,
  letters: Waiting[],
): Promise<{ mine: Waiting[]; early: boolean }> {
  if (!isPostgres(trx)) return { mine: letters, early: false };
  const conversations = [...new Set(letters.map(({ conversation }) => conversation))];
  // In one order, so that no two workers wait for each other.
  await trx("conversations")
    .select("id")
    .whereIn("id", conversations)
    .orderBy("id")
    .forNoKeyUpdate();
  const open = await trx<Row>("inbox")
    .select("id", "conversation")
    .whereIn("conversation", conversations)
    .whereRaw("status = 'new'")
    .orderBy("id");
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  const held = new Set<string>();
  const mine: Waiting[] = [];
  let early = false;
  for (const { id, conversation } of open) {
    const letter = byId.get(id);
    if (!letter) held.add(conversation);
    else if (held.has(conversation)) early = true;
    else mine.push(letter);
  }
  return { mine, early };
}

/** Gives updates their outcome: `done`, or `dead` where no answer could be made. */
export async function close(
  trx: Transaction,
  ids: string[],
  outcome: "done" | "dead",
): Promise<void> {
  if (ids.length > 0) await trx("inbox").whereIn("id", ids).update({ status: outcome });
}

/** What is kept of private numbers after the turn that they were kept for. */
export function withoutAccounts({ idNumbers, accounts, phones }: Masked): Masked {
  return { idNumbers, accounts, phones };
}

/** Account numbers are not kept longer than their turn needs them. */
export async function forgetAccounts(
  trx: Transaction,
  cipher: Cipher,
  letters: readonly Waiting[],
): Promise<void> {
  for (const { id, masked } of letters) {
    if (masked.accountNumbers === undefined) continue;
    const row = await trx<Row>("inbox").where({ id }).first();
    if (row?.body == null) continue;
    const place = `inbox.body.${id}`;
    const body = JSON.parse(cipher.open(row.body, place)) as Body;
    const kept: Body = { ...body, masked: withoutAccounts(body.masked) };
    await trx<Row>("inbox")
      .where({ id })
      .update({ body: cipher.seal(JSON.stringify(kept), place) });
  }
}

/** Counts one more failed try, so that a message that breaks us does not do so for ever. */
export async function countTry(db: Database, id: string): Promise<void> {
  await db("inbox").where({ id }).increment("tries", 1);
}
