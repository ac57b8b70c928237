import type { Matter } from "./matter.ts";
import type { Mediator } from "./mediation.ts";
import type { Staff } from "./people.ts";
import type { EmergencyClass } from "./sets.ts";

/** A danger for which somebody is called until somebody takes it. */
export interface Alert {
  id: string;
  danger: EmergencyClass;
  village: string | null;
  /** The villager's conversation. */
  conversation: string;
  at: number;
  calls: number;
  /** When the clock calls again. Unit: ms since 1970; null = taken. */
  dueAt: number | null;
  takenBy: string | null;
  /** The matter that it became. */
  matter: string | null;
}

/** What an officer is shown of a matter or an alert. */
export interface Shown<T> {
  it: T;
  /** As kept: masked. */
  words: string;
  phone: string | null;
  /** Name of whoever has it. */
  owner: string | null;
  /** Set where somebody takes it up. */
  alike?: Alike;
}

/** How many others of the last 90 days are like a matter. */
export interface Alike {
  /** The same kind of quarrel in the same village. */
  inVillage: number;
  ofPerson: number;
}

/** What a flow knows when one of us writes. */
export interface Desk {
  me: Staff;
  /** What this person has in hand, oldest first. */
  mine: Matter[];
  /** How much waits for somebody. */
  waiting: Matter[];
  /** The matter that a button, a reply or the talk at hand is about. */
  about: Shown<Matter> | null;
  alert: Shown<Alert> | null;
  /** Those who were asked to mediate `about`. */
  mediators: Mediator[];
  /** What this person mediates for others. */
  mediates: Matter[];
  /** Everybody else who may be given a matter. */
  colleagues: Staff[];
  /** Names of those on duty. */
  onDuty: string[];
  /** A fresh one-time code, should a link to the desk be asked for. */
  code: string;
}

/** Instead of a matter: the message that one of us answers names none, or more than one. */
export const unclear = "unclear";

/** What a flow knows when a villager writes who is talking with one of us. */
export interface Talk {
  matter: Matter;
  /** Name of the one they talk with. */
  with: string;
}
