import { advance, type Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import { isQuiet } from "../domain/reminders.ts";
import { newsFor } from "../flows/desk-merge.ts";
import { forgottenReplies } from "../flows/talk-clock.ts";
import type { Transaction } from "../store/connection.ts";
import { saveMatter } from "../store/matters.ts";
import { mergedInto } from "../store/merging.ts";
import { conversationsOf } from "../store/people.ts";
import { record } from "../store/trail.ts";

/**
 * What was settled or passed on, and of which nobody said more for a month and a week, is over: only
 * what is closed is ever deleted. The villager is told, and can have it opened again.
 */
export async function closeForgotten(
  trx: Transaction,
  matter: Matter,
  now: number,
  say: (conversation: string, reply: Reply) => void,
): Promise<void> {
  const advanced = advance(matter, { do: "close", by: "clock" }, now);
  if (!advanced.ok) return;
  const { id, number, conversation, owner } = matter;
  await saveMatter(trx, advanced.matter);
  await record(trx, [{ at: now, actor: "clock", act: "close", subject: `matter ${id}` }]);
  const { toVillager, toOwner } = forgottenReplies(matter);
  if (conversation !== null && !isQuiet(matter)) say(conversation, toVillager);
  for (const { conversation: theirs, reply } of newsFor(
    await mergedInto(trx, id),
    number,
    "closed",
  ))
    say(theirs, reply);
  if (owner === null) return;
  for (const way of await conversationsOf(trx, [owner])) say(way.conversation, toOwner);
}
