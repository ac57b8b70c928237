import type { Database, Transaction } from "./connection.ts";
import { forgetOldTalk, keptDays } from "./retention.ts";
import { emptyOldSeatNames, oldSeatNames } from "./seat-names.ts";
import { emptyOldSheets, oldSheets } from "./sheets.ts";
import type { Store } from "./store.ts";

/** How long a matter is kept after it was closed, with its notes. Unit: days. */
export const matterKeptDays = 3 * 365;
/** A link to the desk that can be used no more says nothing after so long. Unit: days. */
const loginKeptDays = 1;

/** What is deleted when its time is over. The trail of acts, people and what is not closed stay. */
export const classes = [
  "said",
  "answered",
  "webLog",
  "files",
  "questions",
  "matters",
  "notes",
  "alerts",
  "sheets",
  "seats",
  "logins",
] as const;
export type Counts = Record<(typeof classes)[number], number>;

const day = 24 * 3_600_000;

/** How many rows of each class have had their time. Unit of `now`: ms since 1970. */
export async function countOld(db: Database, now: number): Promise<Counts> {
  const before = now - keptDays * day;
  const said = () => db("inbox").select("id").where("at", "<", before).whereNot("status", "new");
  const answered = () =>
    db("outbox")
      .select("id")
      .where("created_at", "<", before)
      .whereNotIn("status", ["ready", "sending"])
      .where((old) => void old.whereIn("inbox", said()).orWhereNull("inbox"));
  const matters = () => oldMatters(db, now);
  const asked = [];
  for (const table of ["questions", "feedback", "flag_candidates"])
    asked.push(await size(db(table).where("at", "<", before)));
  return {
    said: await size(said()),
    answered: await size(answered()),
    webLog: await size(db("web_log").whereIn("inbox", said()).orWhereIn("outbox", answered())),
    files:
      (await size(db("files").whereNull("stage").where("at", "<", before))) +
      (await size(db("files").whereNotNull("stage").whereIn("matter", matters()))),
    questions: asked.reduce((sum, count) => sum + count, 0),
    matters: await size(matters()),
    notes: await size(db("notes").whereIn("matter", matters())),
    alerts: await size(db("alerts").whereIn("matter", matters())),
    sheets: await size(oldSheets(db, now)),
    seats: await size(oldSeatNames(db, now)),
    logins: await size(db("logins").where("expires_at", "<", now - loginKeptDays * day)),
  };
}

/** Deletes what has had its time, in small steps, so that nobody waits long. @returns what went */
export async function deleteOld(store: Store, now: number): Promise<Counts> {
  const { db } = store;
  const counts = await countOld(db, now);
  while ((await forgetOldTalk(store, now)) > 0);
  while ((await deleteOldMatters(db, now)) > 0);
  await emptyOldSheets(db, now);
  await emptyOldSeatNames(db, now);
  await db("logins")
    .where("expires_at", "<", now - loginKeptDays * day)
    .delete();
  return counts;
}

/** Matters with everything that hangs on them; those that reopened have no end yet. */
async function deleteOldMatters(db: Database, now: number, most = 200): Promise<number> {
  return db.transaction(async (trx) => {
    const old = await oldMatters(trx, now).orderBy("id").limit(most);
    const ids = old.map(({ id }) => id);
    for (const table of [
      "notes",
      "reminders",
      "mediators",
      "alerts",
      "files",
      "sheets",
      "warning_events",
      "warnings",
    ])
      await trx(table).whereIn("matter", ids).delete();
    await trx("matters").whereIn("merged_into", ids).update({ merged_into: null });
    await trx("matters").whereIn("id", ids).delete();
    return ids.length;
  });
}

function oldMatters(db: Database | Transaction, now: number) {
  return db<{ id: string; status: string; closed_at: number | null }>("matters")
    .select("id")
    .where({ status: "closed" })
    .where("closed_at", "<", now - matterKeptDays * day);
}

async function size(query: {
  clearSelect(): { count(of: object): PromiseLike<unknown[]> };
}): Promise<number> {
  const [row] = (await query.clearSelect().count({ count: "*" })) as { count: number | string }[];
  return Number(row?.count ?? 0);
}
