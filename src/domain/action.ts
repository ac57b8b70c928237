import type { CallEnd } from "./desk.ts";
import type { BookAction } from "./booking.ts";
import type { SeatDeskAction } from "./desk-seats.ts";
import type { DisputeAction } from "./dispute.ts";
import type { HazardAction } from "./hazard.ts";
import type { EmergencyClass, Facet } from "./sets.ts";
import type { StopPaymentAction } from "./stop-payment.ts";
import type { GoVisit, VisitAction, VisitAnswer } from "./visit.ts";
import type { WarningAction } from "./warning.ts";

/** Why somebody looks at a number that is covered everywhere else. */
export type LookReason = "call-back" | "verify" | "danger";

/**
 * What a button or a command does. It says all that is needed, whatever the conversation's state,
 * so that an old button can always redo its step.
 */
export type Action =
  | { act: "start" }
  /** A button whose message is no longer kept. */
  | { act: "stale" }
  | { act: "door"; door: "ask" | "book" | "check" | "report" }
  | { act: "entry"; entry: string }
  | { act: "details"; entry: string }
  | { act: "facet"; entry: string; facet: Facet }
  | { act: "none-of-these" }
  | { act: "wrong-answer"; entry: string }
  | { act: "human" }
  | { act: "skip-phone" }
  | { act: "urgent" }
  | { act: "emergency"; class: EmergencyClass }
  | { act: "in-danger" }
  | { act: "want-to-talk" }
  | { act: "am-safe" }
  | { act: "false-alarm" }
  | { act: "consult" }
  | { act: "hotlines" }
  | { act: "identity" }
  | { act: "privacy" }
  /** Everything that is stored of this conversation, as messages. */
  | { act: "export" }
  | { act: "erase" }
  | { act: "erase-confirmed" }
  /** One step back; `ends`: words that want none of it any more, or nothing of what was asked last. */
  | { act: "back"; ends?: "all" | "asked" }
  | DisputeAction
  | HazardAction
  | VisitAction
  | VisitAnswer
  | StopPaymentAction
  | BookAction
  /** For those who work here; each names what it is about, so that an old button still means the same. */
  | { act: "join"; code: string }
  | { act: "take"; matter: string }
  | { act: "take-alert"; alert: string }
  | { act: "pick"; matter: string }
  | GoVisit
  | { act: "write-note"; matter: string }
  /** The next picture shows how a hazard looks after it was dealt with. */
  | { act: "show-after"; matter: string }
  /** Asks to whom; `give` does it: null = whoever is on duty. */
  | { act: "pass-on"; matter: string }
  | { act: "give"; matter: string; to: string | null }
  | { act: "mediate" | "agree" | "fail" | "refer" | "close" | "reopen"; matter: string }
  /** Shows a number that is covered; null = asks for the reason first. */
  | { act: "unmask"; matter: string; reason: LookReason | null }
  /** It is the same event as another one; null = the one at hand, and asks which. */
  | { act: "merge"; matter: string | null; into: string | null }
  /** An entry of the knowledge base goes to the villager, with its sources. */
  | { act: "send-entry"; matter: string; entry: string }
  | { act: "mine" | "today" | "desk-help" }
  | { act: "to-call" }
  /** A villager was phoned; null = asks how it ended. */
  | { act: "phoned"; matter: string; how: CallEnd | null }
  | { act: "waiting" }
  | { act: "roster" }
  | { act: "hand-over" }
  /** Asks for a one-time link that opens the desk in another browser. */
  | { act: "desk-link" }
  | WarningAction
  | SeatDeskAction
  /** Ends the desk in this browser alone. */
  | { act: "sign-out" }
  /** Asks for a mediator; the next names one. */
  | { act: "ask-mediator"; matter: string }
  | { act: "mediator"; matter: string; person: string }
  /** What the parties say of the mediator who was named. */
  | { act: "parties"; matter: string; person: string; agree: boolean }
  /** By a mediator who stands too near to one of the parties. */
  | { act: "recuse"; matter: string }
  /** By the villager. */
  | { act: "leave-talk" }
  | { act: "not-settled" | "settled"; matter: string };
