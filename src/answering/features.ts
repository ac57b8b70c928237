import type { Weighted } from "./classifier.ts";
import type { Index } from "./index/build.ts";
import { isSingle } from "./index/tokens.ts";

/** A lone character says less than it is rare: its pairs say the same, better. */
const singleShare = 0.5;

/** How telling a term is. One that no entry has is as telling as the rarest. */
export function tellingOf(index: Index, term: number): number {
  const number = index.terms.find(term);
  const rarity = number < 0 ? Math.log(1 + index.documents * 2) : (index.rarity[number] ?? 0);
  return rarity * (isSingle(term) ? singleShare : 1);
}

/** How telling a question is as a whole. */
export function tellingIn(index: Index, terms: Weighted): number {
  let total = 0;
  for (const [term, weight] of terms) total += weight * tellingOf(index, term);
  return total;
}

/** A phrase that an entry answers, ready to be compared. */
export interface Phrase {
  text: string;
  terms: Uint32Array;
  /** Aligned with terms. */
  telling: Float32Array;
  total: number;
}

export function phraseOf(index: Index, text: string): Phrase {
  const terms = Uint32Array.from(new Set(index.view(text)));
  const telling = Float32Array.from(terms, (term) => tellingOf(index, term));
  return { text, terms, telling, total: telling.reduce((sum, one) => sum + one, 0) };
}

/** 0 … 1: how much a question and a phrase have in common; 1 = the same terms, all the person's own. */
export function likeness(terms: Weighted, total: number, phrase: Phrase): number {
  let shared = 0;
  for (let at = 0; at < phrase.terms.length; at += 1)
    shared += (terms.get(phrase.terms[at]!) ?? 0) * phrase.telling[at]!;
  const both = total + phrase.total;
  return both > 0 ? Math.min(1, (2 * shared) / both) : 0;
}

/** 0 … 1: share of the question whose terms are held. */
export function shareIn(index: Index, terms: Weighted, held: (term: number) => boolean): number {
  let covered = 0;
  let total = 0;
  for (const [term, weight] of terms) {
    const telling = weight * tellingOf(index, term);
    total += telling;
    if (held(term)) covered += telling;
  }
  return total > 0 ? covered / total : 0;
}

/** Whether a document has a term. Postings of a term are in order of documents. */
export function holds(index: Index, term: number, document: number): boolean {
  const number = index.terms.find(term);
  if (number < 0) return false;
  let low = index.starts[number] ?? 0;
  let high = (index.starts[number + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = index.postings[middle] ?? 0;
    if (here === document) return true;
    if (here < document) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
