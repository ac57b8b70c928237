import { randomInt } from "node:crypto";
import type { DeskDoor } from "../domain/desk-door.ts";
import type { Clock } from "../domain/ports.ts";
import { productName } from "../texts/zh-cn/page.ts";
import { readable } from "../store/cipher.ts";
import type { Database, Transaction } from "../store/connection.ts";
import { mustStepUp, passed, sessionIn, type Session } from "../store/desk-sessions.ts";
import { conversationOf, everybody } from "../store/people.ts";
import { addSecondFactor, codesLeft, hasSecondFactor, tryCode } from "../store/second-factor.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { addressOf, newSecret, stepOf } from "./totp.ts";

/** For the day on which the phone is lost. Source: OWASP ASVS 5.0, 6.5. */
const recoveryCodes = 10;
const recoveryDigits = 12;

/** The second factor of whoever sits at a browser's desk. */
export function deskSecond(
  { db, cipher }: Store,
  clock: Clock,
): Pick<DeskDoor, "standing" | "second" | "newSecret" | "enrol" | "giveCode"> {
  async function sessionOf(from: Database | Transaction, chat: string): Promise<Session | null> {
    const conversation = await conversationOf(from, cipher, "web", chat);
    return conversation === null ? null : sessionIn(from, conversation, clock.now());
  }
  /** A session of somebody who may have a second factor and has none yet. */
  async function withoutSecond(trx: Transaction, chat: string): Promise<Session | null> {
    const session = await sessionOf(trx, chat);
    if (session?.standing !== "open" && session?.standing !== "enrol") return null;
    return (await hasSecondFactor(trx, session.person)) ? null : session;
  }
  const place = ({ conversation, person }: Session) => `enrol.${person}.${conversation}`;
  const opened = (sealed: string, session: Session): string | null =>
    readable(() => cipher.open(sealed, place(session)));

  return {
    standing: async (chat) => (await sessionOf(db, chat))?.standing ?? "nobody",
    second: (chat) =>
      db.transaction(async (trx) => {
        const session = await sessionOf(trx, chat);
        if (session === null || session.standing === "ended") return null;
        const { person, standing } = session;
        const name = await nameOf(trx, person);
        const has = await hasSecondFactor(trx, person);
        return { name, standing, has, codesLeft: await codesLeft(trx, person) };
      }),
    newSecret: (chat, sealed) =>
      db.transaction(async (trx) => {
        const session = await withoutSecond(trx, chat);
        if (!session) return null;
        const secret = (sealed === null ? null : opened(sealed, session)) ?? newSecret();
        const name = await nameOf(trx, session.person);
        return {
          secret,
          address: addressOf(secret, { station: productName, name }),
          sealed: cipher.seal(secret, place(session)),
        };
      }),
    enrol: (chat, sealed, code) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        const session = await withoutSecond(trx, chat);
        const secret = session && opened(sealed, session);
        if (session === null || secret === null) return "not-now";
        const step = stepOf(secret, code, at);
        if (step === null) return "wrong";
        const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
        const { person, conversation } = session;
        if (!(await addSecondFactor(trx, cipher, { person, secret, step, codes, at })))
          return "not-now";
        await passed(trx, conversation, at);
        await write(trx, person, "second-on", at);
        return codes;
      }),
    giveCode: (chat, code) =>
      db.transaction(async (trx) => {
        const at = clock.now();
        const session = await sessionOf(trx, chat);
        if (session === null || !/^(?:open|code)$/.test(session.standing)) return "not-now";
        const { person, conversation } = session;
        const isAsked =
          session.standing === "code" || (await mustStepUp(trx, { person, conversation }, at));
        if (!isAsked) return "not-now";
        const tried = await tryCode(trx, cipher, { person, code, at }, (secret) =>
          stepOf(secret, code, at),
        );
        await write(trx, person, `second-${tried}`, at);
        if (tried === "wrong" || tried === "locked") return tried;
        await passed(trx, conversation, at);
        return "right";
      }),
  };

  async function nameOf(trx: Transaction, person: string): Promise<string> {
    return (await everybody(trx, cipher)).find(({ id }) => id === person)?.name ?? "";
  }
}

async function write(trx: Transaction, person: string, act: string, at: number): Promise<void> {
  await record(trx, [{ at, actor: person, act, subject: `person ${person}` }]);
}

/** Twelve digits: more than a million million, behind a lock that opens five times in 15 min. */
function newRecoveryCode(): string {
  return Array.from({ length: recoveryDigits }, () => randomInt(10)).join("");
}
