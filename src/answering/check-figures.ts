import type { KnowledgeEntry } from "../domain/entry.ts";
import { figuresIn } from "./figures.ts";
import type { Figure } from "./figures.ts";

/** One thing that two entries of one matter, or two parts of one entry, count differently. */
export interface Conflict {
  entry: string;
  mine: Figure;
  /** May be the same entry. */
  other: string;
  theirs: Figure;
}

/** So alike, and two clauses speak of the same thing: 0 … 1. */
const sameThing = 0.6;
/** A clause that lies whole within another one must say so much. Unit: pairs of characters. */
const sayingEnough = 3;

/**
 * Figures that differ between entries of one matter, or between the parts of one entry: fees,
 * days, ages, terms. One part of an entry may list cases (城里三天、农村十天). Clauses that
 * {@link Figure.about} names in `varying` rightly differ. What one entry alone says is not
 * compared with anything: of the shipped figures fewer than half stand in two places.
 */
export function conflictsIn(
  entries: readonly KnowledgeEntry[],
  varying: ReadonlySet<string>,
): Conflict[] {
  const all = entries.map((entry) => {
    const parts = [entry.short, ...entry.sections.map(({ text }) => text)];
    const figures = parts.map((part) => figuresIn(part).filter(({ about }) => !varying.has(about)));
    return { entry, parts: figures };
  });
  return all.flatMap((one, at) =>
    all.slice(at).flatMap((two) => {
      if (!oneMatter(one.entry, two.entry)) return [];
      const conflicts =
        one === two ? within(one.parts) : differing(one.parts.flat(), two.parts.flat());
      return conflicts.map((found) => ({ entry: one.entry.id, other: two.entry.id, ...found }));
    }),
  );
}

type Difference = Pick<Conflict, "mine" | "theirs">;

function within(parts: readonly Figure[][]): Difference[] {
  return parts.flatMap((part, at) => differing(part, parts.slice(at + 1).flat()));
}

/** What both speak of, where they do not agree on any value. */
function differing(ours: readonly Figure[], others: readonly Figure[]): Difference[] {
  return ours.flatMap((mine) => {
    const [theirs, ...more] = others.filter((it) => alike(it, mine));
    if (!theirs || [theirs, ...more].some(({ values }) => values === mine.values)) return [];
    const agreed = ours.some((it) => it.values === theirs.values && alike(it, mine));
    return agreed ? [] : [{ mine, theirs }];
  });
}

/** The same topic, and either names the other, or they are the same business at the counter. */
function oneMatter(one: KnowledgeEntry, two: KnowledgeEntry): boolean {
  if (one.id === two.id) return true;
  if (one.topic !== two.topic) return false;
  if (one.related.includes(two.id) || two.related.includes(one.id)) return true;
  return one.service !== null && one.service === two.service;
}

/** The same unit, and the same thing, by the neighbouring pairs of characters that two clauses share. */
function alike(one: Figure, two: Figure): boolean {
  if (one.unit !== two.unit) return false;
  if (one.about === two.about) return true;
  const [ours, theirs] = [pairsOf(one.about), pairsOf(two.about)];
  const shared = [...ours].filter((pair) => theirs.has(pair)).length;
  if (shared >= sayingEnough && shared === Math.min(ours.size, theirs.size)) return true;
  return (2 * shared) / (ours.size + theirs.size) >= sameThing;
}

function pairsOf(clause: string): Set<string> {
  return new Set([...clause].slice(1).map((sign, at) => clause[at] + sign));
}
