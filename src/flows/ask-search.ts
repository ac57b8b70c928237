import type { State } from "../domain/conversation.ts";
import type { Facts, Search } from "../domain/flow.ts";
import type { Reading } from "../domain/reading.ts";
import type { Facet } from "../domain/sets.ts";
import {
  befellAnother,
  conditionsIn,
  isPlainCardMatter,
  type Conditions,
} from "../understanding/conditions.ts";
import type { Step } from "../understanding/follow-up.ts";
import { normalise } from "../understanding/normalise.ts";
import { piecesOf } from "../understanding/split-questions.ts";
import { enoughFor } from "./ask-ladder.ts";
import { anyCard, entryUnder, forkIn, sideEntryFor, turnsOnAge } from "./ask-conditions.ts";

/** What is looked up for a message: by itself, with the matter at hand, and in its pieces. */
export function searchFor(
  state: State,
  text: string,
  step: Step,
  reading: Pick<Reading, "intent" | "confidence">,
  facts: Facts,
): Search {
  const corrects = step.is === "correction";
  const words = corrects ? step.words : text;
  const context = contextIn(state, step);
  const atHand = matterIn(state);
  const conditions = conditionsOf(state, words, facts);
  const own = step.is === "words" ? step.own : words;
  const fate = befellAnother(own) ? null : conditions.fate;
  const matter = isPlainCardMatter(normalise(words), own)
    ? anyCard
    : (atHand ?? (isOnCard(words, reading) ? anyCard : null));
  const pointed = matter && entryUnder(matter, { ...conditions, fate });
  return {
    said: text,
    enough: enoughFor(text, reading),
    words,
    together: context === null ? null : `${context} ${words}`,
    parts: corrects ? [] : piecesOf(words).parts,
    inside: [],
    entries: [
      ...new Set([atHand, pointed, atHand && sideEntryFor(atHand, facetsOf(step), text)]),
    ].filter((id) => id !== null),
  };
}

/** The entry that a talk is about: the one that was given, or what all kinds of a wish have in common. */
export function matterIn(state: State): string | null {
  if (state.flow !== "ask") return null;
  if (state.at === "answered") return state.entry;
  return state.at === "choosing" && forkIn(normalise(state.question)) ? anyCard : null;
}

/** A story that is surely about an identity card, whatever else it tells of. */
function isOnCard(words: string, { intent, confidence }: Pick<Reading, "intent" | "confidence">) {
  return intent === "ask_id_card" && confidence >= surelyCard && /身份证/u.test(words);
}

/** From here up the intent is taken at its word. */
const surelyCard = 0.9;

function facetsOf(step: Step): Facet[] {
  return step.is === "words" ? step.facets : [];
}

/** Words for what the talk is about; none where the person just took them back. */
function contextIn(state: State, step: Step): string | null {
  if (state.flow !== "ask") return null;
  const context = state.at === "answered" ? state.context : state.question;
  return step.is === "correction" && step.not.includes(context) ? null : context;
}

/** The station's clock is eight hours ahead of UTC. Unit: ms. */
const stationZone = 8 * 3_600_000;

/** The conditions told in a message, as of today. */
export function conditionsOf(state: State, words: string, { now }: Pick<Facts, "now">): Conditions {
  const atHand = matterIn(state);
  const year = new Date(now + stationZone).getUTCFullYear();
  return conditionsIn(normalise(words), year, atHand !== null && turnsOnAge(atHand));
}

/** An age as the conversation keeps it. */
export function spanOf({ age }: Conditions): [number, number] | null {
  return age && [age.from, age.to];
}
