import type { Decision, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import { facetsIn } from "../understanding/facet.ts";
import { giveFound } from "./ask-answer.ts";
import { sure } from "./ask-ladder.ts";

/** One piece of a message, and what was found for it. */
export interface Piece {
  text: string;
  found: Found[];
}

/** What a piece must reach where the message says that it asks twice. */
const likely = 0.4;

/**
 * Two questions in one message, answered in order; null if it is one question. Both pieces must
 * be about different entries: surely, or likely where the message says that it asks twice.
 */
export function twoAnswers(pieces: Piece[], joined: boolean, facts: Facts): Decision | null {
  const answers: { text: string; best: Found }[] = [];
  for (const { text, found } of pieces) {
    const [best] = found;
    if (!best || best.confidence < (joined ? likely : sure)) continue;
    if (answers.some((other) => other.best.entry.id === best.entry.id)) continue;
    answers.push({ text, best });
  }
  const [first, second] = answers;
  if (!first || !second) return null;
  const [one, two] = [first, second].map(({ text, best }) =>
    giveFound(best, { facets: facetsIn(text) }, facts),
  ) as [Decision, Decision];
  return { state: two.state, effects: [...one.effects, ...two.effects] };
}
