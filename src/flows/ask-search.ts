import type { State } from "../domain/conversation.ts";
import type { Facts, Search } from "../domain/flow.ts";
import { befellAnother, conditionsIn, type Conditions } from "../understanding/conditions.ts";
import type { Step } from "../understanding/follow-up.ts";
import { normalise } from "../understanding/normalise.ts";
import { piecesOf } from "../understanding/split-questions.ts";
import { entryUnder } from "./ask-conditions.ts";

/** What is looked up for a message: by itself, with the matter at hand, and in its pieces. */
export function searchFor(
  state: State,
  text: string,
  step: Step,
  enough: number,
  facts: Facts,
): Search {
  const corrects = step.is === "correction";
  const words = corrects ? step.words : text;
  const context = contextIn(state, step);
  const atHand = state.flow === "ask" && state.at === "answered" ? state.entry : null;
  const conditions = conditionsOf(words, facts);
  const own = step.is === "words" ? step.own : words;
  const fate = befellAnother(own) ? null : conditions.fate;
  const pointed = atHand && entryUnder(atHand, { ...conditions, fate });
  return {
    said: text,
    enough,
    words,
    together: context === null ? null : `${context} ${words}`,
    parts: corrects ? [] : piecesOf(words).parts,
    inside: [],
    entries: [atHand, pointed].filter((id) => id !== null),
  };
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
export function conditionsOf(words: string, { now }: Pick<Facts, "now">): Conditions {
  return conditionsIn(normalise(words), new Date(now + stationZone).getUTCFullYear());
}

/** An age as the conversation keeps it. */
export function spanOf({ age }: Conditions): [number, number] | null {
  return age && [age.from, age.to];
}
