import type { DeskDoor } from "../domain/desk-door.ts";
import type { Clock, Ids } from "../domain/ports.ts";
import { may } from "../domain/rights.ts";
import { loginOf, signIn, signOut } from "../store/logins.ts";
import { sessionIn } from "../store/desk-sessions.ts";
import { conversationOf } from "../store/people.ts";
import type { Store } from "../store/store.ts";

/** How a browser becomes somebody's desk, and how it ends. */
export function deskSignIn(
  { db, cipher }: Store,
  clock: Clock,
  ids: Ids,
): Pick<DeskDoor, "loginOf" | "signIn" | "signOut"> {
  const fresh = () => ids.next();
  return {
    loginOf: async (code) => {
      const person = await loginOf(db, cipher, code, clock.now());
      return person && { name: person.name, marksStation: may(person.role, "invite") };
    },
    signIn: (code, session, station) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        return (await signIn(trx, cipher, { code, session, at, fresh, station })) !== null;
      }),
    signOut: (chat) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        const conversation = await conversationOf(trx, cipher, "web", chat);
        // Also where the second factor is missing or the time is over: leaving is always possible.
        const session = conversation && (await sessionIn(trx, conversation, at));
        if (!conversation || !session) return false;
        await signOut(trx, { conversation, person: session.person, at });
        return true;
      }),
  };
}
