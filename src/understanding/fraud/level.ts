import type { FraudLevel } from "../../domain/sets.ts";
import { goesOn, isPast, justPaid, type Danger } from "./level-signals.ts";
import type { Opinion } from "./model.ts";

/** What the learnt model must say at least for 紧急. */
interface Least {
  scam: number;
  urgent: number;
}
/** By what the reading of dangers says: a missed danger is worse than a card too many. */
const urgentFrom: Record<Danger, Least> = {
  sure: { scam: 0, urgent: 0 },
  likely: { scam: 0.25, urgent: 0.2 },
  none: { scam: 0.8, urgent: 0.6 },
};
/** The same of a likely danger where it is said that it goes on, or that it was paid within the day. */
const urgentIfMoving: Least = { scam: 0.15, urgent: 0.015 };
const urgentIfPaid: Least = { scam: 0.8, urgent: 0 };

/** Whether money is moving or just moved, or the screen is in other hands: both readings together. */
export function isUrgent(said: string, { scam, levels }: Opinion, danger: Danger): boolean {
  const least = leastFor(said, danger);
  const urgent = levels.get("紧急") ?? 0;
  if (scam < least.scam || urgent < least.urgent) return false;
  return danger === "sure" || !isPast(said);
}

function leastFor(said: string, danger: Danger): Least {
  if (danger === "likely" && goesOn(said)) return urgentIfMoving;
  if (danger === "likely" && justPaid(said)) return urgentIfPaid;
  return urgentFrom[danger];
}

/** How much a level counts beside 中危: whoever is engaged and is not called costs most. */
const counts = { 高危: 3, 中危: 1, 低危: 2 } as const;

/**
 * The level of a scam that is not urgent, the likeliest by what it counts: 高危 engaged; 中危 a contact
 * that is clearly a scam; 低危 a suspicion, hearsay or a question in general.
 */
export function levelFrom({ levels }: Opinion): Exclude<FraudLevel, "紧急"> {
  const weight = (of: keyof typeof counts): number => (levels.get(of) ?? 0) * counts[of];
  if (weight("高危") > Math.max(weight("中危"), weight("低危"))) return "高危";
  return weight("低危") > weight("中危") ? "低危" : "中危";
}
