import type { KnowledgeEntry } from "../domain/entry.ts";
import type { DisputeType } from "../domain/sets.ts";

/** Where a quarrel of each kind is answered when its words name no entry of their own. */
const entryOf: Record<DisputeType, string> = {
  neighbour: "mediation-people",
  family: "mediation-people",
  labour: "labour-wages-unpaid",
  grassland: "grassland-contract",
  debt: "legal-debt-recover",
  property_damage: "legal-property-damage",
  traffic: "legal-traffic-quarrel",
  consumer: "legal-consumer",
};

export function adviceIdFor(type: DisputeType): string {
  return entryOf[type];
}

export function adviceIn(
  entries: readonly KnowledgeEntry[],
  type: DisputeType,
): KnowledgeEntry | undefined {
  return entries.find(({ id }) => id === entryOf[type]);
}
