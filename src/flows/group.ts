import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Reply } from "../domain/message.ts";
import type { EmergencyReading } from "../domain/reading.ts";
import { groupTexts as texts } from "../texts/zh-cn/group.ts";
import { safetyCard } from "./emergency.ts";
import { notice } from "./reply.ts";

/** What anybody may press where others look on. Whatever is not named leads to a talk alone. */
const open = new Set<Action["act"]>([
  "start",
  "stale",
  "back",
  "door",
  "entry",
  "details",
  "facet",
  "none-of-these",
  "wrong-answer",
  "hotlines",
  "identity",
  "consult",
]);

/** What may be done there: to answer from the knowledge base, and to learn what it lacks. */
const harmless = new Set<Effect["do"]>([
  "reply",
  "lookup",
  "lookup-entry",
  "keep-question",
  "keep-feedback",
]);

/**
 * In a group questions are answered and danger gets its card. Nothing about anybody is opened, kept
 * or shown: who wants that is asked to write alone.
 * @param answer what somebody alone would get, who has no matter and no rights
 */
export function inGroup(
  state: State,
  event: Event,
  { link }: NonNullable<Facts["group"]>,
  answer: (from: State) => Decision,
): Decision {
  const alone: Decision = { state: atMenu, effects: [notice(texts.alone(link))] };
  if (event.on === "sent") return { state: atMenu, effects: [] };
  if (event.on === "said" && event.reading.emergency !== null)
    return { state: atMenu, effects: card(event.reading.emergency, event.shown !== "no") };
  if (event.on === "said" && event.reading.intent === "case_status") return alone;
  if (event.on === "chose") {
    if (event.action.act === "urgent") return { state: atMenu, effects: [danger()] };
    if (!open.has(event.action.act)) return alone;
  }
  const decided = answer(isOpen(state) ? state : atMenu);
  const isHarmless = decided.effects.every((effect) => harmless.has(effect.do));
  if (!isOpen(decided.state) || !isHarmless) return alone;
  return { state: decided.state, effects: decided.effects.map(withoutPersonal) };
}

function isOpen({ flow }: State): boolean {
  return flow === "menu" || flow === "ask";
}

function card(reading: EmergencyReading, isShown: boolean): Effect[] {
  if (isShown) return [];
  if (reading.strength === "unclear") return [danger()];
  return [{ do: "reply", reply: { ...safetyCard(reading), choices: [] } }];
}

function danger(): Effect {
  const calls: Reply["calls"] = ["110", "119", "120", "12356"];
  return {
    do: "reply",
    reply: { kind: "safety", text: texts.danger, choices: [], calls, answers: [] },
  };
}

/** The way to an officer stays: it leads to a talk alone. */
function withoutPersonal(effect: Effect): Effect {
  if (effect.do !== "reply") return effect;
  const { reply } = effect;
  const choices = reply.choices.filter(({ action: { act } }) => open.has(act) || act === "human");
  return { do: "reply", reply: { ...reply, choices } };
}
