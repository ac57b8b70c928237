import type { Facts } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import { outcomes, type WarningResult } from "../domain/warning.ts";
import { outcomeNames, warningTexts as texts } from "../texts/zh-cn/warnings.ts";

/** The name says which question it answers: the same button again is the same result. */
export function resultButton(
  label: string,
  matter: string,
  result: WarningResult,
  { turn }: Facts,
): Choice {
  const name = `${turn}/${label}`;
  return { label, action: { act: "warning-result", matter, result, name } };
}

export function contactButtons(matter: string, facts: Facts): Choice[] {
  const { contacts } = texts.buttons;
  return [
    resultButton(contacts.met, matter, { contact: "met" }, facts),
    resultButton(contacts["not-met"], matter, { contact: "not-met" }, facts),
    resultButton(contacts.called, matter, { contact: "called" }, facts),
    resultButton(contacts["no-answer"], matter, { contact: "not-met" }, facts),
    resultButton(contacts.refused, matter, { contact: "refused" }, facts),
  ];
}

export function outcomeButtons(matter: string, facts: Facts): Choice[] {
  return outcomes.map((outcome) => resultButton(outcomeNames[outcome], matter, { outcome }, facts));
}

export const askResultButton = (label: string, { id }: Pick<Matter, "id">): Choice => ({
  label,
  action: { act: "ask-result", matter: id },
});
