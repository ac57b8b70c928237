import type { Case } from "../domain/cases.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";
import type { SeatRow } from "./seat-row.ts";

/** What was told of a case, as it stands sealed in the row. */
export function openedCase(cipher: Cipher, id: string, cases: string): Case {
  return JSON.parse(cipher.open(cases, `appointments.cases.${id}`)) as Case;
}

/** What was told of the case of a seat; of one without it nothing is known. */
export async function caseOfSeat(
  db: Database | Transaction,
  cipher: Cipher,
  id: string,
): Promise<Case> {
  const row = await db<SeatRow>("appointments").where({ id }).first();
  const cases = row?.cases ?? null;
  return cases === null ? { told: {}, proxy: false } : openedCase(cipher, id, cases);
}
