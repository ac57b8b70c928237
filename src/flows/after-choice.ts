import type { Action } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { notKnown } from "./ask-ladder.ts";
import { calledWrong } from "./check-wrong.ts";
import { afterWrong } from "./ask.ts";
import { bookBack } from "./book-back.ts";
import { offerLeft } from "./book-offer.ts";
import { bookChoice } from "./book.ts";
import { disputeChoice } from "./dispute.ts";
import { afterEmergencyButton, afterUrgentButton } from "./emergency.ts";
import { hazardChoice } from "./hazard.ts";
import { askForOfficer, withoutPhone } from "./human.ts";
import { join } from "./join.ts";
import { back, menuPage, stale, welcome } from "./menu.ts";
import { ownData } from "./own-data.ts";
import { goOn } from "./resume.ts";
import { sheetByMistake, stopPaymentChoice, stopPaymentPressed } from "./stop-payment.ts";
import { notice } from "./reply.ts";
import { closeSheet, sheetOn } from "./stop-payment-ask.ts";
import { notSettled, settled } from "./talk.ts";
import { behindSheet, openIn, underWay } from "./under-way.ts";
import { dropVisit, visitChoice } from "./visit.ts";
import { visitAnswer } from "./visit-answer.ts";

/** A button or a command, whatever the conversation's state. */
export function afterChoice(state: State, action: Action, facts: Facts): Decision {
  const decided = chosen(state, action, facts);
  if (state.flow !== "stop-payment" || state.at === "whole" || !isAside(action)) return decided;
  // Asked in between: the sheet stays where it is.
  return sheetOn(state, decided.effects, facts);
}

function isAside({ act }: Action): boolean {
  return act === "hotlines" || act === "identity" || act === "privacy";
}

function chosen(state: State, action: Action, facts: Facts): Decision {
  switch (action.act) {
    case "start":
      return welcome(facts);
    case "stale":
      return stale();
    case "back":
      if (state.flow === "stop-payment" && state.at === "asking" && facts.stopPayment)
        return closeSheet(facts.stopPayment, state.pending, facts);
      if (state.flow === "visit") return dropVisit(state);
      if (state.flow === "book") return bookBack(state, action, facts);
      return (action.ends === undefined ? null : offerLeft(state, facts)) ?? back();
    case "door":
      if (action.door === "book" && facts.services.length > 0)
        return bookChoice(state, { act: "book", do: "begin" }, facts);
      return menuPage(action, facts);
    case "hotlines":
    case "identity":
    case "privacy":
    case "erase":
    case "erase-confirmed":
    case "consult": {
      const page = menuPage(action, facts);
      const isOpen = state.flow === "book" && "draft" in state && !/erase/u.test(action.act);
      return isOpen ? goOn(state, page.effects, facts) : page;
    }
    case "export":
      return ownData(state, facts);
    case "entry":
      return { state, effects: [{ do: "lookup-entry", entry: action.entry, as: "answer" }] };
    case "details":
      return { state, effects: [{ do: "lookup-entry", entry: action.entry, as: "details" }] };
    case "facet":
      return { state, effects: [{ do: "lookup-entry", entry: action.entry, as: action.facet }] };
    case "none-of-these":
      return notKnown(
        state.flow === "ask" && state.at === "choosing" ? state.question : "",
        [],
        facts,
      );
    case "wrong-answer":
      return calledWrong(state, afterWrong(action.entry));
    case "human":
      // Whoever is on duty was called for the sheet already.
      if (state.flow === "stop-payment" && state.at === "asking" && facts.stopPayment)
        return sheetOn(state, [notice(talkTexts.alarmWatch(facts.watch))], facts);
      return askForOfficer("", facts);
    case "skip-phone":
      return withoutPhone();
    case "urgent":
      return afterUrgentButton(state);
    case "emergency":
      if (action.class === "fraud_in_progress")
        return stopPaymentPressed(behindSheet(underWay(state)), facts);
      return afterEmergencyButton(state, action, facts);
    case "false-alarm": {
      const decided = afterEmergencyButton(state, action, facts);
      // Under another danger's card it is that one which was none.
      const dropped = state.flow === "emergency" ? [] : sheetByMistake(facts);
      return { ...decided, effects: [...dropped, ...decided.effects] };
    }
    case "in-danger":
    case "want-to-talk":
    case "am-safe":
      return afterEmergencyButton(state, action, facts);
    case "join":
      return join(facts);
    case "leave-talk":
      return back();
    case "not-settled":
      return notSettled(state, action.matter, facts);
    case "settled":
      return settled(state, action.matter, facts);
    case "dispute":
      return disputeChoice(openIn(state), action, facts);
    case "hazard":
      return hazardChoice(openIn(state), action, facts);
    case "visit":
      return visitChoice(openIn(state), action, facts);
    case "visit-answer":
      return visitAnswer(state, action, facts);
    case "book":
      return bookChoice(state, action, facts);
    case "stop-payment":
      return stopPaymentChoice(state, action, facts);
    case "take":
    case "take-alert":
    case "pick":
    case "write-note":
    case "show-after":
    case "unmask":
    case "pass-on":
    case "give":
    case "mediate":
    case "agree":
    case "fail":
    case "refer":
    case "close":
    case "reopen":
    case "mine":
    case "today":
    case "desk-help":
    case "send-entry":
    case "merge":
    case "to-call":
    case "phoned":
    case "waiting":
    case "roster":
    case "hand-over":
    case "ask-mediator":
    case "mediator":
    case "parties":
    case "recuse":
    case "desk-link":
    case "sign-out":
    case "warnings":
    case "import-warnings":
    case "show-sheet":
    case "ask-result":
    case "warning-result":
    case "seats":
    case "seat-step":
    case "walk-in":
    case "close-seats":
    case "close-sure":
    case "open-seats":
    case "go-visit":
      // A button of somebody who worked here once.
      return stale();
    default:
      return action satisfies never;
  }
}
