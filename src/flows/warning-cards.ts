import type { Effect } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Choice, Reply } from "../domain/message.ts";
import type { Warning } from "../domain/warning.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { mostCalled, warningTexts as texts } from "../texts/zh-cn/warnings.ts";
import { toStaff } from "./desk-reply.ts";

export const takeButton = ({ id, number }: Matter): Choice => ({
  label: `${deskTexts.buttons.take} ${number}`,
  action: { act: "take", matter: id },
});

/**
 * One card for all that came with a list: hundreds of cards would bury what presses.
 * @param waiting how many of them nobody has taken, those that are not named here too
 */
export function listedCard(matters: Matter[], waiting: number, now: number): Reply {
  return toStaff(texts.called(matters, waiting, now), [
    ...matters.slice(0, mostCalled).map(takeButton),
    { label: texts.buttons.list, action: { act: "warnings" } },
  ]);
}

type Tell = Extract<Effect, { do: "tell" }>;

/** To whoever has it: the same person is warned of again. */
export function againTold({ number, owner }: Matter, { level }: Warning): Tell[] {
  if (owner === null) return [];
  return [{ do: "tell", to: { person: owner }, reply: toStaff(texts.again(number, level)) }];
}

/** To whoever has either of two that are of one person. */
export function joinedTold(listed: Matter, into: Matter, { level }: Warning): Tell[] {
  const people = new Set([listed.owner, into.owner].filter((one) => one !== null));
  const choices = into.owner === null ? [takeButton(into)] : [];
  return [...people].map((person) => ({
    ...{ do: "tell", to: { person } },
    reply: toStaff(texts.joined(listed.number, into.number, level), choices),
  }));
}

/** To the chiefs: much was lost. */
export function graveTold(
  { id, number, owner }: Matter,
  lost: number,
  chiefs: readonly string[],
): Tell[] {
  const choices: Choice[] =
    owner === null ? [{ label: deskTexts.buttons.take, action: { act: "take", matter: id } }] : [];
  return chiefs.map((person) => ({
    ...{ do: "tell", to: { person } },
    reply: toStaff(texts.grave(number, lost), choices),
  }));
}
