import { atMenu } from "../domain/conversation.ts";
import { type DisputeAsk, type DisputeDraft, type DisputeState } from "../domain/dispute.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { disputeTexts as texts } from "../texts/zh-cn/dispute.ts";
import {
  agreesIn,
  asksIn,
  asksWhoKnowsIn,
  asksWhyIn,
  correctionIn,
  courtesyIn,
  isAside,
  passesIn,
  refusesIn,
  stopsIn,
} from "../understanding/dispute/manner.ts";
import { mayBePlace, mayBeTime, spotIn } from "../understanding/dispute/place-and-time.ts";
import { anyRoleIn, roleAtStart, typeWith, withinFamily } from "../understanding/dispute/roles.ts";
import { toldIn, type Told } from "../understanding/dispute/told.ts";
import { normalise } from "../understanding/normalise.ts";
import { answered, dropDispute, type Said } from "./dispute.ts";
import { askOrShow, put, showCard } from "./dispute-ask.ts";
import { addedToDispute, saved, savedAtOnce } from "./dispute-keep.ts";
import { button, notice } from "./reply.ts";

/**
 * Words while a dispute is taken in: an answer, several at once, a correction, an end. Null: it is
 * something else that somebody else answers, and the intake waits where it is.
 */
export function disputeWords(state: DisputeState, heard: Said, facts: Facts): Decision | null {
  const said = { ...heard, text: heard.text.trim() };
  const { text, reading } = said;
  if (state.at === "place") {
    if (isAside(text, reading)) return null;
    return {
      state: atMenu,
      effects: [
        addedToDispute(state.matter, text),
        notice(texts.placeNoted, [button("human")], ["110"]),
      ],
    };
  }
  const draft = withPhone(state.draft, said);
  if (stopsIn(text)) return dropDispute();
  if (asksWhyIn(text)) return again(state, draft, facts, texts.why);
  if (asksWhoKnowsIn(text)) return again(state, draft, facts, texts.secret);
  if (refusesIn(text) && !(state.at === "asking" && state.ask === "danger")) return change(draft);
  const correction = correctionIn(text);
  if (correction !== null) return corrected(state, draft, correction, facts);
  switch (state.at) {
    case "asking":
      return afterAnswer(state.ask, draft, said, facts);
    case "card":
      if (agreesIn(text)) return saved(draft, facts);
      if (courtesyIn(text)) return showCard(draft);
      return isAside(text, reading) || (asksIn(text) && reading.dispute === null)
        ? null
        : showCard(added(draft, text, facts));
    case "changing":
      if (agreesIn(text)) return showCard(draft);
      return isAside(text, reading) ? null : corrected(state, draft, text, facts);
    default:
      return state satisfies never;
  }
}

function change(draft: DisputeDraft): Decision {
  return {
    state: { flow: "dispute", v: 1, at: "changing", draft },
    effects: [notice(texts.change, [button("back")])],
  };
}

function afterAnswer(
  ask: DisputeAsk,
  draft: DisputeDraft,
  said: Said,
  facts: Facts,
): Decision | null {
  const { text, reading } = said;
  if (ask === "danger") return afterDanger(draft, said, facts);
  if (passesIn(text)) return askOrShow(draft, facts);
  if (courtesyIn(text) || agreesIn(text)) return put(ask, draft, facts, [texts.again]);
  const tells = reading.dispute !== null && (ask === "what" || text.length > 12);
  if (!tells && isAside(text, reading)) return null;
  if (ask === "what") return answered(draft, ask, text, facts);
  const found = toldIn(text, draft.type, namesOf(facts));
  const role = anyRoleIn(normalise(text));
  if (ask === "who" && role !== null) found.who ??= role;
  if (ask === "where") found.where ??= spotIn(normalise(text)) ?? undefined;
  const known = keepingTale(merged(draft, found), text);
  if (found[ask] !== undefined) return askOrShow(known, facts);
  // Another question than the one put was answered: that one is put again, as long as there is news.
  if (Object.values(found).some((value) => value !== undefined))
    return bringsNews(draft, found) || (ask === "where" && text.length < onlyRole)
      ? put(ask, known, facts)
      : askOrShow(known, facts);
  if (ask === "where" && role !== null && text.length < onlyRole)
    return put(ask, { ...draft, who: draft.who ?? role }, facts);
  // Words that answer nothing that was put belong to the tale.
  return mayAnswer(ask, normalise(text))
    ? askOrShow({ ...draft, [ask]: text.slice(0, longestAnswer) }, facts)
    : askOrShow({ ...draft, told: [...draft.told, text] }, facts);
}

function mayAnswer(ask: Exclude<DisputeAsk, "danger" | "what">, said: string): boolean {
  switch (ask) {
    case "who":
      return said.length <= onlyRole;
    case "detail":
      return true;
    case "where":
      return mayBePlace(said);
    case "since":
      return mayBeTime(said);
    case "wants":
      return false;
    default:
      return ask satisfies never;
  }
}

/** A relation in so few characters is no place. Unit: UTF-16 code units. */
const onlyRole = 7;
function bringsNews(draft: DisputeDraft, found: Told): boolean {
  return (["who", "detail", "where", "since", "wants"] as const).some(
    (side) => draft[side] === null && found[side] !== undefined,
  );
}

/** An answer is kept as written up to here. Unit: UTF-16 code units. */
const longestAnswer = 60;

/** Is somebody with you: read first, and in doubt as a danger. */
function afterDanger(draft: DisputeDraft, { text, reading }: Said, facts: Facts): Decision | null {
  const said = normalise(text);
  if (
    /不方便|在旁边|在(?:家|[外里]?屋|跟前|院|门口|炕|隔壁|边上)|在呢|有危险|害怕|救|快来|不敢|^有$|他来了|回来了/u.test(
      said,
    ) &&
    !/不在|没在|没危险|不害怕/u.test(said)
  )
    return savedAtOnce(draft, facts);
  if (passesIn(text)) return askOrShow(draft, facts);
  if (isAside(text, reading)) return null;
  const found = toldIn(text, draft.type, namesOf(facts));
  return askOrShow(keepingTale({ ...merged(draft, found), danger: false }, text), facts);
}

function corrected(
  state: Exclude<DisputeState, { at: "place" }>,
  draft: DisputeDraft,
  right: string,
  facts: Facts,
): Decision {
  const role = roleAtStart(normalise(right));
  const type = role === null ? draft.type : typeWith(draft.type, role);
  // Who is named behind something else is not the other one: bitten was not my child but my mother.
  const changed: Told = { ...toldIn(right, type, namesOf(facts)), who: role ?? undefined };
  // Nothing that has a place on the card: it stands beside the tale.
  const next = Object.values(changed).every((value) => value === undefined)
    ? { ...draft, told: [...draft.told, right] }
    : {
        ...merged(
          { ...draft, detail: changed.detail === undefined ? draft.detail : null },
          changed,
        ),
        type,
      };
  const before = [texts.corrected];
  if (state.at !== "asking") return showCard(next, before);
  const stillOpen = state.ask !== "danger" && state.ask !== "what" && next[state.ask] === null;
  return stillOpen ? put(state.ask, next, facts, before) : askOrShow(next, facts, before);
}

function again(
  state: Exclude<DisputeState, { at: "place" }>,
  draft: DisputeDraft,
  facts: Facts,
  before: string,
): Decision {
  return state.at === "asking" ? put(state.ask, draft, facts, [before]) : showCard(draft, [before]);
}

/** More is told over the card: it takes its place there, or joins the tale. */
function added(draft: DisputeDraft, text: string, facts: Facts): DisputeDraft {
  const found = toldIn(text, draft.type, namesOf(facts));
  const placed = Object.values(found).some((value) => value !== undefined);
  const next = merged(draft, found);
  return placed ? keepingTale(next, text) : { ...next, told: [...next.told, text] };
}

/** Later words win over earlier ones; of the details all are kept. */
function merged(draft: DisputeDraft, found: Told): DisputeDraft {
  const wants =
    draft.violence && found.wants === "mediation" ? draft.wants : (found.wants ?? draft.wants);
  const details = [draft.detail, found.detail ?? null].filter((it) => it !== null);
  const named = draft.who === null && found.who ? found.who : null;
  return {
    ...draft,
    type: named === null ? draft.type : withinFamily(draft.type, named),
    who: found.who ?? draft.who,
    where: found.where ?? draft.where,
    since: found.since ?? draft.since,
    wants,
    detail: details.length === 0 ? null : [...new Set(details)].join("，"),
  };
}

/** A long answer tells more than its answer. */
function keepingTale(draft: DisputeDraft, text: string): DisputeDraft {
  return text.length > 14 ? { ...draft, told: [...draft.told, text] } : draft;
}

function withPhone(draft: DisputeDraft, { masked }: Said): DisputeDraft {
  return { ...draft, phone: masked.phones[0] ?? draft.phone };
}

function namesOf({ station }: Facts): string[] {
  return station.villages.map(({ name }) => name);
}
