import type { Transaction } from "./connection.ts";

/**
 * Whose words these outgoing messages carried, where one of us wrote them to the villager of a matter
 * in hand: the writer's conversation and the matter's number.
 */
export async function writersOf(
  trx: Transaction,
  outgoing: string[],
): Promise<{ conversation: string; number: string }[]> {
  return trx("outbox as o")
    .join("inbox as i", "i.id", "o.inbox")
    .join("staff_conversations as s", "s.conversation", "i.conversation")
    .join("matters as m", (on) =>
      on.on("m.conversation", "o.conversation").andOn("m.owner", "s.person"),
    )
    .distinct<{ conversation: string; number: string }[]>("i.conversation", "m.number")
    .whereIn("o.id", outgoing)
    .whereRaw("o.conversation <> i.conversation")
    .whereRaw("m.talking");
}
