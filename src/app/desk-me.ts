import type { Staff } from "../domain/people.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { touch } from "../store/desk-sessions.ts";
import { conversationOf, staffBehind } from "../store/people.ts";

/** Who sits at this browser's desk; it counts as used. Null: nobody of ours, or their time is over. */
export async function whoIsAt(
  trx: Transaction,
  cipher: Cipher,
  chat: string,
  at: number,
): Promise<Staff | null> {
  const me = await staffBehind(trx, cipher, "web", chat, at);
  const conversation = me && (await conversationOf(trx, cipher, "web", chat));
  if (conversation !== null) await touch(trx, [conversation], at);
  return me;
}
