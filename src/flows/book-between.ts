import type { BookState } from "../domain/booking.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import { bookTexts as texts } from "../texts/zh-cn/book.ts";
import { emergencyTexts } from "../texts/zh-cn/emergency.ts";
import { stepIn } from "../understanding/follow-up.ts";
import { fair, notKnown, sure } from "./ask-ladder.ts";
import { askOn } from "./book-ask.ts";
import { notice } from "./reply.ts";
import { goOn } from "./resume.ts";

/**
 * What was asked while a seat is taken is answered, and the booking goes on at the same place. It ends
 * in the booking's own question: where several entries may have been meant, they are buttons under that
 * question, and no second one is put beside it.
 * @param asked what would be said if nothing were under way
 * @param said the words that were looked up; null = a button was pressed
 */
export function besideBooking(
  pending: Extract<BookState, { draft: unknown }>,
  asked: Decision,
  said: string | null,
  facts: Facts,
): Decision {
  const { state, effects } = asked;
  // It is looked up once more, and comes back here.
  if (effects.some((it) => it.do === "lookup" || it.do === "lookup-entry"))
    return { state: pending, effects };
  if (said !== null && isDoubtful(effects, said))
    return goOn(
      pending,
      asks(said) ? notKnown(said, [], facts).effects : [notice(texts.notHeard)],
      facts,
    );
  if (state.flow !== "ask" || state.at === "answered") return goOn(pending, effects, facts);
  if (state.at === "unknown")
    return goOn(
      pending,
      asks(state.question) ? notKnown(state.question, [], facts).effects : [notice(texts.notHeard)],
      facts,
    );
  const meant = effects.flatMap((it) =>
    it.do === "reply" ? it.reply.choices.filter(isEntry) : [],
  );
  const again = askOn(pending.draft, facts, [texts.orMeant, emergencyTexts.goOn]);
  return { state: again.state, effects: again.effects.map((it) => withMore(it, meant)) };
}

/** An answer that is hardly one; to words that ask nothing it must be sure. */
function isDoubtful(effects: readonly Effect[], said: string): boolean {
  const answers = effects.flatMap((it) => (it.do === "reply" ? it.reply.answers : []));
  const least = asks(said) ? fair : sure;
  return answers.length > 0 && answers.every(({ confidence }) => confidence < least);
}

/** 养不养 · 远不远. */
const eitherOr = /(\p{Script=Han})[不没]\1/u;

function asks(said: string): boolean {
  const step = stepIn(said);
  return step.is !== "words" || step.asks || step.facets.length > 0 || eitherOr.test(said);
}

const isEntry = ({ action }: Choice): boolean => action.act === "entry";

function withMore(it: Effect, more: readonly Choice[]): Effect {
  if (it.do !== "reply") return it;
  return { ...it, reply: { ...it.reply, choices: [...it.reply.choices, ...more] } };
}
