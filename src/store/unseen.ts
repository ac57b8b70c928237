import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { notPhoned } from "./to-call.ts";

/** A matter in whose talk the villager's page was not open for what its owner wrote. */
export interface Unseen {
  matter: string;
  number: string;
  owner: string;
  phone: string | null;
}

/**
 * Talks with a page in which words of the owner, written by `before`, reached no open page; each is
 * given once, and marked as given.
 */
export async function takeUnseen(
  trx: Transaction,
  cipher: Cipher,
  before: number,
  at: number,
): Promise<Unseen[]> {
  const rows = await trx("matters as m")
    .select<{ id: string; number: string; owner: string; phone: string | null }[]>(
      "m.id",
      "m.number",
      "m.owner",
      "m.phone",
    )
    .whereRaw("m.talking")
    .whereNull("m.to_call_at")
    .whereNotNull("m.owner")
    .whereExists((words) => {
      void words
        .select(trx.raw("1"))
        .from("web_log as w")
        .join("outbox as o", "o.id", "w.outbox")
        .join("inbox as i", "i.id", "o.inbox")
        .join("staff_conversations as s", "s.conversation", "i.conversation")
        .whereRaw("w.conversation = m.conversation and s.person = m.owner")
        .whereRaw("o.created_at >= m.taken_at")
        .where("o.created_at", "<=", before)
        // What was written before a call was told in it.
        .whereRaw(notPhoned("o.created_at"))
        .whereNull("w.seen_at");
    });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  await trx("matters").whereIn("id", ids).update({ to_call_at: at });
  return rows.map(({ id, number, owner, phone }) => ({
    ...{ matter: id, number, owner },
    phone: phone === null ? null : cipher.open(phone, `matters.phone.${id}`),
  }));
}
