import type { KnowledgeEntry } from "../domain/entry.ts";
import { supersededBy } from "./superseded.ts";
import type { Superseded } from "./superseded.ts";

/**
 * What may be done with an entry on a day. `withdrawn`: its days are over, or it cites a law that
 * was replaced: it is found and said to be in the works, never shown. `not-yet`: as if it were not there.
 */
export type Standing = "served" | "withdrawn" | "not-yet";

/** Format of `today`: YYYY-MM-DD. */
export function standingOf(
  { effective, sources }: Pick<KnowledgeEntry, "effective" | "sources">,
  today: string,
  list: readonly Superseded[],
): Standing {
  if (effective.from !== null && today < effective.from) return "not-yet";
  if (effective.to !== null && today > effective.to) return "withdrawn";
  return sources.some((source) => supersededBy(source, list)) ? "withdrawn" : "served";
}
