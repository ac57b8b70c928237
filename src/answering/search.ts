import { otherPapersIn, speaksOfPaper } from "../understanding/papers.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Found } from "../domain/ports.ts";
import { readerOf } from "./asked.ts";
import type { Asked, Reader } from "./asked.ts";
import { learning } from "./classifier.ts";
import type { Classifier, Example } from "./classifier.ts";
import { confidenceOf, rankOf } from "./confidence.ts";
import type { Signals } from "./confidence.ts";
import { holds, likeness, phraseOf, shareIn, tellingIn } from "./features.ts";
import type { Phrase } from "./features.ts";
import { gradual } from "./gradual.ts";
import { buildIndex } from "./index/build.ts";
import type { FieldShape } from "./index/build.ts";
import { searcher } from "./index/query.ts";
import { characters } from "./index/tokens.ts";
import { rewriter } from "./lexicon.ts";
import type { Rewrite } from "./lexicon.ts";
import type { LexiconPair } from "./lexicon-file.ts";
import { spellerOf } from "./spelling.ts";
import { nothingTaught } from "./taught.ts";
import type { Taught } from "./taught.ts";
import { weights } from "./weights.ts";

/** A result, and why it was found. */
export interface Explained extends Omit<Found, "withdrawn"> {
  /** Of the entry's questions and its title, the one most like what was asked. */
  question: string;
  /** Terms that everyday words of the question were read as. */
  means: string[];
  signals: Signals;
}

/** Best entries for a question, best first. */
export interface Search {
  (words: string, most: number): Explained[];
  /** Learns a bit of what the first question would have to wait for. False = nothing is left. */
  learn(): boolean;
}

/** Questions, title, short, body, further ways of asking. Saturation and length lie on a plateau: halving one changes little. */
export const entryShapes: readonly FieldShape[] = [
  { weight: weights.fields.questions, saturation: 2, lengthPenalty: 0.6 },
  { weight: weights.fields.title, saturation: 1.2, lengthPenalty: 0.3 },
  { weight: weights.fields.short, saturation: 1.2, lengthPenalty: 0.3 },
  { weight: weights.fields.body, saturation: 1.8, lengthPenalty: 0.8 },
  { weight: weights.fields.phrasings, saturation: 2, lengthPenalty: 0.6 },
];
/** How many entries are looked at closely. */
const closely = 24;
/** A classifier of more labels than this costs more than it says: laws have no questions to learn from. */
const mostLabels = 2_000;

/**
 * Makes entries searchable. Built once for a release; a search changes nothing.
 */
export function searchOver(
  entries: readonly KnowledgeEntry[],
  lexicon: readonly LexiconPair[],
  taught: Taught = nothingTaught,
): Search {
  const index = buildIndex(
    entries.map((entry) => indexed(entry, taught)),
    entryShapes,
    characters,
  );
  // What the index does not need is made at the first question: a station opens sooner.
  const phrases = gradual(function* () {
    const all: Phrase[][] = [];
    for (const entry of entries) {
      yield;
      all.push(askings(entry, taught).map((text) => phraseOf(index, text)));
    }
    return all;
  });
  const best = searcher(index);
  const rewrite = rewriter(lexicon);
  const speller = gradual(function* () {
    yield;
    return spellerOf(wordsOf(entries, lexicon, taught));
  });
  const classifier = gradual(() => learnt(entries, taught, rewrite));
  const read = readerOf(characters, (said) => speller.now()(said), rewrite, weights.terms);
  const search = (words: string, most: number): Explained[] => {
    const asked = read(telling(words));
    const total = tellingIn(index, asked.own);
    if (total === 0 || most <= 0) return [];
    const chances = classifier.now()?.(asked.terms);
    const looked = best(asked.terms, Math.max(most, closely)).flatMap(({ document, score }) => {
      const entry = entries[document];
      if (!entry) return [];
      const near = closest(asked, total, phrases.now()[document] ?? []);
      const strength = score / total;
      const chance = chances?.[document] ?? 0;
      const rank = rankOf({ strength, chance, likest: near.likest });
      return [{ entry, document, ...near, strength, chance, rank }];
    });
    looked.sort((a, b) => b.rank - a.rank);
    const papers = otherPapersIn(words);
    const likeliest = chances ? Math.max(...chances.subarray(0, entries.length)) : 0;
    return looked.slice(0, most).map((one, at) => {
      const { entry, document, question, strength, likest, chance, rank } = one;
      const rival = (at === 0 ? looked[1] : looked[0])?.rank ?? 0;
      const signals: Signals = {
        strength,
        lead: rank - rival,
        likest,
        covered: shareIn(index, asked.terms, (term) => holds(index, term, document)),
        terms: asked.own.size,
        chance,
        strange: chances?.[entries.length] ?? 0,
        behind: chance > 0 ? Math.log(likeliest / chance) : 0,
      };
      const about = papers.length === 0 || papers.some((paper) => speaksOf(entry, paper, words));
      const confidence = confidenceOf(signals) * (about ? 1 : ofAnotherPaper);
      return { entry, confidence, question, means: asked.means, signals };
    });
  };
  return Object.assign(search, {
    learn: () => speller.bit() || phrases.bit() || classifier.bit(),
  });
}

/** Of an endless message its beginning and its end are searched for: people come to the point in either. */
const longest = 600;

function telling(words: string): string {
  if (words.length <= longest) return words;
  return `${words.slice(0, longest / 2)}\n${words.slice(-longest / 2)}`;
}

/** A driving licence that expired is asked for in the words of an ID card that did: never sure. */
const ofAnotherPaper = 0.05;

function speaksOf(entry: KnowledgeEntry, paper: string, said: string): boolean {
  return [...entry.questions, entry.title, entry.short, bodyOf(entry)].some((text) =>
    speaksOfPaper(text, paper, said),
  );
}

function indexed(entry: KnowledgeEntry, taught: Taught): { fields: string[]; prior: number } {
  const { id, questions, title, short } = entry;
  const phrasings = taught.phrasings.get(id) ?? [];
  return {
    fields: [questions.join("\n"), title, short, bodyOf(entry), phrasings.join("\n")],
    prior: 1,
  };
}

function bodyOf({ sections }: KnowledgeEntry): string {
  return sections.map(({ text }) => text).join("\n");
}

/** Every way of asking for an entry. */
function askings({ id, questions, title }: KnowledgeEntry, taught: Taught): string[] {
  return [...questions, title, ...(taught.phrasings.get(id) ?? [])];
}

/** All that shows how words are written; entries without questions (laws) teach nobody's words. */
function wordsOf(
  entries: readonly KnowledgeEntry[],
  lexicon: readonly LexiconPair[],
  taught: Taught,
): string[] {
  return [
    ...entries
      .filter(({ questions }) => questions.length > 0)
      .flatMap((entry) => [
        ...askings(entry, taught),
        ...entry.questions,
        entry.short,
        bodyOf(entry),
      ]),
    ...lexicon.flatMap(({ say, mean }) => [...say, mean]),
  ];
}

/** Which entry a question is for, as far as the entries' own ways of asking teach it. */
function* learnt(
  entries: readonly KnowledgeEntry[],
  taught: Taught,
  rewrite: Rewrite,
): Generator<undefined, Classifier | null> {
  if (entries.length > mostLabels) return null;
  const read: Reader = readerOf(characters, (said) => said, rewrite, weights.terms);
  const examples: Example[] = [];
  for (const [label, entry] of entries.entries()) {
    yield;
    for (const text of [...askings(entry, taught), entry.short])
      examples.push({ terms: read(text).terms, label });
  }
  for (const [at, text] of taught.strangers.entries()) {
    if (at % 32 === 0) yield;
    examples.push({ terms: read(text).terms, label: entries.length });
  }
  return yield* learning(examples, entries.length + 1);
}

/** Of an entry's ways of asking, the one most like the question. */
function closest(
  { terms }: Asked,
  total: number,
  phrases: readonly Phrase[],
): { question: string; likest: number } {
  const best = { question: phrases[0]?.text ?? "", likest: 0 };
  for (const phrase of phrases) {
    const likest = likeness(terms, total, phrase);
    if (likest <= best.likest) continue;
    best.likest = likest;
    best.question = phrase.text;
  }
  return best;
}
