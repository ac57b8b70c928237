import * as words from "./context-words.ts";

/** How a stretch of a message is meant, beside what it says. */
export interface Manner {
  /** Of a time that is over. */
  past: boolean;
  /** Of yesterday or a few days ago. */
  lately: boolean;
  now: boolean;
  /** Now, beyond doubt: the danger goes on. */
  going: boolean;
  supposed: boolean;
  feared: boolean;
  habit: boolean;
  told: boolean;
  heard: boolean;
  ofRules: boolean;
  ofNumbers: boolean;
  settled: boolean;
  thanks: boolean;
  longSince: boolean;
  /** A missing person is back. */
  home: boolean;
  negated: boolean;
  /** It nearly happened. */
  almost: boolean;
  /** Taken for something else, or by a small child. */
  byMistake: boolean;
  plea: boolean;
  helpless: boolean;
  own: boolean;
}

interface Mark {
  at: number;
  end: number;
}
type Tense = "past" | "lately" | "now" | "perhaps";

const kinds = [
  "going",
  "supposed",
  "feared",
  "habit",
  "told",
  "heard",
  "ofRules",
  "rulesIfAsked",
  "ofNumbers",
  "settled",
  "thanks",
  "longSince",
  "home",
  "plea",
  "helpless",
] as const;

/** All that colours the signs of one message, found once. */
export interface Context {
  text: string;
  tenses: (Mark & { tense: Tense })[];
  marks: Record<(typeof kinds)[number], Mark[]>;
}

export function contextOf(text: string): Context {
  const tense = (pattern: RegExp, name: Tense) =>
    marksOf(pattern, text).map(({ at, end }) => ({ at, end, tense: name }));
  const marks = {} as Context["marks"];
  for (const kind of kinds) marks[kind] = marksOf(words[kind], text);
  return {
    text,
    tenses: [
      ...tense(words.past, "past"),
      ...tense(words.lately, "lately"),
      ...tense(words.now, "now"),
      ...tense(words.nowPerhaps, "perhaps"),
    ].sort((a, b) => a.at - b.at),
    marks,
  };
}

/** The manner of text[at, end). */
export function mannerOf({ text, tenses, marks }: Context, at: number, end: number): Manner {
  const from = sentenceStart(text, at);
  const to = sentenceEnd(text, end);
  const inSentence = (mark: Mark): boolean => mark.at >= from && mark.at < to;
  const beforeInSentence = (mark: Mark): boolean => inSentence(mark) && mark.at <= end;
  const tense = tenseAt(tenses, at, from, to);
  const going = marks.going.some(inSentence);
  return {
    past: tense === "past" || words.pastBehind.test(text.slice(end, end + 14)),
    lately: tense === "lately",
    now: tense === "now" || going,
    going,
    supposed: marks.supposed.some(beforeInSentence),
    feared: marks.feared.some(beforeInSentence),
    habit: marks.habit.some(inSentence),
    told: marks.told.some((mark) => sentenceStart(text, mark.at) <= at),
    heard: marks.heard.some((mark) => mark.at <= at),
    ofRules:
      marks.ofRules.some(inSentence) ||
      (marks.rulesIfAsked.some(inSentence) && words.asking.test(text.slice(from, to + 1))),
    ofNumbers: marks.ofNumbers.some(inSentence),
    settled: marks.settled.some((mark) => mark.end >= end),
    thanks: marks.thanks.some((mark) => mark.end >= end),
    longSince: marks.longSince.some(inSentence),
    home: marks.home.some((mark) => mark.end >= end),
    negated: words.negation.test(text.slice(Math.max(0, at - 4), at)),
    almost: words.almost.test(text.slice(Math.max(from, at - 3), end)),
    byMistake: words.byMistake.test(text.slice(from, to)),
    plea: marks.plea.length > 0,
    helpless: marks.helpless.length > 0,
    own: words.own.test(text.slice(Math.max(from, at - 12), to + 1)),
  };
}

/** The tense of the last time word before; failing that, of the first one behind in the sentence. */
function tenseAt(tenses: Context["tenses"], at: number, from: number, to: number): Tense | null {
  let tense: Tense | null = null;
  for (const mark of tenses) {
    if (mark.at > at) {
      if (tense === null && mark.at >= from && mark.at < to) tense = mark.tense;
      break;
    }
    if (mark.tense !== "perhaps") tense = mark.tense;
    else tense ??= "now";
  }
  return tense === "perhaps" ? "now" : tense;
}

function marksOf(pattern: RegExp, text: string): Mark[] {
  const found: Mark[] = [];
  for (const match of text.matchAll(pattern))
    found.push({ at: match.index, end: match.index + match[0].length });
  return found;
}

const sentenceMark = /[。!?;\n]/;

function sentenceStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && !sentenceMark.test(text.charAt(i - 1))) i -= 1;
  return i;
}

function sentenceEnd(text: string, end: number): number {
  let i = end;
  while (i < text.length && !sentenceMark.test(text.charAt(i))) i += 1;
  return i;
}
