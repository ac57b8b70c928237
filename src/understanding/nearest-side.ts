import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Facet } from "../domain/sets.ts";
import { normalise } from "./normalise.ts";

/** So much of what is asked must stand in a side of the entry. */
const enough = 0.34;
const common = /[的了吗呢啊呀吧哈不没有我你他她它俺咱是要能会就也都还在去来个啥咋怎么什那这]/gu;

/** The side of an entry that speaks of what is asked; null if none does. */
export function nearestSide(asked: string, entry: KnowledgeEntry): Facet | null {
  const pairs = pairsOf(asked);
  if (pairs.size === 0) return null;
  let best: { facet: Facet; share: number } | null = null;
  for (const { facet, text } of entry.sections) {
    if (facet === "依据") continue;
    const here = pairsOf(text);
    const share = [...pairs].filter((pair) => here.has(pair)).length / pairs.size;
    if (share >= enough && share > (best?.share ?? 0)) best = { facet, share };
  }
  return best?.facet ?? null;
}

/** Pairs of neighbouring characters that tell something. */
function pairsOf(text: string): Set<string> {
  const pieces = normalise(text)
    .replace(common, " ")
    .split(/[^\p{L}\p{N}]+/u);
  const pairs = new Set<string>();
  for (const piece of pieces) {
    const characters = [...piece];
    for (let at = 1; at < characters.length; at++)
      pairs.add(`${characters[at - 1]}${characters[at]}`);
  }
  return pairs;
}
