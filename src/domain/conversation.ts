import type { BookDraft, BookState } from "./booking.ts";
import type { DisputeState } from "./dispute.ts";
import type { FraudFinding } from "./fraud.ts";
import type { HazardState } from "./hazard.ts";
import type { Choice } from "./message.ts";
import type { EmergencyClass, Facet } from "./sets.ts";
import type { StopPaymentAsking, StopPaymentState } from "./stop-payment.ts";
import type { VisitState } from "./visit.ts";
import type { WarningResult } from "./warning.ts";

/**
 * Where a conversation stands: a name, never a step number, and a version. A state of an unknown
 * name or version is answered from the menu, never an exception.
 */
export type State =
  | { flow: "menu"; v: 1 }
  | {
      flow: "ask";
      v: 2;
      at: "answered";
      entry: string;
      /** Words that name the matter at hand in a search. */
      context: string;
      /** Full years of the person it is about, as far as told: from, to. */
      age: [number, number] | null;
      /** The side of the matter that was asked for last. */
      facet: Facet | null;
      /** What was told of somebody who cannot come, where a visit was offered with the answer. */
      homebound?: string;
    }
  | Choosing
  /** The last question had no answer; what comes next may say it better. */
  | { flow: "ask"; v: 2; at: "unknown"; question: string }
  | Telling
  | DisputeState
  | HazardState
  | VisitState
  | StopPaymentState
  | BookState
  /** What comes next is looked at for fraud. */
  | { flow: "check"; v: 1; at: "telling" }
  /** A verdict was given on these words; `entry` is on that kind of fraud. */
  | {
      flow: "check";
      v: 1;
      at: "judged";
      entry: string;
      words: string;
      asksMoved: boolean;
      /** How the words were judged. */
      finding: Pick<FraudFinding, "verdict" | "level" | "category">;
    }
  | ForPhone
  /** The number for a call back is known; another one may come, or when to call. */
  | { flow: "human"; v: 1; at: "given"; matter: string; number: string }
  /** `alert` names the officer's alert that the place belongs to, if one was made. */
  | {
      flow: "emergency";
      v: 2;
      at: "where";
      class: EmergencyClass;
      alert: string | null;
      pending: Resumable | null;
    }
  | { flow: "emergency"; v: 2; at: "which"; pending: Resumable | null }
  /** One of us: what is typed goes to this matter's villager. `since`: when it was last chosen or written to; unit: ms since 1970. */
  | {
      flow: "desk";
      v: 1;
      at: "talking";
      matter: string;
      since: number;
      /** The channel's ids of the latest messages that went there: an edit goes where its message went. */
      sent?: string[];
    }
  | { flow: "desk"; v: 1; at: "noting"; matter: string }
  | { flow: "desk"; v: 1; at: "after"; matter: string }
  /**
   * What came of a warning is asked for, or was read back: a number, a yes, or words of a result are
   * the answer. `talks`: other words go to its villager.
   */
  | {
      flow: "desk";
      v: 1;
      at: "result";
      matter: string;
      talks: boolean;
      /** What was read back; null = nothing yet. */
      read: { result: WarningResult; name: string } | null;
    }
  /** The next message is a list of warnings. */
  | { flow: "desk"; v: 1; at: "importing"; matter: null };

/** `only`: the entry, if there was but one to choose. */
interface Choosing {
  flow: "ask";
  v: 2;
  at: "choosing";
  question: string;
  turns: number;
  only: string | null;
}

interface Telling {
  flow: "report";
  v: 1;
  at: "telling";
}

interface ForPhone {
  flow: "human";
  v: 1;
  at: "phone";
  matter: string;
  number: string;
}

/** What was under way when a danger was told: it goes on at the same place once that is dealt with. */
export type Resumable =
  | DisputeState
  | HazardState
  | VisitState
  | Telling
  | ForPhone
  | Choosing
  | StopPaymentAsking
  | Extract<BookState, { draft: BookDraft }>;

export const atMenu: State = { flow: "menu", v: 1 };

/** All that is remembered of a conversation between two messages. */
export interface Conversation {
  state: State;
  /** The buttons under the latest reply: a number or their label in words presses them. */
  offered: Choice[];
  /** The notice on what happens to people's words was shown. */
  noticed: boolean;
}

export const freshConversation: Conversation = { state: atMenu, offered: [], noticed: false };
