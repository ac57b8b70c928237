import type { Decision, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import type { Facet } from "../domain/sets.ts";
import { facetsIn } from "../understanding/facet.ts";
import { namesThing, stepIn } from "../understanding/follow-up.ts";
import { giveFound, has } from "./ask-answer.ts";
import { sure } from "./ask-ladder.ts";

/** One piece of a message, and what was found for it. */
export interface Piece {
  text: string;
  found: Found[];
}

/** What a piece must reach where the message says that it asks twice, and beside a sure one. */
const likely = 0.4;
const besideSure = 0.15;

/** A question of its own within a message. */
interface Part {
  text: string;
  best: Found;
  /** Sides of it that the next piece goes on to ask for: …还有几天能下来. */
  more: Facet[];
}

/**
 * Two questions in one message, answered in order; null if it is one question. Both pieces must
 * be about different entries: surely, or likely where the message says that it asks twice or the
 * one is sure and the other about something else.
 */
export function twoAnswers(pieces: Piece[], joined: boolean, facts: Facts): Decision | null {
  const [first, second] = partsIn(pieces, joined);
  if (!first) return null;
  const facets = [...facetsIn(first.text), ...first.more];
  if (!second)
    return first.more.some((facet) => has(first.best.entry, facet))
      ? giveFound(first.best, { facets }, facts)
      : null;
  // 一个是…一个是…都带啥: the last words ask it of both.
  const ofBoth = /都[^都]*$/u.test(second.text) ? facetsIn(second.text) : [];
  const [one, two] = [first, second].map(({ text, best, more }) =>
    giveFound(best, { facets: [...new Set([...facetsIn(text), ...more, ...ofBoth])] }, facts),
  ) as [Decision, Decision];
  return { state: two.state, effects: [...one.effects, ...two.effects] };
}

function partsIn(pieces: Piece[], joined: boolean): Part[] {
  const parts: Part[] = [];
  const oneIsSure = pieces.some(({ found }) => (found[0]?.confidence ?? 0) >= sure);
  for (const { text, found } of pieces) {
    const [best] = found;
    const step = stepIn(text);
    const leans = step.is === "words" && !namesThing(step);
    const before = parts.at(-1);
    if (before && step.is === "words" && leans && step.facets.length > 0) {
      before.more.push(...step.facets);
      continue;
    }
    const least = joined && oneIsSure ? besideSure : leans ? sure : likely;
    if (!best || best.confidence < least) continue;
    if (parts.some((other) => other.best.entry.id === best.entry.id)) continue;
    parts.push({ text, best, more: [] });
  }
  if (joined) return parts;
  const topics = new Set(parts.map(({ best }) => best.entry.topic));
  const enough = oneIsSure && topics.size > 1 ? likely : sure;
  return parts.filter(({ best }) => best.confidence >= enough);
}
