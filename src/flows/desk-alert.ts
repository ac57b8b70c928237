import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import { idleAfter } from "../domain/matter.ts";
import type { Matter } from "../domain/matter.ts";
import { may } from "../domain/rights.ts";
import { deskTexts as texts } from "../texts/zh-cn/desk.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { showable } from "./bare.ts";
import { heard, leaving, talking, toVillager } from "./desk-step.ts";
import { nextSteps } from "./desk-reply.ts";
import { takeButton } from "./warning-cards.ts";

/** Dangers that only the police are to see. */
const isPrivate = { violence: true, self_harm: true } as Record<string, true | undefined>;

/** Whoever takes an alert has a matter from then on, and talks with the villager. */
export function takeAlert(state: State, asksOldest: boolean, facts: Facts, desk: Desk): Decision {
  const { alert, me } = desk;
  // Money that is leaving is a matter from the start: it presses as an alert does.
  const pressing = desk.waiting.filter(({ level }) => level === "alarm");
  if (!alert && pressing.length > 0)
    return { state, effects: [heard(texts.waiting(pressing), pressing.map(takeButton))] };
  if (!alert) return { state, effects: [heard(asksOldest ? texts.noAlert : texts.gone)] };
  if (!may(me.role, "be-called")) return { state, effects: [heard(texts.mayNot)] };
  if (alert.it.takenBy !== null) return { state, effects: [heard(texts.alertTaken(alert.owner))] };
  const { danger, village, conversation, at } = alert.it;
  const matter: Matter = {
    id: facts.turn,
    number: facts.number,
    kind: danger === "fraud_in_progress" ? "fraud-alert" : "other",
    level: "alarm",
    danger,
    dispute: null,
    village,
    isPrivate: isPrivate[danger] ?? false,
    conversation,
    status: "taken",
    owner: me.id,
    talking: true,
    openedAt: at,
    takenAt: facts.now,
    closedAt: null,
    heardAt: at,
    spokenAt: facts.now,
    calls: alert.it.calls,
    dueAt: facts.now + idleAfter,
    mergedInto: null,
    version: 0,
  };
  const shown = { it: matter, words: alert.words, phone: null, owner: me.name };
  return {
    state: talking(matter, facts),
    effects: [
      { do: "take-alert", alert: alert.it.id, matter, note: alert.words, actor: me.id },
      heard(texts.taken(showable(shown, facts)), nextSteps(matter, desk)),
      ...toVillager(matter, talkTexts.taken(me.name, matter.number), leaving),
    ],
  };
}
