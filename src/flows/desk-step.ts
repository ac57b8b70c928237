import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Effect, Facts } from "../domain/flow.ts";
import { advance } from "../domain/matter.ts";
import type { Command, Matter } from "../domain/matter.ts";
import type { Reply } from "../domain/message.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { toStaff } from "./desk-reply.ts";

type Stepped =
  { ok: true; save: Extract<Effect, { do: "save-matter" }> } | { ok: false; told: Effect };

/** One step of a matter, or the sentence that says why not. */
export function step(matter: Matter, command: Command, { now }: Facts, desk: Desk): Stepped {
  const advanced = advance(matter, command, now);
  if (advanced.ok) {
    const { matter: next } = advanced;
    return {
      ok: true,
      save: { do: "save-matter", matter: next, act: command.do, actor: desk.me.id },
    };
  }
  const owner = desk.about?.it.id === matter.id ? desk.about.owner : null;
  return { ok: false, told: heard(texts.refused(advanced.why, matter.number, owner)) };
}

export function talking(
  { id, kind, conversation }: Pick<Matter, "id" | "kind" | "conversation">,
  { now }: Pick<Facts, "now">,
): State {
  // Nobody can be written to about a list's warning: words are what came of it.
  if (kind === "fraud-alert" && conversation === null)
    return { flow: "desk", v: 1, at: "result", matter: id, talks: false, read: null };
  return { flow: "desk", v: 1, at: "talking", matter: id, since: now };
}

/** Where words go that were no answer to what was asked about a result. */
export function besideResult(state: State, { now }: Pick<Facts, "now">): State {
  if (state.flow !== "desk" || state.at !== "result") return state;
  return state.talks
    ? { flow: "desk", v: 1, at: "talking", matter: state.matter, since: now }
    : atMenu;
}

/** Where somebody stands who has done with a matter: another one that they talk about goes on. */
export function without(state: State, { id }: Pick<Matter, "id">): State {
  return state.flow === "desk" && state.matter !== id ? state : atMenu;
}

export function heard(text: string, choices: Reply["choices"] = []): Effect {
  return { do: "reply", reply: toStaff(text, choices) };
}

export const leaving: Reply["choices"] = [
  { label: talkTexts.leave, action: { act: "leave-talk" } },
];

/** Nobody hears it where the villager gave no name. */
export function toVillager(
  { conversation }: Pick<Matter, "conversation">,
  text: string,
  choices: Reply["choices"] = [],
): Effect[] {
  if (conversation === null) return [];
  return [{ do: "tell", to: { conversation }, reply: toStaff(text, choices) }];
}
