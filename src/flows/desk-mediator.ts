import { atMenu, type State } from "../domain/conversation.ts";
import type { Action } from "../domain/action.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import { isActive, nameable, takesMediator, type MediatorStep } from "../domain/mediation.ts";
import type { Choice } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { mediatorTexts as texts } from "../texts/zh-cn/mediator.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { saysTooNear } from "../understanding/conflict-of-interest.ts";
import { toStaff } from "./desk-reply.ts";
import { heard, toVillager } from "./desk-step.ts";

/** So many can be named on buttons. */
const mostNamed = 8;

export type MediatorAction = Extract<
  Action,
  { act: "ask-mediator" | "mediator" | "parties" | "recuse" }
>;

/** Somebody besides the owner mediates: named by the owner, chosen by the parties, free to withdraw. */
export function onMediator(
  state: State,
  action: MediatorAction,
  matter: Matter,
  desk: Desk,
): Decision {
  const { me } = desk;
  if (action.act === "recuse") return recuse(state, matter, desk);
  if (matter.owner !== me.id)
    return stay(state, deskTexts.refused("not-yours", matter.number, desk.about?.owner ?? null));
  if (!takesMediator(matter) || !may(me.role, "mediate"))
    return stay(state, deskTexts.refused("not-now", matter.number, null));
  switch (action.act) {
    case "ask-mediator":
      return ask(state, matter, desk);
    case "mediator":
      return name(state, action.person, matter, desk);
    case "parties":
      return afterParties(state, action, matter, desk);
    default:
      return action satisfies never;
  }
}

function ask(state: State, matter: Matter, { me, mediators, colleagues }: Desk): Decision {
  const named = nameable(colleagues, mediators, me.id).slice(0, mostNamed);
  if (named.length === 0) return stay(state, texts.nobody(matter.number));
  const choices = named.map(({ id, name }): Choice => ({
    label: name,
    action: { act: "mediator", matter: matter.id, person: id },
  }));
  return { state, effects: [heard(texts.ask(matter.number), choices)] };
}

function name(state: State, person: string, matter: Matter, desk: Desk): Decision {
  const { me, mediators, colleagues } = desk;
  const { id, number } = matter;
  const chosen = nameable(colleagues, mediators, me.id).find((one) => one.id === person);
  if (!chosen) return stay(state, texts.notAgain(number));
  const answer = (agree: boolean): Choice => ({
    label: agree ? texts.buttons.agree : texts.buttons.refuse,
    action: { act: "parties", matter: id, person, agree },
  });
  return {
    state,
    effects: [
      kept(matter, person, "named", me.id),
      heard(texts.named(number, chosen.name), [answer(true), answer(false)]),
      tell(person, texts.asked(matter, me.name), [
        { label: texts.buttons.recuse, action: { act: "recuse", matter: id } },
      ]),
      ...toVillager(matter, texts.toVillager(number, chosen.name)),
    ],
  };
}

/** 《人民调解法》 leaves the choice to them: either one's no is enough. */
function afterParties(
  state: State,
  { person, agree }: Extract<Action, { act: "parties" }>,
  matter: Matter,
  { me, mediators, colleagues }: Desk,
): Decision {
  const mediator = mediators.find((one) => one.person === person);
  const name = colleagues.find(({ id }) => id === person)?.name ?? "";
  const { id, number } = matter;
  if (!mediator || !isActive(mediator)) return stay(state, texts.notAgain(number));
  if (agree)
    return {
      state,
      effects: [kept(matter, person, "accepted", me.id), heard(texts.accepted(number, name))],
    };
  return {
    state,
    effects: [
      kept(matter, person, "refused", me.id),
      heard(texts.refused(number, name), [another(id)]),
      tell(person, texts.notNeeded(number)),
    ],
  };
}

function recuse(state: State, matter: Matter, { me, mediators }: Desk): Decision {
  const mine = mediators.find(({ person }) => person === me.id);
  const { id, number, owner } = matter;
  if (!mine || !isActive(mine)) return stay(state, texts.notMediating(number));
  return {
    state,
    effects: [
      kept(matter, me.id, "recused", me.id),
      heard(texts.recused(number)),
      ...(owner === null ? [] : [tell(owner, texts.lost(number, me.name), [another(id)])]),
    ],
  };
}

/**
 * Words of a mediator who stands too near to one of the parties: taken at their word at once.
 * Null: they say nothing of the kind, or are talking with a villager of their own.
 */
export function tooNear(
  state: State,
  text: string,
  about: string | null,
  desk: Desk,
): Decision | null {
  const { mediates, me } = desk;
  const meant = about === null ? mediates : mediates.filter(({ id }) => id === about);
  if (meant.length === 0 || !saysTooNear(text)) return null;
  if (about === null && state.flow === "desk") return null;
  const [only, ...more] = meant;
  if (more.length === 0)
    return recuse(atMenu, only!, { ...desk, mediators: [{ person: me.id, step: "named" }] });
  const choices = meant.map(({ id, number }): Choice => ({
    label: `${texts.buttons.recuse} ${number}`,
    action: { act: "recuse", matter: id },
  }));
  return { state, effects: [heard(texts.which, choices)] };
}

const another = (matter: string): Choice => ({
  label: texts.buttons.ask,
  action: { act: "ask-mediator", matter },
});

const stay = (state: State, text: string): Decision => ({ state, effects: [heard(text)] });

const tell = (person: string, text: string, choices: Choice[] = []): Effect => ({
  do: "tell",
  to: { person },
  reply: toStaff(text, choices),
});

function kept({ id }: Matter, person: string, step: MediatorStep, actor: string): Effect {
  return { do: "keep-mediator", matter: id, person, step, actor };
}
