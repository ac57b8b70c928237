import { atMenu, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import {
  nextVisitAsk,
  type VisitAction,
  type VisitAsk,
  type VisitDraft,
  type VisitState,
} from "../domain/visit.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { visitTexts as texts } from "../texts/zh-cn/home-visit.ts";
import { placeIn, villageIn } from "../understanding/dispute/place-and-time.ts";
import { atHomeIn, reasonIn, visitServiceIn, whoIn } from "../understanding/home-visit.ts";
import { normalise } from "../understanding/normalise.ts";
import { phoneMayBeGiven } from "./dispute-keep.ts";
import { stale } from "./menu.ts";
import { button, notice } from "./reply.ts";
import { openVisit, tellOwner } from "./visit-answer.ts";

const fresh: VisitDraft = {
  ...{ who: null, service: null, why: null, where: null, when: null, day: null },
  ...{ more: null, phone: null, asked: [] },
};

/** So many services are offered at once. */
const mostServices = 5;

/** Somebody is to come to the house: what was told is not asked again. Nothing is stored yet. */
export function beginVisit(
  told: string,
  phone: string | null,
  facts: Facts,
  more = false,
): Decision {
  const open = openVisit(facts);
  if (open && !more) return already(told, open);
  const draft = withVisitTold({ ...fresh, phone }, told, facts);
  return askVisitOrShow(draft, facts, [texts.begin]);
}

function already(told: string, { id, number }: Matter): Decision {
  const choices: Choice[] = [
    { label: texts.more, action: { act: "visit", do: "begin", told, more: true } },
    { label: texts.other, action: { act: "visit-answer", matter: id, say: "other", day: null } },
    { label: texts.cancel, action: { act: "visit-answer", matter: id, say: "cancel", day: null } },
  ];
  return { state: atMenu, effects: [notice(texts.already(number), choices)] };
}

/** What was not written down yet is gone; what stands in a request stays there. */
export function dropVisit(state: VisitState): Decision {
  const text = state.at === "day" ? texts.otherLater(state.number) : texts.dropped;
  return { state: atMenu, effects: [notice(text)] };
}

/** A button of it; an old one redoes its step while it is still open. */
export function visitChoice(state: State, action: VisitAction, facts: Facts): Decision {
  if (action.do === "begin") return beginVisit(action.told, null, facts, action.more);
  if (state.flow !== "visit" || state.at === "day") return stale();
  const { draft } = state;
  switch (action.do) {
    case "answer":
      return askVisitOrShow({ ...draft, [action.ask]: action.value }, facts);
    case "skip":
      return askVisitOrShow({ ...draft, asked: [...new Set([...draft.asked, action.ask])] }, facts);
    case "save":
      return savedVisit(draft, facts);
    case "change":
      return changeVisit(draft);
    case "keep":
      return showVisit(draft);
    case "drop":
      return dropVisit(state);
    default:
      return action satisfies never;
  }
}

/** 确定: it is written down, or goes with the one that this person has asked for already. */
export function savedVisit(draft: VisitDraft, facts: Facts): Decision {
  const { turn, number, station, watch } = facts;
  const note = texts.note(draft);
  const phone = phoneMayBeGiven(facts) ? draft.phone : null;
  const open = openVisit(facts);
  if (open) {
    const words = texts.noted.again(note);
    const again: Effect[] = [
      { do: "add-to-matter", matter: open.id, words },
      ...(phone === null ? [] : [{ do: "add-phone" as const, matter: open.id, phone }]),
      ...tellOwner(open, texts.desk.more(open.number, note), texts.desk.moreBare(open.number)),
    ];
    return { state: atMenu, effects: [...again, notice(texts.savedAgain(open.number))] };
  }
  const villages = station.villages.map(({ name }) => name);
  const opened: Effect = {
    ...{ do: "open-matter", id: turn, number, kind: "visit", note, phone, level: "normal" },
    village: draft.where === null ? null : villageIn(draft.where, villages),
  };
  const reach = `${talkTexts.watch(watch)}${reachStation(station)}`;
  return {
    state: atMenu,
    effects: [opened, notice(texts.saved(number, reach), [button("human")])],
  };
}

/** The next question, or the card of what will be written. */
export function askVisitOrShow(draft: VisitDraft, facts: Facts, before: string[] = []): Decision {
  const ask = nextVisitAsk(draft);
  return ask === null ? showVisit(draft, before) : putVisit(ask, draft, facts, before);
}

export function putVisit(
  ask: VisitAsk,
  draft: VisitDraft,
  facts: Facts,
  before: string[] = [],
): Decision {
  const asked = draft.asked.includes(ask) ? draft.asked : [...draft.asked, ask];
  const choices = [
    ...valuesFor(ask, facts).map((value) => press(value, { do: "answer", ask, value })),
    press(texts.skip, { do: "skip", ask }),
  ];
  const asksPhone = draft.phone === null && phoneMayBeGiven(facts);
  const text = [...before, texts.ask(ask, asksPhone)].join("\n\n");
  return {
    state: { flow: "visit", v: 1, at: "asking", ask, draft: { ...draft, asked } },
    effects: [notice(text, choices)],
  };
}

function valuesFor(ask: VisitAsk, { station, services }: Facts): readonly string[] {
  switch (ask) {
    case "who":
      return texts.who;
    case "service":
      return services.slice(0, mostServices).map(({ name }) => name);
    case "why":
      return [];
    case "where":
      return station.villages.map(({ name }) => name);
    case "when":
      return texts.when;
    default:
      return ask satisfies never;
  }
}

export function showVisit(draft: VisitDraft, before: string[] = []): Decision {
  const choices = [
    press(texts.save, { do: "save" }),
    press(texts.edit, { do: "change" }),
    press(texts.drop, { do: "drop" }),
  ];
  const text = [...before, texts.card(draft)].join("\n\n");
  return { state: { flow: "visit", v: 1, at: "card", draft }, effects: [notice(text, choices)] };
}

/** What is wrong is said plainly; until then the card stands. */
export function changeVisit(draft: VisitDraft): Decision {
  const choices = [press(texts.keep, { do: "keep" }), press(texts.drop, { do: "drop" })];
  return {
    state: { flow: "visit", v: 1, at: "card", draft },
    effects: [notice(texts.change, choices)],
  };
}

/** After something else was answered, it goes on at the same place. */
export function standingVisit(state: VisitState, facts: Facts, before: string[]): Decision {
  if (state.at === "asking") return putVisit(state.ask, state.draft, facts, before);
  if (state.at === "card") return showVisit(state.draft, before);
  return { state, effects: [notice([...before, texts.askOther].join("\n\n"), [button("back")])] };
}

/** What the words tell fills what is not known yet. */
export function withVisitTold(draft: VisitDraft, text: string, facts: Facts): VisitDraft {
  const told = toldIn(text, facts);
  const knowsWhen = draft.when !== null || draft.day !== null;
  return {
    ...draft,
    who: draft.who ?? told.who,
    service: draft.service ?? told.service,
    why: draft.why ?? told.why,
    where: draft.where ?? told.where,
    when: knowsWhen ? draft.when : told.when,
    day: knowsWhen ? draft.day : told.day,
  };
}

type Told = Pick<VisitDraft, "who" | "service" | "why" | "where" | "when" | "day">;

export function toldIn(text: string, facts: Facts): Told {
  const said = normalise(text);
  const villages = facts.station.villages.map(({ name }) => name);
  const home = atHomeIn(text, facts.now, facts.calendar);
  return {
    who: whoIn(text),
    service: visitServiceIn(text, facts.services),
    why: reasonIn(text),
    where: placeIn(said, villages),
    when: home === null ? null : (home.when ?? texts.day(home.day!)),
    day: home?.day ?? null,
  };
}

type Button = VisitAction extends infer A
  ? A extends { act: "visit" }
    ? Omit<A, "act">
    : never
  : never;

function press(label: string, action: Button): Choice {
  return { label, action: { act: "visit", ...action } as VisitAction };
}
