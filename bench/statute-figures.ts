/** Documents as found for a question, best first, and those that answer it. */
export interface Ranking {
  found: readonly number[];
  gold: readonly number[];
}

/** Each 0 … 1, a mean over questions. */
export interface Figures {
  recall10: number;
  recall100: number;
  mrr10: number;
}

export function figuresOf(rankings: readonly Ranking[]): Figures {
  const sums = { recall10: 0, recall100: 0, mrr10: 0 };
  for (const { found, gold } of rankings) {
    const ranks = gold.map((document) => found.indexOf(document)).filter((rank) => rank >= 0);
    sums.recall10 += ranks.filter((rank) => rank < 10).length / gold.length;
    sums.recall100 += ranks.filter((rank) => rank < 100).length / gold.length;
    const first = Math.min(...ranks);
    if (first < 10) sums.mrr10 += 1 / (first + 1);
  }
  const count = Math.max(1, rankings.length);
  return {
    recall10: sums.recall10 / count,
    recall100: sums.recall100 / count,
    mrr10: sums.mrr10 / count,
  };
}
