import type { State } from "../domain/conversation.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { hotlines } from "../domain/hotlines.ts";
import type { Found } from "../domain/ports.ts";
import type { Facet } from "../domain/sets.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import type { Asked } from "../understanding/follow-up.ts";
import { nearestSide } from "../understanding/nearest-side.ts";
import { give, giveFound, has, lacking, type Giving } from "./ask-answer.ts";
import { isSideOf } from "./ask-conditions.ts";
import { convincing, ladder, sure } from "./ask-ladder.ts";

/** A message about the matter at hand, or not: all that is known of it. */
export interface Following {
  said: string;
  step: Asked;
  /** The entry at hand. */
  atHand: KnowledgeEntry;
  /** The entry that new conditions point to, if another one. */
  pointed: KnowledgeEntry | null;
  /** Found for the message by itself. */
  alone: Found[];
  /** Found for the message together with words for the matter at hand. */
  together: Found[];
  age: [number, number] | null;
  /** The message tells an age. */
  toldAge: boolean;
  /** How sure a result must be to be given. */
  enough: number;
  /** The side that was asked for last. */
  lastFacet: Facet | null;
}

/** Fewer characters of its own than this, and a message has no subject but the one at hand. */
const ownSubject = 2;
/** So many, and it may lead away from the matter though what it finds is not sure. */
const fullSubject = 4;
/** An entry that the one at hand names as related needs less. */
const relatedEnough = 0.3;
/** By itself the message finds the entry at hand at least so well: it speaks of it. */
const speaksOfIt = 0.15;
/** How sure the matter at hand is, by what speaks for it. */
const byFacet = 0.9;
const byWords = 0.7;
const byMatter = 0.4;

/** Answers about the matter at hand, or about a new one if the message has a subject of its own. */
export function followUp(state: State, it: Following, facts: Facts): Decision {
  const { said, step, atHand, pointed, alone, together, age, toldAge, enough } = it;
  const { facets } = step;
  const wanted = facets.length > 0 ? facets : step.leans && it.lastFacet ? [it.lastFacet] : [];
  const { length } = [...step.own.replaceAll(" ", "")];
  const hasSubject = length >= ownSubject;
  const best = convincing(alone, enough);
  const elsewhere = hasSubject && best !== null && best.entry.id !== atHand.id ? best : null;
  const other = (found: Found, asked: Facet[]) => giveOther(state, it, found, asked, facts);

  if (namesAnotherNumber(said, atHand))
    return ladder(state, said, alone, { facets, enough }, facts);

  const newTopic =
    elsewhere && elsewhere.confidence >= sure && elsewhere.entry.topic !== atHand.topic;
  if (pointed && !newTopic)
    return give(pointed, { confidence: byFacet, facets: wanted, age, tellAge: toldAge });
  if (elsewhere && elsewhere.confidence >= sure) return other(elsewhere, facets);
  if (!hasSubject && facets.length > 0) return sides(state, it, facts);
  if (!hasSubject && toldAge)
    return give(atHand, { confidence: byFacet, facets: wanted, age, tellAge: true });

  const side = nearestSide(said, atHand);
  const both = better(together, atHand, enough);
  const besides = both !== null && both.entry.id !== atHand.id ? both : null;
  if (besides && besides.confidence >= Math.max(best?.confidence ?? 0, side ? sure : 0))
    return other(besides, wanted);
  if (elsewhere && !side && length >= fullSubject)
    return ladder(state, said, alone, { facets, enough }, facts);
  if (facets.some((facet) => has(atHand, facet))) return more(it, { confidence: byFacet, facets });
  if (side) return more(it, { confidence: byWords, facets: [side] });
  const speaks = alone.some(
    ({ entry, confidence }) => entry.id === atHand.id && confidence >= speaksOfIt,
  );
  if (speaks || !hasSubject || !step.asks)
    return more(it, { confidence: byMatter, facets: ["步骤"], before: texts.still(atHand.title) });
  return ladder(state, said, alone, { facets, age, enough }, facts);
}

/** A service number that the matter at hand is not about is a subject of its own. */
function namesAnotherNumber(said: string, { title }: KnowledgeEntry): boolean {
  const numbers: string[] = said.match(/(?<!\d)\d{3,5}(?!\d)/g) ?? [];
  return numbers.some((number) => number in hotlines && !title.includes(number));
}

/** More of the entry at hand, without its first sentence. */
function more({ atHand, age, toldAge }: Following, giving: Giving): Decision {
  return give(atHand, { ...giving, followUp: true, age, tellAge: toldAge });
}

/** Another entry; the matter at hand stays where that only tells more about it. */
function giveOther(
  state: State,
  { atHand, age, toldAge }: Following,
  found: Found,
  facets: Facet[],
  facts: Facts,
): Decision {
  const given = giveFound(found, { facets, age, tellAge: toldAge }, facts);
  return isSideOf(found.entry.id, atHand.id) ? { ...given, state: withAge(state, age) } : given;
}

function withAge(state: State, age: [number, number] | null): State {
  return state.flow === "ask" && state.at === "answered" ? { ...state, age } : state;
}

/** The asked sides of the matter at hand; failing them, what its folder says of them; failing that, an honest no. */
function sides(state: State, it: Following, facts: Facts): Decision {
  const { atHand, together } = it;
  const { facets } = it.step;
  if (facets.some((facet) => has(atHand, facet))) return more(it, { confidence: byFacet, facets });
  const [best] = together;
  if (best && best.confidence >= sure && best.entry.topic === atHand.topic)
    return giveOther(state, it, best, facets, facts);
  return lacking(state, atHand, facets[0]!, facts);
}

/** The best entry for the message and the matter together; a related one needs less. */
function better(together: Found[], atHand: KnowledgeEntry, enough: number): Found | null {
  const first = convincing(together, enough);
  if (first) return first;
  const [best] = together;
  return best && atHand.related.includes(best.entry.id) && best.confidence >= relatedEnough
    ? best
    : null;
}
