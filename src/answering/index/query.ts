import type { Index } from "./build.ts";

/** Terms to look for, each with its weight. */
export type WeightedTerms = ReadonlyMap<number, number>;

/** A document of an index and its score. */
export interface Hit {
  document: number;
  score: number;
}

/** Every document's score for some terms; valid until the next call. */
export function scorer(index: Index): (terms: WeightedTerms) => Float32Array {
  const scores = new Float32Array(index.documents);
  return (terms) => {
    scores.fill(0);
    for (const [term, weight] of terms) {
      const number = index.terms.find(term);
      if (number < 0) continue;
      const to = index.starts[number + 1] ?? 0;
      for (let at = index.starts[number] ?? 0; at < to; at += 1)
        scores[index.postings[at]!]! += weight * index.worth[at]!;
    }
    return scores;
  };
}

/** Asks one index. The scratch space is its own, so that a search makes next to no garbage. */
export function searcher(index: Index): (terms: WeightedTerms, most: number) => Hit[] {
  const score = scorer(index);
  return (terms, most) => bestOf(score(terms), most);
}

/** The view's terms of a text, each once, however often it stands there. */
export function termsOf(index: Index, text: string, weight = 1): Map<number, number> {
  return new Map(index.view(text).map((term) => [term, weight]));
}

/** The highest scores above 0, best first; of equals the earlier one first. */
export function bestOf(scores: Float32Array, most: number): Hit[] {
  const best: Hit[] = [];
  let least = 0;
  for (let document = 0; document < scores.length; document += 1) {
    const score = scores[document] ?? 0;
    if (score <= least || most <= 0) continue;
    let at = best.length < most ? best.length : most - 1;
    while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
    best.splice(at, 0, { document, score });
    if (best.length > most) best.pop();
    if (best.length === most) least = best[most - 1]?.score ?? 0;
  }
  return best;
}
