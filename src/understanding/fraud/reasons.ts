import type { FoundFlag, RedFlag } from "../../domain/fraud.ts";
import type { FraudCategory } from "../../domain/sets.ts";
import type { Hit } from "./flags.ts";

/** Nobody reads more reasons than that. */
const mostFlags = 5;
/** That somebody doubts is no reason to tell them. */
const ownDoubt = "told-it-is-a-scam";
/** How long the words are that are shown beside a flag that only the learnt model saw. */
const shownWords = 8;

/**
 * The red flags by weight, each name once; those of another kind of fraud than the one found step back. `fallback` stands for the whole
 * kind where no flag was found, with the words that weigh most.
 */
export function reasonsFrom(
  hits: readonly Hit[],
  category: FraudCategory | null,
  fallback: () => FoundFlag,
): FoundFlag[] {
  const rank = ({ flag }: Hit): number =>
    flag.weight * 2 + (flag.category === null || flag.category === category ? 1 : -2);
  const found = new Map<string, FoundFlag>();
  const telling = hits.filter(({ flag }) => flag.id !== ownDoubt);
  for (const { name, words, reason } of [...telling].sort((a, b) => rank(b) - rank(a)))
    if (!found.has(name)) found.set(name, { name, words, reason });
  return found.size === 0 ? [fallback()] : [...found.values()].slice(0, mostFlags);
}

/** A flag with the stretch of the message that speaks most for a scam. */
export function flagFor(
  { name, reason }: Pick<RedFlag, "name" | "reason">,
  said: string,
  pull: (run: string) => number,
): FoundFlag {
  let best = { at: 0, sum: -Infinity };
  for (let at = 0; at === 0 || at + shownWords <= said.length; at++) {
    let sum = 0;
    for (let i = at; i + 1 < Math.min(said.length, at + shownWords); i++)
      sum += pull(said.slice(i, i + 2));
    if (sum > best.sum) best = { at, sum };
  }
  const words = said.slice(best.at, best.at + shownWords).trim() || said;
  return { name, words, reason, guessed: true };
}
