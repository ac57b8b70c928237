import { atMenu, type Resumable, type State } from "../domain/conversation.ts";
import type { CardShown, Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import type { EmergencyReading } from "../domain/reading.ts";
import {
  sided,
  withTransfer,
  type SheetAsk,
  type StopPaymentAction,
} from "../domain/stop-payment.ts";
import { emergencyTexts } from "../texts/zh-cn/emergency.ts";
import { stopPaymentTexts as texts } from "../texts/zh-cn/stop-payment.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { moneyMoved } from "../understanding/payment/moved.ts";
import { saysReported } from "../understanding/payment/reported.ts";
import { hasGone } from "../understanding/payment/went.ts";
import { safetyCard } from "./emergency.ts";
import { button, notice } from "./reply.ts";
import { goOn } from "./resume.ts";
import { askFor, askNext, buttons, withAsked } from "./stop-payment-ask.ts";
import { reportMade } from "./stop-payment-beside.ts";
import {
  addWords,
  byWord,
  draftWith,
  keepBoth,
  keepSheet,
  noNumbers,
  openMatter,
  toldIn,
  type Words,
} from "./stop-payment-draft.ts";

type Said = Pick<Extract<Event, { on: "said" }>, "text" | "masked" | "shown">;

/** Money is going or gone: the card first, then whether it left, then the sheet. */
export function stopPayment(
  reading: EmergencyReading,
  event: Said,
  pending: Resumable | null,
  facts: Facts,
): Decision {
  const { text, shown } = event;
  const draft = draftWith(event, facts);
  const hasMoved = hasGone(text) || moneyMoved(text) === true;
  if (facts.stopPayment && hasMoved) {
    const next = askNext(draft, pending, facts);
    const card = shown === "no" ? underCard(reading, shown, [], []) : [];
    return { state: next.state, effects: [...card, ...keepBoth(draft, text), ...next.effects] };
  }
  const isSure = reading.strength === "alert";
  const isNew = isSure && !facts.stopPayment;
  const open = isNew ? openMatter(draft, text) : [];
  const before = isNew ? [talkTexts.alarmWatch(facts.watch), texts.opened(draft.number)] : [];
  if (!isSure || !hasMoved)
    return {
      state: { flow: "stop-payment", v: 1, at: "moved", words: text, pending },
      effects: [...underCard(reading, shown, [...before, texts.moved], buttons.moved), ...open],
    };
  const isReported = saysReported(text, false);
  const asked = askFor({ ...draft, reported: isReported }, pending, facts);
  return {
    state: asked.state,
    effects: [
      ...underCard(reading, shown, [...before, ...asked.lines], asked.choices),
      ...open,
      keepSheet(asked.draft),
      ...(isReported ? reportMade(draft) : []),
    ],
  };
}

/** Somebody said by a button that money is going. */
export function stopPaymentPressed(pending: Resumable | null, facts: Facts): Decision {
  const text = emergencyTexts.classNames.fraud_in_progress;
  return stopPayment(
    { class: "fraud_in_progress", hotlines: ["110", "96110"], strength: "alert" },
    { text, masked: noNumbers, shown: "no" },
    pending,
    facts,
  );
}

/** In a talk nobody but the officer asks: what is told goes into the sheet all the same. */
export function stopPaymentInTalk(reading: EmergencyReading, event: Said, facts: Facts): Effect[] {
  const draft = draftWith(event, facts);
  const kept = facts.stopPayment ? keepBoth(draft, event.text) : openMatter(draft, event.text);
  return [...underCard(reading, event.shown, [], []), ...kept];
}

/** Words of a talk about the matter of the sheet. */
export function sheetFromTalk(event: Words, matter: string, facts: Facts): Effect[] {
  const { stopPayment: known } = facts;
  if (known?.matter !== matter) return [];
  const report = saysReported(event.text, !known.reported) ? reportMade(known) : [];
  const told = toldIn(event, null, facts);
  if (Object.keys(told).length === 0) return report;
  return [...report, keepSheet({ ...known, sheet: withTransfer(known.sheet, told) })];
}

/** A button of the flow; an old one still does what it says. */
export function stopPaymentChoice(state: State, action: StopPaymentAction, facts: Facts): Decision {
  const known = facts.stopPayment;
  const pending = state.flow === "stop-payment" && state.at !== "whole" ? state.pending : null;
  if (action.do === "not-moved") return moneyIsSafe(pending, facts);
  if (action.do === "moved" && !known) {
    return moneyIsGone(
      { text: "words" in state ? state.words : "", masked: noNumbers },
      pending,
      facts,
    );
  }
  if (!known)
    return { state: atMenu, effects: [notice(texts.sheetGone, [button("human")], ["110"])] };
  switch (action.do) {
    case "moved":
      return askNext(known, pending, facts);
    case "show":
      return askNext(known, pending, facts, { only: sameAsk(state) });
    case "side": {
      const { loose } = known.sheet;
      if (!loose) return askNext(known, pending, facts, { only: sameAsk(state) });
      const told = sided(loose, action.side);
      return askNext({ ...known, sheet: withTransfer(known.sheet, told) }, pending, facts);
    }
    case "skip":
      return askNext(withAsked(known, action.ask), pending, facts);
    case "answer": {
      const read = toldIn({ text: action.words, masked: noNumbers }, action.ask, facts);
      const told =
        Object.keys(read).length > 0 ? read : (byWord(action.ask, action.words, false) ?? {});
      const draft = withAsked({ ...known, sheet: withTransfer(known.sheet, told) }, action.ask);
      return askNext(draft, pending, facts);
    }
    case "reported": {
      const said = known.reported ? texts.reportedBefore : texts.reported;
      const made = reportMade(known);
      // Nobody but the officer asks in a talk.
      if (facts.talk) return { state, effects: [...made, notice(said)] };
      const draft = { ...known, reported: true };
      const next = askNext(draft, pending, facts, { before: [said], only: sameAsk(state) });
      return { state: next.state, effects: [...made, ...next.effects] };
    }
    default:
      return action satisfies never;
  }
}

/** The question that is open is not passed over. */
function sameAsk(state: State): SheetAsk | undefined {
  return state.flow === "stop-payment" && state.at === "asking" ? state.ask : undefined;
}

/** It left after all: the matter is opened, if it is not yet, and the sheet begun. */
export function moneyIsGone(event: Words, pending: Resumable | null, facts: Facts): Decision {
  const draft = draftWith(event, facts);
  const { stopPayment: known, watch } = facts;
  const before = known ? [] : [talkTexts.alarmWatch(watch), texts.opened(draft.number)];
  const next = askNext(draft, pending, facts, { before });
  const kept = known ? keepBoth(draft, event.text) : openMatter(draft, event.text);
  return { state: next.state, effects: [...kept, ...next.effects] };
}

/** Nothing left: how to keep it so. */
export function moneyIsSafe(pending: Resumable | null, facts: Facts): Decision {
  const known = facts.stopPayment;
  const kept: Effect[] = known
    ? [{ do: "report-made", matter: known.matter }, addWords(known, texts.notMovedNote)]
    : [];
  const said = notice(texts.notMoved, [button("human")], ["96110", "110"]);
  return goOn(pending, [...kept, said], facts);
}

/** A slip of the finger: whoever was called for it learns so. */
export function sheetByMistake({ stopPayment: known }: Facts): Effect[] {
  if (!known) return [];
  return [{ do: "report-made", matter: known.matter }, addWords(known, texts.falseAlarmNote)];
}

/** The card with what comes under it in the same bubble; later fragments bring only what is new. */
function underCard(
  reading: EmergencyReading,
  shown: CardShown,
  after: string[],
  choices: Choice[],
): Effect[] {
  const card = safetyCard(reading, after);
  if (shown === "no")
    return [{ do: "reply", reply: { ...card, choices: [...choices, ...card.choices] } }];
  return after.length === 0 ? [] : [notice(after.join("\n\n"), choices, ["110"])];
}
