import type { DeskSeats } from "./desk-seats.ts";
import type { MatterPicture } from "./kept-file.ts";
import type { Matter } from "./matter.ts";
import type { ChannelName } from "./message.ts";
import type { Mediator } from "./mediation.ts";
import type { Staff } from "./people.ts";
import type { EmergencyClass } from "./sets.ts";
import type { StopPaymentDraft } from "./stop-payment.ts";
import type { ListPlan } from "./warning-list.ts";
import type { Warning } from "./warning.ts";

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
  /** Where a matter's villager writes; null = nobody hears of it. */
  channel?: ChannelName | null;
  /** Of a hazard. */
  pictures?: MatterPicture[];
}

/** How many others of the last 90 days are like a matter. */
export interface Alike {
  /** The same kind of quarrel in the same village. */
  inVillage: number;
  ofPerson: number;
}

export const callEnds = ["reached", "missed", "arranged"] as const;
/** How a call to a villager ended. */
export type CallEnd = (typeof callEnds)[number];

/** A villager who is to be phoned. */
export interface Call {
  matter: Matter;
  /** When they want it, in their own words, masked; null = they did not say. */
  wish: string | null;
  hasPhone: boolean;
}

/** A warning with its matter, as lists show it. */
export interface ListedWarning {
  matter: Matter;
  warning: Warning;
  /** Where a list told it. */
  name: string | null;
}

/** What a flow knows of warnings. Each is filled in only where it is asked for. */
export interface DeskWarnings {
  /** What hangs on `about`. */
  about: ListedWarning | null;
  sheet: StopPaymentDraft | null;
  waiting: ListedWarning[];
  mine: ListedWarning[];
  /** The list that was sent, looked through. */
  list: ListPlan | null;
}

/** What a flow knows when one of us writes. */
export interface Desk {
  me: Staff;
  /** What this person has in hand, oldest first. */
  mine: Matter[];
  /** Whom they are to phone, longest waiting first. Filled in only where it is asked for. */
  toCall: Call[];
  /** How much waits for somebody. */
  waiting: Matter[];
  /** The matter that a button, a reply or the talk at hand is about. */
  about: Shown<Matter> | null;
  alert: Shown<Alert> | null;
  /** What `about` is to be merged with. */
  into: Matter | null;
  /** Open ones that may tell of the same event as `about`. Filled in only where they are offered. */
  likely: Matter[];
  /** Those that go on in `about`; at the end of a shift, in any of `mine`. */
  merged: Matter[];
  /** Those who were asked to mediate `about`. */
  mediators: Mediator[];
  /** What this person mediates for others. */
  mediates: Matter[];
  /** Everybody else who may be given a matter. */
  colleagues: Staff[];
  /** Names of those on duty. */
  onDuty: string[];
  /** What is sensitive is shown on the desk alone, after the second factor. Known only where it is asked for. */
  mustStepUp: boolean;
  warned: DeskWarnings;
  /** Null: not asked about. */
  seats: DeskSeats | null;
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
