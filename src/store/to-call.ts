import type { CallEnd } from "../domain/desk.ts";
import type { Matter } from "../domain/matter.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { matterById, toldOf } from "./matters.ts";

/** Calls after which nobody waits for one any more. */
const done = "('phoned reached', 'phoned arranged')";

/** A condition: no such call was made for the matter `m` since then; `since` is SQL. */
export const notPhoned = (since: string): string =>
  `not exists (select 1 from trail as t where t.subject = 'matter ' || m.id and t.act in ${done} and t.at >= ${since})`;

/** A villager who waits for a call, with what they told. */
export interface ToCall {
  matter: Matter;
  words: string;
  hasPhone: boolean;
}

/**
 * Whom this person is to phone, longest waiting first: whoever does not see what was written to
 * them, and whoever asked to be called back.
 */
export async function toCallOf(trx: Transaction, cipher: Cipher, owner: string): Promise<ToCall[]> {
  const calls: ToCall[] = [];
  for (const id of await namesToCall(trx, owner)) {
    const matter = await matterById(trx, id);
    const told = await toldOf(trx, cipher, id);
    if (matter && told) calls.push({ matter, words: told.note, hasPhone: told.phone !== null });
  }
  return calls;
}

/** The ids of their matters. */
export async function namesToCall(trx: Transaction, owner: string): Promise<string[]> {
  const rows = await trx("matters as m")
    .select<{ id: string }[]>("m.id")
    .where("m.owner", owner)
    .whereRaw("m.status in ('taken', 'mediating', 'agreed', 'failed')")
    .whereNotNull("m.conversation")
    .whereRaw(
      `(m.to_call_at is not null or (m.kind = 'callback' and m.phone is not null and ${notPhoned("m.opened_at")}))`,
    )
    .orderByRaw("coalesce(m.to_call_at, m.opened_at), m.id");
  return rows.map(({ id }) => id);
}

/** Words for the villager could not be carried to them: they wait for a call from then on. */
export async function mustCall(trx: Transaction, matter: string, at: number): Promise<void> {
  await trx("matters").where({ id: matter }).whereNull("to_call_at").update({ to_call_at: at });
}

/** Somebody phoned: whoever was not reached is to be phoned again, after the others. */
export async function phoned(
  trx: Transaction,
  matter: string,
  how: CallEnd,
  at: number,
): Promise<void> {
  await trx("matters")
    .where({ id: matter })
    .update({ to_call_at: how === "missed" ? at : null });
}

/** The villager has read what was written: no call is needed for that. */
export async function readByVillager(db: Database, conversation: string): Promise<void> {
  await db("matters")
    .where({ conversation })
    .whereNotNull("to_call_at")
    .update({ to_call_at: null });
}
