import { buildIndex } from "./build.ts";
import type { FieldShape, Index } from "./build.ts";
import { bestOf, scorer, termsOf } from "./query.ts";
import type { Hit } from "./query.ts";

/** A question asked before, and the documents that answered it. */
export interface PastQuestion {
  text: string;
  /** What was answered; empty where that is not known. */
  answer: string;
  documents: readonly number[];
}

/** What past questions count beside the documents' own words. */
export interface PastWeights {
  /** Their words, as one more field of the documents that answered them. */
  field: number;
  /** The few past questions most like this one. */
  near: number;
  /** How much more often a document's group (its law, say) answered than its size would have it. */
  group: number;
}

/** What speaks for a document beside its own score, both as shares of the most that a question can reach. */
export interface Remembered {
  own: Float32Array;
  field: Map<number, number>;
  near: Map<number, number>;
  /** By group: about -1 … 1. */
  groups: Float32Array;
}

/** Past questions of one document: repeated words soon stop counting, and many questions are not held against it. */
const fieldShapes: FieldShape[] = [
  { weight: 1, saturation: 1.2, lengthPenalty: 0.4 },
  { weight: 0.4, saturation: 1.8, lengthPenalty: 0.6 },
];
const nearShape: FieldShape = { weight: 1, saturation: 0.6, lengthPenalty: 0.5 };
/** How many like questions are listened to. */
const mostNear = 12;
/** A group counts as having answered so often at least: one that never did may still answer. */
const grace = 0.3;

export interface Memory {
  recall(question: string): Remembered;
  /** The documents that score highest with these weights. */
  best(remembered: Remembered, weights: PastWeights, most: number): Hit[];
}

/** Learns from past questions which documents answer what. `groupOf[d]` numbers the group of document d from 0. */
export function memoryOf(
  index: Index,
  groupOf: Uint32Array,
  past: readonly PastQuestion[],
): Memory {
  const scoreOwn = scorer(index);
  const asked = new Map<number, PastQuestion[]>();
  for (const question of past)
    for (const document of question.documents) {
      const known = asked.get(document);
      if (known) known.push(question);
      else asked.set(document, [question]);
    }
  const answering = [...asked.keys()];
  const fieldsOf = (questions: readonly PastQuestion[]) => [
    questions.map(({ text }) => text).join("\n"),
    questions.map(({ answer }) => answer).join("\n"),
  ];
  const field = buildIndex(
    [...asked.values()].map((questions) => ({ fields: fieldsOf(questions), prior: 1 })),
    fieldShapes,
    index.view,
  );
  const near = buildIndex(
    past.map(({ text }) => ({ fields: [text], prior: 1 })),
    [nearShape],
    index.view,
  );
  const [scoreField, scoreNear] = [scorer(field), scorer(near)];
  const groups = groupWeights(groupOf, past);
  const finals = new Float32Array(index.documents);

  return {
    recall(question) {
      const terms = termsOf(index, question);
      const own = scoreOwn(terms).map((score) => score / most(index, terms));
      const byField = new Map<number, number>();
      for (const [at, score] of scoreField(terms).entries())
        if (score > 0) byField.set(answering[at]!, score / most(field, terms));
      const byNear = new Map<number, number>();
      for (const { document: at, score } of bestOf(scoreNear(terms), mostNear)) {
        const like = (score / most(near, terms)) ** 2;
        const { documents } = past[at]!;
        for (const document of documents)
          byNear.set(document, (byNear.get(document) ?? 0) + like / Math.sqrt(documents.length));
      }
      return { own, field: byField, near: byNear, groups };
    },
    best({ own, field: byField, near: byNear }, weights, count) {
      for (let document = 0; document < finals.length; document += 1)
        finals[document] = own[document]! * (1 + weights.group * groups[groupOf[document]!]!);
      for (const [document, score] of byField) finals[document]! += weights.field * score;
      for (const [document, score] of byNear) finals[document]! += weights.near * score;
      return bestOf(finals, count);
    },
  };
}

/** What a document that has all terms, each once, would score. */
function most(index: Index, terms: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const term of terms.keys()) {
    const number = index.terms.find(term);
    sum += number < 0 ? Math.log(1 + 2 * index.documents) : index.rarity[number]!;
  }
  return sum || 1;
}

/** By group, the logarithm of how much oftener it answered than its size would have it, within -1 … 1. */
function groupWeights(groupOf: Uint32Array, past: readonly PastQuestion[]): Float32Array {
  const count = groupOf.reduce((top, group) => Math.max(top, group + 1), 0);
  const sizes = new Float64Array(count);
  for (const group of groupOf) sizes[group]! += 1;
  const answers = new Float64Array(count);
  let total = 0;
  for (const { documents } of past)
    for (const document of documents) {
      answers[groupOf[document]!]! += 1;
      total += 1;
    }
  return Float32Array.from(answers, (answered, group) => {
    if (total === 0) return 0;
    const expected = (total * sizes[group]!) / groupOf.length;
    const ratio = Math.log((answered + grace) / (expected + grace));
    return Math.max(-1, Math.min(1, ratio / logSpan));
  });
}

/** Twenty times oftener than its size would have it is as much as counts. */
const logSpan = Math.log(20);
