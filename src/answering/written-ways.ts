import { normalise } from "../understanding/normalise.ts";
import { growing } from "./index/growing.ts";
import { termTable } from "./index/term-table.ts";

/** How often characters and pairs of neighbours stand in texts. A character is its UTF-16 code. */
export interface WrittenWays {
  /** How many characters the texts have. */
  readonly total: number;
  /** Words in Latin letters that the texts use. */
  readonly words: ReadonlySet<string>;
  has(before: number, code: number): boolean;
  /** What it costs (nats) that a character follows another; `before` 0 = nothing. */
  cost(before: number, code: number): number;
  /** All characters, the commonest first. */
  commonFirst(): number[];
}

/** How far a pair is believed beside its second character by itself: of 1, so much. */
const pairShare = 0.9;
/** How often a character that never stood there is taken to have stood there. */
const unseen = 0.1;

export function writtenWays(texts: readonly string[]): WrittenWays {
  const single = new Uint32Array(1 << 16);
  const words = new Set<string>();
  const pairs = termTable();
  const rows = growing();
  let total = 0;
  for (const text of texts) {
    const said = normalise(text);
    for (const [word] of said.matchAll(/[a-z]+/gu)) words.add(word);
    let before = 0;
    for (let at = 0; at < said.length; at += 1) {
      const code = said.charCodeAt(at);
      if (code < 0x3400 || code > 0x9fff) {
        before = 0;
        continue;
      }
      single[code]! += 1;
      total += 1;
      if (before !== 0) rows.push(pairs.add(pairOf(before, code)));
      before = code;
    }
  }
  const together = new Uint32Array(pairs.size);
  for (const pair of rows.values()) together[pair]! += 1;
  return {
    total,
    words,
    has: (before, code) => pairs.find(pairOf(before, code)) >= 0,
    cost(before, code) {
      const alone = ((single[code] ?? 0) + unseen) / (total + 1);
      const pair = before === 0 ? -1 : pairs.find(pairOf(before, code));
      const follows = pair < 0 ? 0 : (together[pair] ?? 0) / (single[before] ?? 1);
      return -Math.log(pairShare * follows + (1 - pairShare) * alone);
    },
    commonFirst: () =>
      [...single.keys()]
        .filter((code) => single[code]! > 0)
        .sort((a, b) => single[b]! - single[a]! || a - b),
  };
}

export function isLetters(part: string): boolean {
  return part < "{";
}

function pairOf(before: number, code: number): number {
  return ((before << 16) | code) >>> 0;
}
