import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { EmergencyReading, Reading } from "../domain/reading.ts";
import { give } from "./ask-answer.ts";
import { ask } from "./ask.ts";
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

/** What is to be looked up for the words of a danger. */
export function lookupsBesideCard(text: string, reading: Reading, facts: Facts): Effect[] {
  if (reading.emergency === null || !takesAnswer(reading.emergency)) return [];
  return ask(atMenu, text, reading, facts).effects.flatMap((effect): Effect[] =>
    effect.do === "lookup"
      ? [{ do: "lookup", search: { ...effect.search, besideCard: true, enough } }]
      : [],
  );
}

/** Nothing but a good answer, and the talk stands where the card left it. */
export function foundBesideCard(
  state: State,
  event: Extract<Event, { on: "found" }>,
  facts: Facts,
): Decision {
  const { effects } = afterFound(atMenu, event, facts);
  const answers = effects.filter(
    (effect) =>
      effect.do === "reply" && effect.reply.answers.some(({ confidence }) => confidence >= enough),
  );
  const spare = event.entries.find(({ id }) => id === event.search.otherwise);
  const given =
    answers.length > 0 || !spare ? answers : give(spare, { confidence: enough }).effects;
  return { state, effects: state.flow === "check" ? given.map(withoutChoices) : given };
}

/** A verdict asks whether money left: a number answers that, and not what stands below it. */
function withoutChoices(effect: Effect): Effect {
  if (effect.do !== "reply") return effect;
  return { do: "reply", reply: { ...effect.reply, choices: [] } };
}
