import type { State } from "../domain/conversation.ts";
import type { DisputeState } from "../domain/dispute.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { HazardState } from "../domain/hazard.ts";
import type { VisitState } from "../domain/visit.ts";
import type { Medium, Reply } from "../domain/message.ts";
import { clausesOf } from "../understanding/clauses.ts";
import { readDispute } from "../understanding/dispute/read.ts";
import { normalise } from "../understanding/normalise.ts";
import { give } from "./ask-answer.ts";
import { beginDispute, disputeOffer, type Said } from "./dispute.ts";
import { adviceIn } from "./dispute-advice.ts";
import { put, showCard } from "./dispute-ask.ts";
import { disputeWords } from "./dispute-words.ts";
import { beginHazard, putHazard, showHazard } from "./hazard.ts";
import { hazardPhoto, hazardWords } from "./hazard-words.ts";
import { standingVisit } from "./visit.ts";
import { visitWords } from "./visit-words.ts";

type Intake = DisputeState | HazardState | VisitState;

export function isIntake(state: State): state is Intake {
  return state.flow === "dispute" || state.flow === "hazard" || state.flow === "visit";
}

/** Words while something is taken in; null: something else, that is answered in between. */
export function intakeWords(state: Intake, said: Said, facts: Facts): Decision | null {
  if (state.flow === "visit") return visitWords(state, said, facts);
  return state.flow === "dispute"
    ? disputeWords(state, said, facts)
    : hazardWords(state, said, facts);
}

/** A picture, a place: only a hazard waits for one. */
export function intakeSent(state: State, medium: Medium, facts: Facts): Decision | null {
  return state.flow === "hazard" ? hazardPhoto(state, medium, facts) : null;
}

/** So sure it must be that something is pointed out of one's own accord, and nothing asked. */
const sureOfHazard = 0.75;

/** What is told to be dealt with is taken in at once: a hazard, force, a quarrel that somebody is to settle. */
export function beginIntake(said: Said, facts: Facts): Decision | null {
  const { reading, text } = said;
  const { intent, confidence, dispute } = reading;
  if (intent === "report_hazard" && confidence >= sureOfHazard && !asks(text))
    return beginHazard(said, facts);
  if (dispute === null || asks(text)) return null;
  return dispute.violence || wantsHelp.test(normalise(text)) ? beginDispute(said, facts) : null;
}

const wantsHelp =
  /(?:管管|管一管|评评理|评个理|(?:想|要|请|求|帮|给|来|去|能|找人)[^,。]{0,4}(?:调解|说和)|给断断|做主|处理一下|来个人|派人|来人看|反映|我要告|要投诉|帮(?:我|俺|着)?(?:要|说|问|解决|处理))/u;

/** What is told after 反映问题: a quarrel where one is read, else a hazard or a tip. */
export function reported(said: Said, facts: Facts): Decision {
  return said.reading.dispute === null ? beginHazard(said, facts) : beginDispute(said, facts);
}

const question =
  /吗|么|呢|啥|咋|怎|什么|多少|几|谁|哪|该|能不能|可不可|[行能中要成]不|(\p{L})不\1|是不是|不$|没$|\?/u;

function asks(text: string): boolean {
  return clausesOf(normalise(text)).some((clause) => question.test(clause.text));
}

/**
 * Advice on a quarrel of one's own: under it stands the way to have it written down. A quarrel that
 * was told, and whose words no entry answers, gets what is said of its kind.
 */
export function withOffer(event: Event, decision: Decision): Decision {
  // Under a verdict nothing of one's own quarrel is told.
  if (event.on !== "found" || decision.state.flow === "check") return decision;
  const { said } = event.search;
  const dispute = readDispute(said);
  if (dispute === null) return decision;
  const isAnswer = ({ answers }: Reply): boolean => answers.length > 0;
  const isOpen = decision.effects.some((it) => it.do === "keep-question");
  const advice = adviceIn(event.entries, dispute.type);
  const given =
    isOpen && !asks(said) && advice ? give(advice, { confidence: ofItsKind }) : decision;
  const effects = given.effects.map((effect): Effect => {
    if (effect.do !== "reply" || !isAnswer(effect.reply)) return effect;
    const choices = effect.reply.choices.toSpliced(1, 0, disputeOffer(said));
    return { do: "reply", reply: { ...effect.reply, choices } };
  });
  return { ...given, effects };
}

/** The kind of a quarrel was read, and its words name no entry: how likely what is said of the kind serves. */
const ofItsKind = 0.5;

/** After something else was answered, the intake goes on at the same place. */
export function backToIntake(
  state: Intake,
  effects: Effect[],
  facts: Facts,
  before: string[] = [],
): Decision {
  const again = standing(state, facts, before);
  return { state: again.state, effects: [...effects, ...again.effects] };
}

function standing(state: Intake, facts: Facts, before: string[]): Decision {
  if (state.flow === "visit") return standingVisit(state, facts, before);
  if (state.flow === "hazard")
    return state.at === "asking"
      ? putHazard(state.ask, state.draft, facts, before)
      : showHazard(state.draft, before);
  if (state.at === "asking") return put(state.ask, state.draft, facts, before);
  return state.at === "place" ? { state, effects: [] } : showCard(state.draft, before);
}
