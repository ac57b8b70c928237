import type { Alike } from "../domain/desk.ts";
import { advance } from "../domain/matter.ts";
import type { Level, Matter, Status } from "../domain/matter.ts";
import type { DisputeType, EmergencyClass, MatterKind } from "../domain/sets.ts";
import { readable, type Cipher } from "./cipher.ts";
import { notOthers } from "./connection.ts";
import type { Database, Transaction } from "./connection.ts";
import { nextReminder } from "./reminders.ts";

export interface Row {
  id: string;
  number: string;
  kind: MatterKind;
  level: Level;
  danger: EmergencyClass | null;
  dispute: DisputeType | null;
  village: string | null;
  private: boolean | number;
  conversation: string;
  status: Status;
  owner: string | null;
  talking: boolean | number;
  note: string;
  phone: string | null;
  opened_at: number;
  taken_at: number | null;
  closed_at: number | null;
  heard_at: number | null;
  spoken_at: number | null;
  calls: number;
  due_at: number | null;
  merged_into: string | null;
  version: number;
}

/** What a list shows: without what was told and the phone number, which make reading a long list slow. */
const listed = [
  ...(["id", "number", "kind", "level", "danger", "dispute", "village", "private"] as const),
  ...(["conversation", "status", "owner", "talking", "opened_at", "taken_at"] as const),
  ...(["closed_at", "heard_at", "spoken_at", "calls", "due_at", "merged_into"] as const),
  "version" as const,
];
type Listed = Pick<Row, (typeof listed)[number]>;

// A partial index serves only a query that states its condition literally.
const waiting = "status in ('open', 'assigned')";
const inHand = "status in ('taken', 'mediating', 'agreed', 'failed')";

/** All matters that a person opened, oldest first. */
export async function mattersFrom(trx: Transaction, conversation: string): Promise<Matter[]> {
  const rows = await trx<Row>("matters").where({ conversation }).orderBy("id");
  return rows.map(matterOf);
}

/** The talks under way in these conversations, the one whose officer wrote last at the end. */
export async function talksIn(trx: Transaction, conversations: string[]): Promise<Matter[]> {
  const rows = await trx<Row>("matters")
    .whereRaw("talking")
    .whereIn("conversation", conversations)
    .orderBy(["spoken_at", "id"]);
  return rows.map(matterOf);
}

/** What this person has in hand, oldest first. */
export async function mattersOf(trx: Transaction, owner: string): Promise<Matter[]> {
  const rows = await trx<Row>("matters")
    .select(listed)
    .where({ owner })
    .whereRaw(inHand)
    .orderBy("id");
  return rows.map(matterOf);
}

/** What somebody is at who works here no more. */
export async function mattersOfGone(trx: Transaction): Promise<Matter[]> {
  const gone = trx<{ id: string; revoked_at: number }>("people")
    .select("id")
    .whereNotNull("revoked_at");
  const rows = await trx<Row>("matters")
    .select(listed)
    .whereIn("owner", gone)
    .whereIn("status", ["taken", "mediating"]);
  return rows.map(matterOf);
}

/** What others have in hand, with its owner, the most pressing first. */
export async function mattersOfOthers(
  trx: Transaction,
  me: string,
  most: number,
): Promise<(Matter & { owner: string })[]> {
  const rows = await trx<Row>("matters")
    .select(listed)
    .whereNotNull("owner")
    .whereNot("owner", me)
    .whereRaw(inHand)
    .orderByRaw(byLevel)
    .orderBy("opened_at")
    .limit(most);
  return rows.map((row) => ({ ...matterOf(row), owner: row.owner! }));
}

/** The most pressing first: the same words as in the indices. */
const byLevel = "case level when 'alarm' then 0 when 'urgent' then 1 when 'high' then 2 else 3 end";

/** What nobody has taken yet, the most pressing first. */
export async function waitingMatters(db: Database | Transaction, most: number): Promise<Matter[]> {
  const rows = await db<Row>("matters")
    .select(listed)
    .whereRaw(waiting)
    .orderByRaw(byLevel)
    .orderBy("opened_at")
    .limit(most);
  return rows.map(matterOf);
}

export async function matterById(trx: Database | Transaction, id: string): Promise<Matter | null> {
  const row = await trx<Row>("matters").where({ id }).first();
  return row ? matterOf(row) : null;
}

/** A matter by its id, or by the six digits that people know it by. */
export async function matterNamed(
  trx: Database | Transaction,
  name: string,
): Promise<Matter | null> {
  if (!/^\d{6}$/.test(name)) return matterById(trx, name);
  const row = await trx<Row>("matters").where({ number: name }).first();
  return row ? matterOf(row) : null;
}

/** Matters whose clock has come. */
export async function dueMatters(trx: Transaction, at: number, most: number): Promise<Matter[]> {
  const rows = await trx<Row>("matters")
    .whereRaw("due_at is not null")
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .limit(most)
    .modify(notOthers, trx);
  return rows.map(matterOf);
}

/** What the villager told when it was opened, and the phone number for a call back. */
export async function toldOf(
  db: Database | Transaction,
  cipher: Cipher,
  id: string,
): Promise<{ note: string; phone: string | null } | null> {
  const row = await db<Row>("matters").where({ id }).first("note", "phone");
  if (!row) return null;
  return {
    // A damaged row must not keep anybody from being called for it, or for the others.
    note: readable(() => cipher.open(row.note, `matters.note.${id}`)) ?? "",
    phone:
      row.phone === null ? null : readable(() => cipher.open(row.phone!, `matters.phone.${id}`)),
  };
}

/** Somebody else changed it first: the turn is taken again from what stands there now. */
export class Outrun extends Error {}

/** Writes a matter's new state. @throws Outrun where it is not what it was when it was read */
export async function saveMatter(trx: Transaction, matter: Matter): Promise<void> {
  const { id, level, status, owner, talking, calls, version } = matter;
  const changed = await trx<Row>("matters")
    .where({ id, version: version - 1 })
    .update({
      level,
      status,
      owner,
      talking,
      taken_at: matter.takenAt,
      closed_at: matter.closedAt,
      heard_at: matter.heardAt,
      spoken_at: matter.spokenAt,
      calls,
      due_at: matter.dueAt,
      merged_into: matter.mergedInto,
      version,
    });
  if (changed !== 1) throw new Outrun(`matter ${id} is not at version ${version - 1}`);
}

/** More of what the villager tells, under what they told first. */
export async function addToNote(
  trx: Transaction,
  cipher: Cipher,
  id: string,
  conversation: string,
  words: string,
): Promise<void> {
  const row = await trx<Row>("matters").where({ id, conversation }).first("note");
  if (!row) return;
  const place = `matters.note.${id}`;
  const note = `${readable(() => cipher.open(row.note, place)) ?? ""}\n${words}`;
  await trx<Row>("matters")
    .where({ id })
    .update({ note: cipher.seal(note, place) });
}

/** The villager who opened a matter says that it is not settled: somebody is called for it again. */
export async function reopenOwn(
  trx: Transaction,
  id: string,
  conversation: string,
  at: number,
): Promise<void> {
  const row = await trx<Row>("matters").where({ id, conversation }).first();
  const advanced = row && advance(matterOf(row), { do: "reopen", by: "villager" }, at);
  if (advanced?.ok) await saveMatter(trx, advanced.matter);
}

/** Keeps what one of us wrote for the others; no villager ever reads it. */
export async function addNote(
  trx: Transaction,
  cipher: Cipher,
  note: { id: string; matter: string; person: string; text: string; at: number },
): Promise<void> {
  const text = cipher.seal(note.text, `notes.text.${note.id}`);
  await trx("notes")
    .insert({ ...note, text })
    .onConflict("id")
    .ignore();
}

// Written out plainly: it is done for hundreds of rows at a look.
export function matterOf(row: Listed): Matter {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    level: row.level,
    danger: row.danger,
    dispute: row.dispute,
    village: row.village,
    isPrivate: Boolean(row.private),
    conversation: row.conversation,
    status: row.status,
    owner: row.owner,
    talking: Boolean(row.talking),
    openedAt: row.opened_at,
    takenAt: row.taken_at,
    closedAt: row.closed_at,
    heardAt: row.heard_at ?? row.opened_at,
    spokenAt: row.spoken_at,
    calls: row.calls,
    dueAt: row.due_at,
    mergedInto: row.merged_into,
    version: row.version,
  };
}

/** When the next clock of a matter, an alert or a reminder comes. Unit: ms since 1970; null = none runs. */
export async function nextDue(trx: Transaction): Promise<number | null> {
  const dues: number[] = [];
  for (const table of ["matters", "alerts"]) {
    const row = await trx(table)
      .whereRaw("due_at is not null")
      .min<{ due: number | null }[]>({ due: "due_at" });
    const due = row[0]?.due ?? null;
    if (due !== null) dues.push(Number(due));
  }
  const reminder = await nextReminder(trx);
  if (reminder !== null) dues.push(reminder);
  return dues.length === 0 ? null : Math.min(...dues);
}

/**
 * Others like this matter since then: of its kind of quarrel in its village, and of the same person.
 * They are only counted: nothing is merged by itself. Private ones count for those who may see them.
 */
export async function alikeSince(
  trx: Transaction,
  { id, village, dispute, conversation }: Matter,
  since: number,
  countsPrivate: boolean,
): Promise<Alike> {
  const count = async (same: Partial<Row>): Promise<number> => {
    const rows = await trx<Row>("matters")
      .where(same)
      .whereNot({ id })
      .where("opened_at", ">=", since)
      .modify((all) => void (countsPrivate || all.whereRaw("not private")))
      .count<{ count: number | string }[]>({ count: "*" });
    return Number(rows[0]?.count ?? 0);
  };
  return {
    inVillage: village === null || dispute === null ? 0 : await count({ village, dispute }),
    ofPerson: conversation === null ? 0 : await count({ conversation }),
  };
}
