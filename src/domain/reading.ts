import type { FraudFinding } from "./fraud.ts";
import type { Hotline } from "./hotlines.ts";
import type { DisputeType, EmergencyClass, Intent, Service } from "./sets.ts";

/** A danger that was read in a message. */
export interface EmergencyReading {
  class: EmergencyClass;
  /** Numbers to call, most important first. */
  hotlines: [Hotline, ...Hotline[]];
  /**
   * How sure the reading is. `alert`: an officer is called too; `card`: only the safety card is
   * shown; `unclear`: distress without a clear danger, the card asks which it is.
   */
  strength: "alert" | "card" | "unclear";
}

/** What was understood from one message. Null = nothing of that kind was read. */
export interface Reading {
  intent: Intent;
  /** 0 … 1. */
  confidence: number;
  emergency: EmergencyReading | null;
  fraud: FraudFinding | null;
  booking: {
    service: Service | null;
    /** Format: YYYY-MM-DD. */
    date: string | null;
    period: "am" | "pm" | null;
    /** Format: HH:MM. */
    time: string | null;
  } | null;
  dispute: { type: DisputeType; violence: boolean; urgency: "urgent" | "normal" } | null;
}
