import { atMenu, type State } from "../domain/conversation.ts";
import type { Desk } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { may } from "../domain/rights.ts";
import type { WarningAction } from "../domain/warning.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { warningTexts as texts } from "../texts/zh-cn/warnings.ts";
import {
  isSheetCommand,
  listIn,
  numberedWordsIn,
  resultWordsIn,
} from "../understanding/warning/command.ts";
import { fillSheet, showSheet } from "./desk-sheet.ts";
import { heard } from "./desk-step.ts";
import { answerResult, askResult, keptResult, readResult, resultOfWhich } from "./desk-result.ts";
import { takeButton } from "./warning-cards.ts";

type Said = Extract<Event, { on: "said" }>;

/** So many can be taken with one tap. */
const mostButtons = 10;

/** Words of one of us about warnings: a list, a result, a sheet. Null: they are about something else. */
export function warningWords(state: State, event: Said, facts: Facts, desk: Desk): Decision | null {
  const { text } = event;
  if (desk.warned.list !== null || listIn(text) !== null) return takeIn(state, facts, desk);
  const numbered = numberedWordsIn(text);
  if (numbered?.asks === "result") return readResult(state, numbered, facts, desk);
  if (numbered?.asks === "sheet")
    return fillSheet(state, { ...event, text: numbered.rest }, numbered.number, facts, desk);
  if (isSheetCommand(text) && desk.warned.about && desk.about) {
    return showSheet(state, facts, desk);
  }
  const rest = resultWordsIn(text);
  if (rest !== null) return resultOfWhich(state, rest, facts, desk);
  return state.flow === "desk" && state.at === "result"
    ? answerResult(state, event, facts, desk)
    : null;
}

/** What hangs on a matter that somebody just took, for them. */
export function takenWarning({ about, warned, me }: Desk, facts: Facts): Effect[] {
  if (!warned.about || !may(me.role, "see-warnings")) return [];
  const { conversation } = warned.about.matter;
  const text = isAbroad(facts)
    ? texts.cardBare(warned.about)
    : texts.card(warned.about, about?.phone ?? null);
  return [heard(conversation === null ? `${text}\n${texts.notHere}` : text)];
}

/** A button or a command about warnings. */
export function onWarning(state: State, action: WarningAction, facts: Facts, desk: Desk): Decision {
  if (!may(desk.me.role, "see-warnings")) return { state, effects: [heard(deskTexts.mayNot)] };
  switch (action.act) {
    case "warnings":
      return list(state, facts, desk);
    case "import-warnings":
      return askList(state, facts, desk);
    case "show-sheet":
      return showSheet(state, facts, desk);
    case "ask-result":
      return askResult(state, facts, desk);
    case "warning-result":
      return keptResult(state, action, facts, desk);
    default:
      return action satisfies never;
  }
}

const isAbroad = ({ channel, residency }: Facts): boolean =>
  channel === "telegram" && residency === "cn";

function list(state: State, facts: Facts, { me, warned }: Desk): Decision {
  const { waiting, mine } = warned;
  const text = texts.list(waiting, mine, facts.now, isAbroad(facts));
  return {
    state,
    effects: [
      { do: "note-list", what: "warnings", person: me.id },
      heard(text, [
        ...waiting.slice(0, mostButtons).map(({ matter }) => takeButton(matter)),
        ...mine.slice(0, mostButtons).map(({ matter: { id, number } }) => ({
          label: `${texts.buttons.result} ${number}`,
          action: { act: "ask-result" as const, matter: id },
        })),
      ]),
    ],
  };
}

function askList(state: State, facts: Facts, { me }: Desk): Decision {
  if (!may(me.role, "import-warnings")) return { state, effects: [heard(deskTexts.mayNot)] };
  if (isAbroad(facts)) return { state, effects: [heard(texts.noListHere)] };
  return {
    state: { flow: "desk", v: 1, at: "importing", matter: null },
    effects: [heard(texts.askList)],
  };
}

/** The list is taken at once: what is new becomes matters, and the rest is named. */
function takeIn(state: State, facts: Facts, desk: Desk): Decision {
  const { list: plan } = desk.warned;
  const asked = askList(state, facts, desk);
  if (plan === null || asked.state.flow !== "desk" || asked.state.at !== "importing") return asked;
  // Nothing but a head, or no line yet: what follows may be the list.
  if (plan.refused === "empty")
    return { state: asked.state, effects: [heard(texts.refusedList("empty"))] };
  if (plan.refused !== null)
    return { state: atMenu, effects: [heard(texts.refusedList(plan.refused))] };
  const { lines } = plan;
  return {
    // A long list comes in several messages.
    state: asked.state,
    effects: [
      ...(lines.some(({ becomes }) => becomes !== "same")
        ? [{ do: "take-list" as const, lines, person: desk.me.id }]
        : []),
      heard(texts.imported(plan), [{ label: texts.buttons.list, action: { act: "warnings" } }]),
    ],
  };
}
