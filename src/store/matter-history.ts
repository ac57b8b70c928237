import type { TalkLine } from "../domain/desk-view.ts";
import { fileIn, shownFile, type Reply } from "../domain/message.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { fetchedFor } from "./files.ts";
import type { Body as Heard } from "./inbox.ts";

/**
 * What was said in a conversation from `since` on, oldest first; the latest `most` of either side.
 * @param matter with the pictures and voices of this matter; default: words alone
 */
export async function talkSince(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  since: number,
  most: number,
  matter: string | null = null,
): Promise<TalkLine[]> {
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
  const theirs: TalkLine[] = [];
  for (const { id, body, at } of heard) {
    const { content } = JSON.parse(cipher.open(body!, `inbox.body.${id}`)) as Heard;
    const text = content.kind === "text" ? content.text : "";
    const beside = matter === null ? {} : await besideIn(trx, cipher, matter, content);
    if (text !== "" || Object.keys(beside).length > 0)
      theirs.push({ who: "villager", text, at, ...beside });
  }
  const ours = said.map(({ id, body, created_at: at }): TalkLine => {
    const { text, media } = JSON.parse(cipher.open(body!, `outbox.body.${id}`)) as Reply;
    const file = matter === null ? null : shownFile(media);
    return { who: "us", text, at, ...(file ? { file } : {}) };
  });
  return [...theirs, ...ours].toSorted((a, b) => a.at - b.at);
}

/** What was sent beside words: where it is kept here, or only what it was. */
async function besideIn(
  trx: Transaction,
  cipher: Cipher,
  matter: string,
  content: Heard["content"],
): Promise<Pick<TalkLine, "file" | "away" | "place">> {
  if (content.kind === "press") return {};
  const medium = content.kind === "media" ? content : content.medium;
  if (!medium) return {};
  if (medium.place) return { place: medium.place };
  const fetched = medium.fetch && (await fetchedFor(trx, cipher, matter, medium.fetch));
  const file = fileIn(content) ?? fetched;
  return file ? { file } : { away: medium.media };
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
