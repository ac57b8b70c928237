import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { reachStation } from "../texts/zh-cn/station.ts";
import { carriesNoWords } from "./bare.ts";
import { heard, toVillager } from "./desk-step.ts";
import { passed } from "./relay.ts";

/** Something that one of us wants a villager to have. */
export type Spoken = Extract<Event, { on: "said" | "sent" }>;

/** What the villager gets of it, under the officer's name, and what the officer hears of the rest. */
export function spoken(event: Spoken, matter: Matter, facts: Facts, { me, about }: Desk): Effect[] {
  const { text, media, left } = passed(event, facts, {
    matter: matter.id,
    says: (words) => talkTexts.says(me.name, words),
    sends: (what) => talkTexts.sends(me.name, what),
    cannot: () => null,
  });
  if (
    about !== null &&
    carriesNoWords({ channel: about.channel ?? "web", residency: facts.residency })
  )
    return [
      ...toVillager(
        matter,
        talkTexts.saysElsewhere(me.name, matter.number, reachStation(facts.station)),
      ),
      { do: "must-call", matter: matter.id },
      heard(texts.notOnTelegram(matter.number)),
    ];
  const told = text === null ? [] : toVillager(matter, text);
  return [
    ...told.map((effect): Effect =>
      effect.do === "tell" && media !== null
        ? { ...effect, reply: { ...effect.reply, media } }
        : effect,
    ),
    ...(left === null ? [] : [heard(notSent(left, matter))]),
  ];
}

function notSent(kind: Parameters<typeof isContact>[0], { number }: Matter): string {
  return isContact(kind)
    ? texts.contactNotSent
    : texts.mediaNotSent(number, mediaTexts.kinds[kind]);
}

const isContact = (kind: keyof typeof mediaTexts.kinds): boolean => kind === "contact";

/** So many of the latest messages can still be edited for the villager. */
const mostEditable = 20;

/** Remembers which messages went to the matter at hand, so that an edit goes where its message went. */
export function withSent(next: State, before: State, event: Spoken): State {
  if (next.flow !== "desk" || next.at !== "talking") return next;
  const same =
    before.flow === "desk" && before.at === "talking" && before.matter === next.matter
      ? (before.sent ?? [])
      : [];
  const { message } = event.on === "said" ? event : { message: null };
  const sent = message === null || same.includes(message) ? same : [...same, message];
  return { ...next, sent: sent.slice(-mostEditable) };
}

/** Whether this edits something that went to the matter at hand. */
export function editsSent(state: State, { message }: Extract<Event, { on: "said" }>): boolean {
  if (state.flow !== "desk" || state.at !== "talking" || message === null) return false;
  return state.sent?.includes(message) ?? false;
}

/** So many can be asked about with one message: Telegram takes no more buttons at once. */
const mostAsked = 50;

/** Nothing is sent before it is certain to whom: those who are talking, or else all in hand. */
export function askWhom(state: State, among: Matter[]): Decision {
  if (among.length === 0) return { state, effects: [heard(texts.mine([]))] };
  const open = among.filter(({ talking: now }) => now);
  const choices = (open.length > 0 ? open : among).map(({ id, number, village }) => ({
    label: `${number}${village === null ? "" : ` ${village}`}`,
    action: { act: "pick" as const, matter: id },
  }));
  return { state, effects: [heard(texts.whom, choices.slice(0, mostAsked))] };
}
