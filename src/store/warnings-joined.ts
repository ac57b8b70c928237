import type { Matter } from "../domain/matter.ts";
import { joined, urgencyOf, type Warning } from "../domain/warning.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { matterById, toldOf } from "./matters.ts";
import {
  closeInto,
  leftPhone,
  nameOn,
  openWarningOf,
  personOf,
  press,
  updateWarning,
  type WarningRow,
} from "./warnings.ts";

/** A list's warning that went on in the matter of the person themselves. */
export interface JoinedWarning {
  /** As it stood before. */
  listed: Matter;
  into: Matter;
  warning: Warning;
}

/**
 * Whoever writes here left phones: where one of them is warned of by a list, both are one warning,
 * in the matter that the person can be written to in. A list that comes later finds it there.
 * @param told further phones of theirs, as given
 * @returns what was joined now
 */
export async function joinByPhone(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  told: readonly string[],
  at: number,
): Promise<JoinedWarning[]> {
  const own = await openWarningOf(trx, personOf(cipher, { conversation }));
  if (!own) return [];
  const done: JoinedWarning[] = [];
  let into = own;
  for (const phone of new Set([...told, ...(await phonesLeft(trx, cipher, conversation))])) {
    await keepPhone(trx, cipher, own.matter, phone);
    const person = personOf(cipher, { phone });
    const listed = await openWarningOf(trx, person, own.matter);
    await trx("warning_events")
      .insert({ key: leftPhone(person), matter: own.matter, at })
      .onConflict("key")
      .merge(["matter", "at"]);
    if (!listed) continue;
    const before = await matterById(trx, listed.matter);
    // Whoever writes from elsewhere may have left a relative's phone: two people stay two.
    if (!before || before.conversation !== null) continue;
    into = joined(into, listed);
    await updateWarning(trx, into);
    await nameGoesOn(trx, cipher, listed.matter, own.matter);
    if (before.village !== null)
      await trx<{ id: string; village: string | null }>("matters")
        .where({ id: own.matter, village: null })
        .update({ village: before.village });
    await trx<WarningRow>("warnings")
      .where({ matter: listed.matter })
      .update({ merged_into: own.matter });
    await closeInto(trx, before, own.matter, at);
    await press(trx, own.matter, urgencyOf(into.level), at);
    const after = await matterById(trx, own.matter);
    if (after) done.push({ listed: before, into: after, warning: into });
  }
  return done;
}

/** For a call back, as given, on whatever they opened that is not closed. */
async function phonesLeft(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
): Promise<string[]> {
  const rows = await trx<{ id: string; conversation: string; phone: string | null }>("matters")
    .where({ conversation })
    .whereNotNull("phone")
    .whereNot("status", "closed")
    .select("id");
  const phones: string[] = [];
  for (const { id } of rows) {
    const phone = (await toldOf(trx, cipher, id))?.phone ?? null;
    if (phone !== null) phones.push(phone);
  }
  return phones;
}

/** Whoever takes it can call. */
async function keepPhone(
  trx: Transaction,
  cipher: Cipher,
  matter: string,
  phone: string,
): Promise<void> {
  await trx<{ id: string; phone: string | null }>("matters")
    .where({ id: matter, phone: null })
    .update({ phone: cipher.seal(phone, `matters.phone.${matter}`) });
}

async function nameGoesOn(
  trx: Transaction,
  cipher: Cipher,
  from: string,
  into: string,
): Promise<void> {
  const name = await nameOn(trx, cipher, from);
  if (name === null) return;
  await trx<WarningRow>("warnings")
    .where({ matter: into, name: null })
    .update({ name: cipher.seal(name, `warnings.name.${into}`) });
}
