import { atMenu, type Resumable, type State } from "../domain/conversation.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import type { SheetAsk, StopPaymentAsking } from "../domain/stop-payment.ts";
import { menuTexts } from "../texts/zh-cn/menu.ts";
import { stepIn } from "../understanding/follow-up.ts";
import { isClearDanger } from "../understanding/payment/sheet-wish.ts";
import { hasPaid } from "../understanding/payment/went.ts";
import { bookWords, spokenOf } from "./book.ts";
import { besideBooking } from "./book-between.ts";
import { offerSaid } from "./book-offer.ts";
import { askAfterCard, asksAfterCard } from "./ask-after-card.ts";
import { ask } from "./ask.ts";
import { lookupsBesideCard } from "./beside-card.ts";
import {
  afterVerdict,
  asAnswered,
  check,
  isAboutThing,
  isBetween,
  isChecked,
  isForCheck,
} from "./check.ts";
import { cameOut } from "./check-after.ts";
import { cardAlone, emergency } from "./emergency.ts";
import { aboutCall, askForOfficer, phoneFor } from "./human.ts";
import { backToIntake, beginIntake, intakeWords, isIntake, reported } from "./intake.ts";
import { button, notice } from "./reply.ts";
import { moneyIsGone, stopPayment } from "./stop-payment.ts";
import { answersSheet, breaksIn, sheetFromAnywhere } from "./stop-payment-beside.ts";
import { besideSheet, stopPaymentWords } from "./stop-payment-words.ts";
import { behindSheet, underWay, withPhone } from "./under-way.ts";
import { visitSaid } from "./visit-answer.ts";
import { visitWanted } from "./visit-offer.ts";
import { afterWhere } from "./whereabouts.ts";
import { wish } from "./wishes.ts";

/** Words of somebody who is alone with the bot: danger first, then what is under way, then a wish, a tale, a question. */
export function afterWords(
  state: State,
  event: Extract<Event, { on: "said" }>,
  facts: Facts,
): Decision {
  const { reading, text, forwarded } = event;
  if (reading.emergency && forwarded)
    return { state, effects: cardAlone(reading.emergency, event.shown) };
  const ofSheet = sheetFromAnywhere(state, event, facts) ?? paidAfterAdvice(state, event, facts);
  if (ofSheet) return ofSheet;
  if (reading.emergency?.class === "fraud_in_progress") {
    // Its card stands there already, and each question says 110 first.
    const more =
      state.flow === "stop-payment"
        ? stopPaymentWords(state, event, facts)
        : state.flow === "check" && state.at === "judged"
          ? afterVerdict(state, event, facts)
          : null;
    if (more) return more;
    const danger = stopPayment(reading.emergency, event, behindSheet(underWay(state)), facts);
    // Under the first question of a sheet stands nothing else but what they ask themselves.
    const isAsked = danger.state.flow === "stop-payment" && danger.state.at === "asking";
    const beside = isAsked && !asksBeside(text) ? [] : lookupsBesideCard(text, reading, facts);
    return { ...danger, effects: [...danger.effects, ...beside] };
  }
  const sheet = openSheet(state);
  if (reading.emergency && !(sheet && !breaksIn(askedOn(sheet), event, facts))) {
    const [phone] = event.masked.phones;
    const from = withPhone(state, phone);
    const danger = emergency(from, reading.emergency, text, event.shown, facts);
    const effects = [
      ...danger.effects,
      ...(state.flow === "human" ? phoneFor(state.matter, phone) : []),
      ...lookupsBesideCard(text, reading, facts),
    ];
    return { ...danger, effects };
  }
  if (text.trim() === "")
    return { state, effects: [notice(menuTexts.nothingSaid, [button("urgent")])] };
  if (state.flow !== "report" && (forwarded || isBetween(event, state)))
    return check(state, event, facts);
  switch (state.flow) {
    case "emergency":
      if (state.pending?.flow === "stop-payment" && goesOnWith(state.pending, event, facts))
        return afterWords(state.pending, event, facts);
      if (state.at === "where")
        return asksAfterCard(text, reading)
          ? askedBetween(underWay(state), askAfterCard(state, text, reading, facts), facts)
          : afterWhere(state, text, facts);
      if (state.pending !== null) return afterWords(state.pending, event, facts);
      break;
    case "report":
      return reported(event, facts);
    case "dispute":
    case "hazard":
    case "visit": {
      const taken = intakeWords(state, event, facts);
      if (taken) return taken;
      break;
    }
    case "human": {
      const told = aboutCall(state, event);
      if (told) return told;
      break;
    }
    case "check":
      if (state.at === "judged")
        return (
          cameOut(state, event, facts) ??
          afterVerdict(state, event, facts) ??
          afterWords(asAnswered(state), event, facts)
        );
      if (isForCheck(event)) return check(state, event, facts);
      break;
    case "book": {
      const taken = offerSaid(state, text, facts) ?? bookWords(state, event, facts);
      if (taken) return taken;
      break;
    }
    case "stop-payment": {
      const taken = stopPaymentWords(state, event, facts);
      if (taken) return taken;
      break;
    }
    case "menu":
    case "ask":
    case "desk":
      break;
    default:
      state satisfies never;
  }
  if (
    state.flow === "stop-payment" &&
    (state.at === "moved" || (state.at === "asking" && facts.stopPayment))
  )
    return besideSheet(state, event, facts);
  if (isIntake(state)) return besideIntake(state, event, facts);
  if (state.flow === "book" && "draft" in state) {
    const asked = ask(spokenOf(state, facts), text, reading, facts);
    const { effects } = asked;
    const isLookedUp = effects.some((it) => it.do === "lookup" || it.do === "lookup-entry");
    return isLookedUp ? { state, effects } : besideBooking(state, asked, text, facts);
  }
  return (
    offerSaid(state, text, facts) ??
    visitSaid(state, text, facts) ??
    cameOut(state, event, facts) ??
    (isAboutThing(event, facts) ? check(state, event, facts) : null) ??
    visitWanted(state, event, facts) ??
    wish(state, event, facts) ??
    (isChecked(state, event, facts) ? check(state, event, facts) : null) ??
    beginIntake(event, facts) ??
    ask(state, text, reading, facts)
  );
}

function asksBeside(text: string): boolean {
  const step = stepIn(text);
  return step.is === "words" && step.asks;
}

/** A sheet that is being filled, also behind a card. */
function openSheet(state: State): StopPaymentAsking | null {
  const open = state.flow === "emergency" ? state.pending : state;
  return open?.flow === "stop-payment" && open.at !== "whole" ? open : null;
}

function askedOn(sheet: StopPaymentAsking): SheetAsk | null {
  return sheet.at === "asking" ? sheet.ask : null;
}

/** Under a card that came between, what fits the sheet is no place. */
function goesOnWith(
  sheet: StopPaymentAsking,
  event: Extract<Event, { on: "said" }>,
  facts: Facts,
): boolean {
  return (
    answersSheet(askedOn(sheet), event, facts) &&
    !/^(?:我|俺)?(?:就)?在|村|屯|路|号院|门口|小区/u.test(event.text)
  );
}

/** Advice on a fraud was given, and now they say that they paid. */
function paidAfterAdvice(
  state: State,
  event: Extract<Event, { on: "said" }>,
  facts: Facts,
): Decision | null {
  const { reading, text, masked } = event;
  const { emergency } = reading;
  const isAdvised =
    state.flow === "ask" && state.at === "answered" && state.entry.startsWith("fraud-");
  const isVerdict = state.flow === "check" && state.at === "judged";
  if (!isAdvised && !(isVerdict && emergency !== null)) return null;
  if (emergency !== null && (emergency.strength === "alert" || isClearDanger(text))) return null;
  if (!hasPaid(text)) return null;
  return moneyIsGone({ text: isVerdict ? `${state.words}\n${text}` : text, masked }, null, facts);
}

/** Something else while a quarrel or a hazard is taken in: answered, and then the intake goes on. */
function besideIntake(
  state: Extract<State, { flow: "dispute" | "hazard" | "visit" }>,
  { text, reading }: Extract<Event, { on: "said" }>,
  facts: Facts,
): Decision {
  const told = "draft" in state && "told" in state.draft ? state.draft.told.join("\n") : "";
  if (reading.intent === "human") return askForOfficer(told, facts);
  return askedBetween(state, ask(atMenu, text, reading, facts), facts);
}

/** An answer that is still looked up brings the intake back with it. */
function askedBetween(pending: Resumable | null, asked: Decision, facts: Facts): Decision {
  if (pending === null || !isIntake(pending)) return asked;
  const { effects } = asked;
  if (effects.some((effect) => effect.do === "lookup" || effect.do === "lookup-entry"))
    return { state: pending, effects };
  return backToIntake(pending, effects, facts);
}
