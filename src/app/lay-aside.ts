import { trouble } from "../flows/trouble.ts";
import { conversationsById } from "../store/conversations.ts";
import { claimTurns, close, forgetAccounts, type Waiting } from "../store/inbox.ts";
import { post } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import type { TurnParts, TurnRecord } from "./turns.ts";

/** The end of a message that could not be answered: it is kept, and the person is told so. */
export async function layAside(letter: Waiting, parts: TurnParts): Promise<void> {
  const { store, clock, ids } = parts;
  const reply = trouble();
  const laid = await store.db.transaction(async (trx) => {
    const { id: inbox, conversation } = letter;
    if ((await claimTurns(trx, [letter])).mine.length === 0) return false;
    await post(trx, store.cipher, [
      { id: ids.next(), conversation, inbox, reply, replaces: null, at: clock.now() },
    ]);
    await forgetAccounts(trx, store.cipher, [letter]);
    await close(trx, [inbox], "dead");
    return true;
  });
  if (!laid) return;
  parts.posted();
  const record: TurnRecord = {
    inbox: letter.id,
    chat: await chatOf(letter, store),
    reading: null,
    replies: [reply],
    keepings: [],
    outcome: "dead",
  };
  parts.witness?.(record);
}

async function chatOf({ conversation }: Waiting, { db, cipher }: Store): Promise<string | null> {
  try {
    const found = await db.transaction((trx) => conversationsById(trx, cipher, [conversation]));
    return found.get(conversation)?.chat ?? null;
  } catch {
    return null;
  }
}
