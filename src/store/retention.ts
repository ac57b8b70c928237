import { freshMemory } from "./conversations.ts";
import type { Store } from "./store.ts";

/** How long ordinary talk is kept. Unit: days. Source: the notice that villagers are shown. */
export const keptDays = 90;

const day = 24 * 3_600_000;

/**
 * Deletes talk that is older than it may be kept, in small steps, with its unanswered questions, and
 * what is remembered of conversations that rest so long. Matters and alerts stay.
 * @returns how many updates were deleted; 0 = all done
 */
export async function forgetOldTalk(
  { db, cipher }: Pick<Store, "db" | "cipher">,
  now: number,
  most = 500,
): Promise<number> {
  const before = now - keptDays * day;
  return db.transaction(async (trx) => {
    const said = await trx<{ id: string }>("inbox")
      .select("id")
      .where("at", "<", before)
      .whereNot("status", "new")
      .orderBy("id")
      .limit(most);
    const inbox = said.map(({ id }) => id);
    const sent = await trx<{ id: string }>("outbox")
      .select("id")
      .where("created_at", "<", before)
      .whereNotIn("status", ["ready", "sending"])
      .where((old) => old.whereIn("inbox", inbox).orWhereNull("inbox"));
    const outbox = sent.map(({ id }) => id);
    await trx("web_log").whereIn("inbox", inbox).orWhereIn("outbox", outbox).delete();
    await trx("outbox").whereIn("id", outbox).delete();
    await trx("outbox").whereIn("inbox", inbox).update({ inbox: null });
    await trx("inbox").whereIn("id", inbox).delete();
    await trx("files").whereNull("stage").where("at", "<", before).delete();
    for (const table of ["questions", "feedback", "flag_candidates"])
      await trx(table).where("at", "<", before).delete();
    // 0 marks a memory that was emptied already; the person's next words write a time again.
    const resting = await trx<{ id: string }>("conversations")
      .select("id")
      .where("updated_at", "<", before)
      .whereNot("updated_at", 0)
      .limit(most);
    // In one order, as turns take them: no ring of waiting. Who wrote meanwhile rests no more.
    for (const id of resting.map((row) => row.id).toSorted())
      await trx("conversations")
        .where({ id })
        .where("updated_at", "<", before)
        .update({
          memory: cipher.seal(JSON.stringify(freshMemory), `conversations.memory.${id}`),
          updated_at: 0,
        });
    return inbox.length;
  });
}
