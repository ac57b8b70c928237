import type { Transaction } from "./connection.ts";

/** Numbers of all matters that a person opened, oldest first. */
export async function numbersOfMatters(trx: Transaction, conversation: string): Promise<string[]> {
  const rows = await trx<{ number: string; conversation: string }>("matters")
    .select("number")
    .where({ conversation })
    .orderBy("id");
  return rows.map(({ number }) => number);
}
