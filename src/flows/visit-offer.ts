import type { State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Choice, Reply } from "../domain/message.ts";
import type { Topic } from "../domain/sets.ts";
import { visitEntry } from "../domain/visit.ts";
import { visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import { homeboundIn, wantsVisitIn } from "../understanding/home-visit.ts";
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
  const { state, effects } = decision;
  const told = wordsOf(event) || toldBefore(from);
  const isHomebound = homeboundIn(told) !== null;
  const at =
    event.on === "said" && state.flow === "book" && isHomebound
      ? effects.findLastIndex((it) => it.do === "reply")
      : effects.findIndex((it) => it.do === "reply" && isAnswerOn(it.reply, event, isHomebound));
  const under = effects[at];
  if (under?.do !== "reply") return decision;
  const choices = under.reply.choices.toSpliced(1, 0, offering(told));
  const offered: Effect = { do: "reply", reply: { ...under.reply, choices } };
  return { state: waiting(state, told), effects: effects.with(at, offered) };
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
  const found = [event.alone, event.together, ...event.parts, ...event.inside].flat();
  const topic = found.find(({ entry }) => entry.id === id)?.entry.topic;
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
