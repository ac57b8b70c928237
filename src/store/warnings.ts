import { levels, type Matter } from "../domain/matter.ts";
import type { FraudCategory, FraudLevel } from "../domain/sets.ts";
import {
  newWarning,
  record as withResult,
  urgencyOf,
  warnedAgain,
  type Contact,
  type Outcome,
  type Warning,
  type WarningNews,
  type WarningResult,
  type WarningSource,
} from "../domain/warning.ts";
import { readable, type Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { addToNote, matterById, saveMatter, toldOf } from "./matters.ts";
import { record } from "./trail.ts";

export interface WarningRow {
  matter: string;
  person_blind: string;
  name: string | null;
  level: FraudLevel;
  /** One kind or several, the first that of the highest level. */
  category: string | null;
  source: WarningSource;
  times: number;
  contact: Contact | null;
  outcome: Outcome | null;
  saved: number | null;
  lost: number | null;
  tries: number;
  next_try_at: number | null;
  last: string | null;
  at: number;
  chief_at: number | null;
  merged_into: string | null;
}

/** What comes in about somebody who writes here themselves. */
export interface WarnedOf extends WarningNews {
  matter: string;
  source: WarningSource;
}

export const personOf = (cipher: Cipher, who: { phone: string } | { conversation: string }) =>
  cipher.blind("phone" in who ? who.phone : `conversation ${who.conversation}`, "warnings.person");

export const nameIn = (cipher: Cipher, { name, matter }: Pick<WarningRow, "name" | "matter">) =>
  name === null ? null : readable(() => cipher.open(name, `warnings.name.${matter}`));

/** The warning that hangs on a matter; none where it went on in another one. */
export async function warningOf(
  trx: Database | Transaction,
  matter: string,
): Promise<Warning | null> {
  const row = await trx<WarningRow>("warnings").where({ matter, merged_into: null }).first();
  return row ? warningFrom(row) : null;
}

/** Name of the person, where a list told it. */
export async function nameOn(
  trx: Database | Transaction,
  cipher: Cipher,
  matter: string,
): Promise<string | null> {
  const row = await trx<WarningRow>("warnings").where({ matter }).first();
  return row ? nameIn(cipher, row) : null;
}

/** Parts the kinds in their column: no name of one holds it. */
const mark = "|";

/** Names in `warning_events` the latest warning of whoever left this phone themselves. */
export const leftPhone = (person: string): string => `person ${person}`;

/** What this person was warned of and is still worked on, the oldest; what went on elsewhere is found there. */
export async function openWarningOf(
  trx: Transaction,
  person: string,
  but = "",
): Promise<Warning | null> {
  const known = trx<WarningRow>("warnings")
    .where({ person_blind: person })
    .select(trx.raw("coalesce(merged_into, matter)"));
  const left = trx<{ key: string; matter: string }>("warning_events")
    .where({ key: leftPhone(person) })
    .select("matter");
  const row = await trx<WarningRow>("warnings as w")
    .join("matters as m", "m.id", "w.matter")
    .where((of) => void of.whereIn("w.matter", known).orWhereIn("w.matter", left))
    .where({ "w.merged_into": null })
    .whereNot("m.status", "closed")
    .whereNot("w.matter", but)
    .orderBy("w.matter")
    .first<WarningRow | undefined>("w.*");
  return row ? warningFrom(row) : null;
}

/**
 * Keeps a warning beside its matter, which was opened in the same turn. Where the same person is
 * being warned of already, the open matter takes it in and the new one is closed; but a transfer's
 * matter, for which the alarm runs, takes in what waited.
 */
export async function keepWarning(
  trx: Transaction,
  cipher: Cipher,
  it: WarnedOf,
  { turn, at }: { turn: string; at: number },
): Promise<void> {
  const matter = await matterById(trx, it.matter);
  if (matter?.conversation == null) return;
  const own = await warningOf(trx, it.matter);
  const key = `turn ${turn}`;
  const before = await trx<{ key: string; matter: string }>("warning_events")
    .where({ key })
    .first();
  if (own && !before && it.source === "check") {
    await raise(trx, own, it, at);
    await trx("warning_events").insert({ key, matter: it.matter, at });
    return;
  }
  if (own) return updateWarning(trx, { ...own, ...raised(own, it), lost: it.lost ?? own.lost });
  if (before) return;
  const person = personOf(cipher, { conversation: matter.conversation });
  const open = await openWarningOf(trx, person, it.matter);
  if (open && it.source !== "stop-payment") {
    await goOnIn(trx, cipher, open, matter, it, at);
    await trx("warning_events").insert({ key, matter: open.matter, at });
    return;
  }
  const made = newWarning(it);
  await insertWarning(trx, open ? { ...made, ...raised(open, it), times: open.times + 1 } : made, {
    ...{ person, name: null, at },
  });
  await trx("warning_events").insert({ key, matter: it.matter, at });
  if (!open) return;
  await trx<WarningRow>("warnings")
    .where({ matter: open.matter })
    .update({ merged_into: it.matter });
  const waiting = await matterById(trx, open.matter);
  // Whoever is talking with the person goes on; what nobody has yet is this very event.
  if (waiting && waiting.owner === null) await closeInto(trx, waiting, it.matter, at);
}

function raised(known: Warning, it: WarnedOf): Pick<Warning, "level" | "categories"> {
  const { level, categories } = warnedAgain(known, it);
  return { level, categories };
}

async function goOnIn(
  trx: Transaction,
  cipher: Cipher,
  open: Warning,
  { id, conversation, ...rest }: Matter,
  it: WarnedOf,
  at: number,
): Promise<void> {
  await raise(trx, open, it, at);
  const told = await toldOf(trx, cipher, id);
  if (told && conversation !== null)
    await addToNote(trx, cipher, open.matter, conversation, told.note);
  await closeInto(trx, { id, conversation, ...rest }, open.matter, at);
}

/** One more warning of the same person; whoever waits is called for at once where it presses more now. */
export async function raise(
  trx: Transaction,
  open: Warning,
  it: WarningNews,
  at: number,
): Promise<void> {
  const next = warnedAgain(open, it);
  await updateWarning(trx, next);
  await press(trx, open.matter, urgencyOf(next.level), at);
}

/** Makes a matter as pressing as this, if it is not yet. */
export async function press(
  trx: Transaction,
  id: string,
  level: Matter["level"],
  at: number,
): Promise<void> {
  const matter = await matterById(trx, id);
  if (!matter || matter.status === "closed") return;
  if (levels.indexOf(level) >= levels.indexOf(matter.level)) return;
  const calledAgain = matter.owner === null ? { calls: 0, dueAt: at } : {};
  await saveMatter(trx, { ...matter, level, ...calledAgain, version: matter.version + 1 });
}

export async function closeInto(
  trx: Transaction,
  matter: Matter,
  into: string,
  at: number,
): Promise<void> {
  await saveMatter(trx, {
    ...matter,
    ...{ status: "closed", owner: null, talking: false, closedAt: at, dueAt: null },
    mergedInto: into,
    version: matter.version + 1,
  });
  await record(trx, [{ at, actor: "clock", act: "merge", subject: `matter ${matter.id}` }]);
}

export async function insertWarning(
  trx: Transaction,
  warning: Warning,
  { person, name, at }: { person: string; name: string | null; at: number },
): Promise<void> {
  await trx<WarningRow>("warnings").insert({
    ...{ person_blind: person, name, at, ...columnsOf(warning) },
    ...{ chief_at: null, merged_into: null },
  });
}

export async function updateWarning(trx: Transaction, warning: Warning): Promise<void> {
  const { matter } = warning;
  await trx<WarningRow>("warnings").where({ matter }).update(columnsOf(warning));
}

function columnsOf({ nextTryAt, categories, ...rest }: Warning) {
  const category = categories.length === 0 ? null : categories.join(mark);
  return { ...rest, category, next_try_at: nextTryAt };
}

/** Writes a result. False: it stood there already, or there is no such warning. */
export async function keepResult(
  trx: Transaction,
  { matter, result, name }: { matter: string; result: WarningResult; name: string },
): Promise<boolean> {
  const known = await warningOf(trx, matter);
  if (!known || known.last === name) return false;
  await updateWarning(trx, withResult(known, result, name));
  return true;
}

/** Of a loss the chief is told once. True: they were not told of this one yet. */
export async function markChief(trx: Transaction, matter: string, at: number): Promise<boolean> {
  const changed = await trx<WarningRow>("warnings")
    .where({ matter, chief_at: null })
    .update({ chief_at: at });
  return changed === 1;
}

/** The matter of what this person was warned of before and is still worked on, other than this one. */
export async function warnedBefore(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  but: string,
): Promise<{ matter: string; number: string } | null> {
  const open = await openWarningOf(trx, personOf(cipher, { conversation }), but);
  const matter = open && (await matterById(trx, open.matter));
  return matter && { matter: matter.id, number: matter.number };
}

/** The matter of what this turn brought; null = it brought nothing. */
export async function broughtBy(trx: Transaction, turn: string): Promise<string | null> {
  const row = await trx<{ key: string; matter: string }>("warning_events")
    .where({ key: `turn ${turn}` })
    .first();
  return row?.matter ?? null;
}

export function warningFrom(row: WarningRow): Warning {
  return {
    matter: row.matter,
    level: row.level,
    categories: (row.category?.split(mark) ?? []) as FraudCategory[],
    source: row.source,
    times: row.times,
    contact: row.contact,
    outcome: row.outcome,
    saved: row.saved,
    lost: row.lost,
    tries: row.tries,
    nextTryAt: row.next_try_at,
    last: row.last,
  };
}
