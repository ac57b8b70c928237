import type { Case } from "../domain/cases.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import { opened, type SeatRow } from "./seat-row.ts";

/** What was told of the case of a seat; of one without it nothing is known. */
export async function caseOfSeat(
  db: Database | Transaction,
  cipher: Cipher,
  id: string,
): Promise<Case> {
  const row = await db<SeatRow>("appointments").where({ id }).first();
  const kept = opened(cipher, row?.cases ?? null, `appointments.cases.${id}`);
  return kept === null ? { told: {}, proxy: false } : (JSON.parse(kept) as Case);
}
