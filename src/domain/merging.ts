import type { Matter, Refusal } from "./matter.ts";
import type { Staff } from "./people.ts";
import { may } from "./rights.ts";
import type { MatterKind } from "./sets.ts";
import { day } from "./station-time.ts";

/** Kinds that can tell of one and the same event. */
const families: Record<MatterKind, string> = {
  dispute: "dispute",
  "fraud-alert": "fraud",
  hazard: "place",
  tip: "place",
  visit: "talk",
  callback: "talk",
  other: "event",
};

/** What merges a matter into another one is undone within this time by us, at any time by who told it. Unit: ms. */
export const partedWithin = day;

/** Why a matter may not go into that one; null = it may. What only the police see meets other things under their eyes alone. */
export function whyNotMerge(matter: Matter, into: Matter, by: Staff): Refusal | null {
  if (matter.id === into.id || into.mergedInto !== null) return "not-now";
  if (into.status === "closed") return "closed";
  if (families[matter.kind] !== families[into.kind]) return "not-alike";
  return (matter.isPrivate || into.isPrivate) && !may(by.role, "see-private") ? "not-alike" : null;
}
