import type { State } from "../domain/conversation.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import { namesThing, stepIn, type Asked, type Step } from "../understanding/follow-up.ts";
import { namesAgeOf } from "../understanding/age.ts";
import { piecesOf, questionsInside } from "../understanding/split-questions.ts";
import { give, gone } from "./ask-answer.ts";
import { sideEntryFor } from "./ask-conditions.ts";
import { aboutPerson, aboutQuestion, stronger } from "./ask-first.ts";
import { followUp } from "./ask-follow-up.ts";
import { pooled } from "./ask-inside.ts";
import { ladder, possible, sure } from "./ask-ladder.ts";
import { conditionsOf, matterIn, spanOf } from "./ask-search.ts";
import { twoAnswers } from "./ask-two.ts";
import { servedOnly } from "./ask-withdrawn.ts";

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
  const atHand = matterIn(state);
  const isSide = sideEntryFor(atHand ?? "", step.is === "words" ? step.facets : [], said);
  const pointed = entries.find(({ id }) => id !== atHand && id !== isSide) ?? null;
  if (step.is === "correction" && !(atHand && isAboutPerson(step.words))) {
    if (pointed) return give(pointed, { confidence: byCondition });
    const others = (found: Found[]) => found.filter(({ entry }) => entry.id !== atHand);
    const [byItself, withName] = [others(alone), others(together)];
    // What is named by itself needs no help from what it was mistaken for.
    const named = (byItself[0]?.confidence ?? 0) >= possible || namesThing(plainWords(step));
    const best = named && byItself.length > 0 ? byItself : stronger(byItself, withName);
    return ladder(state, said, best, { enough, ...aboutPerson(state, said, facts) }, facts);
  }
  const parts = search.parts.map((text, at) => ({ text, found: event.parts[at] ?? [] }));
  const two = twoAnswers(parts, piecesOf(said).joined, facts);
  if (two) return two;
  if ((alone[0]?.confidence ?? 0) < sure && search.inside.length === 0) {
    const inside = questionsInside(search.words);
    if (inside.length > 0)
      return { state, effects: [{ do: "lookup", search: { ...search, inside } }] };
  }
  const asked = step.is === "words" ? step : plainWords(step);
  const all = { ...event, alone: pooled(alone, event.inside) };
  const entry = entries.find(({ id }) => id === atHand);
  return entry && state.flow === "ask" && state.at === "answered"
    ? aboutMatter(state, all, asked, { entry, pointed, isSide }, facts)
    : aboutQuestion(state, all, asked, { entry: entry ?? null, pointed }, facts);
}

/** A message in a talk about an entry. */
function aboutMatter(
  state: State,
  { search, alone, together, entries }: FoundEvent,
  step: Asked,
  matter: { entry: KnowledgeEntry; pointed: KnowledgeEntry | null; isSide: string | null },
  facts: Facts,
): Decision {
  const { said, enough } = search;
  const told = spanOf(conditionsOf(state, said, facts));
  const before = state.flow === "ask" && state.at === "answered" ? state : null;
  const age = before?.age ?? null;
  const known = step.ofPerson && !(age && namesAgeOf(said, age)) ? null : age;
  return followUp(
    state,
    {
      said,
      step,
      atHand: matter.entry,
      pointed: matter.pointed,
      sideEntry: entries.find(({ id }) => id === matter.isSide) ?? null,
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

/** Small words that only a talk gives a meaning, where there is none; or what a correction says. */
function plainWords(step: Step): Asked {
  const words = step.is === "correction" ? stepIn(step.words) : null;
  if (words?.is === "words") return { ...words, ofPerson: true };
  return {
    is: "words",
    facets: [],
    leans: false,
    own: "",
    asks: false,
    ofStation: false,
    ofPerson: false,
  };
}

/** 我说的是我媳妇 她三十: the matter stays, the person is another one. */
function isAboutPerson(words: string): boolean {
  const step = stepIn(words);
  return step.is === "words" && step.ofPerson && step.own === "";
}
