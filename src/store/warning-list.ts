import { urgencyOf, newWarning } from "../domain/warning.ts";
import type { ListedPerson, PlannedLine } from "../domain/warning-list.ts";
import { dateOf } from "../domain/station-time.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { record } from "./trail.ts";
import { insertWarning, openWarningOf, personOf, raise } from "./warnings.ts";

/** Names what makes two lines the same: person, level, kind and day. */
function keyOf(cipher: Cipher, { phone, level, category }: ListedPerson, at: number): string {
  return `list ${cipher.blind([phone, level, category ?? "", dateOf(at)].join("|"), "warning_events")}`;
}

/** What each line of a list would become, without writing anything. Ids and numbers are left to others. */
export async function lookThrough(
  trx: Transaction,
  cipher: Cipher,
  people: readonly ListedPerson[],
  at: number,
): Promise<PlannedLine["becomes"][]> {
  const seen = new Set<string>();
  const opened = new Set<string>();
  const all: PlannedLine["becomes"][] = [];
  for (const person of people) {
    const key = keyOf(cipher, person, at);
    const known = await trx("warning_events").where({ key }).first("key");
    const blind = personOf(cipher, person);
    if (known || seen.has(key)) all.push("same");
    else if (opened.has(blind) || (await openWarningOf(trx, blind))) all.push("more");
    else all.push("new");
    seen.add(key);
    opened.add(blind);
  }
  return all;
}

/** So many of these numbers are nobody's yet. */
export async function freeNumbers(
  trx: Transaction,
  many: number,
  fresh: () => string,
): Promise<string[]> {
  const free = new Set<string>();
  while (free.size < many) {
    const tried = [...new Set(Array.from({ length: many - free.size }, fresh))];
    const taken = new Set<string>();
    for (let i = 0; i < tried.length; i += 500) {
      const rows = await trx<{ number: string }>("matters")
        .whereIn("number", tried.slice(i, i + 500))
        .select("number");
      for (const { number } of rows) taken.add(number);
    }
    for (const number of tried) if (!taken.has(number)) free.add(number);
  }
  return [...free];
}

/**
 * Takes a list: each line opens a matter, or adds to the one that is open for the person. A line
 * that was taken the same day changes nothing, whoever was faster.
 */
export async function takeList(
  trx: Transaction,
  cipher: Cipher,
  lines: readonly PlannedLine[],
  { by, at }: { by: string; at: number },
): Promise<void> {
  let taken = 0;
  for (const { person, id, number } of lines) {
    const key = keyOf(cipher, person, at);
    if (await trx("warning_events").where({ key }).first("key")) continue;
    taken += 1;
    const blind = personOf(cipher, person);
    const { level, category } = person;
    const open = await openWarningOf(trx, blind);
    if (open) {
      await raise(trx, open, { level, category, lost: null }, at);
      await trx("warning_events").insert({ key, matter: open.matter, at });
      continue;
    }
    await trx("matters").insert({
      ...{ id, number, kind: "fraud-alert", status: "open", conversation: null },
      note: cipher.seal("", `matters.note.${id}`),
      phone: cipher.seal(person.phone, `matters.phone.${id}`),
      level: urgencyOf(level),
      ...{ danger: null, village: person.village, dispute: null, private: false },
      ...{ opened_at: at, heard_at: at, due_at: at },
    });
    const warning = newWarning({ matter: id, level, category, source: "list", lost: null });
    const name = person.name === null ? null : cipher.seal(person.name, `warnings.name.${id}`);
    await insertWarning(trx, warning, { person: blind, name, at });
    await trx("warning_events").insert({ key, matter: id, at });
  }
  await record(trx, [{ at, actor: by, act: `import ${taken}`, subject: "warnings" }]);
}
