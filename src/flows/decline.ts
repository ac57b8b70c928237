import type { State } from "../domain/conversation.ts";
import type { Decision } from "../domain/flow.ts";
import type { Hotline } from "../domain/hotlines.ts";
import type { Choice } from "../domain/message.ts";
import { declineTexts } from "../texts/zh-cn/decline.ts";
import { stepIn } from "../understanding/follow-up.ts";
import { readOutOfScope, type OutOfScope } from "../understanding/intent.ts";
import { sure } from "./ask-ladder.ts";
import { button, notice } from "./reply.ts";

type Kind = OutOfScope["kind"];

/**
 * How sure a refusal must be to take the place of what was found. In a talk it must be surer: 多少钱
 * and 六岁 are about the matter at hand. Measured: of 496 questions one
 * is declined.
 */
const needed = {
  atFirst: { nothing: 0.5, choices: 0.65, answer: 0.9, sureAnswer: 0.99 },
  inTalk: { nothing: 0.8, choices: 0.9, answer: 0.97, sureAnswer: 0.99 },
};

/**
 * Small talk and what is not for the station get a kind word and a way on, in place of `found`: what
 * the knowledge base has to say. The talk goes on where it stood; nothing is kept for the admin.
 */
export function declined(state: State, said: string, found: Decision): Decision {
  if (state.flow === "ask" && leansOnTalk(said)) return found;
  const read = readOutOfScope(said);
  const limits = state.flow === "ask" ? needed.inTalk : needed.atFirst;
  if (read === null || read.confidence < limits[kindOf(found)]) return found;
  return {
    state,
    effects: [notice(declineTexts[read.kind], choicesFor(read.kind), callsFor[read.kind])],
  };
}

/** Without a subject of their own, and asking for a side of one: nothing but the talk gives such words a meaning. */
function leansOnTalk(said: string): boolean {
  const step = stepIn(said);
  return (
    step.is === "words" && step.facets.length > 0 && [...step.own.replaceAll(" ", "")].length < 2
  );
}

function kindOf({ effects }: Decision): keyof typeof needed.atFirst {
  const answers = effects.flatMap((it) => (it.do === "reply" ? it.reply.answers : []));
  if (answers.length > 0)
    return answers.some(({ confidence }) => confidence >= sure) ? "sureAnswer" : "answer";
  return effects.some((it) => it.do === "keep-question") ? "nothing" : "choices";
}

/** The numbers that the text names. */
const callsFor: Record<Kind, Hotline[]> = {
  greeting: [],
  thanks: [],
  bye: ["110"],
  chat: ["12356"],
  other_people_data: ["110"],
  illegal_request: ["12367", "12345", "12348"],
  insult: ["12389"],
  opinion: [],
  medicine: ["120"],
  crops: ["12345"],
  other_domain: ["12345"],
  reprogram: ["12345"],
};

function choicesFor(kind: Kind): Choice[] {
  return kind === "thanks" || kind === "bye" ? [] : [button("human"), button("back")];
}
