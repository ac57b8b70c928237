import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { menuTexts } from "../texts/zh-cn/menu.ts";
import { give, giveDetails, gone } from "./ask-answer.ts";
import { notKnown } from "./ask-ladder.ts";
import { afterFound } from "./ask-found.ts";
import { afterWrong, ask } from "./ask.ts";
import { declined } from "./decline.ts";
import {
  afterEmergencyButton,
  afterUrgentButton,
  afterWhere,
  cardAlone,
  emergency,
} from "./emergency.ts";
import { afterPhone, afterReport, askForOfficer, withoutPhone } from "./human.ts";
import { back, menuPage, stale, welcome } from "./menu.ts";
import { button, notice } from "./reply.ts";
import { wish } from "./wishes.ts";

/**
 * What the bot decides: from where the conversation stands and what happened to where it stands
 * next and what is to be done. Danger comes before every flow.
 */
export function decide(state: State, event: Event, facts: Facts): Decision {
  switch (event.on) {
    case "said":
      return afterWords(state, event, facts);
    case "chose":
      return afterChoice(state, event.action, facts);
    case "sent":
      return {
        state,
        effects: [
          notice(mediaTexts.received(event.media), [button("urgent"), button("consult")], ["110"]),
        ],
      };
    case "found":
      return declined(state, event.search.said, afterFound(state, event, facts));
    case "opened":
      if (event.entry === null) return gone(facts);
      if (event.as === "details") return giveDetails(event.entry);
      return give(event.entry, {
        confidence: 1,
        ...(event.as === "answer" ? {} : { facets: [event.as], followUp: true }),
      });
    default:
      return event satisfies never;
  }
}

function afterWords(state: State, event: Extract<Event, { on: "said" }>, facts: Facts): Decision {
  const { reading, text, masked, forwarded } = event;
  if (reading.emergency && forwarded)
    return { state, effects: cardAlone(reading.emergency, event.shown) };
  if (reading.emergency) return emergency(reading.emergency, text, event.shown, facts.turn);
  if (text.trim() === "")
    return { state, effects: [notice(menuTexts.nothingSaid, [button("urgent")])] };
  if (forwarded && state.flow !== "report")
    return { state, effects: [notice(mediaTexts.forwarded, [button("human")], ["96110"])] };
  switch (state.flow) {
    case "emergency":
      if (state.at === "where") return afterWhere(state, text);
      break;
    case "report":
      return afterReport(text, facts);
    case "human": {
      const [phone] = masked.phones;
      if (phone !== undefined) return afterPhone(state.matter, state.number, phone);
      break;
    }
    case "menu":
    case "ask":
      break;
    default:
      state satisfies never;
  }
  return wish(state, text, reading, facts) ?? ask(state, text, reading, facts);
}

function afterChoice(state: State, action: Action, facts: Facts): Decision {
  switch (action.act) {
    case "start":
      return welcome(facts);
    case "stale":
      return stale();
    case "back":
      return back();
    case "door":
    case "hotlines":
    case "identity":
    case "privacy":
    case "erase":
    case "erase-confirmed":
    case "consult":
      return menuPage(action, facts);
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
      return afterWrong(action.entry);
    case "human":
      return askForOfficer("", facts);
    case "skip-phone":
      return withoutPhone();
    case "urgent":
      return afterUrgentButton();
    case "emergency":
    case "in-danger":
    case "want-to-talk":
    case "am-safe":
    case "false-alarm":
      return afterEmergencyButton(action, facts.turn);
    default:
      return action satisfies never;
  }
}

/** A state that this version does not know goes back to the menu. */
export function knownState(state: State): State {
  const known: Record<State["flow"], number> = {
    menu: 1,
    ask: 2,
    report: 1,
    human: 1,
    emergency: 1,
  };
  return known[state.flow] === state.v ? state : atMenu;
}
