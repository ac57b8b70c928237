import type { State } from "../domain/conversation.ts";
import type { Desk, ListedWarning } from "../domain/desk.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import { isWaiting } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import { outcomes, type WarningAction, type WarningResult } from "../domain/warning.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { outcomeNames, warningTexts as texts } from "../texts/zh-cn/warnings.ts";
import { resultIn } from "../understanding/warning/result.ts";
import { heard, step, without } from "./desk-step.ts";
import { takeButton } from "./warning-cards.ts";

/** What came of it, in one message: read back before it counts. */
export function readResult(
  state: State,
  { number, rest }: { number: string; rest: string },
  facts: Facts,
  desk: Desk,
): Decision {
  const refused = whyNot(number, desk);
  if (refused) return { state, effects: [refused] };
  const { matter } = desk.warned.about!;
  if (rest === "") return askResult(state, facts, desk);
  const result = resultIn(rest, facts.now);
  if (Object.keys(result).length === 0)
    return { state, effects: [heard(texts.notRead(number), contactButtons(matter.id, facts))] };
  return {
    state,
    effects: [
      heard(texts.readBack(number, result), [
        {
          label: texts.buttons.confirm,
          action: { act: "warning-result", matter: matter.id, result, name: facts.turn },
        },
        { label: texts.buttons.change, action: { act: "ask-result", matter: matter.id } },
      ]),
    ],
  };
}

/** Whether the person was come by, by buttons. */
export function askResult(state: State, facts: Facts, desk: Desk): Decision {
  const number = desk.about?.it.number ?? "";
  const refused = whyNot(number, desk);
  if (refused) return { state, effects: [refused] };
  const { matter } = desk.warned.about!;
  const choices = [...contactButtons(matter.id, facts), ...outcomeButtons(matter.id, facts)];
  return { state, effects: [heard(texts.askResult(number), choices)] };
}

/** Written down; where nobody waits for an answer, what ends it closes the matter. */
export function keptResult(
  state: State,
  { result, name }: Extract<WarningAction, { act: "warning-result" }>,
  facts: Facts,
  desk: Desk,
): Decision {
  const number = desk.about?.it.number ?? "";
  const refused = whyNot(number, desk);
  if (refused) return { state, effects: [refused] };
  const { matter, warning } = desk.warned.about!;
  if (warning.last === name) return { state, effects: [heard(texts.keptBefore(number))] };
  const kept: Effect = {
    ...{ do: "keep-result", matter: matter.id, result, name, person: desk.me.id },
  };
  if (result.outcome !== undefined && matter.conversation === null) {
    const closed = step(matter, { do: "close", by: desk.me }, facts, desk);
    if (closed.ok)
      return {
        state: without(state, matter),
        effects: [kept, closed.save, heard(texts.keptClosed(number, result))],
      };
  }
  return { state, effects: [kept, heard(...nextAsked(desk.warned.about!, result, facts))] };
}

function nextAsked(
  { matter, warning }: ListedWarning,
  result: WarningResult,
  facts: Facts,
): [string, Choice[]] {
  const { id, number } = matter;
  const kept = texts.kept(number, result);
  const isEnded = (result.outcome ?? warning.outcome) !== null;
  if (isEnded)
    return [
      [
        kept,
        ...((result.saved ?? result.lost ?? null) === null ? [texts.askSum(number)] : []),
      ].join("\n"),
      [{ label: deskTexts.buttons.close, action: { act: "close", matter: id } }],
    ];
  if (result.contact === "not-met")
    return [
      kept,
      result.nextTryAt === undefined
        ? [button(texts.buttons.later, id, laterAt(facts), facts)]
        : [],
    ];
  return [`${kept}\n${texts.askOutcome}`, outcomeButtons(id, facts)];
}

/** Why this person may not write a result; null = they may. */
function whyNot(number: string, { me, about, warned }: Desk): Effect | null {
  if (!about) return heard(deskTexts.gone);
  if (!may(me.role, "see-warnings")) return heard(deskTexts.mayNot);
  const { it, owner } = about;
  if (!warned.about) return heard(texts.noWarning(number));
  if (isWaiting(it)) return heard(texts.takeFirst(number), [takeButton(it)]);
  if (it.owner !== me.id) return heard(deskTexts.refused("not-yours", number, owner));
  return it.status === "closed" ? heard(deskTexts.refused("closed", number, owner)) : null;
}

/** The name says which question it answers: the same button again is the same result. */
function button(label: string, matter: string, result: WarningResult, { turn }: Facts): Choice {
  const name = `${turn}/${label}`;
  return { label, action: { act: "warning-result", matter, result, name } };
}

function contactButtons(matter: string, facts: Facts): Choice[] {
  const { contacts } = texts.buttons;
  return [
    button(contacts.met, matter, { contact: "met" }, facts),
    button(contacts["not-met"], matter, { contact: "not-met" }, facts),
    button(contacts.called, matter, { contact: "called" }, facts),
    button(contacts["no-answer"], matter, { contact: "not-met" }, facts),
    button(contacts.refused, matter, { contact: "refused" }, facts),
  ];
}

function outcomeButtons(matter: string, facts: Facts): Choice[] {
  return outcomes.map((outcome) => button(outcomeNames[outcome], matter, { outcome }, facts));
}

function laterAt({ now }: Facts): WarningResult {
  return resultIn(texts.buttons.later, now);
}
