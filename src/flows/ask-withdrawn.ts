import type { Event } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import { sure } from "./ask-ladder.ts";

type FoundEvent = Extract<Event, { on: "found" }>;

/**
 * What was found, without entries that are withdrawn; null where such a one is what was asked for:
 * then nothing else may stand in for it.
 */
export function servedOnly(event: FoundEvent): FoundEvent | null {
  const { search, alone, together, parts, inside } = event;
  if (leads(alone, search.enough) || [together, ...inside].some((found) => leads(found, sure)))
    return null;
  return {
    ...event,
    alone: served(alone),
    together: served(together),
    parts: parts.map(served),
    inside: inside.map(served),
  };
}

function leads([first]: Found[], enough: number): boolean {
  return first !== undefined && first.withdrawn && first.confidence >= enough;
}

function served(found: Found[]): Found[] {
  return found.filter(({ withdrawn }) => !withdrawn);
}
