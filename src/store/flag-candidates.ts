import type { FraudCategory, FraudLevel } from "../domain/sets.ts";
import type { Cipher } from "./cipher.ts";
import type { Database, Transaction } from "./connection.ts";

/** What was judged once and came out otherwise, or came true: it may become a sign of fraud. */
export interface FlagCandidate {
  id: string;
  /** Masked. */
  text: string;
  /** As it was judged then. */
  verdict: "fraud" | "suspicious" | "none";
  level: FraudLevel | null;
  category: FraudCategory | null;
  /** What the villager said of the verdict, or what an officer found. */
  outcome: "villager-wrong" | "not-fraud" | "already-paid";
  /** Unit: ms since 1970. */
  at: number;
}

interface Row extends FlagCandidate {
  conversation: string | null;
}

/** Keeps a candidate; the same one is kept once. */
export async function keepCandidate(
  trx: Transaction,
  cipher: Cipher,
  { conversation, ...it }: FlagCandidate & { conversation: string | null },
): Promise<void> {
  if (it.text.trim() === "") return;
  await trx<Row>("flag_candidates")
    .insert({ ...it, conversation, text: cipher.seal(it.text, `flag_candidates.text.${it.id}`) })
    .onConflict("id")
    .ignore();
}

/** The latest ones, the newest first. */
export async function flagCandidates(
  db: Database | Transaction,
  cipher: Cipher,
  most: number,
): Promise<FlagCandidate[]> {
  const rows = await db<Row>("flag_candidates").orderBy("at", "desc").limit(most);
  return rows.map(({ id, text, verdict, level, category, outcome, at }) => ({
    ...{ id, verdict, level, category, outcome, at },
    text: cipher.open(text, `flag_candidates.text.${id}`),
  }));
}
