import type { Matter } from "../domain/matter.ts";
import type { Transaction } from "./connection.ts";
import { matterOf, type Row } from "./matters.ts";
import { record } from "./trail.ts";

/** So many are offered to choose from. */
const mostLikely = 8;
/** One danger is told of within this time. Unit: ms. */
const sameDanger = 6 * 3_600_000;

/**
 * Open matters that may tell of the same event, latest first: of the same person, of the same kind in
 * the same village, or of the same danger in these hours. They are only offered: one of us decides.
 */
export async function likelyOf(
  trx: Transaction,
  matter: Matter,
  since: number,
  showsPrivate: boolean,
): Promise<Matter[]> {
  const { id, conversation, village, kind, dispute, danger, openedAt } = matter;
  const rows = await trx<Row>("matters")
    .whereNot({ id })
    .whereNot({ status: "closed" })
    .where("opened_at", ">=", since)
    .where((any) => {
      void any.whereRaw("1 = 0");
      if (conversation !== null) void any.orWhere({ conversation, kind });
      if (village !== null) void any.orWhere({ village, kind, dispute });
      if (danger !== null)
        void any.orWhere((same) =>
          same.where({ danger }).where("opened_at", ">=", openedAt - sameDanger),
        );
    })
    .modify((all) => void (showsPrivate || all.whereRaw("not private")))
    .orderBy("opened_at", "desc")
    .limit(mostLikely);
  return rows.map(matterOf);
}

/** Those that go on in this matter, and in those that go on in it. */
export async function mergedInto(trx: Transaction, matter: string): Promise<Matter[]> {
  const all: Matter[] = [];
  for (let into = [matter]; into.length > 0;) {
    const rows = await trx<Row>("matters").whereIn("merged_into", into);
    const known = new Set(all.map(({ id }) => id));
    const fresh = rows.map(matterOf).filter(({ id }) => !known.has(id) && id !== matter);
    all.push(...fresh);
    into = fresh.map(({ id }) => id);
  }
  return all;
}

/** The history of the one that another one goes on in says so, too. Called once that is written. */
export async function joined(
  trx: Transaction,
  { mergedInto: into, number, closedAt }: Pick<Matter, "mergedInto" | "number" | "closedAt">,
  actor: string,
  at: number,
): Promise<void> {
  if (into === null || closedAt !== at) return;
  await record(trx, [{ at, actor, act: `merged-in ${number}`, subject: `matter ${into}` }]);
}

/** And so does it when that one stands by itself again. Called before that is written. */
export async function parted(
  trx: Transaction,
  { id, mergedInto: next }: Pick<Matter, "id" | "mergedInto">,
  actor: string,
  at: number,
): Promise<void> {
  if (next !== null) return;
  const row = await trx<Row>("matters").where({ id }).first("number", "merged_into");
  const into = row?.merged_into ?? null;
  if (row === undefined || into === null) return;
  await record(trx, [{ at, actor, act: `parted ${row.number}`, subject: `matter ${into}` }]);
}
