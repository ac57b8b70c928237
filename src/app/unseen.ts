import type { Facts } from "../domain/flow.ts";
import type { Reply } from "../domain/message.ts";
import { unseenReply } from "../flows/talk-clock.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { conversationsOf } from "../store/people.ts";
import { takeUnseen } from "../store/unseen.ts";

/** So long words may wait for an open page before the villager is to be phoned. Unit: ms. */
const longestUnseen = 10 * 60_000;

/** An officer whose words no page has shown hears, once a matter, that a call is needed. */
export async function tellUnseen(
  trx: Transaction,
  cipher: Cipher,
  around: {
    now: number;
    residency: Facts["residency"];
    say: (conversation: string, reply: Reply) => void;
  },
): Promise<void> {
  const { now, residency, say } = around;
  for (const { matter, number, owner, phone } of await takeUnseen(
    trx,
    cipher,
    now - longestUnseen,
    now,
  ))
    for (const { conversation, channel } of await conversationsOf(trx, [owner])) {
      const isBare = residency === "cn" && channel === "telegram";
      say(conversation, unseenReply({ id: matter, number }, isBare ? null : phone));
    }
}
