import { atMenu, type State } from "../domain/conversation.ts";
import type { Alarm, Decision, Effect, Facts, Raised } from "../domain/flow.ts";
import type { Choice, Medium } from "../domain/message.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { emergencyTexts } from "../texts/zh-cn/emergency.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { toStaff } from "./desk-reply.ts";
import { addedToDispute } from "./dispute-keep.ts";
import { button, notice } from "./reply.ts";
import { goOn } from "./resume.ts";
import { underWay } from "./under-way.ts";

type AtWhere = Extract<State, { flow: "emergency"; at: "where" }>;

/** Words after a card: where it is. They join what the officer sees. */
export function afterWhere(state: AtWhere, words: string, facts: Facts): Decision {
  const { class: name, alert } = state;
  const pending = underWay(state);
  const placed = pending?.flow === "dispute" && pending.at === "place" ? pending : null;
  // A fresh alarm of theirs takes it, also where the latest words made it less sure.
  const alarm = facts.alarm ?? (alert === null ? null : { alert, matter: null, people: [] });
  const effects: Effect[] = [
    ...(alarm === null ? [{ do: "alert" as const, class: name, words }] : located(words, alarm)),
    ...(placed === null ? [] : [addedToDispute(placed.matter, words)]),
    noted(),
  ];
  return goOn(placed === null ? pending : null, effects, facts);
}

/** The same during a talk, where whoever they talk with reads the words anyway. */
export function whereInTalk(state: State, words: string, facts: Facts, owner: string): Decision {
  if (state.flow !== "emergency" || state.at !== "where") return { state, effects: [] };
  const { alarm } = facts;
  const others = alarm?.people.filter((person) => person !== owner) ?? [];
  return {
    state: underWay(state) ?? atMenu,
    effects: alarm === null ? [] : located(words, { ...alarm, people: others }),
  };
}

/** A place that is sent while it is asked for, or soon after an alarm, belongs to the alarm. */
export function afterPlace(state: State, { place }: Medium, facts: Facts): Decision | null {
  if (!place) return null;
  const words = mediaTexts.place(place);
  if (state.flow === "emergency" && state.at === "where") return afterWhere(state, words, facts);
  if (facts.alarm === null) return null;
  return { state, effects: [...located(words, facts.alarm), noted()] };
}

/** Where it is, for the record alone: whoever has it hears it in the talk. */
export function keepPlace(words: string, { alert, matter }: Alarm): Effect {
  return matter === null
    ? { do: "add-to-alert", alert, words }
    : { do: "add-to-matter", matter, words };
}

/** Words of a danger that somebody is called for already: what is new joins it, and its owner hears it. */
export function toldAgain(words: string, raised: Raised): Effect[] {
  return raised.isNews || raised.matter !== null ? located(words, raised) : [];
}

/** Whoever a villager talks with reads the words in the talk. */
export function notTwice(facts: Facts, owner: string): Facts {
  const { raised } = facts;
  if (raised === null) return facts;
  const people = raised.people.filter((person) => person !== owner);
  return { ...facts, raised: { ...raised, people } };
}

/** For the record, and for those who were called for it. */
function located(words: string, alarm: Alarm): Effect[] {
  const { alert, matter, people } = alarm;
  const take: Choice = {
    label: deskTexts.buttons.takeAlert,
    action: { act: "take-alert", alert },
  };
  const choices = matter === null ? [take] : [];
  const tell = people.map((person): Effect => ({
    do: "tell",
    to: { person },
    reply: toStaff(deskTexts.whereabouts(words), choices),
    otherwise: toStaff(deskTexts.whereaboutsBare, choices),
  }));
  return [keepPlace(words, alarm), ...tell];
}

function noted(): Effect {
  return notice(emergencyTexts.whereNoted, [button("human")], ["110"]);
}
