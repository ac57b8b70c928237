import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Found } from "../domain/ports.ts";
import type { Facet } from "../domain/sets.ts";
import type { Asked } from "../understanding/follow-up.ts";
import { nearestSide, shareOf, tellingIn } from "../understanding/nearest-side.ts";
import { contextOf } from "../understanding/topic-words.ts";
import { has } from "./ask-answer.ts";
import { fair, sure } from "./ask-ladder.ts";

/** What a message in a talk is about, and how much speaks for it. */
export interface Weighed {
  /** Null: nothing that is known. */
  entry: Found | "at hand" | null;
  /** The side of the matter at hand that speaks of what was asked. */
  side: Facet | null;
  /** Entries that come next, better ones first. */
  others: KnowledgeEntry[];
}

/** Below this nothing is known of what was asked. */
const least = 0.2;
/** The message finds the matter at hand at least so well: it speaks of it. */
const speaksOfIt = 0.15;
/** What a search with the matter's name in it counts: the name alone finds its like. */
const withName = 0.8;
/** What is only told most likely belongs to the talk. */
const told = 0.3;
/** Another folder is another subject: its entries count so much, unless the words name them. */
const far = 0.3;
/** Hardly found at all: words that happen to stand in it do not speak for it. */
const doubt = 0.04;
/** The same characters in another order are half a name. */
const alike = 0.6;

/**
 * Holds the matter at hand against what was found. The matter at hand counts as much as it says of
 * what was asked; another entry as much as it was found, and less where the words do not name what
 * it is about.
 */
export function weigh(
  step: Asked,
  atHand: KnowledgeEntry,
  alone: Found[],
  together: Found[],
): Weighed {
  const words = { ...wordsIn(step, atHand), nearby: namedNearby(step, atHand, alone, together) };
  const scored = new Map<string, { found: Found; score: number }>();
  for (const [results, byName] of [
    [alone, false],
    [together, true],
  ] as const)
    for (const result of results) {
      if (result.entry.id === atHand.id) continue;
      const found = byName ? result : heldUp(result, together, atHand);
      const most = byName && overtakes(found, together, atHand) ? found.confidence : 0;
      const score = Math.max(most, scoreOf(found, byName, words, step, atHand));
      if (score > (scored.get(found.entry.id)?.score ?? 0))
        scored.set(found.entry.id, { found, score });
    }
  const [first, ...next] = [...scored.values()].toSorted((a, b) => b.score - a.score);
  const side = nearestSide(step.own, atHand);
  const itself = Math.max(
    step.facets.some((facet) => has(atHand, facet))
      ? sideOf(step.facets, atHand) + 0.5 * words.here
      : 0,
    side ? (words.named ? 0.15 + 0.7 * side.share : 0.1 + 0.5 * side.share) : 0,
    ...alone.filter(({ entry }) => entry.id === atHand.id).map(({ confidence }) => confidence),
    step.asks && !step.leans ? (words.named ? 0 : least) : told,
    // What seemed to be another subject is none beside the name of this one.
    alone.some((it) => it.confidence >= fair && it !== heldUp(it, together, atHand)) ? least : 0,
  );
  if (first && first.score > Math.max(itself, least))
    return {
      entry: first.found,
      side: null,
      others: next.slice(0, 2).map(({ found }) => found.entry),
    };
  return { entry: itself >= speaksOfIt ? "at hand" : null, side: side?.facet ?? null, others: [] };
}

/** With the very name of the matter at hand in the search, another entry of its folder comes before it. */
function overtakes(
  { entry, confidence }: Found,
  together: Found[],
  atHand: KnowledgeEntry,
): boolean {
  if (entry.topic !== atHand.topic || !atHand.title.includes(contextOf(atHand))) return false;
  const itself = together.find((it) => it.entry.id === atHand.id)?.confidence ?? 0;
  return together[0]?.entry.id === entry.id && confidence > 2 * itself;
}

/** So much less is found beside the name of the matter at hand, and it was found by chance. */
const gone = 1 / 3;

/** Another folder's entry that beside the name of the matter at hand is hardly found any more counts as little as there. */
function heldUp(found: Found, together: Found[], atHand: KnowledgeEntry): Found {
  if (found.entry.topic === atHand.topic || together[0]?.entry.id !== atHand.id) return found;
  const beside = together.find(({ entry }) => entry.id === found.entry.id)?.confidence ?? 0;
  return beside < found.confidence * gone ? { ...found, confidence: beside } : found;
}

/** How much of the words the names of entries of the same folder hold, at most. */
function namedNearby({ own }: Asked, atHand: KnowledgeEntry, ...results: Found[][]): number {
  const pieces = tellingIn(own);
  const near = results
    .flat()
    .filter(({ entry, confidence }) => entry.topic === atHand.topic && confidence >= doubt);
  return Math.max(0, ...near.map(({ entry }) => shareOf(pieces, entry.title)));
}

interface Words {
  /** How much of it an entry of the same folder is called by. */
  nearby: number;
  /** What the message tells by itself. */
  pieces: Set<string>;
  /** In words of more than one character. */
  named: boolean;
  /** How much of that the matter at hand holds. */
  here: number;
}

function wordsIn({ own }: Asked, atHand: KnowledgeEntry): Omit<Words, "nearby"> {
  const pieces = tellingIn(own);
  const named = [...pieces].some((piece) => [...piece].length > 1);
  return { pieces, named, here: shareOf(pieces, wordsOf(atHand)) };
}

/** What speaks for another entry. `byName`: it was found with the name of the matter at hand. */
function scoreOf(
  { entry, confidence }: Found,
  byName: boolean,
  { pieces, named, here, nearby }: Words,
  { leans, asks }: Asked,
  atHand: KnowledgeEntry,
): number {
  const near = entry.topic === atHand.topic || atHand.related.includes(entry.id);
  const inTitle = shareOf(pieces, entry.title);
  const about = Math.max(shareOf(pieces, askingsOf(entry)), alike * lettersIn(pieces, entry));
  // A sure one may be asked for in its questions' words, a doubtful one must be named.
  const called = Math.min(1, 2 * (confidence >= sure ? about : inTitle));
  // 请律师 in a talk about a summons: an entry of this folder that is called so comes first.
  const calledNearby = nearby > 0 && nearby >= inTitle;
  // 他爸不同意呢 我们离婚了: told of the talk; that it sounds like another folder's is no surprise.
  const ofTalk = leans && !asks && confidence < sure;
  const trust = near ? 1 : named && !calledNearby && !ofTalk ? far + (1 - far) * called : far;
  const meant = named ? 0.5 + 0.5 * Math.min(1, 2 * about) : 0.6;
  const saidBetterHere = named && here > 0 && about <= here;
  const weight = byName ? withName * meant * (saidBetterHere ? 0.8 : 1) : 1;
  // A lone character is a thin name: only of the same folder, for a new condition (要是跑了呢).
  const mayName = named ? near : entry.topic === atHand.topic && (leans || here < 1);
  const more = inTitle - shareOf(pieces, atHand.title);
  const byTitle = mayName && confidence >= doubt && more > 0 ? 0.25 + 0.4 * more : 0;
  return Math.max(confidence * weight * trust, byTitle);
}

/** A side that only says whom to ask counts less: another entry may know. */
function sideOf(asked: Facet[], { sections }: KnowledgeEntry): number {
  const text = sections.find(({ facet }) => asked.includes(facet))?.text ?? "";
  return text.length < 60 && /以派出所答复为准|问一声/u.test(text) ? 0.3 : 0.45;
}

/** How many of the characters stand in what the entry is called: 忘签 in 忘了签注. */
function lettersIn(pieces: Set<string>, { title, short }: KnowledgeEntry): number {
  const letters = new Set([...pieces].flatMap((piece) => [...piece]));
  return shareOf(letters, `${title}${short}`);
}

function askingsOf({ title, questions, short }: KnowledgeEntry): string {
  return [title, ...questions, short].join("\n");
}

/** All that an entry says. */
export function wordsOf(entry: KnowledgeEntry): string {
  return [askingsOf(entry), ...entry.sections.map(({ text }) => text)].join("\n");
}
