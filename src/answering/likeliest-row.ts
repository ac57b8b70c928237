/** One way to read one place of a row (a UTF-16 code), and what believing it costs (nats). */
export interface Reading {
  code: number;
  cost: number;
}

interface End {
  code: number;
  sum: number;
  before: End | null;
}

/**
 * The row of characters, one of each place's readings, that costs least (Viterbi). Null where a
 * place cannot be read at all.
 */
export function likeliestRow(
  places: readonly (readonly Reading[])[],
  cost: (before: number, code: number) => number,
): { row: string; cost: number } | null {
  const start: End = { code: 0, sum: 0, before: null };
  let ends = [start];
  for (const readings of places)
    ends = readings.map((reading) => {
      let best: End | null = null;
      let least = Infinity;
      for (const end of ends) {
        const sum = end.sum + cost(end.code, reading.code);
        if (sum >= least) continue;
        best = end;
        least = sum;
      }
      return { code: reading.code, sum: least + reading.cost, before: best };
    });
  const best = ends.reduce<End | null>((one, end) => (one && one.sum <= end.sum ? one : end), null);
  if (!best) return null;
  const codes: number[] = [];
  for (let end: End | null = best; end && end !== start; end = end.before) codes.push(end.code);
  return { row: String.fromCharCode(...codes.reverse()), cost: best.sum };
}
