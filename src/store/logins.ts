import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { conversationsWith } from "./conversations.ts";
import { endSessions, openSession } from "./desk-sessions.ts";
import { everybody } from "./people.ts";
import { record } from "./trail.ts";

/** How long a link to the desk can be used. Unit: ms. */
export const loginLasts = 10 * 60_000;

interface Row {
  code_blind: string;
  person: string;
  made_at: number;
  expires_at: number;
  used_at: number | null;
}

/** Keeps a one-time code, blinded; one that this person asked for earlier opens nothing more. */
export async function addLogin(
  trx: Transaction,
  cipher: Cipher,
  { code, person, at }: { code: string; person: string; at: number },
): Promise<void> {
  await trx<Row>("logins").where({ person, used_at: null }).delete();
  await trx<Row>("logins")
    .insert({
      code_blind: cipher.blind(code, "logins"),
      person,
      made_at: at,
      expires_at: at + loginLasts,
      used_at: null,
    })
    .onConflict("code_blind")
    .ignore();
}

/** Whose link this is, while it can be used; looking uses nothing. */
export async function loginOf(
  db: Database | Transaction,
  cipher: Cipher,
  code: string,
  at: number,
): Promise<Staff | null> {
  const row = await db<Row>("logins")
    .where({ code_blind: cipher.blind(code, "logins"), used_at: null })
    .where("expires_at", ">", at)
    .first();
  if (!row) return null;
  return (await everybody(db, cipher)).find(({ id }) => id === row.person) ?? null;
}

/**
 * Uses a link up: from now on the desk opens in the browser of this session.
 * @param use `fresh` names the session's conversation; `station`: the station's own computer, which
 *   only those who invite people may say of one
 * @returns null where the link cannot be used: used, too old, unknown, or its person works here no more
 */
export async function signIn(
  trx: Transaction,
  cipher: Cipher,
  use: { code: string; session: string; at: number; fresh: () => string; station: boolean },
): Promise<Staff | null> {
  const { code, session, at, fresh } = use;
  const person = await loginOf(trx, cipher, code, at);
  if (!person) return null;
  // Of two that press at the same time only one changes the row.
  const used = await trx<Row>("logins")
    .where({ code_blind: cipher.blind(code, "logins"), used_at: null })
    .update({ used_at: at });
  if (used !== 1) return null;
  const chats = [{ channel: "web" as const, chat: session, at, fresh }];
  const [conversation] = await conversationsWith(trx, cipher, chats);
  const station = use.station && may(person.role, "invite");
  await openSession(trx, { conversation: conversation!, person: person.id, at, station });
  const act = station ? "sign-in station" : "sign-in";
  await record(trx, [{ at, actor: person.id, act, subject: `person ${person.id}` }]);
  return person;
}

/** Takes the desk from a conversation, and what its page showed: it may be a borrowed computer. */
export async function signOut(
  trx: Transaction,
  { conversation, person, at }: { conversation: string; person: string; at: number },
): Promise<void> {
  await endSessions(trx, { person, conversation });
  await record(trx, [{ at, actor: person, act: "sign-out", subject: `person ${person}` }]);
}
