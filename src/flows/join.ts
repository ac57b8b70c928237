import { atMenu } from "../domain/conversation.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { toStaff } from "./desk-reply.ts";

/** Whoever brings an invitation that can still be used works here from now on. */
export function join({ invite }: Facts): Decision {
  if (!invite)
    return { state: atMenu, effects: [{ do: "reply", reply: toStaff(texts.badInvite) }] };
  const { buttons } = texts;
  const reply = toStaff(texts.joined(invite.name, invite.role), [
    { label: buttons.mine, action: { act: "mine" } },
    { label: buttons.waiting, action: { act: "waiting" } },
  ]);
  return {
    state: atMenu,
    effects: [
      { do: "join", invite },
      { do: "reply", reply },
    ],
  };
}
