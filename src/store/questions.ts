import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";

/** A question that the knowledge base had no answer to, masked. */
export interface UnansweredQuestion {
  id: string;
  text: string;
  /** Unit: ms since 1970. */
  at: number;
}

/** Forgets what a turn kept: more words of the same breath made it another question. */
export async function dropQuestion(trx: Transaction, turn: string): Promise<void> {
  await trx("questions").where({ id: turn }).delete();
}

/** The latest questions that nobody has dealt with. */
export async function unansweredQuestions(
  db: Database,
  cipher: Cipher,
  most: number,
): Promise<UnansweredQuestion[]> {
  const rows = await db<{ id: string; text: string; at: number; status: string }>("questions")
    .where("status", "new")
    .orderBy("at", "desc")
    .limit(most);
  return rows.map(({ id, text, at }) => ({
    id,
    at,
    text: cipher.open(text, `questions.text.${id}`),
  }));
}
