import type { EmergencyClass } from "../../domain/sets.ts";
import type { Manner } from "./context.ts";

/** Whether the manner of speaking takes a danger away. `clear`: the words are clear by themselves. */
export function dismissed(of: EmergencyClass, clear: boolean, manner: Manner): boolean {
  const pressing = manner.plea || manner.going;
  const money = of === "fraud_in_progress";
  const self = of === "self_harm";
  const missing = of === "missing_person";
  if (manner.negated || manner.almost || manner.past) return true;
  if (self && manner.byMistake) return true;
  if (manner.settled || (manner.thanks && !self)) return !manner.plea;
  if (manner.longSince && !self) return !pressing;
  if (missing && manner.home) return true;
  if (manner.lately && !money && !missing) return !pressing;
  if (manner.told && !money) return true;
  if (manner.supposed) return !(manner.plea && manner.going);
  if (manner.feared && !self && of !== "violence") return !pressing;
  if (manner.habit && !manner.now) return !pressing;
  if (manner.heard && self) return !manner.own && !pressing;
  if (manner.heard && !money) return !pressing && !(clear && manner.now);
  if (manner.ofRules) return !pressing;
  if (manner.ofNumbers) return !(pressing || manner.own);
  return false;
}
