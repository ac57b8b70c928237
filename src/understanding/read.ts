import type { Reading } from "../domain/reading.ts";
import { triage } from "./emergency/triage.ts";
import { readDispute } from "./dispute/read.ts";
import { fraudCategoryOf } from "./fraud-category.ts";
import { readIntent } from "./intent.ts";

/** What one message says: danger first, then what the person wants. Pure; never throws. */
export function read(text: string): Reading {
  const emergency = triage(text);
  const wish = emergency ? null : readIntent(text);
  const { intent, confidence } = wish ?? {
    intent: "emergency" as const,
    confidence: sureness[emergency!.strength],
  };
  return {
    intent,
    confidence,
    emergency,
    fraud:
      emergency?.class === "fraud_in_progress"
        ? { verdict: "fraud", level: "紧急", category: fraudCategoryOf(text), flags: [] }
        : null,
    booking: null,
    dispute: readDispute(text, wish ?? undefined),
  };
}

const sureness = { alert: 0.97, card: 0.85, unclear: 0.6 } as const;
