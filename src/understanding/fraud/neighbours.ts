/** Examples that a message is held against, as they are kept in a file; numbers as bytes in base64. */
export interface KeptNeighbours {
  /** The examples' pairs of characters, rising. Uint32. */
  pairs: string;
  /** How many examples hold each pair. Uint16. */
  many: string;
  /** Those examples, one pair's after the other's, but of no common pair. Uint16. */
  holders: string;
  /** How long each example is: the root of its pairs' squared weights. Float32. */
  lengths: string;
  /** How much each example counts; below zero: it is no scam. Float32. */
  votes: string;
}

/** An example by its runs of characters. */
interface Remembered {
  runs: readonly string[];
  scam: boolean;
  weight: number;
}

/** How much a message's nearest examples speak for a scam (above zero) or against it: a logarithm of odds. */
export type Neighbours = (runs: readonly string[]) => number;

/** So many of the examples that are most like a message are asked. */
const asked = 12;
/** A pair that a greater share of the examples holds tells none from another. */
const common = 0.05;
/** Where nothing is alike nothing is said. */
const doubt = 0.01;

export function keepNeighbours(examples: readonly Remembered[]): KeptNeighbours {
  const holdersOf = new Map<number, number[]>();
  for (const [at, { runs }] of examples.entries())
    for (const pair of pairsIn(runs)) {
      const holders = holdersOf.get(pair);
      if (holders) holders.push(at);
      else holdersOf.set(pair, [at]);
    }
  const weight = weigher(examples.length);
  const lengths = examples.map(({ runs }) =>
    lengthOf(pairsIn(runs).map((pair) => weight(holdersOf.get(pair)!.length))),
  );
  const kept = [...holdersOf].sort(([a], [b]) => a - b);
  const tells = kept.filter(([, holders]) => holders.length <= examples.length * common);
  return {
    pairs: base64(Uint32Array.from(kept, ([pair]) => pair)),
    many: base64(Uint16Array.from(kept, ([, holders]) => holders.length)),
    holders: base64(Uint16Array.from(tells.flatMap(([, holders]) => holders))),
    lengths: base64(Float32Array.from(lengths)),
    votes: base64(Float32Array.from(examples, ({ scam, weight: of }) => (scam ? of : -of))),
  };
}

export function neighboursFrom(kept: KeptNeighbours): Neighbours {
  const known = new Uint32Array(bytesOf(kept.pairs));
  const many = new Uint16Array(bytesOf(kept.many));
  const holders = new Uint16Array(bytesOf(kept.holders));
  const lengths = new Float32Array(bytesOf(kept.lengths));
  const votes = new Float32Array(bytesOf(kept.votes));
  const starts = new Uint32Array(known.length + 1);
  for (const [at, each] of many.entries())
    starts[at + 1] = starts[at]! + (each <= votes.length * common ? each : 0);
  const weight = weigher(votes.length);
  const shortness = lengths.map((length) => 1 / length);
  const alike = new Float32Array(votes.length);
  return (runs) => {
    alike.fill(0);
    const weights = pairsIn(runs).map((pair) => {
      const at = placeOf(pair, known);
      if (at < 0) return weight(0);
      const each = weight(many[at]!);
      const shared = each * each;
      const end = starts[at + 1]!;
      for (let i = starts[at]!; i < end; i++) alike[holders[i]!]! += shared;
      return each;
    });
    const own = lengthOf(weights);
    return oddsOf(nearestIn(alike, shortness), votes, own);
  };
}

interface Near {
  at: number;
  alike: number;
}

/** The nearest vote, each as much as it is alike, squared. */
function oddsOf(nearest: readonly Near[], votes: Float32Array, own: number): number {
  let [scam, ordinary] = [doubt, doubt];
  for (const { at, alike } of nearest) {
    const vote = votes[at]! * (alike / own) ** 2;
    if (vote > 0) scam += vote;
    else ordinary -= vote;
  }
  return Math.log(scam / ordinary);
}

/** The nearest first. */
function nearestIn(shared: Float32Array, shortness: Float32Array): Near[] {
  const nearest: Near[] = [];
  let least = 0;
  for (let at = 0; at < shared.length; at++) {
    const alike = shared[at]! * shortness[at]!;
    // Of an example without pairs this is no number.
    if (!(alike > least)) continue;
    let place = nearest.length;
    while (place > 0 && nearest[place - 1]!.alike < alike) place--;
    nearest.splice(place, 0, { at, alike });
    if (nearest.length > asked) nearest.pop();
    if (nearest.length === asked) least = nearest[asked - 1]!.alike;
  }
  return nearest;
}

/** The fewer examples hold a pair, the more it weighs. */
function weigher(examples: number): (holders: number) => number {
  return (holders) => Math.log(1 + examples / Math.max(holders, 0.5));
}

function lengthOf(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, each) => sum + each * each, 0));
}

/** The runs of two characters, each as one number. */
function pairsIn(runs: readonly string[]): number[] {
  return runs.flatMap((run) =>
    run.length === 2 ? ((run.charCodeAt(0) << 16) | run.charCodeAt(1)) >>> 0 : [],
  );
}

/** −1: not known. */
function placeOf(pair: number, known: Uint32Array): number {
  let [low, high] = [0, known.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (known[middle]! < pair) low = middle + 1;
    else if (known[middle]! > pair) high = middle - 1;
    else return middle;
  }
  return -1;
}

function base64(numbers: Uint32Array | Uint16Array | Float32Array): string {
  return Buffer.from(numbers.buffer).toString("base64");
}

function bytesOf(kept: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(kept, "base64")).buffer;
}
