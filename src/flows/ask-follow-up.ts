import type { State } from "../domain/conversation.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { hotlines } from "../domain/hotlines.ts";
import type { Found } from "../domain/ports.ts";
import type { Facet } from "../domain/sets.ts";
import { askTexts as texts } from "../texts/zh-cn/ask.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { namesThing, type Asked } from "../understanding/follow-up.ts";
import { concernIn, sideOn, type Concern } from "../understanding/concern.ts";
import { asksNumber } from "../understanding/facet.ts";
import { befallenIn } from "../understanding/conditions.ts";
import { shareOf, sideSaying, sideWithNumber, tellingIn } from "../understanding/nearest-side.ts";
import { normalise } from "../understanding/normalise.ts";
import { give, giveFound, has, lacking, nameIsKept, unsaid, type Giving } from "./ask-answer.ts";
import { isSideOf } from "./ask-conditions.ts";
import { convincing, fair, hopeless, ladder, sure } from "./ask-ladder.ts";
import { weigh, wordsOf } from "./ask-weigh.ts";

/** A message about the matter at hand, or not: all that is known of it. */
export interface Following {
  said: string;
  step: Asked;
  /** The entry at hand. */
  atHand: KnowledgeEntry;
  /** The entry that new conditions point to, if another one. */
  pointed: KnowledgeEntry | null;
  /** What the folder says of the side that is asked for, if it has such an entry. */
  sideEntry: KnowledgeEntry | null;
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

/** How sure the matter at hand is, by what speaks for it. */
const byFacet = 0.9;
const byWords = 0.7;
const byMatter = 0.4;

/** Answers about the matter at hand, or about a new one if the message has a subject of its own. */
export function followUp(state: State, it: Following, facts: Facts): Decision {
  const { said, step, atHand, pointed, alone, together, age, toldAge, enough } = it;
  const { facets } = step;
  const wanted = facets.length > 0 ? facets : step.leans && it.lastFacet ? [it.lastFacet] : [];
  const [best] = alone;

  if (namesAnotherNumber(said, atHand) || befellNew(said, atHand))
    return ladder(state, said, alone, { facets, enough }, facts);
  if (pointed && !(best && isElsewhere(best, it)))
    return give(pointed, { confidence: byFacet, facets: wanted, age, tellAge: toldAge });
  if (asksNumber(said) && isPlain(step)) return numberOf(state, it, facts);
  const concern = concernIn(normalise(said), step.own);
  const concerned = concern && about(concern, state, it, facts);
  if (concerned) return concerned;
  const literal = step.own === "" ? sideSaying(normalise(said), atHand) : null;
  if (literal) return more(it, { confidence: byWords, facets: [literal] });
  if (!namesThing(step) && facets.length > 0) return sides(state, it, facts);
  if (!namesThing(step) && toldAge)
    return give(atHand, { confidence: byFacet, facets: wanted, age, tellAge: true });

  const { entry, side, others } = weigh(step, atHand, alone, together);
  const strayed = entry === null && leadsAway(said, step);
  if (strayed && (convincing(alone, fair) || (best?.confidence ?? 0) < hopeless))
    return ladder(state, said, alone, { facets, age, enough }, facts);
  if (entry !== null && entry !== "at hand")
    return giveOther(state, it, entry, wanted, others, facts);
  if (facets.some((facet) => has(atHand, facet))) {
    // 羊肉啥价: asked of something that the matter at hand does not speak of.
    const spoken = shareOf(tellingIn(step.own), wordsOf(atHand)) > 0;
    return more(it, { confidence: spoken || step.leans ? byFacet : byWords, facets });
  }
  if (side) return more(it, { confidence: byWords, facets: [side] });
  const still = {
    confidence: byMatter,
    facets: ["步骤" as const],
    before: texts.still(atHand.title),
  };
  return more(it, strayed && best ? { ...still, others: [best.entry] } : still);
}

/** A fine, one's name: what the matter at hand says of it; failing that, an honest no, or what holds for all that is told here. Null: nothing. */
function about(concern: Concern, state: State, it: Following, facts: Facts): Decision | null {
  const side = sideOn(concern, it.atHand);
  if (side) return more(it, { confidence: byWords, facets: [side] });
  switch (concern) {
    case "fine":
      return unsaid(state, it.atHand, texts.noFine(it.atHand.title, reachStation(facts.station)));
    case "secrecy":
      return { state, effects: [nameIsKept] };
    case "validity":
      return null;
    default:
      return concern satisfies never;
  }
}

/** Surely another folder's, and named: a condition told along the way changes nothing of that. */
function isElsewhere({ entry, confidence }: Found, { atHand, step }: Following): boolean {
  if (entry.topic === atHand.topic || confidence < sure || !namesThing(step)) return false;
  return shareOf(tellingIn(step.own), entry.title) >= calledSo;
}

/** So much of the words stands in what an entry is called, and they name it. */
const calledSo = 0.3;

/** So many characters of its own, and a message may be about something that nobody prepared. */
const ownSubject = 4;

/** Nothing is known of what is asked, and nothing ties it to the talk: no 他, no 那, few words. */
function leadsAway(said: string, step: Asked): boolean {
  const { length } = [...step.own.replaceAll(" ", "")];
  return length >= ownSubject && !step.leans && !/[他她它]|人家|对方/u.test(said);
}

/** Few words beside the number that is asked for. */
function isPlain({ own }: Asked): boolean {
  return [...own.replaceAll(" ", "")].length <= 4;
}

/** Something else was lost or broken than what the talk is about. */
function befellNew(said: string, { title, questions, short }: KnowledgeEntry): boolean {
  const thing = befallenIn(normalise(said));
  return thing !== null && ![title, short, ...questions].some((text) => text.includes(thing));
}

/** Which number to call: the station's own, the side that names one, or the first sentence. */
function numberOf(state: State, it: Following, facts: Facts): Decision {
  if (it.sideEntry?.id === "station-phone") return bySide(state, it, it.sideEntry, facts);
  const side = sideWithNumber(it.atHand);
  return give(it.atHand, { confidence: byWords, facets: side ? [side] : [] });
}

/** A service number that the matter at hand is not about is a subject of its own. */
function namesAnotherNumber(said: string, { title }: KnowledgeEntry): boolean {
  const numbers: string[] = said.match(/(?<!\d)\d{3,5}(?!\d)/g) ?? [];
  return numbers.some((number) => number in hotlines && !title.includes(number));
}

/** More of the entry at hand; its first sentence again only for who wants a yes or no. */
function more({ said, atHand, age, toldAge }: Following, giving: Giving): Decision {
  const followUp = !/(?:呗|(?:是|对)(?:吧|不|吗))[?。 ]*$/u.test(said);
  return give(atHand, { ...giving, followUp, age, tellAge: toldAge });
}

/** Another entry; the matter at hand stays where that only tells more about it. */
function giveOther(
  state: State,
  { atHand, age, toldAge }: Following,
  found: Found,
  facets: Facet[],
  others: KnowledgeEntry[],
  facts: Facts,
): Decision {
  const besides = found.confidence < sure ? { others } : {};
  const given = giveFound(found, { facets, age, tellAge: toldAge, ...besides }, facts);
  return isSideOf(found.entry.id, atHand.id) ? { ...given, state: withAge(state, age) } : given;
}

/** What the folder says of the side that was asked for. */
function bySide(state: State, it: Following, entry: KnowledgeEntry, facts: Facts): Decision {
  const found = { entry, confidence: byFacet, withdrawn: false };
  return giveOther(state, it, found, it.step.facets, [], facts);
}

function withAge(state: State, age: [number, number] | null): State {
  return state.flow === "ask" && state.at === "answered" ? { ...state, age } : state;
}

/** The asked sides of the matter at hand; failing them, what its folder says of them; failing that, an honest no. */
function sides(state: State, it: Following, facts: Facts): Decision {
  const { atHand, together } = it;
  const { facets } = it.step;
  if (facets.some((facet) => has(atHand, facet))) return more(it, { confidence: byFacet, facets });
  if (it.sideEntry) return bySide(state, it, it.sideEntry, facts);
  const best = together.find(({ entry }) => entry.id !== atHand.id);
  if (best && best.confidence >= sure && best.entry.topic === atHand.topic)
    return giveOther(state, it, best, facets, [], facts);
  // 不服上哪告: whoever is to be gone to stands among the steps.
  if (facets[0] === "地点" && has(atHand, "步骤"))
    return more(it, { confidence: byWords, facets: ["步骤"] });
  return lacking(state, atHand, facets[0]!, facts);
}
