import type { EmergencyClass, Facet } from "./sets.ts";

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
  | { act: "erase" }
  | { act: "erase-confirmed" }
  | { act: "back" };
