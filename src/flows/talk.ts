import { atMenu, type State } from "../domain/conversation.ts";
import type { Talk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { advance } from "../domain/matter.ts";
import type { Command } from "../domain/matter.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { mediaTexts } from "../texts/zh-cn/media.ts";
import { talkTexts as texts } from "../texts/zh-cn/talk.ts";
import { toStaff } from "./desk-reply.ts";
import { notice } from "./reply.ts";

/**
 * A villager who talks with one of us: what they write goes there, and the bot keeps silent. Null:
 * it is nothing of the talk (a button of the bot's own).
 */
export function inTalk(state: State, event: Event, facts: Facts, talk: Talk): Decision | null {
  const { matter } = talk;
  switch (event.on) {
    case "said":
      return { state, effects: relay(deskTexts.heard(matter, event.text), facts, talk) };
    case "sent":
      return {
        state,
        effects: [
          ...relay(deskTexts.heardMedia(matter, mediaTexts.kinds[event.media]), facts, talk),
          notice(texts.mediaNotSent(mediaTexts.kinds[event.media])),
        ],
      };
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
    case "found":
    case "opened":
      return null;
    default:
      return event satisfies never;
  }
}

function relay(text: string, facts: Facts, talk: Talk): Effect[] {
  return [...saved({ do: "hear" }, facts, talk), toOwner(text, talk)];
}

/** Words of the villager, with a button that picks their matter. */
function toOwner(text: string, { matter }: Talk): Effect {
  const { pick, close } = deskTexts.buttons;
  return {
    do: "tell",
    to: { person: matter.owner! },
    reply: toStaff(text, [
      { label: pick, action: { act: "pick", matter: matter.id } },
      { label: close, action: { act: "close", matter: matter.id } },
    ]),
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
