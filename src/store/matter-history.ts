import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import type { Body as Heard } from "./inbox.ts";

/** What was said in a conversation from `since` on, oldest first; the latest `most` of either side. */
export async function talkSince(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  since: number,
  most: number,
): Promise<{ who: "villager" | "us"; text: string; at: number }[]> {
  const heard = await trx<{ id: string; body: string | null; at: number; conversation: string }>(
    "inbox",
  )
    .where({ conversation })
    .where("at", ">=", since)
    .whereNotNull("body")
    .orderBy("id", "desc")
    .limit(most);
  const said = await trx<{
    id: string;
    body: string | null;
    created_at: number;
    conversation: string;
  }>("outbox")
    .where({ conversation })
    .where("created_at", ">=", since)
    .whereNotNull("body")
    .orderBy("id", "desc")
    .limit(most);
  const theirs = heard.flatMap(({ id, body, at }) => {
    const { content } = JSON.parse(cipher.open(body!, `inbox.body.${id}`)) as Heard;
    const text = content.kind === "text" ? content.text : "";
    return text === "" ? [] : [{ who: "villager" as const, text, at }];
  });
  const ours = said.map(({ id, body, created_at: at }) => {
    const { text } = JSON.parse(cipher.open(body!, `outbox.body.${id}`)) as { text: string };
    return { who: "us" as const, text, at };
  });
  return [...theirs, ...ours].toSorted((a, b) => a.at - b.at);
}

/** Notes that we wrote for each other, oldest first. */
export async function notesOf(
  trx: Transaction,
  cipher: Cipher,
  matter: string,
): Promise<{ person: string; text: string; at: number }[]> {
  const rows = await trx<{ id: string; matter: string; person: string; text: string; at: number }>(
    "notes",
  )
    .where({ matter })
    .orderBy("at");
  return rows.map(({ id, person, text, at }) => ({
    person,
    text: cipher.open(text, `notes.text.${id}`),
    at,
  }));
}

/** What was done with a matter, oldest first. */
export async function actsOn(
  trx: Transaction,
  matter: string,
): Promise<{ at: number; actor: string; act: string }[]> {
  return trx("trail")
    .select<{ at: number; actor: string; act: string }[]>("at", "actor", "act")
    .where({ subject: `matter ${matter}` })
    .orderBy("seq");
}
