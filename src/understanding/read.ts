import type { FraudFinding } from "../domain/fraud.ts";
import type { EmergencyReading, Reading } from "../domain/reading.ts";
import { triage } from "./emergency/triage.ts";
import { readDispute } from "./dispute/read.ts";
import { dangerIn } from "./fraud/level-signals.ts";
import { readFraud } from "./fraud/read.ts";
import { readIntent } from "./intent.ts";
import { hasGone, wentToFraud } from "./payment/went.ts";

/** What one message says: danger first, then what the person wants. Pure; never throws. */
export function read(text: string): Reading {
  const danger = triage(text);
  const fraud = readFraud(text, dangerIn(danger));
  const emergency = together(text, danger, fraud);
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
 * how people cry for help, the one of frauds whether they paid. Money that has left calls an officer
 * whatever else is read; a sure danger of another class stays.
 */
function together(
  text: string,
  danger: EmergencyReading | null,
  fraud: FraudFinding | null,
): EmergencyReading | null {
  const isOther = danger !== null && danger.class !== "fraud_in_progress";
  if (isOther && danger.strength === "alert") return danger;
  const isUrgent = fraud?.level === "紧急";
  const escaped = fraud?.voice === "near-miss" && /没|不|差|幸|拦|劝/u.test(text);
  const isTheirs = fraud?.voice === "text" || escaped;
  if (!isTheirs && ((isUrgent && hasGone(text)) || wentToFraud(text))) return moneyGone;
  if (isOther) return danger;
  return isUrgent ? (danger ?? moneyMoving) : null;
}

const moneyMoving: EmergencyReading = {
  class: "fraud_in_progress",
  hotlines: ["110", "96110"],
  strength: "card",
};

const moneyGone: EmergencyReading = { ...moneyMoving, strength: "alert" };

const sureness = { alert: 0.97, card: 0.85, unclear: 0.6 } as const;
