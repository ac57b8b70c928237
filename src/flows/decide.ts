import type { Action } from "../domain/action.ts";
import { atMenu, type State } from "../domain/conversation.ts";
import type { Talk } from "../domain/desk.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { menuTexts } from "../texts/zh-cn/menu.ts";
import { give, giveDetails, gone } from "./ask-answer.ts";
import { notKnown } from "./ask-ladder.ts";
import { afterFound } from "./ask-found.ts";
import { afterWrong, ask } from "./ask.ts";
import { askAfterCard, asksAfterCard } from "./ask-after-card.ts";
import { foundBesideCard, lookupsBesideCard } from "./beside-card.ts";
import { declined } from "./decline.ts";
import { atDesk } from "./desk.ts";
import { afterEmergencyButton, afterUrgentButton, cardAlone, emergency } from "./emergency.ts";
import { disputeChoice } from "./dispute.ts";
import { inGroup } from "./group.ts";
import { hazardChoice } from "./hazard.ts";
import { afterPhone, askForOfficer, withoutPhone } from "./human.ts";
import {
  backToIntake,
  beginIntake,
  intakeSent,
  intakeWords,
  isIntake,
  reported,
  withOffer,
} from "./intake.ts";
import { join } from "./join.ts";
import { back, menuPage, stale, welcome } from "./menu.ts";
import { ownData } from "./own-data.ts";
import { button, notice } from "./reply.ts";
import { inTalk, notSettled, settled } from "./talk.ts";
import { afterPlace, afterWhere } from "./whereabouts.ts";
import { wish } from "./wishes.ts";

/**
 * What the bot decides: from where the conversation stands and what happened to where it stands
 * next and what is to be done. Danger comes before every flow.
 */
export function decide(state: State, event: Event, facts: Facts): Decision {
  if (!facts.group) return decideAlone(state, event, facts);
  const anybody = { matters: [], own: null, talk: null, desk: null, invite: null, alarm: null };
  return inGroup(state, event, facts.group, (from) =>
    decideAlone(from, event, { ...facts, ...anybody }),
  );
}

function decideAlone(state: State, event: Event, facts: Facts): Decision {
  if (facts.desk) {
    const decided = atDesk(state, event, facts, facts.desk);
    if (decided) return decided;
  }
  if (facts.talk) {
    const decided = withTalk(state, event, facts, facts.talk);
    if (decided) return decided;
  }
  switch (event.on) {
    case "said":
      return afterWords(state, event, facts);
    case "chose":
      return afterChoice(state, event.action, facts);
    case "sent":
      return (
        afterPlace(state, event.medium, facts) ??
        intakeSent(state, facts) ?? {
          state,
          effects: [
            notice(
              mediaTexts.received(event.medium.media),
              [button("urgent"), button("consult")],
              ["110"],
            ),
          ],
        }
      );
    case "found":
    case "opened":
      if (!isIntake(state)) return withOffer(event, afterLookup(state, event, facts));
      return backToIntake(state, afterLookup(atMenu, event, facts).effects, facts);
    default:
      return event satisfies never;
  }
}

function afterLookup(
  state: State,
  event: Extract<Event, { on: "found" | "opened" }>,
  facts: Facts,
): Decision {
  if (event.on === "found" && event.search.besideCard) return foundBesideCard(state, event, facts);
  if (event.on === "found")
    return declined(state, event.search.said, afterFound(state, event, facts));
  if (event.entry === null) return gone(facts);
  if (event.as === "details") return giveDetails(event.entry);
  return give(event.entry, {
    confidence: 1,
    ...(event.as === "answer" ? {} : { facets: [event.as], followUp: true }),
  });
}

/** A danger is answered during a talk too, and the one they talk with reads the words all the same. */
function withTalk(state: State, event: Event, facts: Facts, talk: Talk): Decision | null {
  const talked = inTalk(state, event, facts, talk);
  if (event.on !== "said" || event.reading.emergency === null) return talked;
  const { reading, forwarded, shown, text } = event;
  const danger = forwarded
    ? { state, effects: cardAlone(reading.emergency!, shown) }
    : emergency(reading.emergency!, text, shown, facts);
  return { state: danger.state, effects: [...danger.effects, ...(talked?.effects ?? [])] };
}

function afterWords(state: State, event: Extract<Event, { on: "said" }>, facts: Facts): Decision {
  const { reading, text, masked, forwarded } = event;
  if (reading.emergency && forwarded)
    return { state, effects: cardAlone(reading.emergency, event.shown) };
  if (reading.emergency) {
    const danger = emergency(reading.emergency, text, event.shown, facts);
    return { ...danger, effects: [...danger.effects, ...lookupsBesideCard(text, reading, facts)] };
  }
  if (text.trim() === "")
    return { state, effects: [notice(menuTexts.nothingSaid, [button("urgent")])] };
  if (forwarded && state.flow !== "report")
    return { state, effects: [notice(mediaTexts.forwarded, [button("human")], ["96110"])] };
  switch (state.flow) {
    case "emergency":
      if (state.at === "where")
        return asksAfterCard(text, reading)
          ? askAfterCard(state, text, reading, facts)
          : afterWhere(state, text, facts);
      break;
    case "report":
      return reported(event, facts);
    case "dispute":
    case "hazard": {
      const taken = intakeWords(state, event, facts);
      if (taken) return taken;
      break;
    }
    case "human": {
      const [phone] = masked.phones;
      if (phone !== undefined) return afterPhone(state.matter, state.number, phone);
      break;
    }
    case "menu":
    case "ask":
    case "desk":
      break;
    default:
      state satisfies never;
  }
  if (isIntake(state)) return besideIntake(state, event, facts);
  return (
    wish(state, text, reading, facts) ??
    beginIntake(event, facts) ??
    ask(state, text, reading, facts)
  );
}

/** Something else while a quarrel or a hazard is taken in: answered, and then the intake goes on. */
function besideIntake(
  state: Extract<State, { flow: "dispute" | "hazard" }>,
  { text, reading }: Extract<Event, { on: "said" }>,
  facts: Facts,
): Decision {
  const told = state.at === "place" ? "" : state.draft.told.join("\n");
  if (reading.intent === "human") return askForOfficer(told, facts);
  const { effects } = ask(atMenu, text, reading, facts);
  if (effects.some((effect) => effect.do === "lookup" || effect.do === "lookup-entry"))
    return { state, effects };
  return backToIntake(state, effects, facts);
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
      return afterEmergencyButton(action, facts);
    case "join":
      return join(facts);
    case "leave-talk":
      return back();
    case "not-settled":
      return notSettled(state, action.matter, facts);
    case "settled":
      return settled(state, action.matter, facts);
    case "dispute":
      return disputeChoice(state, action, facts);
    case "hazard":
      return hazardChoice(state, action, facts);
    case "take":
    case "take-alert":
    case "pick":
    case "write-note":
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
    case "waiting":
    case "roster":
    case "hand-over":
    case "ask-mediator":
    case "mediator":
    case "parties":
    case "recuse":
    case "desk-link":
    case "sign-out":
      // A button of somebody who worked here once.
      return stale();
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
    desk: 1,
    dispute: 1,
    hazard: 1,
  };
  return known[state.flow] === state.v ? state : atMenu;
}
