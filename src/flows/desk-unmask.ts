import type { LookReason } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { mayUnmask } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { heard } from "./desk-step.ts";

const reasons = ["call-back", "verify", "danger"] as const;

/** A villager's number is shown only to whoever has the matter, for a reason, and on the trail. */
export function unmask(
  state: State,
  { it, phone, owner }: NonNullable<Desk["about"]>,
  reason: LookReason | null,
  { pageUrl, channel, residency }: Facts,
  { me, mustStepUp }: Desk,
): Decision {
  if (!mayUnmask(me, it))
    return { state, effects: [heard(texts.refused("not-yours", it.number, owner))] };
  const isAbroad = residency === "cn" && channel === "telegram";
  if (mustStepUp || isAbroad)
    return { state, effects: [heard(texts.phoneOnDesk(it.number, pageUrl))] };
  if (reason === null)
    return {
      state,
      effects: [
        heard(
          texts.askReason(it.number),
          reasons.map((one) => ({
            label: texts.reasons[one],
            action: { act: "unmask", matter: it.id, reason: one },
          })),
        ),
      ],
    };
  return {
    state,
    effects: [
      { do: "note-look", matter: it.id, person: me.id, reason },
      heard(texts.phone(it.number, phone)),
    ],
  };
}
