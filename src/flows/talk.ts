import { atMenu, type State } from "../domain/conversation.ts";
import type { Talk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { advance } from "../domain/matter.ts";
import type { Command } from "../domain/matter.ts";
import type { Choice, MediaKind, Relayed } from "../domain/message.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { reminderTexts } from "../texts/zh-cn/reminders.ts";
import { talkTexts as texts } from "../texts/zh-cn/talk.ts";
import { toStaff } from "./desk-reply.ts";
import { passed } from "./relay.ts";
import { notice } from "./reply.ts";
import { keepPlace } from "./whereabouts.ts";

/**
 * A villager who talks with one of us: what they write goes there, and the bot keeps silent. Null:
 * it is nothing of the talk (a button of the bot's own).
 */
export function inTalk(state: State, event: Event, facts: Facts, talk: Talk): Decision | null {
  const { matter } = talk;
  switch (event.on) {
    case "said":
    case "sent":
      return { state, effects: relay(event, facts, talk) };
    case "chose":
      if (event.action.act === "leave-talk")
        return {
          state: atMenu,
          effects: [
            ...saved({ do: "rest" }, facts, talk),
            toOwner(deskTexts.left(matter.number), talk),
            notice(texts.left),
          ],
        };
      if (event.action.act === "human")
        return { state, effects: [notice(texts.already(talk.with))] };
      return null;
    case "seat":
    case "found":
    case "opened":
      return null;
    default:
      return event satisfies never;
  }
}

function relay(event: Extract<Event, { on: "said" | "sent" }>, facts: Facts, talk: Talk): Effect[] {
  const { matter } = talk;
  const { text, media, otherwise, left } = passed(event, facts, {
    matter: matter.id,
    says: (words) => deskTexts.heard(matter, words),
    sends: (what) => deskTexts.sentMedia(matter, what),
    cannot: (kind) =>
      kind === "contact"
        ? deskTexts.heardContact(matter)
        : deskTexts.heardMedia(matter, mediaTexts.kinds[kind]),
  });
  const tell = text === null ? [] : [toOwner(text, talk, media, otherwise)];
  const { place } = event.medium ?? {};
  const isPlace = place && facts.alarm !== null;
  return [
    ...saved({ do: "hear" }, facts, talk),
    ...tell,
    ...(isPlace ? [keepPlace(mediaTexts.place(place), facts.alarm!)] : []),
    ...(left === null ? [] : [notice(leftHere(left))]),
  ];
}

const leftHere = (kind: MediaKind): string =>
  kind === "contact" ? texts.contactNotSent : texts.mediaNotSent(mediaTexts.kinds[kind]);

/** Words of the villager, with a button that picks their matter. */
function toOwner(
  text: string,
  { matter }: Talk,
  media: Relayed | null = null,
  otherwise: string | null = null,
): Effect {
  const { pick, close } = deskTexts.buttons;
  const choices: Choice[] = [
    { label: pick, action: { act: "pick", matter: matter.id } },
    { label: close, action: { act: "close", matter: matter.id } },
  ];
  return {
    do: "tell",
    to: { person: matter.owner! },
    reply: { ...toStaff(text, choices), ...(media === null ? {} : { media }) },
    bare: toStaff(deskTexts.heardBare(matter), choices),
    ...(media === null || otherwise === null ? {} : { otherwise: toStaff(otherwise, choices) }),
  };
}

function saved(command: Command, { now }: Facts, { matter }: Talk): Effect[] {
  const advanced = advance(matter, command, now);
  if (!advanced.ok) return [];
  return [{ do: "save-matter", matter: advanced.matter, act: command.do, actor: "villager" }];
}

/** The villager says that it is not settled after all: it waits again for whoever is on duty. */
export function notSettled(state: State, matter: string, facts: Facts): Decision {
  const own = facts.matters.find(({ id }) => id === matter);
  if (!own) return { state, effects: [notice(texts.notYours)] };
  return {
    state,
    effects: [{ do: "reopen", matter }, notice(texts.reopened(own.number))],
  };
}

/** The villager says that all is well: thanked, and not asked again. */
export function settled(state: State, matter: string, facts: Facts): Decision {
  const own = facts.matters.find(({ id }) => id === matter);
  if (!own) return { state, effects: [notice(texts.notYours)] };
  return {
    state,
    effects: [{ do: "settle", matter }, notice(reminderTexts.thanks(own.number))],
  };
}
