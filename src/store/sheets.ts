import type { StopPaymentDraft } from "../domain/stop-payment.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";

interface Row {
  matter: string;
  conversation: string;
  body: string | null;
  made_at: number;
  reported_at: number | null;
}

/** What is sealed of a sheet. */
type Body = Pick<StopPaymentDraft, "sheet" | "asked">;

/** How long account numbers are kept on a sheet. Unit: days. Source: the notice that villagers are shown. */
export const sheetKeptDays = 30;
/** So long after its first word more that is told belongs to the same sheet. Unit: ms. */
const sameFor = 24 * 3_600_000;

const placeOf = (matter: string): string => `sheets.body.${matter}`;

/** Writes a sheet as it stands now. True: it is new. */
export async function keepSheet(
  trx: Transaction,
  cipher: Cipher,
  { matter, sheet, asked }: Pick<StopPaymentDraft, "matter" | "sheet" | "asked">,
  { conversation, at }: { conversation: string; at: number },
): Promise<boolean> {
  const body = cipher.seal(JSON.stringify({ sheet, asked } satisfies Body), placeOf(matter));
  const changed = await trx<Row>("sheets").where({ matter }).update({ body });
  if (changed > 0) return false;
  await trx<Row>("sheets").insert({ matter, conversation, body, made_at: at, reported_at: null });
  return true;
}

/** The person said that 110 was called; the first time counts. */
export async function markReported(trx: Transaction, matter: string, at: number): Promise<void> {
  await trx<Row>("sheets").where({ matter }).whereNull("reported_at").update({ reported_at: at });
}

/** The sheet that this conversation began within the last day and whose matter is not closed. */
export async function sheetIn(
  trx: Transaction,
  cipher: Cipher,
  conversation: string,
  now: number,
): Promise<StopPaymentDraft | null> {
  const row = await trx<Row>("sheets")
    .join("matters", "matters.id", "sheets.matter")
    .where("sheets.conversation", conversation)
    .where("sheets.made_at", ">", now - sameFor)
    .whereNot("matters.status", "closed")
    .orderBy("sheets.made_at", "desc")
    .first<(Row & { number: string }) | undefined>("sheets.*", "matters.number");
  return row ? draftOf(cipher, row) : null;
}

/** A matter's sheet, for those who work on it. */
export async function sheetOf(
  trx: Database | Transaction,
  cipher: Cipher,
  matter: string,
): Promise<StopPaymentDraft | null> {
  const row = await trx<Row>("sheets")
    .join("matters", "matters.id", "sheets.matter")
    .where("sheets.matter", matter)
    .first<(Row & { number: string }) | undefined>("sheets.*", "matters.number");
  return row ? draftOf(cipher, row) : null;
}

function draftOf(cipher: Cipher, row: Row & { number: string }): StopPaymentDraft | null {
  if (row.body === null) return null;
  const { sheet, asked } = JSON.parse(cipher.open(row.body, placeOf(row.matter))) as Body;
  const { matter, number } = row;
  return { matter, number, sheet, asked, reported: row.reported_at !== null };
}

/** Sheets whose time is over. */
export function oldSheets(db: Database | Transaction, now: number) {
  return db<Row>("sheets")
    .whereNotNull("body")
    .where("made_at", "<", now - sheetKeptDays * 24 * 3_600_000);
}

/**
 * Empties them, and our messages that read them back: that there was one, and whether 110 was called,
 * stays for the figures.
 */
export async function emptyOldSheets(db: Database, now: number): Promise<void> {
  await db.transaction(async (trx) => {
    for (const { matter, conversation, made_at: from } of await oldSheets(trx, now)) {
      const read = () =>
        trx<{ id: string; conversation: string; body: string | null; created_at: number }>("outbox")
          .where({ conversation })
          .whereBetween("created_at", [from, Number(from) + sameFor])
          .whereNotIn("status", ["ready", "sending"]);
      await trx("web_log").whereIn("outbox", read().select("id")).delete();
      await read().update({ body: null });
      await trx<Row>("sheets").where({ matter }).update({ body: null });
    }
  });
}
