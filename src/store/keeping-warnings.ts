import type { TransferSheet } from "../domain/stop-payment.ts";
import type { WarningEffect } from "../domain/warning-effect.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { keepCandidate } from "./flag-candidates.ts";
import { matterById } from "./matters.ts";
import { planNextTry } from "./reminders.ts";
import { record } from "./trail.ts";
import { takeList } from "./warning-list.ts";
import { keepResult, keepWarning, warningOf } from "./warnings.ts";

interface Origin {
  turn: string;
  conversation: string;
  at: number;
}

export async function keepOfWarning(
  trx: Transaction,
  cipher: Cipher,
  origin: Origin,
  it: WarningEffect,
): Promise<void> {
  const { turn, conversation, at } = origin;
  switch (it.do) {
    case "keep-warning":
      return keepWarning(trx, cipher, it, origin);
    case "keep-result":
      return resultKept(trx, cipher, it, at);
    case "take-list":
      return takeList(trx, cipher, it.lines, { by: it.person, at });
    case "keep-candidate": {
      const { text, verdict, level, category, outcome } = it;
      const candidate = { text, verdict, level, category, outcome, at };
      return keepCandidate(trx, cipher, { id: turn, conversation, ...candidate });
    }
    case "note-list":
      return record(trx, [{ at, actor: it.person, act: "see", subject: it.what }]);
    default:
      it satisfies never;
  }
}

/** Money that left is a warning of the highest level, on the matter of its sheet. */
export async function keepTransferWarning(
  trx: Transaction,
  cipher: Cipher,
  { matter, sheet }: { matter: string; sheet: Pick<TransferSheet, "amount"> },
  origin: Origin,
): Promise<void> {
  const warning = { level: "紧急", category: null, source: "stop-payment" } as const;
  await keepWarning(trx, cipher, { matter, ...warning, lost: sheet.amount }, origin);
}

async function resultKept(
  trx: Transaction,
  cipher: Cipher,
  { matter, result, name, person, words }: Extract<WarningEffect, { do: "keep-result" }>,
  at: number,
): Promise<void> {
  const isNew = await keepResult(trx, { matter, result, name });
  if (!isNew) return;
  const { contact = "", outcome = "" } = result;
  const of = await matterById(trx, matter);
  const warning = await warningOf(trx, matter);
  if (of) await planNextTry(trx, of, warning?.nextTryAt ?? null);
  const act = ["result", contact, outcome].filter((word) => word !== "").join(" ");
  await record(trx, [{ at, actor: person, act, subject: `matter ${matter}` }]);
  if (outcome === "not-fraud" || outcome === "already-paid")
    await becameCandidate(trx, cipher, { matter, outcome, at, words });
}

/** What the villager told then, as it was judged: a list's warning has no words. */
async function becameCandidate(
  trx: Transaction,
  cipher: Cipher,
  told: { matter: string; outcome: "not-fraud" | "already-paid"; at: number; words: string },
): Promise<void> {
  const { matter, outcome, at, words } = told;
  const of = await matterById(trx, matter);
  const warning = await warningOf(trx, matter);
  if (!of || !warning) return;
  const { level, categories } = warning;
  const verdict = level === "低危" ? "suspicious" : "fraud";
  await keepCandidate(trx, cipher, {
    id: `${matter}/${outcome}`,
    conversation: of.conversation,
    ...{ text: words, verdict, level, category: categories[0] ?? null, outcome, at },
  });
}
