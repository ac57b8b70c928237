import { createHash } from "node:crypto";
import { isPostgres } from "./connection.ts";
import type { Database, Transaction } from "./connection.ts";

/** One act of somebody who works here, or of the clock. Ids and kinds, never what was said. */
export interface TrailEntry {
  at: number;
  /** A person's id, "villager", or "clock". */
  actor: string;
  act: string;
  /** What was acted on: "matter <id>", "person <id>". */
  subject: string;
}

interface Row extends TrailEntry {
  seq: number;
  hash: string;
}

const beginning = "0".repeat(64);

/**
 * Writes acts at the end of the trail. Each row's hash covers the one before it: an edited, deleted
 * or moved row breaks the chain from there on.
 */
export async function record(trx: Transaction, entries: TrailEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // Two workers must not both write behind the same row.
  if (isPostgres(trx)) await trx.raw("select pg_advisory_xact_lock(7305)");
  const last = await trx<Row>("trail").orderBy("seq", "desc").first("seq", "hash");
  let seq = last?.seq ?? 0;
  let before = last?.hash ?? beginning;
  const rows = entries.map(({ at, actor, act, subject }): Row => {
    seq += 1;
    before = hashOf({ seq, at, actor, act, subject }, before);
    return { seq, at, actor, act, subject, hash: before };
  });
  await trx("trail").insert(rows);
}

function hashOf({ seq, at, actor, act, subject }: Omit<Row, "hash">, before: string): string {
  const text = JSON.stringify([before, seq, Number(at), actor, act, subject]);
  return createHash("sha256").update(text).digest("hex");
}

/** How often each of us looked at a villager's number, the most first. `to` is left out. */
export async function looksBetween(
  trx: Transaction,
  from: number,
  to: number,
): Promise<{ actor: string; count: number }[]> {
  const rows = await trx<Row>("trail")
    .where("at", ">=", from)
    .where("at", "<", to)
    .where("act", "like", "unmask %")
    .select("actor")
    .count<{ actor: string; count: number | string }[]>({ count: "*" })
    .groupBy("actor")
    .orderBy([{ column: "count", order: "desc" }, "actor"]);
  return rows.map(({ actor, count }) => ({ actor, count: Number(count) }));
}

export type TrailState =
  | { whole: true; rows: number; head: string }
  | {
      whole: false;
      rows: number;
      /** The first row that does not fit what stands before it. */ at: number;
    };

/**
 * Reads the whole trail and finds the first row that was changed, removed or moved. A trail that
 * was cut at its end looks whole: compare `head` with the one that was written down before.
 */
export async function verify(db: Database): Promise<TrailState> {
  let before = beginning;
  let seq = 0;
  for (;;) {
    const rows = await db<Row>("trail").where("seq", ">", seq).orderBy("seq").limit(1000);
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.hash !== hashOf(row, before))
        return { whole: false, rows: seq, at: seq + 1 };
      before = row.hash;
      seq = row.seq;
    }
    if (rows.length === 0) return { whole: true, rows: seq, head: before };
  }
}
