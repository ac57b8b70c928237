import type { FraudFinding } from "../domain/fraud.ts";
import type { EmergencyReading, Reading } from "../domain/reading.ts";
import { triage } from "./emergency/triage.ts";
import { readDispute } from "./dispute/read.ts";
import { dangerIn } from "./fraud/level-signals.ts";
import { readFraud } from "./fraud/read.ts";
import { readIntent } from "./intent.ts";

/** What one message says: danger first, then what the person wants. Pure; never throws. */
export function read(text: string): Reading {
  const danger = triage(text);
  const fraud = readFraud(text, dangerIn(danger));
  const emergency = together(danger, fraud);
  const wish = emergency ? null : readIntent(text);
  const { intent, confidence } = wish ?? {
    intent: "emergency" as const,
    confidence: sureness[emergency!.strength],
  };
  return {
    intent,
    confidence,
    emergency,
    fraud,
    booking: null,
    dispute: readDispute(text, wish ?? undefined),
  };
}

/**
 * Whether money is on its way to a swindler, two readings decide together: the one of dangers knows
 * how people cry for help, the one of frauds whether they paid. A danger of another class stays.
 */
function together(
  danger: EmergencyReading | null,
  fraud: FraudFinding | null,
): EmergencyReading | null {
  if (danger !== null && danger.class !== "fraud_in_progress") return danger;
  return fraud?.level === "紧急" ? (danger ?? moneyMoving) : null;
}

const moneyMoving: EmergencyReading = {
  class: "fraud_in_progress",
  hotlines: ["110", "96110"],
  strength: "card",
};

const sureness = { alert: 0.97, card: 0.85, unclear: 0.6 } as const;
