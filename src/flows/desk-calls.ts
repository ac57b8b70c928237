import type { State } from "../domain/conversation.ts";
import { callEnds, type CallEnd, type Desk } from "../domain/desk.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { callTexts as texts } from "../texts/zh-cn/calls.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { carriesNoWords } from "./bare.ts";
import { heard } from "./desk-step.ts";

/** What this person has in hand, and whom they are to phone. */
export function mine(state: State, desk: Desk): Decision {
  const { mine: matters, toCall: calls } = desk;
  const text = [
    deskTexts.mine(matters),
    ...(calls.length === 0 ? [] : [texts.count(calls.length)]),
  ];
  return {
    state,
    effects: [
      heard(text.join("\n"), [
        ...matters.map(picking),
        ...(calls.length === 0 ? [] : [listButton()]),
      ]),
    ],
  };
}

/** The day at a glance: what waits, what is in hand, whom to phone. */
export function today(state: State, desk: Desk): Decision {
  const { waiting } = desk;
  const { effects } = mine(state, desk);
  if (waiting.length === 0 || !may(desk.me.role, "see-matters")) return { state, effects };
  const button: Choice = { label: deskTexts.buttons.waiting, action: { act: "waiting" } };
  return { state, effects: [heard(texts.waits(waiting.length), [button]), ...effects] };
}

/** What can be typed here, and the lists on buttons. */
export function deskHelp(state: State, { me }: Desk): Decision {
  const { mine: hand, waiting } = deskTexts.buttons;
  return {
    state,
    effects: [
      heard(deskTexts.help, [
        { label: hand, action: { act: "mine" } },
        ...(may(me.role, "see-matters")
          ? [{ label: waiting, action: { act: "waiting" as const } }]
          : []),
        listButton(),
        { label: deskTexts.buttons.roster, action: { act: "roster" } },
      ]),
    ],
  };
}

export const picking = ({ id, number }: Matter): Choice => ({
  label: `${deskTexts.buttons.pick} ${number}`,
  action: { act: "pick", matter: id },
});

export const listButton = (): Choice => ({ label: texts.buttons.list, action: { act: "to-call" } });

/** Whom they are to phone, and when each of them wants it. */
export function toCall(state: State, facts: Facts, desk: Desk): Decision {
  const choices = desk.toCall.map(({ matter }): Choice => ({
    label: `${texts.buttons.phoned} ${matter.number}`,
    action: { act: "phoned", matter: matter.id, how: null },
  }));
  return { state, effects: [heard(texts.list(desk.toCall, carriesNoWords(facts)), choices)] };
}

/** A call was made by whoever has the matter. Of an appointment the words are asked, for the others. */
export function phoned(
  state: State,
  { it, owner }: NonNullable<Desk["about"]>,
  how: CallEnd | null,
  { me }: Desk,
): Decision {
  const { id: matter, number } = it;
  if (it.owner !== me.id)
    return { state, effects: [heard(deskTexts.refused("not-yours", number, owner))] };
  if (how === null)
    return {
      state,
      effects: [
        heard(
          texts.askHow(number),
          callEnds.map((end) => ({
            label: texts.ends[end],
            action: { act: "phoned", matter, how: end },
          })),
        ),
      ],
    };
  return {
    state: how === "arranged" ? { flow: "desk", v: 1, at: "noting", matter } : state,
    effects: [
      { do: "phoned", matter, person: me.id, how },
      heard(texts.kept[how](number), how === "missed" ? [listButton()] : []),
    ],
  };
}
