import type { Decision, Facts } from "../domain/flow.ts";
import type { HazardDraft, HazardState } from "../domain/hazard.ts";
import type { Medium } from "../domain/message.ts";
import { disputeTexts } from "../texts/zh-cn/dispute.ts";
import { hazardTexts as texts } from "../texts/zh-cn/hazard.ts";
import {
  agreesIn,
  asksWhyIn,
  correctionIn,
  courtesyIn,
  isAside,
  passesIn,
  refusesIn,
  stopsIn,
} from "../understanding/dispute/manner.ts";
import { placeIn, sinceIn, spotIn } from "../understanding/dispute/place-and-time.ts";
import { hasPhotos, hazardKindOf, wantsNoName } from "../understanding/hazard.ts";
import { normalise } from "../understanding/normalise.ts";
import type { Said } from "./dispute.ts";
import {
  askHazardOrShow,
  dropHazard,
  putHazard,
  savedHazard,
  showHazard,
  withHazardTold,
  withPicture,
} from "./hazard.ts";
import { button, notice } from "./reply.ts";

/** An answer of so few characters is nothing but the answer. Unit: UTF-16 code units. */
const onlyAnswer = 14;
const longestAnswer = 60;

/** Words while a hazard is taken in; null: something else that somebody else answers, and this waits. */
export function hazardWords(state: HazardState, said: Said, facts: Facts): Decision | null {
  const { text, reading, masked } = said;
  const before: HazardDraft = { ...state.draft, phone: masked.phones[0] ?? state.draft.phone };
  const draft = withPicture(before, said.medium);
  if (stopsIn(text)) return dropHazard();
  if (asksWhyIn(text))
    return state.at === "asking"
      ? putHazard(state.ask, draft, facts, [disputeTexts.why])
      : showHazard(draft, [disputeTexts.why]);
  const right = correctionIn(text);
  if (right !== null) {
    const next = corrected(draft, right, facts);
    return state.at === "card"
      ? showHazard(next, [disputeTexts.corrected])
      : askHazardOrShow(next, facts, [disputeTexts.corrected]);
  }
  if (state.at === "card") {
    if (agreesIn(text)) return savedHazard(draft, facts);
    if (refusesIn(text)) return { state, effects: [notice(texts.change, [button("back")])] };
    if (wantsNoName(text)) return savedHazard({ ...draft, anonymous: true }, facts);
    if (courtesyIn(text)) return showHazard(draft);
    if (isAside(text, reading)) return null;
    return showHazard({ ...withHazardTold(draft, text, facts), told: [...draft.told, text] });
  }
  const { ask } = state;
  if (passesIn(text)) return askHazardOrShow(draft, facts);
  if (courtesyIn(text)) return putHazard(ask, draft, facts, [disputeTexts.again]);
  if (isAside(text, reading)) return null;
  return askHazardOrShow(answered(ask, draft, text, facts), facts);
}

/** A picture while it is taken in: what becomes of it is said truly. */
export function hazardPhoto(state: HazardState, medium: Medium, facts: Facts): Decision {
  const draft = withPicture({ ...state.draft, photos: true }, medium);
  const count = draft.pictures?.length ?? 0;
  const isKept = count > (state.draft.pictures?.length ?? 0);
  const told = isKept ? texts.photoKept(count) : texts.photo;
  return state.at === "asking"
    ? putHazard(state.ask, draft, facts, [told])
    : showHazard(draft, [told]);
}

function answered(
  ask: "what" | "where" | "since",
  draft: HazardDraft,
  text: string,
  facts: Facts,
): HazardDraft {
  const next = withHazardTold(draft, text, facts);
  if (ask === "what") return { ...next, kind: hazardKindOf(text), told: [...draft.told, text] };
  const tale = text.length > onlyAnswer ? [...next.told, text] : next.told;
  const answer = next[ask] ?? (text.length <= longestAnswer ? text : null);
  return { ...next, [ask]: answer, told: tale };
}

function corrected(draft: HazardDraft, right: string, facts: Facts): HazardDraft {
  const said = normalise(right);
  const villages = facts.station.villages.map(({ name }) => name);
  const where = placeIn(said, villages) ?? spotIn(said);
  const since = sinceIn(said);
  return {
    ...draft,
    where: where ?? draft.where,
    since: since ?? draft.since,
    photos: draft.photos || hasPhotos(right),
    told: where === null && since === null ? [...draft.told, right] : draft.told,
  };
}
