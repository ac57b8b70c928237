import { clausesOf } from "../understanding/clauses.ts";
import { normalise } from "../understanding/normalise.ts";
import type { View } from "./index/tokens.ts";
import type { Rewrite } from "./lexicon.ts";
import type { Speller } from "./spelling.ts";

/** A question as it is searched for. */
export interface Asked {
  /** All terms, each with how much it counts: the person's own 1, others and asides less. */
  terms: Map<number, number>;
  /** The person's own terms alone, and how much each counts. */
  own: Map<number, number>;
  /** What the lexicon read into everyday words. */
  means: string[];
}

/** What terms count beside those that the person wrote in a clause that asks. */
export interface AskedWeights {
  /** In a clause that asks nothing. */
  aside: number;
  /** That were only meant: the spelling was put right. */
  respelt: number;
  /** That only the lexicon brings in. */
  lexicon: number;
}

export type Reader = (question: string) => Asked;

export function readerOf(
  view: View,
  respell: Speller,
  rewrite: Rewrite,
  weights: AskedWeights,
): Reader {
  return (question) => {
    const own = new Map<number, number>();
    const terms = new Map<number, number>();
    const means: string[] = [];
    const said = normalise(question);
    const meant = respell(said);
    for (const { text, asks } of clausesOf(said))
      for (const term of view(text)) {
        raise(own, term, asks ? 1 : weights.aside);
        raise(terms, term, asks ? 1 : weights.aside);
      }
    for (const { text, asks } of clausesOf(meant)) {
      const share = asks ? 1 : weights.aside;
      if (meant !== said)
        for (const term of view(text)) raise(terms, term, share * weights.respelt);
      const rewritten = rewrite(text);
      if (!rewritten) continue;
      means.push(...rewritten.means);
      for (const term of view(rewritten.text)) raise(terms, term, share * weights.lexicon);
    }
    return { terms, own, means };
  };
}

function raise(terms: Map<number, number>, term: number, weight: number): void {
  if ((terms.get(term) ?? 0) < weight) terms.set(term, weight);
}
