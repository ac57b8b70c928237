import type { Knex } from "knex";
import type { ChannelName, Choice, Outgoing, Relayed, Reply, Sent } from "../domain/message.ts";
import { choiceId } from "./choices.ts";
import type { Cipher } from "./cipher.ts";
import { inLockOrder, isPostgres, type Database, type Transaction } from "./connection.ts";

/** A reply that a turn wants sent. */
export interface Letter {
  id: string;
  conversation: string;
  inbox: string | null;
  reply: Reply;
  replaces: string | null;
  at: number;
}

/** A message that this process may send now, until its lease ends. */
export interface Claimed {
  channel: ChannelName;
  conversation: string;
  tries: number;
  /** Names this one sending: whoever takes the message over has another. Unit: ms since 1970. */
  lease: number;
  message: Outgoing;
}

interface Body {
  text: string;
  choices: Choice[];
  calls: Reply["calls"];
  media?: Relayed;
}

interface Row {
  id: string;
  conversation: string;
  kind: Reply["kind"];
  body: string;
  replaces: string | null;
  tries: number;
  again: number | boolean;
  channel: ChannelName;
  chat: string;
  replaced_message: string | null;
}

/** Puts replies in line. Earlier ones that they replace and that nobody has seen yet are dropped. */
export async function post(trx: Transaction, cipher: Cipher, letters: Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const replaced = letters.flatMap(({ replaces }) => replaces ?? []);
  const unseen = new Map<string, string | null>();
  if (replaced.length > 0) {
    const dropped = await trx("outbox")
      .whereIn("id", replaced)
      .where("status", "ready")
      .update({ status: "superseded" })
      .returning<Pick<Row, "id" | "replaces">[]>(["id", "replaces"]);
    for (const { id, replaces } of dropped) unseen.set(id, replaces);
  }
  await trx("outbox").insert(
    letters.map(({ id, conversation, inbox, reply, replaces, at }) => {
      const { text, choices, calls, media } = reply;
      const body: Body = { text, choices, calls, ...(media ? { media } : {}) };
      return {
        id,
        conversation,
        inbox,
        kind: reply.kind,
        body: cipher.seal(JSON.stringify(body), `outbox.body.${id}`),
        // What nobody saw cannot be replaced: what it would have replaced is.
        replaces: replaces !== null && unseen.has(replaces) ? unseen.get(replaces) : replaces,
        status: "ready",
        tries: 0,
        due_at: at,
        again: false,
        created_at: at,
      };
    }),
  );
}

// A partial index serves only a query that states its condition literally: hence whereRaw below.

/** Messages of the same conversation that come before `o` and are not sent. */
function earlierOf(query: Knex.QueryBuilder, trx: Transaction): void {
  void query
    .from("outbox as p")
    .select(trx.raw("1"))
    .whereRaw("p.conversation = o.conversation")
    // Another worker's message may be put in line late, before one that is on its way already.
    .whereRaw(
      isPostgres(trx) ? "(p.id < o.id or (p.status = 'sending' and p.id <> o.id))" : "p.id < o.id",
    )
    .whereRaw("p.status in ('ready', 'sending')");
}

/** What another worker has its hands on just now is passed over. */
function unlocked(query: Knex.QueryBuilder, trx: Transaction): void {
  if (isPostgres(trx)) void query.forNoKeyUpdate("o").skipLocked();
}

/**
 * Takes messages that are due, oldest first, never two of one conversation and none before an
 * earlier one of it, under a lease.
 */
export async function claim(
  trx: Transaction,
  cipher: Cipher,
  at: number,
  lease: number,
  most: number,
): Promise<Claimed[]> {
  if (most <= 0) return [];
  const due = trx<Row>("outbox as o")
    .join("conversations as c", "c.id", "o.conversation")
    .leftJoin("outbox as r", "r.id", "o.replaces")
    .select<Row[]>("o.id", "o.conversation", "o.kind", "o.body", "o.replaces", "o.tries", "o.again")
    .select("c.channel", "c.chat", { replaced_message: "r.message" })
    .whereRaw("o.status = 'ready'")
    .where("o.due_at", "<=", at)
    .whereNotExists((earlier) => earlierOf(earlier, trx))
    .orderBy(["o.due_at", "o.id"])
    .limit(most);
  unlocked(due, trx);
  const rows = await due;
  if (rows.length === 0) return [];
  await trx("outbox")
    .whereIn(
      "id",
      rows.map(({ id }) => id),
    )
    .update({ status: "sending", lease_until: at + lease });
  return rows.map((row) => {
    const body = JSON.parse(cipher.open(row.body, `outbox.body.${row.id}`)) as Body;
    return {
      channel: row.channel,
      conversation: row.conversation,
      tries: row.tries,
      lease: at + lease,
      message: {
        id: row.id,
        chat: cipher.open(row.chat, `conversations.chat.${row.conversation}`),
        kind: row.kind,
        text: body.text,
        choices: body.choices.map(({ label }, i) => ({ id: choiceId(row.id, i), label })),
        calls: body.calls,
        ...(body.media ? { media: body.media } : {}),
        replaces:
          row.replaces === null ? null : { id: row.replaces, message: row.replaced_message },
        again: Boolean(row.again),
      },
    };
  });
}

type End =
  | Extract<Sent, { ok: true }>
  | { ok: false; why: "gone" | "refused" }
  | { ok: false; why: "later"; dueAt: number };
/** How a sending ended. `later` puts a message back in line at its time. */
export type Ending = Pick<Claimed, "conversation" | "lease"> & { id: string; sent: End };

/**
 * Writes how sendings ended. Failures count only under their own lease: where a commit was made and
 * looked lost, another worker may be sending by now. Who is gone gets nothing more until they write.
 */
export async function finish(trx: Transaction, endings: Ending[], at: number): Promise<void> {
  const sent = endings.filter((ending) => ending.sent.ok);
  const plain = sent.filter(({ sent }) => sent.ok && sent.message === null).map(({ id }) => id);
  if (plain.length > 0)
    await trx("outbox")
      .whereIn("id", plain)
      .update({ status: "sent", done_at: at, lease_until: null });
  const named = sent.flatMap(({ id, sent }) =>
    sent.ok && sent.message !== null ? [{ id, message: sent.message }] : [],
  );
  if (named.length > 0) {
    const cases = named.map(() => "when ? then ?").join(" ");
    await trx.raw(
      `update outbox set status = 'sent', done_at = ?, lease_until = null, message = case id ${cases} end where id in (${named.map(() => "?").join(",")})`,
      [at, ...named.flatMap(({ id, message }) => [id, message]), ...named.map(({ id }) => id)],
    );
  }
  const inOrder = inLockOrder(trx, endings, (it) => it.conversation);
  for (const { id, conversation, lease, sent } of inOrder) {
    if (sent.ok) continue;
    const row = trx("outbox").where({ id, status: "sending", lease_until: lease });
    const back = { status: "ready", lease_until: null };
    if (sent.why === "later")
      await row.update({ ...back, due_at: sent.dueAt }).increment("tries", 1);
    else await row.update({ status: sent.why, done_at: at, lease_until: null });
    if (sent.why === "gone") {
      await trx("conversations").where({ id: conversation }).update({ unreachable_at: at });
      await trx("outbox")
        .where({ conversation, status: "ready" })
        .update({ status: "gone", done_at: at });
    }
  }
}

/** A message whose sending is in doubt again and again is given up after this. Unit: ms. */
const longestDoubt = 24 * 3_600_000;
/** In doubt a second time, it waits so long: a process that dies every few seconds shows it seldom. Unit: ms. */
const doubtPause = 20_000;

/**
 * Puts messages whose sending was cut short back in line: where the channel could show it twice
 * (`doubtful`), it says so, and in doubt again it waits a while. A message that is lost is worse than
 * one that is seen again, so that it is given up only when it is a day old.
 */
export async function takeBack(
  db: Database,
  at: number,
  doubtful: (channel: ChannelName) => boolean,
  only: "all" | "expired",
): Promise<number> {
  return db.transaction(async (trx) => {
    const rows = await trx("outbox as o")
      .join("conversations as c", "c.id", "o.conversation")
      .select<{ id: string; again: number | boolean; created_at: number; channel: ChannelName }[]>(
        "o.id",
        "o.again",
        "o.created_at",
        "c.channel",
      )
      .whereRaw("o.status in ('ready', 'sending')")
      .where("o.status", "sending")
      .modify((query) => {
        if (only === "expired") query.where("o.lease_until", "<", at);
        unlocked(query, trx);
      });
    for (const { id, again, created_at: since, channel } of rows) {
      const isAgain = Boolean(again) && doubtful(channel);
      const isOld = isAgain && Number(since) < at - longestDoubt;
      await trx("outbox")
        .where({ id })
        .update({
          status: isOld ? "refused" : "ready",
          again: doubtful(channel),
          lease_until: null,
          due_at: isAgain ? at + doubtPause : at,
        });
    }
    return rows.length;
  });
}

/**
 * When the next message that nothing stands before will be due. Unit: ms since 1970; null = none
 * waits. What waits behind another of its conversation is not asked: it would be due at once.
 */
export async function nextDue(trx: Transaction): Promise<number | null> {
  const row = await trx("outbox as o")
    .whereRaw("o.status = 'ready'")
    .whereNotExists((earlier) => earlierOf(earlier, trx))
    .min<{ due: number | null }[]>({ due: "o.due_at" });
  return row[0]?.due ?? null;
}

/** How many wait, and since when the oldest does. */
export async function depth(db: Database): Promise<{ waiting: number; oldest: number | null }> {
  const [row] = await db("outbox")
    .whereRaw("status in ('ready', 'sending')")
    .select<{ n: number; oldest: number | null }[]>(
      db.raw("count(*) as n"),
      db.raw("min(created_at) as oldest"),
    );
  return { waiting: Number(row?.n ?? 0), oldest: row?.oldest ?? null };
}
