import type { State } from "../domain/conversation.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import { stepIn, type Asked } from "../understanding/follow-up.ts";
import { piecesOf, questionsInside } from "../understanding/split-questions.ts";
import { give, gone } from "./ask-answer.ts";
import { promoted } from "./ask-conditions.ts";
import { followUp } from "./ask-follow-up.ts";
import { pooled } from "./ask-inside.ts";
import { convincing, ladder, sure } from "./ask-ladder.ts";
import { conditionsOf, spanOf } from "./ask-search.ts";
import { twoAnswers } from "./ask-two.ts";
import { servedOnly } from "./ask-withdrawn.ts";
import { button, notice } from "./reply.ts";

type FoundEvent = Extract<Event, { on: "found" }>;

/** How sure an entry is that a person's own condition points to. */
const byCondition = 0.9;

/** What to say to what was found. */
export function afterFound(state: State, found: FoundEvent, facts: Facts): Decision {
  const event = servedOnly(found);
  if (event === null) return gone(facts);
  const { search, alone, together, entries } = event;
  const { said, enough } = search;
  const step = stepIn(said);
  const atHand = state.flow === "ask" && state.at === "answered" ? state.entry : null;
  if (step.is === "correction") {
    const pointed = entries.find(({ id }) => id !== atHand);
    if (pointed) return give(pointed, { confidence: byCondition });
    const others = (found: Found[]) => found.filter(({ entry }) => entry.id !== atHand);
    return ladder(state, said, stronger(others(alone), others(together)), { enough }, facts);
  }
  const parts = search.parts.map((text, at) => ({ text, found: event.parts[at] ?? [] }));
  const two = twoAnswers(parts, piecesOf(said).joined, facts);
  if (two) return two;
  if ((alone[0]?.confidence ?? 0) < sure && search.inside.length === 0) {
    const inside = questionsInside(search.words);
    if (inside.length > 0)
      return { state, effects: [{ do: "lookup", search: { ...search, inside } }] };
  }
  const asked = step.is === "words" ? step : plainWords;
  const all = { ...event, alone: pooled(alone, event.inside) };
  const entry = entries.find(({ id }) => id === atHand);
  return entry
    ? aboutMatter(state, all, asked, entry, facts)
    : aboutQuestion(state, all, asked, facts);
}

/** A message in a talk about an entry. */
function aboutMatter(
  state: State,
  { search, alone, together, entries }: FoundEvent,
  step: Asked,
  atHand: KnowledgeEntry,
  facts: Facts,
): Decision {
  const { said, enough } = search;
  const told = spanOf(conditionsOf(said, facts));
  const before = state.flow === "ask" && state.at === "answered" ? state : null;
  const known = step.ofPerson ? null : (before?.age ?? null);
  const pointed = entries.find(({ id }) => id !== atHand.id) ?? null;
  return followUp(
    state,
    {
      said,
      step,
      atHand,
      pointed,
      alone,
      together,
      age: told ?? known,
      toldAge: told !== null,
      enough,
      lastFacet: before?.facet ?? null,
    },
    facts,
  );
}

/** A message that leans on no entry: a first question, or one more try at the last. */
function aboutQuestion(
  state: State,
  { search, alone, together }: FoundEvent,
  step: Asked,
  facts: Facts,
): Decision {
  const { said, enough } = search;
  // Words without a subject mean nothing but what was spoken of before.
  const leansOnly = state.flow === "ask" && step.own === "" && step.facets.length > 0;
  if (leansOnly && convincing(together, enough) === null)
    return { state, effects: [notice(texts.whichMatter, [button("human")])] };
  const best = leansOnly ? together : stronger(alone, together);
  const conditions = conditionsOf(said, facts);
  const giving = { facets: step.facets, age: spanOf(conditions), tellAge: true, enough };
  return ladder(state, said, promoted(best, conditions), giving, facts);
}

/** Small words that only a talk gives a meaning, where there is none. */
const plainWords: Asked = {
  is: "words",
  facets: [],
  leans: false,
  own: "",
  asks: false,
  ofStation: false,
  ofPerson: false,
};

/** The results whose first is the surer one. */
function stronger(one: Found[], other: Found[]): Found[] {
  return (other[0]?.confidence ?? 0) > (one[0]?.confidence ?? 0) ? other : one;
}
