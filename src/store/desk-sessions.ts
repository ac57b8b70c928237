import type { Standing } from "../domain/desk-door.ts";
import type { Database, Transaction } from "./connection.ts";
import { hasSecondFactor, isSecondFactorAsked } from "./second-factor.ts";

/** How long a desk in a browser lasts at most. Unit: ms. Source: OWASP ASVS 5.0, 7.3. */
export const sessionLasts = 12 * 3_600_000;
/** How long it lasts while nobody touches it; the station's own computer is exempt. Unit: ms. */
export const idleLasts = 30 * 60_000;
/** How long a code that was given counts for what is sensitive. Unit: ms. */
export const stepUpLasts = 15 * 60_000;
/** Written down at most so often that a desk is in use. Unit: ms. */
const touchEvery = 60_000;

interface Row {
  conversation: string;
  person: string;
  ends_at: number | null;
  seen_at: number | null;
  station: boolean;
  pending: boolean;
  second_at: number | null;
}

/** What is true of those sessions (`s`) that are let in at this time. */
export function isOpen(at: number): [sql: string, values: number[]] {
  return [
    "(s.ends_at is null or (not s.pending and s.ends_at > ? and (s.station or s.seen_at > ?)))",
    [at, at - idleLasts],
  ];
}

/**
 * From now on this conversation is this person's. In a browser it ends by itself, and stays shut
 * until the second factor is given, where the person has one or the station asks for it. What this
 * person left in other browsers and what has ended there goes.
 */
export async function openSession(
  trx: Transaction,
  { conversation, person, at, station = false }: NewSession,
): Promise<void> {
  const way = await trx("conversations").where({ id: conversation }).first("channel");
  const isWeb = (way as { channel: string } | undefined)?.channel === "web";
  if (isWeb) await forget(trx, await endedOf(trx, person, at));
  const row: Row = {
    ...{ conversation, person, station },
    ends_at: isWeb ? at + sessionLasts : null,
    seen_at: isWeb ? at : null,
    pending: isWeb && ((await hasSecondFactor(trx, person)) || (await isSecondFactorAsked(trx))),
    second_at: null,
  };
  await trx<Row>("staff_conversations").insert(row).onConflict("conversation").merge();
}

export interface NewSession {
  conversation: string;
  person: string;
  at: number;
  /** The station's own computer: it may stand open while nobody touches it. */
  station?: boolean;
}

async function endedOf(trx: Transaction, person: string, at: number): Promise<string[]> {
  const rows = await trx<Row>("staff_conversations")
    .select("conversation")
    .where({ person })
    .whereNotNull("ends_at")
    .where((over) =>
      over
        .where("ends_at", "<=", at)
        .orWhere((idle) => idle.whereRaw("not station").where("seen_at", "<=", at - idleLasts)),
    );
  return rows.map(({ conversation }) => conversation);
}

/** A browser is nobody's desk any more, and its page shows nothing of what stood there. */
async function forget(trx: Transaction, conversations: string[]): Promise<void> {
  if (conversations.length === 0) return;
  await trx("staff_conversations").whereIn("conversation", conversations).delete();
  await trx("web_log").whereIn("conversation", conversations).delete();
}

/** Ends this person's desk in this browser, or (`conversation` left out) in all. @returns how many ended */
export async function endSessions(
  trx: Transaction,
  { person, conversation }: { person: string; conversation?: string },
): Promise<number> {
  const rows = await trx<Row>("staff_conversations")
    .select("conversation")
    .where(conversation === undefined ? { person } : { person, conversation })
    .whereNotNull("ends_at");
  const ended = rows.map((row) => row.conversation);
  await forget(trx, ended);
  return ended.length;
}

/** Which of these conversations are in browsers that were somebody's desk and are not let in now. */
export async function shutAmong(
  trx: Transaction,
  conversations: string[],
  at: number,
): Promise<Set<string>> {
  const [sql, values] = isOpen(at);
  const rows = await trx("staff_conversations as s")
    .select<{ conversation: string }[]>("s.conversation")
    .whereIn("s.conversation", conversations)
    .whereRaw(`not ${sql}`, values);
  return new Set(rows.map(({ conversation }) => conversation));
}

/** Somebody is at these desks. */
export async function touch(trx: Transaction, conversations: string[], at: number): Promise<void> {
  if (conversations.length === 0) return;
  await trx<Row>("staff_conversations")
    .whereIn("conversation", conversations)
    .where("seen_at", "<=", at - touchEvery)
    .update({ seen_at: at });
}

/** A browser's session, whatever its standing. */
export interface Session {
  conversation: string;
  person: string;
  standing: Exclude<Standing, "nobody">;
}

/** The session in this conversation; null for a villager's. */
export async function sessionIn(
  trx: Database | Transaction,
  conversation: string,
  at: number,
): Promise<Session | null> {
  const row = await trx("staff_conversations as s")
    .join("people as p", "p.id", "s.person")
    .where("s.conversation", conversation)
    .whereNull("p.revoked_at")
    .first<Row>("s.*");
  if (!row) return null;
  return { conversation, person: row.person, standing: await standingOf(trx, row, at) };
}

async function standingOf(
  trx: Database | Transaction,
  row: Row,
  at: number,
): Promise<Session["standing"]> {
  if (row.ends_at === null) return "open";
  if (row.ends_at <= at) return "ended";
  const has = await hasSecondFactor(trx, row.person);
  if (row.pending) return has ? "code" : "enrol";
  if (row.station || (row.seen_at ?? 0) > at - idleLasts) return "open";
  // Whoever has a second factor need not ask for a new link after a long pause.
  return has ? "code" : "ended";
}

/** The second factor was given in this browser. */
export async function passed(trx: Transaction, conversation: string, at: number): Promise<void> {
  await trx<Row>("staff_conversations")
    .where({ conversation })
    .update({ pending: false, second_at: at, seen_at: at });
}

/**
 * Whether the second factor must be given (again) before anything sensitive is shown or done: where
 * a person has one, or the station asks for one, and gave it longer ago than 15 min.
 * @param conversation the browser that asks; left out: the person writes elsewhere, and any counts
 */
export async function mustStepUp(
  db: Database | Transaction,
  { person, conversation }: { person: string; conversation?: string },
  at: number,
): Promise<boolean> {
  if (!(await hasSecondFactor(db, person)) && !(await isSecondFactorAsked(db))) return false;
  const row = await db<Row>("staff_conversations")
    .where(conversation === undefined ? { person } : { person, conversation })
    .where("second_at", ">", at - stepUpLasts)
    .first("conversation");
  return row === undefined;
}
