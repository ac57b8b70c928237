import { fileIn, shownFile } from "../domain/message.ts";
import type { WebEvent, WebLog } from "../domain/ports.ts";
import type { Cipher } from "./cipher.ts";
import { isPostgres, type Database, type Transaction } from "./connection.ts";
import type { Body } from "./inbox.ts";
import { choiceId, chosen } from "./choices.ts";
import { type Letter } from "./outbox.ts";
import { readByVillager } from "./to-call.ts";

interface Row {
  seq: number;
  conversation: string;
  inbox: string | null;
  said: string | null;
  said_at: number | null;
  outbox: string | null;
  kind: Extract<WebEvent, { type: "bubble" }>["kind"] | null;
  body: string | null;
  replaces: string | null;
  sent_at: number | null;
}

const addition =
  "insert into web_log (conversation, inbox, outbox) select conversation, null, id from outbox where id = ? on conflict (outbox) do nothing";

/**
 * A page reads on from the last number that it saw. PostgreSQL gives out numbers before commits, so
 * of one conversation only one transaction at a time may: a later commit would never be seen.
 */
export async function numberInOrder(trx: Transaction, conversations: string[]): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx.raw(
    "select pg_advisory_xact_lock(hashtext(current_schema()), key) from (select distinct hashtext(id) as key from unnest(?::text[]) as id order by key) as keys",
    [conversations],
  );
}

async function addAmongWorkers(db: Database, id: string): Promise<void> {
  await db.transaction(async (trx) => {
    const row = await trx<{ id: string; conversation: string }>("outbox").where({ id }).first();
    if (!row) return;
    await numberInOrder(trx, [row.conversation]);
    await trx.raw(addition, [id]);
  });
}

/** The order in which villagers' pages show things; the words themselves stay in inbox and outbox. */
export function webLog(db: Database, cipher: Cipher): WebLog {
  return {
    async add({ id }) {
      if (isPostgres(db)) return addAmongWorkers(db, id);
      // The query builder leaves "on conflict" out of an insert that selects.
      await db.raw(addition, [id]);
    },
    async after(chat, seq, most) {
      const rows = await db("web_log as w")
        .join("conversations as c", "c.id", "w.conversation")
        .leftJoin("inbox as i", "i.id", "w.inbox")
        .leftJoin("outbox as o", "o.id", "w.outbox")
        .select<Row[]>("w.seq", "w.conversation", "w.inbox", { said: "i.body", said_at: "i.at" })
        .select("w.outbox", "o.kind", "o.body", "o.replaces", { sent_at: "o.created_at" })
        .where("c.channel", "web")
        .where("c.chat_blind", cipher.blind(chat, "conversations.web"))
        .where("w.seq", ">", seq)
        .orderBy("w.seq", "desc")
        .limit(most);
      const events: WebEvent[] = [];
      for (const row of rows.reverse()) {
        const event = row.inbox === null ? bubbleOf(cipher, row) : await saidIn(db, cipher, row);
        if (event) events.push(event);
      }
      return events;
    },
    async seen(chat, seq, at) {
      const blind = cipher.blind(chat, "conversations.web");
      const unseen = await db("web_log as w")
        .join("conversations as c", "c.id", "w.conversation")
        .where({ "c.channel": "web", "c.chat_blind": blind })
        .where("w.seq", "<=", seq)
        .whereNotNull("w.outbox")
        .whereNull("w.seen_at")
        .select<{ seq: number; conversation: string }[]>("w.seq", "w.conversation");
      if (unseen.length === 0) return;
      const seqs = unseen.map((row) => row.seq);
      await db("web_log").whereIn("seq", seqs).update({ seen_at: at });
      await readByVillager(db, unseen[0]!.conversation);
    },
  };
}

/** What a person said: their words, or what stood on the button that they pressed. */
async function saidIn(db: Database, cipher: Cipher, row: Row): Promise<WebEvent | null> {
  if (row.said === null) return null;
  const { key, content } = JSON.parse(cipher.open(row.said, `inbox.body.${row.inbox}`)) as Body;
  const text =
    content.kind === "press"
      ? (await chosen(db, cipher, row.conversation, content.choice))?.label
      : content.kind === "text"
        ? content.text
        : content.caption;
  if (text === undefined) return null;
  const id = key.slice(key.indexOf(":") + 1);
  const file = fileIn(content);
  const at = row.said_at ?? 0;
  return { seq: row.seq, type: "mine", id, text, ...(file ? { file } : {}), at };
}

function bubbleOf(cipher: Cipher, row: Row): WebEvent | null {
  const { outbox, body, kind } = row;
  if (outbox === null || body === null || kind === null) return null;
  const { text, choices, calls, media } = JSON.parse(
    cipher.open(body, `outbox.body.${outbox}`),
  ) as Letter["reply"];
  const file = shownFile(media);
  return {
    seq: row.seq,
    type: "bubble",
    id: outbox,
    kind,
    text,
    choices: choices.map(({ label }, i) => ({ id: choiceId(outbox, i), label })),
    calls,
    ...(file ? { file } : {}),
    replaces: row.replaces,
    again: false,
    at: row.sent_at ?? 0,
  };
}
