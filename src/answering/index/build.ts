import { growing } from "./growing.ts";
import { termTable } from "./term-table.ts";
import type { TermTable } from "./term-table.ts";
import type { View } from "./tokens.ts";

/** One field of every document of an index. */
export interface FieldShape {
  /** How much a hit here counts beside other fields. */
  weight: number;
  /** How fast repeated hits stop counting; BM25's k1. */
  saturation: number;
  /** 0 … 1: how much a long field is held against it; BM25's b. */
  lengthPenalty: number;
}

/** A document: its text by field, in the order of the shapes, and how far it is trusted (1 = as usual). */
export interface Indexed {
  fields: readonly string[];
  prior: number;
}

/**
 * Which documents hold a term, and what that is worth: for term t the postings from starts[t] up
 * to starts[t + 1]. A score of BM25 with fields that saturate each by itself.
 */
export interface Index {
  readonly documents: number;
  readonly view: View;
  readonly terms: TermTable;
  /** How telling a term is (its inverse document frequency). */
  readonly rarity: Float32Array;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** Aligned with postings: rarity, weights, saturation and prior are in it. */
  readonly worth: Float32Array;
}

export function buildIndex(
  documents: readonly Indexed[],
  shapes: readonly FieldShape[],
  view: View,
): Index {
  const terms = termTable();
  const { stream, ends } = readAll(documents, shapes.length, view, terms);
  const usual = usualLengths(ends, shapes.length);
  const counted = countHits(documents.length, shapes, stream, ends, usual, terms.size);
  return { documents: documents.length, view, terms, ...turned(documents, counted, terms.size) };
}

/** The terms of all fields in one row; ends[d * fields + f] is where a field's terms end. */
function readAll(
  documents: readonly Indexed[],
  fields: number,
  view: View,
  terms: TermTable,
): { stream: Uint32Array; ends: Uint32Array } {
  const stream = growing();
  const ends = new Uint32Array(documents.length * fields);
  for (const [d, document] of documents.entries())
    for (let f = 0; f < fields; f += 1) {
      for (const term of view(document.fields[f] ?? "")) stream.push(terms.add(term));
      ends[d * fields + f] = stream.length;
    }
  return { stream: stream.values(), ends };
}

function usualLengths(ends: Uint32Array, fields: number): Float64Array {
  const total = new Float64Array(fields);
  for (let at = 0; at < ends.length; at += 1)
    total[at % fields] = (total[at % fields] ?? 0) + (ends[at] ?? 0) - (ends[at - 1] ?? 0);
  const documents = Math.max(1, ends.length / fields);
  return total.map((sum) => Math.max(1, sum / documents));
}

/** Postings by document: term and worth without rarity. */
interface Counted {
  terms: Uint32Array;
  worth: Float32Array;
  /** Where a document's postings end. */
  ends: Uint32Array;
}

function countHits(
  documents: number,
  shapes: readonly FieldShape[],
  stream: Uint32Array,
  ends: Uint32Array,
  usual: Float64Array,
  size: number,
): Counted {
  const worth = new Float32Array(stream.length);
  const kept = new Uint32Array(stream.length);
  const documentEnds = new Uint32Array(documents);
  const times = new Uint32Array(size);
  const place = new Int32Array(size).fill(-1);
  let length = 0;
  for (let d = 0; d < documents; d += 1) {
    const first = length;
    for (const [f, shape] of shapes.entries()) {
      const at = d * shapes.length + f;
      const from = at === 0 ? 0 : (ends[at - 1] ?? 0);
      const to = ends[at] ?? 0;
      const relative = (to - from) / (usual[f] ?? 1);
      const scale = shape.saturation * (1 - shape.lengthPenalty + shape.lengthPenalty * relative);
      for (let i = from; i < to; i += 1) times[stream[i] ?? 0]! += 1;
      for (let i = from; i < to; i += 1) {
        const term = stream[i] ?? 0;
        const hits = times[term] ?? 0;
        if (hits === 0) continue;
        times[term] = 0;
        if ((place[term] ?? -1) < first) {
          place[term] = length;
          kept[length] = term;
          length += 1;
        }
        worth[place[term] ?? 0]! += (shape.weight * hits * (1 + shape.saturation)) / (hits + scale);
      }
    }
    documentEnds[d] = length;
  }
  return { terms: kept.subarray(0, length), worth: worth.subarray(0, length), ends: documentEnds };
}

/** Turns postings by document into postings by term, and brings rarity and priors in. */
function turned(
  documents: readonly Indexed[],
  counted: Counted,
  size: number,
): Pick<Index, "rarity" | "starts" | "postings" | "worth"> {
  const starts = new Uint32Array(size + 1);
  for (const term of counted.terms) starts[term + 1]! += 1;
  const rarity = new Float32Array(size);
  for (let t = 0; t < size; t += 1) {
    const holding = starts[t + 1] ?? 0;
    rarity[t] = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
    starts[t + 1] = holding + (starts[t] ?? 0);
  }
  const next = starts.slice(0, size);
  const postings = new Uint32Array(counted.terms.length);
  const worth = new Float32Array(counted.terms.length);
  let from = 0;
  for (const [d, document] of documents.entries()) {
    const to = counted.ends[d] ?? 0;
    for (let i = from; i < to; i += 1) {
      const term = counted.terms[i] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      postings[at] = d;
      worth[at] = (counted.worth[i] ?? 0) * (rarity[term] ?? 0) * document.prior;
    }
    from = to;
  }
  return { rarity, starts, postings, worth };
}
