import { normalise } from "../understanding/normalise.ts";
import type { LexiconPair } from "./lexicon-file.ts";

/** The question as the entries would put it, or null where no everyday word stands in it. */
export type Rewrite = (question: string) => { text: string; means: string[] } | null;

/** Finds everyday words, the longest first, and puts the entries' terms in their place. */
export function rewriter(lexicon: readonly LexiconPair[]): Rewrite {
  const pairs = lexicon
    .flatMap(({ say, mean }) => say.map((word) => ({ word: normalise(word), mean })))
    .filter(({ word }) => word !== "")
    .sort((a, b) => b.word.length - a.word.length);
  const meanings = new Map<string, string[]>();
  for (const { word, mean } of pairs) {
    const known = meanings.get(word);
    if (known) known.push(mean);
    else meanings.set(word, [mean]);
  }
  if (meanings.size === 0) return () => null;
  const any = new RegExp([...meanings.keys()].map(literal).join("|"), "gu");
  return (question) => {
    const means: string[] = [];
    const text = normalise(question).replace(any, (word) => {
      const found = meanings.get(word) ?? [];
      means.push(...found);
      return ` ${found.join(" ")} `;
    });
    return means.length > 0 ? { text, means } : null;
  };
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
