import type { ListedWarning } from "./desk.ts";
import type { StopPaymentDraft } from "./stop-payment.ts";
import type { FraudCategory, FraudLevel } from "./sets.ts";
import type { WarningFigures, WarningGroups } from "./warning-figures.ts";
import type { ListPlan } from "./warning-list.ts";

/** Which warnings stand on the page. */
export const warningTabs = ["waiting", "mine", "in-hand", "done"] as const;
export type WarningTab = (typeof warningTabs)[number];

export interface WarningsShown {
  tab: WarningTab;
  warnings: ListedWarning[];
  mayImport: boolean;
  /** The id of whoever looks. */
  me: string;
}

/** A list before it is taken; `sealed`: the list, for nobody but this browser to bring back. */
export interface ListShown {
  plan: ListPlan;
  sealed: string | null;
}

/** What hangs on one matter, for its page. */
export interface MatterWarning {
  warning: ListedWarning | null;
  /** For its owner alone. */
  sheet: StopPaymentDraft | null;
  /** Accounts are shown after the second factor. */
  coversAccounts: boolean;
}

export interface WarningFiguresShown {
  /** Unit: ms since 1970. */
  from: number;
  to: number;
  now: WarningGroups;
  /** The same days a year before; null = nothing was kept then. */
  before: WarningGroups | null;
  /** The last weeks, the latest first, each beside the week 52 weeks before. */
  weeks: { from: number; now: WarningFigures; before: WarningFigures | null }[];
}

/** Words that a verdict was wrong about, or that came true. */
export interface CandidateShown {
  id: string;
  /** Masked. */
  text: string;
  verdict: "fraud" | "suspicious" | "none";
  level: FraudLevel | null;
  category: FraudCategory | null;
  outcome: "villager-wrong" | "not-fraud" | "already-paid";
  /** Unit: ms since 1970. */
  at: number;
}

/** What the desk shows and does of warnings. Null: whoever asks works not here; `not-yours`: their role sees none. */
export interface WarningDesk {
  warnings(chat: string, tab: WarningTab): Promise<WarningsShown | "not-yours" | null>;
  /** Looks through a list; nothing is written. */
  lookAtList(chat: string, list: Uint8Array): Promise<ListShown | "not-yours" | null>;
  /** Takes what was looked at; `broken`: it is no list of this browser's. */
  takeList(chat: string, sealed: string): Promise<ListPlan | "broken" | "not-yours" | null>;
  warningFigures(chat: string): Promise<WarningFiguresShown | "not-yours" | null>;
  flagCandidates(chat: string): Promise<CandidateShown[] | "not-yours" | null>;
}
