import { unreachedReply } from "../flows/talk-clock.ts";
import type { Ids } from "../domain/ports.ts";
import type { Transaction } from "../store/connection.ts";
import { post, type Ending } from "../store/outbox.ts";
import type { Store } from "../store/store.ts";
import { writersOf } from "../store/unreached.ts";

/**
 * One of us wrote to a villager whom the channel refuses (blocked, gone, text refused): the writer is
 * told, in the same commit. Nobody is left to believe that words arrived.
 */
export async function tellUnreached(
  trx: Transaction,
  { cipher }: Store,
  endings: readonly Ending[],
  ids: Ids,
  at: number,
): Promise<void> {
  const lost = endings.flatMap(({ id, sent }) => (sent.ok || sent.why === "later" ? [] : [id]));
  if (lost.length === 0) return;
  const writers = await writersOf(trx, lost);
  await post(
    trx,
    cipher,
    writers.map(({ conversation, number }) => ({
      ...{ id: ids.next(), conversation, inbox: null, replaces: null, at },
      reply: unreachedReply(number),
    })),
  );
}
