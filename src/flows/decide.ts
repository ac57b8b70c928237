import { atMenu, type State } from "../domain/conversation.ts";
import type { Talk } from "../domain/desk.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { afterChoice } from "./after-choice.ts";
import { afterWords } from "./after-words.ts";
import { give, giveDetails, gone } from "./ask-answer.ts";
import { afterFound } from "./ask-found.ts";
import { besideBooking } from "./book-between.ts";
import { afterSeat } from "./book-seat.ts";
import { spokenOf } from "./book.ts";
import { foundBesideCard } from "./beside-card.ts";
import { declined } from "./decline.ts";
import { atDesk } from "./desk.ts";
import { atShutDesk } from "./desk-shut.ts";
import { cardAlone, emergency } from "./emergency.ts";
import { inGroup } from "./group.ts";
import { backToIntake, intakeSent, isIntake, withOffer } from "./intake.ts";
import { button, notice } from "./reply.ts";
import { sheetFromTalk, stopPaymentInTalk } from "./stop-payment.ts";
import { breaksIn } from "./stop-payment-beside.ts";
import { sheetAgain } from "./stop-payment-words.ts";
import { inTalk } from "./talk.ts";
import { visitInTalk } from "./visit-answer.ts";
import { withVisitOffer } from "./visit-offer.ts";
import { afterPlace, notTwice, whereInTalk } from "./whereabouts.ts";

/**
 * What the bot decides: from where the conversation stands and what happened to where it stands
 * next and what is to be done. Danger comes before every flow.
 */
export function decide(state: State, event: Event, facts: Facts): Decision {
  if (!facts.group) return withVisitOffer(state, event, decideAlone(state, event, facts), facts);
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
  const shut = atShutDesk(event, facts);
  if (shut) return shut;
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
        intakeSent(state, event.medium, facts) ?? {
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
    case "seat":
      return afterSeat(state, event, facts);
    case "found":
    case "opened":
      if (state.flow === "book" && "draft" in state && !isBesideCard(event))
        return besideBooking(
          state,
          afterLookup(spokenOf(state, facts), event, facts),
          event.on === "found" ? event.search.said : null,
          facts,
        );
      if (state.flow === "stop-payment" && state.at !== "whole" && !isBesideCard(event))
        return sheetAgain(state, afterLookup(atMenu, event, facts).effects, facts);
      if (!isIntake(state) || isBesideCard(event))
        return withOffer(event, afterLookup(state, event, facts));
      return backToIntake(state, afterLookup(atMenu, event, facts).effects, facts);
    default:
      return event satisfies never;
  }
}

function isBesideCard(event: Extract<Event, { on: "found" | "opened" }>): boolean {
  return event.on === "found" && event.search.besideCard === true;
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

/** An answer about the money, whatever it sounds like. */
function isNoDanger(event: Extract<Event, { on: "said" }>, facts: Facts): boolean {
  return event.reading.emergency?.class !== "fraud_in_progress" && !breaksIn(null, event, facts);
}

/** A danger is answered during a talk too, and the one they talk with reads the words all the same. */
function withTalk(state: State, event: Event, facts: Facts, talk: Talk): Decision | null {
  const talked = inTalk(state, event, facts, talk);
  if (event.on !== "said") return talked;
  const isSheet = facts.stopPayment?.matter === talk.matter.id;
  if (event.reading.emergency === null || (isSheet && isNoDanger(event, facts))) {
    const where = whereInTalk(state, event.text, facts, talk.matter.owner!);
    const sheet = [
      ...sheetFromTalk(event, talk.matter.id, facts),
      ...visitInTalk(event.text, talk),
    ];
    return (
      talked && { state: where.state, effects: [...where.effects, ...sheet, ...talked.effects] }
    );
  }
  const { reading, forwarded, shown, text } = event;
  if (reading.emergency?.class === "fraud_in_progress" && !forwarded)
    return {
      state,
      effects: [...stopPaymentInTalk(reading.emergency, event, facts), ...(talked?.effects ?? [])],
    };
  const danger = forwarded
    ? { state, effects: cardAlone(reading.emergency!, shown) }
    : emergency(state, reading.emergency!, text, shown, notTwice(facts, talk.matter.owner!));
  return { state: danger.state, effects: [...danger.effects, ...(talked?.effects ?? [])] };
}
