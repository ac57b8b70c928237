import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Found } from "../domain/ports.ts";
import type { EmergencyReading, Reading } from "../domain/reading.ts";
import { readIntent } from "../understanding/intent.ts";
import { give } from "./ask-answer.ts";
import { ask } from "./ask.ts";
import { entryOnKind } from "./check-entry.ts";
import { afterFound } from "./ask-found.ts";

/** An answer under a card must be as good as this: a doubtful one would only stand in the way. */
const enough = 0.5;

/**
 * Under a card that an ordinary message may have been given, and under any of fraud, whose next
 * steps are entries of their own, the answer stands as well. Where somebody may be hurt now, the
 * card stands alone.
 */
function takesAnswer({ class: danger, strength }: EmergencyReading): boolean {
  if (strength === "unclear" || danger === "self_harm") return false;
  return strength === "card" || danger === "fraud_in_progress";
}

/** What is to be looked up for the words of a danger; of a fraud at least what is known of its kind. */
export function lookupsBesideCard(text: string, reading: Reading, facts: Facts): Effect[] {
  if (reading.emergency === null || !takesAnswer(reading.emergency)) return [];
  const isFraud = reading.emergency.class === "fraud_in_progress" && reading.fraud !== null;
  const kind = isFraud ? entryOnKind(reading.fraud!, text) : null;
  return ask(atMenu, text, reading, facts).effects.flatMap((effect): Effect[] => {
    if (effect.do !== "lookup") return [];
    const { search } = effect;
    const spare = kind === null ? {} : { otherwise: kind, entries: [...search.entries, kind] };
    return [{ do: "lookup", search: { ...search, ...spare, besideCard: true, enough } }];
  });
}

/** Their own question stands above, with its buttons. */
function keepsButtons({ flow }: State): boolean {
  return flow === "check" || flow === "stop-payment";
}

/** Nothing but a good answer, and the talk stands where the card left it. */
export function foundBesideCard(
  state: State,
  event: Extract<Event, { on: "found" }>,
  facts: Facts,
): Decision {
  const spare = event.entries.find(({ id }) => id === event.search.otherwise);
  // What a verdict found is spoken of, whatever else its words sound like.
  if (event.search.enough > 1) {
    const given = spare ? give(spare, { confidence: enough }).effects : [];
    return { state, effects: keepsButtons(state) ? given.map(withoutChoices) : given };
  }
  const { effects } = afterFound(
    atMenu,
    isOnFraud(state, event.search.said) ? ofFraud(event) : event,
    facts,
  );
  const answers = effects.filter(
    (effect) =>
      effect.do === "reply" && effect.reply.answers.some(({ confidence }) => confidence >= enough),
  );
  const given =
    answers.length > 0 || !spare ? answers : give(spare, { confidence: enough }).effects;
  return { state, effects: keepsButtons(state) ? given.map(withoutChoices) : given };
}

/**
 * Money is going, or the words were called a trick: an entry on a quarrel or a contract would contradict it. What
 * is surely about a card or a register is answered as well.
 */
function isOnFraud(state: State, said: string): boolean {
  if (state.flow === "stop-payment") return true;
  if (state.flow !== "check" || state.at !== "judged" || state.finding.verdict === "none")
    return false;
  const { intent } = readIntent(said);
  return intent !== "ask_hukou" && intent !== "ask_id_card";
}

/** Where money is going nothing helps but what is known of fraud, and of whom to call. */
function ofFraud(event: Extract<Event, { on: "found" }>): Extract<Event, { on: "found" }> {
  const only = (found: Found[]): Found[] =>
    found.filter(({ entry: { topic } }) => topic === "fraud" || topic === "hotline");
  const { alone, together, parts, inside } = event;
  return {
    ...event,
    ...{ alone: only(alone), together: only(together) },
    ...{ parts: parts.map(only), inside: inside.map(only) },
    entries: event.entries.filter(({ topic }) => topic === "fraud"),
  };
}

/** A verdict asks whether money left: a number answers that, and not what stands below it. */
function withoutChoices(effect: Effect): Effect {
  if (effect.do !== "reply") return effect;
  return { do: "reply", reply: { ...effect.reply, choices: [] } };
}
