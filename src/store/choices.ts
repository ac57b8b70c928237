import type { Choice } from "../domain/message.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";

/** A button's name in a channel: its message and its place. */
export function choiceId(outbox: string, place: number): string {
  return `${outbox}.${place}`;
}

/** What the button of this name does, or null where it is none of this conversation's. */
export async function chosen(
  db: Database | Transaction,
  cipher: Cipher,
  conversation: string,
  id: string,
): Promise<Choice | null> {
  const [, outbox, place] = /^(\w{1,40})\.(\d{1,2})$/.exec(id) ?? [];
  if (outbox === undefined) return null;
  const row = await db<{ id: string; conversation: string; body: string | null }>("outbox")
    .where({ id: outbox, conversation })
    .first("body");
  if (!row?.body) return null;
  const body = JSON.parse(cipher.open(row.body, `outbox.body.${outbox}`)) as { choices: Choice[] };
  return body.choices[Number(place)] ?? null;
}

/** The buttons under our message that a channel knows by this id. */
export async function choicesUnder(
  db: Database | Transaction,
  cipher: Cipher,
  conversation: string,
  message: string,
): Promise<Choice[]> {
  const row = await db<{ id: string; conversation: string; message: string; body: string | null }>(
    "outbox",
  )
    .where({ conversation, message })
    .orderBy("id", "desc")
    .first("id", "body");
  if (!row?.body) return [];
  return (JSON.parse(cipher.open(row.body, `outbox.body.${row.id}`)) as { choices: Choice[] })
    .choices;
}
