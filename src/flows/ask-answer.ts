import { answerFrom } from "../domain/answer.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import type { Answer } from "../domain/answer.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import type { Found } from "../domain/ports.ts";
import type { Facet } from "../domain/sets.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import { buttons } from "../texts/zh-cn/buttons.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { contextOf } from "../understanding/topic-words.ts";
import { isOnAge, leadFor } from "./ask-conditions.ts";
import { button, notice } from "./reply.ts";

/** How an entry is given. */
export interface Giving {
  confidence: number;
  /** Sides of the matter that were asked for; those that the entry has come first. */
  facets?: Facet[];
  /** Only the sides that were asked for: the matter is known already. */
  followUp?: boolean;
  /** Age of the person it is about. */
  age?: [number, number] | null;
  /** The age is news: what it means is said first. */
  tellAge?: boolean;
  /** Entries that may have been meant instead. */
  others?: KnowledgeEntry[];
  /** A sentence before it. */
  before?: string;
}

/** The short answer, or the sides that were asked for, with the source. */
export function give(entry: KnowledgeEntry, giving: Giving): Decision {
  const { confidence, followUp = false, age = null, tellAge = false, others = [], before } = giving;
  const facets = (giving.facets ?? []).filter((facet) => has(entry, facet)).slice(0, 2);
  const lead = tellAge || isOnAge(entry) ? leadFor(entry, age) : null;
  const short = !(followUp && facets.length > 0);
  const parts = { lead: lead?.text ?? null, short, facets };
  const text = [
    ...(before === undefined ? [] : [before]),
    texts.answer(entry, parts),
    ...(others.length > 0 ? [texts.orMeant] : []),
  ].join("\n\n");
  const last = others.length > 0 || followUp ? [] : [wrong(entry)];
  return {
    state: answered(entry, age, giving.facets?.[0] ?? null),
    effects: [
      {
        do: "reply",
        reply: {
          kind: "answer",
          text,
          choices: [details(entry), ...others.map(open), ...last, button("human")],
          calls: [],
          answers: [citing(answerFrom(entry, confidence), lead?.law)],
        },
      },
    ],
  };
}

/** What a search found, given as the answer; one that is withdrawn is being put right. */
export function giveFound(
  { entry, confidence, withdrawn }: Found,
  giving: Omit<Giving, "confidence">,
  facts: Facts,
): Decision {
  return withdrawn ? gone(facts) : give(entry, { ...giving, confidence });
}

/** All that the entry says. */
export function giveDetails(entry: KnowledgeEntry): Decision {
  return {
    state: answered(entry, null, null),
    effects: [
      {
        do: "reply",
        reply: {
          kind: "answer",
          text: texts.details(entry),
          choices: [button("human"), button("back")],
          calls: [],
          answers: [answerFrom(entry, 1)],
        },
      },
    ],
  };
}

/** The entry says nothing of what was asked: said honestly, with a person to ask. */
export function lacking(state: State, entry: KnowledgeEntry, facet: Facet, facts: Facts): Decision {
  return unsaid(state, entry, texts.noFacet(entry.title, facet, reachStation(facts.station)));
}

/** Something that the entry does not say. */
export function unsaid(state: State, entry: KnowledgeEntry, text: string): Decision {
  return { state, effects: [notice(text, [details(entry), button("human")])] };
}

/** Whoever tells something need not say who they are: what the station says of it. */
export const nameIsKept: Effect = { do: "lookup-entry", entry: "station-privacy", as: "条件" };

/** A button of an entry that is no longer served. */
export function gone(facts: Facts): Decision {
  return {
    state: atMenu,
    effects: [notice(`${texts.gone}${reachStation(facts.station)}`, [button("human")])],
  };
}

export function has(entry: KnowledgeEntry, asked: Facet): boolean {
  return entry.sections.some(({ facet }) => facet === asked);
}

export function open(entry: KnowledgeEntry): Choice {
  return { label: entry.title, action: { act: "entry", entry: entry.id } };
}

function answered(entry: KnowledgeEntry, age: [number, number] | null, facet: Facet | null): State {
  const { id } = entry;
  return { flow: "ask", v: 2, at: "answered", entry: id, context: contextOf(entry), age, facet };
}

function details(entry: KnowledgeEntry): Choice {
  return { label: buttons.details, action: { act: "details", entry: entry.id } };
}

function wrong(entry: KnowledgeEntry): Choice {
  return { label: buttons.wrong, action: { act: "wrong-answer", entry: entry.id } };
}

/** What stands in the text is cited with it. */
function citing(answer: Answer, law: Answer["citations"][0] | undefined): Answer {
  const known = answer.citations.some(
    ({ title, article }) => title === law?.title && article === law.article,
  );
  return law === undefined || known ? answer : { ...answer, citations: [...answer.citations, law] };
}
