import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { heard } from "./desk-step.ts";

/** A link that opens the desk in another browser: a computer beside the phone. */
export function deskLink(state: State, { pageUrl }: Facts, { me, code }: Desk): Decision {
  return {
    state,
    effects: [
      { do: "keep-login", code, person: me.id },
      heard(texts.deskLink(me.name, pageUrl, `/desk/in/${code}`)),
    ],
  };
}

/** A browser forgets whose desk it was; Telegram is somebody's own, and stays. */
export function signOut(state: State, { channel }: Facts, { me }: Desk): Decision {
  if (channel !== "web") return { state, effects: [heard(texts.noSignOut)] };
  return {
    state: atMenu,
    effects: [{ do: "sign-out", person: me.id }, heard(texts.signedOut)],
  };
}
