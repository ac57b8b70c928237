import { readable, type Cipher } from "./cipher.ts";
import { isPostgres, type Database, type Transaction } from "./connection.ts";
import { readSetting, writeSetting } from "./settings.ts";

/** So many wrong codes in so long shut the second step for so long. Unit: ms. */
const mostWrong = 5;
export const wrongWithin = 15 * 60_000;
export const lockLasts = 15 * 60_000;

interface Row {
  person: string;
  secret: string;
  last_step: number;
  wrong_at: string;
  locked_until: number | null;
  made_at: number;
}
interface Recovery {
  person: string;
  code_blind: string;
  used_at: number | null;
}

const setting = "second factor";

/** Notes for all workers and commands whether this station asks everybody for a second factor. */
export async function askForSecondFactor(db: Database, asks: boolean): Promise<void> {
  await writeSetting(db, setting, asks ? "1" : "0");
}

export async function isSecondFactorAsked(db: Database | Transaction): Promise<boolean> {
  return (await readSetting(db, setting)) === "1";
}

export async function hasSecondFactor(
  db: Database | Transaction,
  person: string,
): Promise<boolean> {
  return (await db<Row>("second_factors").where({ person }).first("person")) !== undefined;
}

/**
 * Keeps a person's secret and recovery codes. False: they have one already.
 * @param step of the code that proved that their telephone has it: it is used up
 */
export async function addSecondFactor(
  trx: Transaction,
  cipher: Cipher,
  it: { person: string; secret: string; step: number; codes: string[]; at: number },
): Promise<boolean> {
  const { person, secret, step, codes, at } = it;
  if (await hasSecondFactor(trx, person)) return false;
  await trx<Row>("second_factors").insert({
    ...{ person, last_step: step, wrong_at: "[]", locked_until: null, made_at: at },
    secret: cipher.seal(secret, `second_factors.secret.${person}`),
  });
  await trx<Recovery>("recovery_codes").insert(
    codes.map((code) => ({ person, code_blind: blindOf(cipher, person, code), used_at: null })),
  );
  return true;
}

const blindOf = (cipher: Cipher, person: string, code: string): string =>
  cipher.blind(`${person} ${code}`, "recovery_codes");

export type Tried = "right" | "recovery" | "wrong" | "locked";

/**
 * Tries a code, once: of two that bring the same one at the same time one is right. Commit whatever
 * comes of it: wrong tries are counted here.
 * @param stepOf the 30 seconds that a six-digit code stands for; null = none near this time
 */
export async function tryCode(
  trx: Transaction,
  cipher: Cipher,
  { person, code, at }: { person: string; code: string; at: number },
  stepOf: (secret: string) => number | null,
): Promise<Tried> {
  const row = await trx<Row>("second_factors")
    .where({ person })
    .modify((query) => void (isPostgres(trx) && query.forUpdate()))
    .first();
  if (!row) return "wrong";
  if (row.locked_until !== null && row.locked_until > at) return "locked";
  const secret = readable(() => cipher.open(row.secret, `second_factors.secret.${person}`));
  const step = secret === null ? null : stepOf(secret);
  if (step !== null && (await moveTo(trx, person, step))) return "right";
  if (step === null && (await useUp(trx, cipher, person, code, at))) return "recovery";
  const wrong = (JSON.parse(row.wrong_at) as number[]).filter((when) => when > at - wrongWithin);
  wrong.push(at);
  const isTooMuch = wrong.length >= mostWrong;
  await trx<Row>("second_factors")
    .where({ person })
    .update({
      wrong_at: JSON.stringify(isTooMuch ? [] : wrong),
      locked_until: isTooMuch ? at + lockLasts : null,
    });
  return isTooMuch ? "locked" : "wrong";
}

/** A code whose time was reached already is used up. */
async function moveTo(trx: Transaction, person: string, step: number): Promise<boolean> {
  const moved = await trx<Row>("second_factors")
    .where({ person })
    .where("last_step", "<", step)
    .update({ last_step: step, wrong_at: "[]", locked_until: null });
  return moved === 1;
}

async function useUp(
  trx: Transaction,
  cipher: Cipher,
  person: string,
  code: string,
  at: number,
): Promise<boolean> {
  const used = await trx<Recovery>("recovery_codes")
    .where({ person, code_blind: blindOf(cipher, person, code), used_at: null })
    .update({ used_at: at });
  return used === 1;
}

/** How many recovery codes this person has left. */
export async function codesLeft(trx: Transaction, person: string): Promise<number> {
  const rows = await trx<Recovery>("recovery_codes").where({ person, used_at: null });
  return rows.length;
}

/** The person has no second factor any more. False: they had none. */
export async function dropSecondFactor(trx: Transaction, person: string): Promise<boolean> {
  await trx("recovery_codes").where({ person }).delete();
  return (await trx("second_factors").where({ person }).delete()) > 0;
}
