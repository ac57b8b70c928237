import type { Resumable } from "./conversation.ts";

/**
 * What the bank and the police need to stop a payment. Source: notice of the Ministry of Public
 * Security of 2016-10-17; 银发〔2016〕86号 二(一)2: name, number, amount and time must match.
 */
export interface TransferSheet {
  /** All that went. Unit: yuan. */
  amount: number | null;
  /** Each transfer by itself, where there were several; their sum is `amount`. */
  parts?: readonly number[] | null;
  /** `at`: unit ms since 1970; null where the words name no moment. */
  when: { at: number | null; words: string } | null;
  ownBank: string | null;
  /** As given; never asked for on Telegram. */
  ownAccount: string | null;
  otherName: string | null;
  otherBank: string | null;
  otherAccount: string | null;
  /** An account of which the words did not tell whose it is. */
  loose?: LooseAccount | null;
  /** By which way the money went: 手机银行, 柜台, 扫码. */
  how: string | null;
  proof: string | null;
}

export interface LooseAccount {
  bank: string | null;
  account: string | null;
}

export const emptySheet: TransferSheet = {
  amount: null,
  when: null,
  ownBank: null,
  ownAccount: null,
  otherName: null,
  otherBank: null,
  otherAccount: null,
  how: null,
  proof: null,
};

/** What is asked, most needed first; `side`: whose account it was that was told. */
export const sheetAsks = ["side", "amount", "when", "own", "other", "how", "proof"] as const;
export type SheetAsk = (typeof sheetAsks)[number];

export interface StopPaymentDraft {
  /** The matter that was opened with the first word. */
  matter: string;
  number: string;
  sheet: TransferSheet;
  /** Asked already, answered or not. */
  asked: SheetAsk[];
  /** The person said that 110 was called. */
  reported: boolean;
}

export type StopPaymentState =
  /** Whether money has left is not told yet; `words` are those that sounded like it. */
  | { flow: "stop-payment"; v: 1; at: "moved"; words: string; pending: Resumable | null }
  /** `again`: the question was put twice, since the answer said nothing. */
  | {
      flow: "stop-payment";
      v: 1;
      at: "asking";
      ask: SheetAsk;
      again: boolean;
      pending: Resumable | null;
    }
  /** The sheet was shown; what is said of the transfer still goes into it. */
  | { flow: "stop-payment"; v: 1; at: "whole" };

/** A sheet that a danger interrupts, and that goes on afterwards. */
export type StopPaymentAsking = Extract<StopPaymentState, { at: "asking" | "moved" }>;

export type StopPaymentAction =
  | { act: "stop-payment"; do: "moved" }
  | { act: "stop-payment"; do: "not-moved" }
  /** 110 was called. */
  | { act: "stop-payment"; do: "reported" }
  | { act: "stop-payment"; do: "show" }
  | { act: "stop-payment"; do: "skip"; ask: SheetAsk }
  | { act: "stop-payment"; do: "answer"; ask: SheetAsk; words: string }
  /** Whose the account is that was told. */
  | { act: "stop-payment"; do: "side"; side: "own" | "other" };

/** What each question asks for. */
export const fieldsOf: Record<SheetAsk, readonly (keyof TransferSheet)[]> = {
  side: ["loose"],
  amount: ["amount"],
  when: ["when"],
  own: ["ownBank", "ownAccount"],
  other: ["otherName", "otherBank", "otherAccount"],
  how: ["how"],
  proof: ["proof"],
};

/** What to ask next: never what was told or asked already; null = all that can be known is known. */
export function nextSheetAsk({
  sheet,
  asked,
}: Pick<StopPaymentDraft, "sheet" | "asked">): SheetAsk | null {
  return sheetAsks.find((ask) => !asked.includes(ask) && !isTold(sheet, ask)) ?? null;
}

function isTold(sheet: TransferSheet, ask: SheetAsk): boolean {
  switch (ask) {
    case "side":
      return !sheet.loose;
    case "own":
      return sheet.ownBank !== null && (sheet.ownAccount !== null || isWallet(sheet.ownBank));
    case "other":
      return sheet.otherAccount !== null && sheet.otherName !== null;
    case "amount":
    case "when":
    case "how":
    case "proof":
      return sheet[ask] !== null;
    default:
      return ask satisfies never;
  }
}

/** A wallet that its owner's phone names: it has no card number to read out. */
function isWallet(bank: string): boolean {
  return bank === "微信" || bank === "支付宝";
}

/** What is missing on the sheet, in the order of the questions. */
export function missingOn(sheet: TransferSheet): Exclude<keyof TransferSheet, "parts" | "loose">[] {
  const fields = Object.keys(emptySheet) as Exclude<keyof TransferSheet, "parts" | "loose">[];
  return fields.filter((field) => sheet[field] === null);
}

/** What was told last counts; what was not told leaves what stands. */
export function withTransfer(sheet: TransferSheet, told: Partial<TransferSheet>): TransferSheet {
  const { loose = sheet.loose ?? null, parts = null, ...plain } = told;
  const fields = Object.keys(plain) as (keyof typeof plain)[];
  const known = fields.filter(
    (field) => plain[field] !== null && !isRest(sheet[field], plain[field]),
  );
  const next = {
    ...sheet,
    ...("amount" in told && told.amount !== null ? { parts } : {}),
    ...Object.fromEntries(known.map((field) => [field, plain[field]])),
  };
  const before = "loose" in told ? sheet.loose : null;
  return withLoose(next, loose && before ? joined(before, loose) : loose);
}

/** Nothing that was told is lost for what was told after it. */
function joined(one: LooseAccount, other: LooseAccount): LooseAccount {
  const both = (a: string | null, b: string | null): string | null =>
    a === null || b === null || a.includes(b) ? (a ?? b) : `${a}、${b}`;
  return { bank: both(one.bank, other.bank), account: both(one.account, other.account) };
}

/** Whose it is was told since, or the place is taken by another one. */
function withLoose(sheet: TransferSheet, loose: LooseAccount | null): TransferSheet {
  if (loose === null) return { ...sheet, loose };
  const { ownBank, otherBank, ownAccount, otherAccount } = sheet;
  const bank = loose.bank === ownBank || loose.bank === otherBank ? null : loose.bank;
  const isKnown = loose.account === ownAccount || loose.account === otherAccount;
  const account = isKnown ? null : loose.account;
  return { ...sheet, loose: bank === null && account === null ? null : { bank, account } };
}

/** What was told without a side goes to that side. */
export function sided(loose: LooseAccount, side: "own" | "other"): Partial<TransferSheet> {
  const { bank, account } = loose;
  return side === "own"
    ? { ownBank: bank, ownAccount: account, loose: null }
    : { otherBank: bank, otherAccount: account, loose: null };
}

/** What is left of a number that stands there whole. */
function isRest(stands: unknown, told: unknown): boolean {
  const last = typeof told === "string" ? /^尾号(\d{4})$/u.exec(told)?.[1] : undefined;
  return last !== undefined && typeof stands === "string" && stands.endsWith(last);
}

/** How long ago the money left. Unit: whole minutes; null = the moment is not known. */
export function minutesSince({ when }: TransferSheet, now: number): number | null {
  return when?.at == null ? null : Math.max(0, Math.floor((now - when.at) / 60_000));
}
