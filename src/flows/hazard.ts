import { atMenu, type State } from "../domain/conversation.ts";
import {
  isTip,
  nextHazardAsk,
  type HazardAction,
  type HazardAsk,
  type HazardDraft,
  type HazardState,
} from "../domain/hazard.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { pictureOf } from "../domain/kept-file.ts";
import type { Choice, Medium } from "../domain/message.ts";
import { hazardTexts as texts } from "../texts/zh-cn/hazard.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { placeIn, sinceIn, spotIn, villageIn } from "../understanding/dispute/place-and-time.ts";
import { hasPhotos, hazardKindOf, wantsNoName } from "../understanding/hazard.ts";
import { normalise } from "../understanding/normalise.ts";
import type { Said } from "./dispute.ts";
import { stale } from "./menu.ts";
import { button, notice } from "./reply.ts";

/** Somebody points out a hazard, or tells of something suspicious. Nothing is stored yet. */
export function beginHazard(
  { text, masked, medium }: Pick<Said, "text" | "masked" | "medium">,
  facts: Facts,
): Decision {
  const kind = hazardKindOf(text);
  const draft: HazardDraft = {
    kind,
    told: text.length < barely ? [] : [text],
    where: null,
    since: null,
    anonymous: false,
    photos: false,
    phone: masked.phones[0] ?? null,
    asked: [],
  };
  const told = withPicture(withHazardTold(draft, text, facts), medium);
  return askHazardOrShow(told, facts, [texts.begin(isTip(kind))]);
}

/** "I want to report something" is no tale. Unit: UTF-16 code units. */
const barely = 5;

export function dropHazard(): Decision {
  return { state: atMenu, effects: [notice(texts.dropped)] };
}

/** A button of it; an old one redoes its step while it is still open. */
export function hazardChoice(state: State, action: HazardAction, facts: Facts): Decision {
  if (state.flow !== "hazard") return stale();
  const { draft } = state;
  switch (action.do) {
    case "answer":
      return askHazardOrShow({ ...draft, [action.ask]: action.value }, facts);
    case "skip":
      return askHazardOrShow(
        { ...draft, asked: [...new Set([...draft.asked, action.ask])] },
        facts,
      );
    case "save":
      return savedHazard(draft, facts);
    case "save-nameless":
      return savedHazard({ ...draft, anonymous: true }, facts);
    case "change":
      return { state, effects: [notice(texts.change, [button("back")])] };
    case "drop":
      return dropHazard();
    default:
      return action satisfies never;
  }
}

/** The matter that it becomes: a tip where somebody does something, else a hazard. */
export function openedHazard(draft: HazardDraft, { turn, number, station }: Facts): Effect {
  const villages = station.villages.map(({ name }) => name);
  return {
    do: "open-matter",
    id: turn,
    number,
    kind: isTip(draft.kind) ? "tip" : "hazard",
    note: texts.note(draft),
    phone: draft.anonymous ? null : draft.phone,
    level: "normal",
    anonymous: draft.anonymous,
    village: draft.where === null ? null : villageIn(draft.where, villages),
  };
}

function keptPictures({ pictures = [], anonymous }: HazardDraft, facts: Facts): Effect[] {
  return pictures.map((picture) => ({
    ...{ do: "keep-picture", matter: facts.turn, stage: "before", picture },
    ...{ channel: facts.channel, nameless: anonymous, actor: null },
  }));
}

/** So many pictures show any hazard. */
const mostPictures = 6;

/** A picture that came with the tale, if it can be kept. */
export function withPicture(draft: HazardDraft, medium: Medium | null | undefined): HazardDraft {
  const picture = medium ? pictureOf(medium) : null;
  const { pictures = [] } = draft;
  if (picture === null || pictures.length >= mostPictures) return draft;
  return { ...draft, photos: true, pictures: [...pictures, picture] };
}

export function savedHazard(draft: HazardDraft, facts: Facts): Decision {
  const { number, station, watch } = facts;
  const reach = `${talkTexts.watch(watch)}${reachStation(station)}`;
  const first = draft.anonymous ? texts.savedNameless(number, reach) : texts.saved(number, reach);
  const next = isTip(draft.kind) ? texts.nextTip : texts.next;
  return {
    state: atMenu,
    effects: [
      openedHazard(draft, facts),
      ...keptPictures(draft, facts),
      notice(`${first}\n\n${next}`, [button("human")], ["110"]),
    ],
  };
}

/** The next question, or the card of what will be written. */
export function askHazardOrShow(draft: HazardDraft, facts: Facts, before: string[] = []): Decision {
  const ask = nextHazardAsk(draft);
  return ask === null ? showHazard(draft, before) : putHazard(ask, draft, facts, before);
}

export function putHazard(
  ask: HazardAsk,
  draft: HazardDraft,
  facts: Facts,
  before: string[] = [],
): Decision {
  const values =
    ask === "where"
      ? facts.station.villages.map(({ name }) => name)
      : ask === "since"
        ? texts.sinceChoices
        : [];
  const choices = [
    ...values.map((value) => choice(value, { do: "answer", ask, value })),
    choice(texts.skip, { do: "skip", ask }),
  ];
  const asked = draft.asked.includes(ask) ? draft.asked : [...draft.asked, ask];
  const state: HazardState = {
    flow: "hazard",
    v: 1,
    at: "asking",
    ask,
    draft: { ...draft, asked },
  };
  return { state, effects: [notice([...before, texts.ask(ask)].join("\n\n"), choices, ["110"])] };
}

export function showHazard(draft: HazardDraft, before: string[] = []): Decision {
  const choices = [
    choice(texts.save, { do: "save" }),
    choice(texts.nameless, { do: "save-nameless" }),
    choice(texts.edit, { do: "change" }),
    choice(texts.drop, { do: "drop" }),
  ];
  const text = [...before, texts.card(draft, isTip(draft.kind))].join("\n\n");
  return { state: { flow: "hazard", v: 1, at: "card", draft }, effects: [notice(text, choices)] };
}

/** What the words tell of place, time, pictures and names fills what is not known yet. */
export function withHazardTold(draft: HazardDraft, text: string, facts: Facts): HazardDraft {
  const said = normalise(text);
  const villages = facts.station.villages.map(({ name }) => name);
  return {
    ...draft,
    where: draft.where ?? placeIn(said, villages) ?? spotIn(said),
    since: draft.since ?? sinceIn(said),
    anonymous: draft.anonymous || wantsNoName(text),
    photos: draft.photos || hasPhotos(text),
  };
}

type Button = HazardAction extends infer A
  ? A extends { act: "hazard" }
    ? Omit<A, "act">
    : never
  : never;

function choice(label: string, action: Button): Choice {
  return { label, action: { act: "hazard", ...action } };
}
