import type { Choice } from "../domain/message.ts";
import type { Status } from "../domain/matter.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { forgetSeatNames } from "./seat-names.ts";

/**
 * Deletes what a person said and heard, at their own wish, and the copies of their words that lie in
 * the conversations of those who work here. Matters and alerts stay, and the copies of those that
 * are not closed: somebody is working with them.
 * @param turn what was said up to here
 */
export async function eraseWords(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  turn: string,
): Promise<void> {
  // First: which copies are theirs is read from rows that are emptied below.
  await dropCopies(trx, cipher, conversation);
  await trx("web_log").where({ conversation }).delete();
  await trx("inbox")
    .where({ conversation })
    .where((past) => past.whereNot("status", "new").orWhere("id", "<=", turn))
    .update({ body: null });
  await trx("outbox")
    .where({ conversation })
    .whereNotIn("status", ["ready", "sending"])
    .update({ body: null });
  await dropFiles(trx, conversation);
  await forgetSeatNames(trx, conversation);
  await trx("questions").where({ conversation }).delete();
  await trx("feedback").where({ conversation }).delete();
  await trx("flag_candidates").where({ conversation }).delete();
}

/** Pictures and voices of the talk; those of a matter that is not closed stay with it, as what was told. */
async function dropFiles(trx: Transaction, conversation: string): Promise<void> {
  const open = trx("matters").select("id").whereNot("status", "closed");
  await trx("files")
    .where({ conversation })
    .whereNull("stage")
    .where((talk) => void talk.whereNull("matter").orWhereNotIn("matter", open))
    .delete();
}

interface Copy {
  id: string;
  body: string;
  inbox: string | null;
}

/**
 * A copy is a message to one of us that a turn of this person's made, or that names one of their
 * matters: by its buttons, or by the number in its text.
 */
async function dropCopies(trx: Transaction, cipher: Cipher, conversation: string): Promise<void> {
  const matters = await trx<{ id: string; number: string; status: Status; conversation: string }>(
    "matters",
  )
    .where({ conversation })
    .select("id", "number", "status");
  const alerts = await trx<{ id: string; matter: string | null; conversation: string }>("alerts")
    .where({ conversation })
    .select("id", "matter");
  if (matters.length === 0 && alerts.length === 0) return;
  const closed = new Set(matters.filter(({ status }) => status === "closed").map(({ id }) => id));
  const isOpen = (matter: string | null): boolean => matter === null || !closed.has(matter);
  const byName = new Map<string, boolean>([
    ...matters.map(({ id }) => [id, isOpen(id)] as const),
    ...alerts.map(({ id, matter }) => [id, isOpen(matter)] as const),
  ]);
  const numbers = matters.map(({ id, number }) => [number, isOpen(id)] as const);
  const anyOpen = [...byName.values()].includes(true);

  const turns = await trx<{ id: string }>("inbox").select("id").where("conversation", conversation);
  const mine = new Set(turns.map(({ id }) => id));
  const told = await trx<Copy>("outbox")
    .select("id", "body", "inbox")
    .whereIn("conversation", trx("staff_conversations").select("conversation"))
    .whereNot("conversation", conversation)
    .whereNotNull("body")
    .whereNotIn("status", ["ready", "sending"]);
  const gone = told.filter(({ id, body, inbox }) => {
    const letter = JSON.parse(cipher.open(body, `outbox.body.${id}`)) as {
      text: string;
      choices: Choice[];
    };
    const about = letter.choices.flatMap(({ action }) => {
      if ("matter" in action) return byName.get(action.matter ?? "") ?? [];
      return "alert" in action ? (byName.get(action.alert ?? "") ?? []) : [];
    });
    about.push(
      ...numbers.flatMap(([number, open]) => (letter.text.includes(number) ? [open] : [])),
    );
    if (about.length > 0) return !about.includes(true);
    return inbox !== null && mine.has(inbox) && !anyOpen;
  });
  for (let i = 0; i < gone.length; i += 500)
    await trx("outbox")
      .whereIn(
        "id",
        gone.slice(i, i + 500).map(({ id }) => id),
      )
      .update({ body: null });
}
