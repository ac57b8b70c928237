import { atMenu, type State } from "../domain/conversation.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import type { Reading } from "../domain/reading.ts";
import type { Intent } from "../domain/sets.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { giveFound, open, type Giving } from "./ask-answer.ts";
import { readIntent, readOutOfScope } from "../understanding/intent.ts";
import { button, notice } from "./reply.ts";

/** From here up an entry is given as the answer: measured, 95 of 100 of these are right. */
export const sure = 0.8;
/** From here up the first is given, with the next as choices: of these 86 of 100 are right. */
export const fair = 0.5;
/** A first that leads the others by so much, or twice over, is given from `enoughFor` up. */
const lead = 0.1;
/** From here up entries are worth offering: the right one is among the first three 93 times of 100. */
export const possible = 0.3;
/** Below this an entry is not even offered, however little is enough to be given when it leads. */
export const hopeless = 0.2;

/** Intents that ask for what the knowledge base holds. */
const ours: ReadonlySet<Intent> = new Set([
  "ask_hukou",
  "ask_id_card",
  "ask_legal",
  "ask_fraud",
  "dispute",
  "party_village",
]);

/** What is enough for a question that is surely ours. */
const oursEnough = 0.1;
/** Less than this, and an entry is not even one of a kind. */
const hint = 0.03;

/** Doubtful results that are all of one folder: the folder is right, and the person can tell which. */
function alike(results: Found[]): Found[] {
  const some = results.slice(0, mostChoices).filter(({ confidence }) => confidence >= hint);
  const same = some.every(({ entry }) => entry.topic === some[0]?.entry.topic);
  return same && some.length > 1 ? some : [];
}

/**
 * What a doubt counts against a result, both as log odds: whoever is half surely out of scope needs
 * a result that is more likely right than wrong, whoever is so nine times of ten one of 0.8.
 */
const doubt = { share: 0.5, handicap: 0.3 };

/**
 * How sure a result must be to be given at once, with the next ones as choices. Most of what is
 * asked is ours, so a first result counts unless the words are out of scope. Measured on 496
 * questions and 200 lines out of scope: 487 answered, 451 of them right; 10 out of scope answered.
 */
export function enoughFor(said: string, { intent }: Pick<Reading, "intent">): number {
  const outside = readOutOfScope(said)?.confidence ?? 0;
  const odds = doubt.share * Math.log((outside + 0.001) / (1.001 - outside)) + doubt.handicap;
  return Math.max(ours.has(intent) ? oursEnough : 0.25, 1 / (1 + Math.exp(-odds)));
}

const mostChoices = 3;
/** After so many "which one?" a person is offered instead. */
const mostTurns = 2;

/** The first result, if it is to be given without asking. */
export function convincing(results: Found[], enough: number): Found | null {
  const [best, ...others] = results;
  if (!best || best.confidence < enough) return null;
  if (best.confidence >= fair) return best;
  const next = Math.max(0, ...others.map(({ confidence }) => confidence));
  return best.confidence - next >= lead || best.confidence >= 2 * next ? best : null;
}

/** What to say to the entries that were found for a question: the answer, a choice, or an honest no. */
export function ladder(
  state: State,
  question: string,
  results: Found[],
  giving: Omit<Giving, "confidence" | "others"> & { enough: number },
  facts: Facts,
): Decision {
  const best = convincing(results, giving.enough);
  const least = Math.min(possible, Math.max(hopeless, giving.enough));
  const worth = results.filter(({ confidence }) => confidence >= least);
  const meant = best ?? (giving.enough <= oursEnough && worth.length === 1 ? worth[0]! : null);
  if (meant) return giveFound(meant, { ...giving, others: besides(meant, results) }, facts);
  if (worth.length === 0 && giving.enough <= oursEnough) worth.push(...alike(results));
  if (worth.length === 0) return notKnown(question, results, facts);
  const turns = state.flow === "ask" && state.at === "choosing" ? state.turns : 0;
  if (turns >= mostTurns)
    return {
      state: atMenu,
      effects: [
        { do: "keep-question", text: question },
        notice(texts.tooManyTurns, [button("human")]),
      ],
    };
  const offered = worth.slice(0, mostChoices).map(entryOf);
  return choosing(question, turns + 1, offered);
}

/** What else may have been meant; the less sure the first is, the less it takes. */
function besides(best: Found, results: Found[]): KnowledgeEntry[] {
  if (best.confidence >= sure) return [];
  const least = best.confidence >= fair ? possible : 0;
  return results
    .filter((it) => it !== best && it.confidence >= least)
    .slice(0, 2)
    .map(entryOf);
}

function choosing(question: string, turns: number, offered: KnowledgeEntry[]): Decision {
  const [first, ...more] = offered;
  const only = more.length === 0 ? (first ?? null) : null;
  return {
    state: { flow: "ask", v: 2, at: "choosing", question, turns, only: only?.id ?? null },
    effects: [
      notice(only ? texts.one(only.title) : texts.which, [...offered.map(open), button("none")]),
    ],
  };
}

/** One sentence, the two nearest questions, a person; the question is kept for the admin. */
export function notKnown(question: string, near: Found[], facts: Facts): Decision {
  const own = ofOwnMatter(question, facts);
  if (own) return own;
  const nearest = near.slice(0, 2).map(({ entry }) => open(entry));
  const text = texts.notKnown(reachStation(facts.station));
  return {
    state: question === "" ? atMenu : { flow: "ask", v: 2, at: "unknown", question },
    effects: [
      ...(question === "" ? [] : [{ do: "keep-question" as const, text: question }]),
      notice(nearest.length > 0 ? `${text}\n\n${texts.near}` : text, [...nearest, button("human")]),
    ],
  };
}

/** From here up, words that find nothing are taken for words on one's own matter or seat. */
const likelyOwn = 0.5;

/** 啥时候能回我 · 我还没约呢: nothing that is written down answers it, the person's own matters do. */
function ofOwnMatter(question: string, facts: Facts): Decision | null {
  if (question === "") return null;
  const { intent, confidence } = readIntent(question);
  if (confidence < likelyOwn) return null;
  if (intent === "change_booking")
    return { state: atMenu, effects: [notice(texts.ofSeats, [button("human")])] };
  if (intent !== "case_status") return null;
  const text = talkTexts.status(facts.matters, reachStation(facts.station));
  return { state: atMenu, effects: [notice(text, [button("human")])] };
}

function entryOf({ entry }: Found): KnowledgeEntry {
  return entry;
}
