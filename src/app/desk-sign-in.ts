import type { DeskView } from "../domain/desk-view.ts";
import type { Clock, Ids } from "../domain/ports.ts";
import { loginOf, signIn, signOut } from "../store/logins.ts";
import { conversationOf, staffBehind } from "../store/people.ts";
import type { Store } from "../store/store.ts";

/** How a browser becomes somebody's desk, and how it ends. */
export function deskSignIn(
  { db, cipher }: Store,
  clock: Clock,
  ids: Ids,
): Pick<DeskView, "loginOf" | "signIn" | "signOut"> {
  const fresh = () => ids.next();
  return {
    loginOf: async (code) => (await loginOf(db, cipher, code, clock.now()))?.name ?? null,
    signIn: (code, session) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        return (await signIn(trx, cipher, { code, session, at, fresh })) !== null;
      }),
    signOut: (chat) =>
      db.transaction(async (trx) => {
        const me = await staffBehind(trx, cipher, "web", chat);
        const conversation = me && (await conversationOf(trx, cipher, "web", chat));
        if (!me || !conversation) return false;
        await signOut(trx, { conversation, person: me.id, at: clock.now() });
        return true;
      }),
  };
}
