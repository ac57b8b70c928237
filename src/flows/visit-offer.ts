import type { State } from "../domain/conversation.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { Choice, Reply } from "../domain/message.ts";
import type { Found } from "../domain/ports.ts";
import type { Topic } from "../domain/sets.ts";
import { visitEntry } from "../domain/visit.ts";
import { visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import { homeboundIn, namesPaper, wantsVisitIn } from "../understanding/home-visit.ts";
import { give } from "./ask-answer.ts";
import { isIntake } from "./intake.ts";
import { beginVisit } from "./visit.ts";

type Said = Extract<Event, { on: "said" }>;

/** What the counter does, and so somebody may come to the house for. */
const ofCounter: ReadonlySet<Topic> = new Set(["id-card", "hukou", "residence", "station"]);

/**
 * Who cannot come to the counter gets what the knowledge base says of it, and under it, or under the
 * question of when they want to come, the way to have a visit written down.
 */
export function withVisitOffer(
  from: State,
  event: Event,
  decision: Decision,
  facts: Facts,
): Decision {
  if (facts.group || facts.desk || isIntake(decision.state)) return decision;
  const told = wordsOf(event) || toldBefore(from);
  const isHomebound = homeboundIn(told) !== null;
  const wantsPaper = isHomebound && namesPaper(told);
  const { state, effects } = wantsPaper ? answeredAtLeast(event, decision) : decision;
  const isBooking = event.on === "said" && state.flow === "book" && isHomebound;
  const isLast = isBooking || (wantsPaper && event.on === "found" && state.flow === "ask");
  const under = effects.findIndex(
    (it) => it.do === "reply" && isAnswerOn(it.reply, event, isHomebound),
  );
  const at = under < 0 && isLast ? effects.findLastIndex((it) => it.do === "reply") : under;
  const offered = effects[at];
  if (offered?.do !== "reply") return { state, effects };
  const { reply } = offered;
  const place = reply.kind === "answer" ? 1 : reply.choices.length;
  const choices = reply.choices.toSpliced(place, 0, offering(told));
  return {
    state: waiting(state, told),
    effects: effects.with(at, { do: "reply", reply: { ...reply, choices } }),
  };
}

/** Who cannot come and was given no answer gets what is said of those who cannot come, if it was among the found. */
function answeredAtLeast(event: Event, decision: Decision): Decision {
  const isAnswered = decision.effects.some((it) => it.do === "reply" && it.reply.kind === "answer");
  if (isAnswered || event.on !== "found" || decision.state.flow !== "ask") return decision;
  const found = foundIn(event).find(({ entry }) => entry.id === visitEntry);
  return found === undefined || found.withdrawn
    ? decision
    : give(found.entry, { confidence: found.confidence });
}

function foundIn(event: Extract<Event, { on: "found" }>): Found[] {
  return [event.alone, event.together, ...event.parts, ...event.inside].flat();
}

function wordsOf(event: Event): string {
  if (event.on === "said") return event.text;
  return event.on === "found" && !event.search.besideCard ? event.search.said : "";
}

/** 说细点 opens what was found for words said before. */
function toldBefore(state: State): string {
  return state.flow === "ask" && state.at === "answered" ? (state.homebound ?? "") : "";
}

function isAnswerOn({ kind, answers }: Reply, event: Event, isHomebound: boolean): boolean {
  if (kind !== "answer") return false;
  return answers.some(
    ({ entry }) => entry === visitEntry || (isHomebound && isOfCounter(entry, event)),
  );
}

function isOfCounter(id: string, event: Event): boolean {
  if (event.on !== "found") return false;
  const topic = foundIn(event).find(({ entry }) => entry.id === id)?.entry.topic;
  return topic !== undefined && ofCounter.has(topic);
}

const offering = (told: string): Choice => ({
  label: texts.offer,
  action: { act: "visit", do: "begin", told, more: false },
});

/** What was told of it is remembered, should they want the visit in their own words. */
function waiting(state: State, told: string): State {
  return state.flow === "ask" && state.at === "answered" ? { ...state, homebound: told } : state;
}

/** 那你们来吧 · 帮我记上: the visit is wanted, in plain words. Null: something else. */
export function visitWanted(state: State, { text, masked }: Said, facts: Facts): Decision | null {
  if (state.flow !== "ask" || state.at !== "answered" || state.homebound === undefined) return null;
  if (!wantsVisitIn(text)) return null;
  return beginVisit(`${state.homebound}\n${text}`, masked.phones[0] ?? null, facts);
}
