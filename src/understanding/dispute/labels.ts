import type { DisputeType } from "../../domain/sets.ts";

/** In the order of the model's columns: no dispute, then the types. */
export const outcomes = [
  null,
  "neighbour",
  "family",
  "labour",
  "grassland",
  "debt",
  "property_damage",
  "traffic",
  "consumer",
] as const satisfies readonly (DisputeType | null)[];

/** Columns behind the outcomes: was force used or threatened, is it going on now. */
export const violenceColumn = outcomes.length;
export const urgentColumn = outcomes.length + 1;
export const groups = [outcomes.length, 1, 1] as const;
