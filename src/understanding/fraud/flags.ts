import type { FoundFlag, RedFlag } from "../../domain/fraud.ts";
import { sourceOf, wordClasses, type WordClasses } from "../pattern.ts";

/** A red flag ready to be looked for, and the one place where it was found. */
interface Compiled extends RedFlag {
  expression: RegExp;
}
export interface Hit extends FoundFlag {
  flag: RedFlag;
}

/** Red flags as they are kept: word classes, and patterns that name them. */
export interface KeptFlags {
  words: Readonly<Record<string, string>>;
  flags: readonly RedFlag[];
}

/** Finds every flag in words that were made ready by `saidIn`, heavier ones first. */
export type FlagFinder = (said: string) => Hit[];

/** @throws if a pattern is no regular expression or could take long */
export function flagFinder({ words, flags }: KeptFlags): FlagFinder {
  const classes = wordClasses(Object.entries(words));
  const compiled = flags.map((flag) => ({ ...flag, expression: expressionOf(flag, classes) }));
  compiled.sort((a, b) => b.weight - a.weight);
  return (said) => compiled.flatMap((flag) => hitOf(flag, said) ?? []);
}

function hitOf({ expression, ...flag }: Compiled, said: string): Hit | null {
  const words = expression.exec(said)?.[0].trim();
  if (words === undefined || words === "") return null;
  return { flag, name: flag.name, words, reason: flag.reason };
}

function expressionOf({ id, pattern }: RedFlag, classes: WordClasses): RegExp {
  const source = sourceOf(pattern, classes);
  const slow = slownessOf(source);
  if (slow !== null) throw new Error(`The red flag ${id} may not hold ${slow}`);
  return new RegExp(source, "u");
}

/**
 * What would let a pattern take long on hostile words; null = nothing. Without * and + and without
 * repeated groups every pattern looks at a bounded number of characters from each place.
 */
export function slownessOf(source: string): string | null {
  const bare = source.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  if (/[*+]/.test(bare)) return "* or +";
  if (/\{\d*,\}/.test(bare)) return "an open repetition";
  if (/\)\{/.test(bare)) return "a repeated group";
  return null;
}
