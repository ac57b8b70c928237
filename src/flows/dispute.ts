import { atMenu, type State } from "../domain/conversation.ts";
import {
  draftOf,
  disputeWants,
  type DisputeAction,
  type DisputeAsk,
  type DisputeDraft,
  type DisputeState,
} from "../domain/dispute.ts";
import type { Decision, Facts, Masked } from "../domain/flow.ts";
import type { Choice, Medium } from "../domain/message.ts";
import type { Reading } from "../domain/reading.ts";
import { disputeTexts as texts } from "../texts/zh-cn/dispute.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { isForceNow } from "../understanding/dispute/force-now.ts";
import { likeliestDispute, readDispute } from "../understanding/dispute/read.ts";
import { withinFamily } from "../understanding/dispute/roles.ts";
import { toldIn } from "../understanding/dispute/told.ts";
import { askOrShow, showCard } from "./dispute-ask.ts";
import { phoneMayBeGiven, saved, savedAtOnce } from "./dispute-keep.ts";
import { stale } from "./menu.ts";
import { button, notice } from "./reply.ts";

/** One message of a villager, as kept. */
export interface Said {
  text: string;
  reading: Reading;
  masked: Pick<Masked, "phones">;
  /** What the words stand under. */
  medium?: Medium | null;
}

/** Words without a quarrel in them are a tale from here on. Unit: UTF-16 code units. */
const noTale = 16;

/**
 * A quarrel is told: what was told is not asked again. Nothing is stored yet, except in danger. Force
 * that goes on now is one only where the words say that it does: else it is asked for, under the number to call.
 */
export function beginDispute({ text, reading, masked }: Said, facts: Facts): Decision {
  const dispute = reading.dispute ?? likeliestDispute(text);
  if (!phoneMayBeGiven(facts)) return elsewhere(dispute.violence, facts);
  // "I want to report a quarrel" is no tale yet.
  const told = reading.dispute === null && text.length < noTale ? [] : [text];
  const draft = withTold(draftOf(dispute, told, masked.phones[0] ?? null), text, facts);
  if (draft.violence && draft.urgent && isForceNow(text)) return savedAtOnce(draft, facts);
  return askOrShow(draft, facts, [
    draft.violence ? texts.beginPrivate : draft.urgent ? texts.beginUrgent : texts.begin,
  ]);
}

/** Under an answer to who asked for advice: the way to have it written down. */
export function disputeOffer(told: string): Choice {
  return { label: texts.offer, action: { act: "dispute", do: "begin", told } };
}

export function dropDispute(): Decision {
  return { state: atMenu, effects: [notice(texts.dropped)] };
}

/** 返回: from a correction back to the card; else the intake ends, and nothing is stored. */
export function disputeBack(state: DisputeState): Decision {
  return state.at === "changing" ? showCard(state.draft) : dropDispute();
}

/** A button of the intake; an old one redoes its step while the intake is still open. */
export function disputeChoice(state: State, action: DisputeAction, facts: Facts): Decision {
  if (action.do === "begin") {
    const reading: Reading = { ...noReading, dispute: readDispute(action.told) };
    return beginDispute({ text: action.told, reading, masked: { phones: [] } }, facts);
  }
  if (state.flow !== "dispute" || state.at === "place") return stale();
  const { draft } = state;
  switch (action.do) {
    case "answer":
      return answered(draft, action.ask, action.value, facts);
    case "skip":
      return askOrShow({ ...draft, asked: [...new Set([...draft.asked, action.ask])] }, facts);
    case "danger":
      return savedAtOnce(draft, facts);
    case "save":
      return saved(draft, facts);
    case "change":
      return {
        state: { flow: "dispute", v: 1, at: "changing", draft },
        effects: [notice(texts.change, [button("back")])],
      };
    case "drop":
      return dropDispute();
    default:
      return action satisfies never;
  }
}

/** What is known after one answer, and what comes next. */
export function answered(
  draft: DisputeDraft,
  ask: DisputeAsk,
  value: string,
  facts: Facts,
  before: string[] = [],
): Decision {
  switch (ask) {
    case "danger":
      return value === texts.notAlone
        ? savedAtOnce(draft, facts)
        : askOrShow({ ...draft, danger: false }, facts, before);
    case "what":
      return askOrShow(retold(draft, value, facts), facts, before);
    case "wants": {
      const wants = disputeWants.find((want) => want === value) ?? null;
      return askOrShow({ ...draft, wants }, facts, before);
    }
    case "detail":
      return askOrShow(
        { ...draft, detail: value },
        facts,
        draft.type === "traffic" && /(?<!没人|没|不)(?:受伤|有人伤)/u.test(value)
          ? [...before, texts.hurt]
          : before,
      );
    case "who":
      return askOrShow(
        { ...draft, who: value, type: withinFamily(draft.type, value) },
        facts,
        before,
      );
    case "where":
    case "since":
      return askOrShow({ ...draft, [ask]: value }, facts, before);
    default:
      return ask satisfies never;
  }
}

/** The story itself: now it can be told which kind of quarrel it is. */
function retold(draft: DisputeDraft, text: string, facts: Facts): DisputeDraft {
  const read = readDispute(text);
  const told = withTold({ ...draft, told: [...draft.told, text] }, text, facts);
  if (read === null) return told;
  const { type, violence, urgency } = read;
  return withTold(
    {
      ...told,
      type,
      violence: draft.violence || violence,
      urgent: draft.urgent || urgency === "urgent",
    },
    text,
    facts,
  );
}

/** What the words tell besides fills what is not known yet. */
export function withTold(draft: DisputeDraft, text: string, facts: Facts): DisputeDraft {
  const found = toldIn(
    text,
    draft.type,
    facts.station.villages.map(({ name }) => name),
  );
  const wants = draft.violence && found.wants === "mediation" ? null : (found.wants ?? null);
  return {
    ...draft,
    who: draft.who ?? found.who ?? null,
    detail: draft.detail ?? found.detail ?? null,
    where: draft.where ?? found.where ?? null,
    since: draft.since ?? found.since ?? null,
    wants: draft.wants ?? wants,
  };
}

function elsewhere(violence: boolean, facts: Facts): Decision {
  const text = [
    ...(violence ? [texts.beginPrivate] : []),
    `${texts.onPage(facts.pageUrl)}${reachStation(facts.station)}`,
  ].join("\n\n");
  return { state: atMenu, effects: [notice(text, [button("human"), button("urgent")], ["110"])] };
}

const noReading: Reading = {
  intent: "dispute",
  confidence: 1,
  emergency: null,
  fraud: null,
  booking: null,
  dispute: null,
};
