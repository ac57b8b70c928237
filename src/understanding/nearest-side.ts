import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Facet } from "../domain/sets.ts";

/** So much of what is asked must stand in a side of the entry. */
const enough = 0.34;
const common = /[叫的了吗呢啊呀吧哈不没有我你他她它俺咱是要能会就也都还在去来个啥咋怎么什那这]/gu;

/** A side of an entry, and how much of what is asked stands there (0 … 1). */
export interface Side {
  facet: Facet;
  share: number;
}

/** The side of an entry that speaks of what is asked; null if none does. */
export function nearestSide(asked: string, entry: KnowledgeEntry): Side | null {
  const pieces = tellingIn(asked);
  let best: Side | null = null;
  for (const { facet, text } of entry.sections) {
    // What a law says in its own words stands behind what is said of it plainly.
    const share = shareOf(pieces, text) * (facet === "依据" ? 0.6 : 1);
    if (share >= enough && share > (best?.share ?? 0)) best = { facet, share };
  }
  return best;
}

const permission =
  /(?:(?:这么|那)?(?:行不行|行不|行吗|中不中|中不|成不|可以吗|可以不|能行不|没事吧|会咋样|能咋的|能咋样|咋的)|呢)[?。! ]*$/u;
const before = /^(?:那|要是|如果|我|俺|就|他|她|人|要|直接|非)+/u;

/** 不去行不行: the side that says just this of what is asked to be allowed; null if none does. */
export function sideSaying(said: string, { sections }: KnowledgeEntry): Facet | null {
  const words = said.replace(permission, "").replace(before, "");
  if (words === said || [...words].length < 2) return null;
  return (
    sections.find(({ facet, text }) => facet !== "依据" && text.includes(words))?.facet ?? null
  );
}

/** The side that names a number to call; null if none does. */
export function sideWithNumber({ sections }: KnowledgeEntry): Facet | null {
  const named = /(?<!\d)(?:110|119|12\d{1,3}|96110)(?!\d)|\d{3,4}-\d{7}/u;
  // The way to a station whose number is not filled in says nothing of this matter.
  const said = (text: string): boolean =>
    named.test(text.replace(/（[^（）]*12345[^（）]*）/gu, ""));
  const naming = sections.filter(({ facet, text }) => facet !== "依据" && said(text));
  return (naming.find(({ facet }) => facet === "步骤") ?? naming[0])?.facet ?? null;
}

/** What normalised words tell: pairs of neighbouring characters, and a character that stands by itself. */
export function tellingIn(text: string): Set<string> {
  const runs = text.replace(common, " ").split(/[^\p{L}\p{N}]+/u);
  const pieces = new Set<string>();
  for (const run of runs) {
    const characters = [...run];
    if (characters.length === 1) pieces.add(run);
    for (let at = 1; at < characters.length; at++)
      pieces.add(`${characters[at - 1]}${characters[at]}`);
  }
  return pieces;
}

/** How much of what is asked stands in a text. 0 … 1; 0 if nothing is asked. */
export function shareOf(pieces: Set<string>, text: string): number {
  if (pieces.size === 0) return 0;
  return [...pieces].filter((piece) => text.includes(piece)).length / pieces.size;
}
