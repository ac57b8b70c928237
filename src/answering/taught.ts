import type { Folder } from "./load.ts";

/** What a search learns from beyond the entries themselves. */
export interface Taught {
  /** Further ways of asking, by entry. */
  phrasings: ReadonlyMap<string, readonly string[]>;
  /** Lines that no entry answers. */
  strangers: readonly string[];
}

export const nothingTaught: Taught = { phrasings: new Map(), strangers: [] };

export function taughtBy(
  { phrasings }: Pick<Folder, "phrasings">,
  strangers: readonly string[] = [],
): Taught {
  const byEntry = new Map<string, string[]>();
  for (const { entry, says } of [...phrasings.values()].flat())
    byEntry.set(entry, [...(byEntry.get(entry) ?? []), ...says.map(({ text }) => text)]);
  return { phrasings: byEntry, strangers };
}
