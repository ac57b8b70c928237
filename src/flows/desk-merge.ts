import type { Action } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Matter, Status } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import { isQuiet } from "../domain/reminders.ts";
import { may } from "../domain/rights.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { mergeTexts as texts } from "../texts/zh-cn/merging.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { mayDo } from "./desk-may.ts";
import { toStaff } from "./desk-reply.ts";
import { heard, step, toVillager, without } from "./desk-step.ts";

/**
 * What several people told of one event goes on as one matter. Whoever has it decides; whoever told
 * it is told so, and from then on what becomes of the other one.
 */
export function merge(
  state: State,
  { into: name }: Extract<Action, { act: "merge" }>,
  facts: Facts,
  desk: Desk,
): Decision {
  const { about, into, likely, me } = desk;
  if (!about) return { state, effects: [heard(deskTexts.gone)] };
  const matter = about.it;
  if (!mayDo("close", matter, desk)) return { state, effects: [heard(deskTexts.mayNot)] };
  if (name === null)
    return { state, effects: [heard(texts.ask(matter, likely), choices(matter, likely))] };
  // What one may not see is not named as there, either.
  if (!into || (into.isPrivate && !may(me.role, "see-private")))
    return { state, effects: [heard(deskTexts.gone)] };
  const stepped = step(matter, { do: "merge", by: me, into }, facts, desk);
  if (!stepped.ok) return { state, effects: [stepped.told] };
  return {
    state: without(state, matter),
    effects: [
      { ...stepped.save, act: `merge ${into.number}` },
      heard(texts.merged(matter.number, into.number), [
        { label: deskTexts.buttons.reopen, action: { act: "reopen", matter: matter.id } },
      ]),
      ...toVillager(matter, texts.toVillager(matter.number, into.number), [parting(matter)]),
    ],
  };
}

function choices({ id }: Matter, likely: Matter[]): Choice[] {
  return likely.map((one) => ({
    label: texts.button(one.number),
    action: { act: "merge", matter: id, into: one.id },
  }));
}

const parting = ({ id }: Matter, label: string = texts.notTheSame): Choice => ({
  label,
  action: { act: "not-settled", matter: id },
});

/** A step of a matter, told to those whose own ones go on in it. */
export function withNews(decision: Decision, before: Matter, { merged }: Desk): Decision {
  const saved = decision.effects.find(
    (effect): effect is Extract<Effect, { do: "save-matter" }> =>
      effect.do === "save-matter" && effect.matter.id === before.id,
  );
  if (!saved || saved.matter.status === before.status) return decision;
  return { ...decision, effects: [...decision.effects, ...newsTo(merged, saved.matter)] };
}

/** Where a matter stands now, told to those whose own ones go on in it. */
export function newsTo(merged: readonly Matter[], { number, status }: Matter): Effect[] {
  return newsFor(merged, number, status).map(({ conversation, reply }) => ({
    do: "tell",
    to: { conversation },
    reply,
  }));
}

/** Of several matters' followers, those who go on in this one, by however many steps. */
export function followersOf({ id }: Pick<Matter, "id">, merged: readonly Matter[]): Matter[] {
  const next = merged.filter(({ mergedInto }) => mergedInto === id);
  return [...next, ...next.flatMap((one) => followersOf(one, merged))];
}

/** Nothing is sent unasked where force was used; nobody hears it who gave no name. */
export function newsFor(merged: readonly Matter[], number: string, status: Status) {
  return merged.flatMap((own) => {
    const { conversation } = own;
    if (conversation === null || isQuiet(own)) return [];
    const end = status === "closed" ? [parting(own, talkTexts.notSettled)] : [];
    return [{ conversation, reply: toStaff(texts.news(own.number, number, status), end) }];
  });
}
