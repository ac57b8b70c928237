import type { State } from "../domain/conversation.ts";
import type { Desk, ListedWarning } from "../domain/desk.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { isWaiting, type Matter } from "../domain/matter.ts";
import type { Choice } from "../domain/message.ts";
import { may } from "../domain/rights.ts";
import type { Warning, WarningAction, WarningResult } from "../domain/warning.ts";
import { deskTexts } from "../texts/zh-cn/desk.ts";
import { warningTexts as texts } from "../texts/zh-cn/warnings.ts";
import { readBackAnswer } from "../understanding/warning/command.ts";
import { covered } from "../understanding/warning/cover.ts";
import { resultIn } from "../understanding/warning/result.ts";
import { besideResult, heard, step, without } from "./desk-step.ts";
import { askResultButton, contactButtons, outcomeButtons, resultButton } from "./result-buttons.ts";
import { takeButton } from "./warning-cards.ts";

type AtResult = Extract<State, { flow: "desk"; at: "result" }>;
type Said = Extract<Event, { on: "said" }>;

/**
 * What came of it, in one message: read back before it counts.
 * @param known what was read back before, where these words correct it
 */
export function readResult(
  state: State,
  { number, rest }: { number: string; rest: string },
  facts: Facts,
  desk: Desk,
  known: WarningResult = {},
): Decision {
  const refused = whyNot(number, desk);
  if (refused) return { state, effects: [refused] };
  const { matter, warning } = desk.warned.about!;
  if (rest === "") return askResult(state, facts, desk);
  const isClosed = matter.status === "closed";
  const told = resultIn(rest, facts.now, endOf(known, warning));
  // Nobody goes there again while it is closed.
  if (isClosed) delete told.nextTryAt;
  if (Object.keys(told).length === 0)
    return {
      state: asking(state, matter),
      effects: [heard(texts.notRead(matter.number), contactButtons(matter.id, facts))],
    };
  const result = corrected(known, told);
  const name = facts.turn;
  return {
    state: asking(state, matter, { result, name }),
    effects: [
      heard((isClosed ? texts.readBackClosed : texts.readBack)(matter.number, result, warning), [
        {
          label: texts.buttons.confirm,
          action: { act: "warning-result", matter: matter.id, result, name },
        },
        askResultButton(texts.buttons.change, matter),
      ]),
    ],
  };
}

/** How it ended as far as told: it says whether a bare sum was saved or lost. */
function endOf(known: WarningResult, { outcome }: Warning): Pick<WarningResult, "outcome"> {
  const told = known.outcome ?? outcome;
  return told === null ? {} : { outcome: told };
}

/** Other words for the same result: what they tell takes the place of what went before. */
function corrected(known: WarningResult, told: WarningResult): WarningResult {
  const { contact, outcome, saved, lost, more, nextTryAt } = known;
  const isOver = told.contact === "not-met" || told.contact === "refused";
  const keepsSums = told.outcome === undefined && !isOver;
  return {
    ...(contact === undefined ? {} : { contact }),
    ...(outcome === undefined || isOver ? {} : { outcome }),
    ...(saved === undefined || !keepsSums ? {} : { saved }),
    ...(lost === undefined || !keepsSums || told.lost !== undefined
      ? {}
      : { lost, ...(more ? { more } : {}) }),
    ...(nextTryAt === undefined || told.outcome !== undefined ? {} : { nextTryAt }),
    ...told,
  };
}

/** Words after a question about a result: a yes, other words for it, or none of both (null). */
export function answerResult(
  state: AtResult,
  { text, about, reading, edited }: Said,
  facts: Facts,
  desk: Desk,
): Decision | null {
  const { warned } = desk;
  if (!warned.about || warned.about.matter.id !== state.matter) return null;
  if ((about !== null && about !== state.matter) || edited) return null;
  // Money that is gone is what such results tell of; every other danger comes first.
  if ((reading.emergency?.class ?? "fraud_in_progress") !== "fraud_in_progress") return null;
  const { number } = warned.about.matter;
  const answer = readBackAnswer(text);
  if (state.read !== null && answer?.yes) return keptResult(state, state.read, facts, desk);
  const isNo = state.read !== null && answer !== null && !answer.yes;
  const rest = isNo ? answer.rest : text;
  if (isNo && rest === "") return askResult(state, facts, desk);
  const known = state.read?.result ?? {};
  const tells = resultIn(rest, facts.now, endOf(known, warned.about.warning));
  if (Object.keys(tells).length > 0 || isNo)
    return readResult(state, { number, rest }, facts, desk, known);
  // What is told of money here is somebody else's; what is said of a villager must not reach them.
  const isOfIt = ["unknown", "smalltalk", "ask_fraud"].includes(reading.intent);
  if (state.talks ? isSaidTo(text) : !isOfIt && reading.emergency === null) return null;
  const again = asking(state, warned.about.matter, state.read);
  if (!state.talks)
    return {
      state: again,
      effects: [heard(texts.notRead(number), contactButtons(state.matter, facts))],
    };
  const talk: Choice = {
    label: deskTexts.buttons.pick,
    action: { act: "pick", matter: state.matter },
  };
  return {
    state: again,
    effects: [heard(texts.notSent(number), [talk, ...contactButtons(state.matter, facts)])],
  };
}

/** Words that speak to somebody, or ask. */
function isSaidTo(text: string): boolean {
  return /[您你咱]|[?？吗呢]\s*$/u.test(text);
}

/** A result that names no matter: it is of the one at hand, or which one is asked. */
export function resultOfWhich(state: State, rest: string, facts: Facts, desk: Desk): Decision {
  if (!may(desk.me.role, "see-warnings")) return { state, effects: [heard(deskTexts.mayNot)] };
  const { about } = desk.warned;
  if (about && state.flow === "desk" && state.matter === about.matter.id)
    return readResult(state, { number: about.matter.number, rest }, facts, desk);
  const mine = desk.mine.filter(({ kind }) => kind === "fraud-alert");
  const choices = mine.map((one) => askResultButton(`${texts.buttons.result} ${one.number}`, one));
  if (mine.length > 0) return { state, effects: [heard(texts.ofWhich(mine[0]!.number), choices)] };
  return {
    state,
    effects: [heard(texts.noneMine, [{ label: texts.buttons.list, action: { act: "warnings" } }])],
  };
}

/** Whether the person was come by, by buttons. */
export function askResult(state: State, facts: Facts, desk: Desk): Decision {
  const number = desk.about?.it.number ?? "";
  const refused = whyNot(number, desk);
  if (refused) return { state, effects: [refused] };
  const { matter } = desk.warned.about!;
  const choices = [...contactButtons(matter.id, facts), ...outcomeButtons(matter.id, facts)];
  return { state: asking(state, matter), effects: [heard(texts.askResult(number), choices)] };
}

/** Written down; where nobody waits for an answer, what ends it closes the matter. */
export function keptResult(
  state: State,
  { result, name }: Omit<Extract<WarningAction, { act: "warning-result" }>, "act" | "matter">,
  facts: Facts,
  desk: Desk,
): Decision {
  const number = desk.about?.it.number ?? "";
  const refused = whyNot(number, desk);
  if (refused) return { state, effects: [refused] };
  const { matter, warning } = desk.warned.about!;
  const words = matter.conversation === null ? "" : covered(desk.about!.words);
  const next = asking(state, matter);
  if (warning.last === name)
    return { state: besideResult(next, facts), effects: [heard(texts.keptBefore(number))] };
  const kept: Effect = {
    ...{ do: "keep-result", matter: matter.id, result, name, person: desk.me.id, words },
  };
  if (matter.status === "closed")
    return {
      state: without(state, matter),
      effects: [
        kept,
        { do: "keep-note", matter: matter.id, person: desk.me.id, text: texts.addition(result) },
        heard(texts.keptAfter(number, result), [
          { label: deskTexts.buttons.reopen, action: { act: "reopen", matter: matter.id } },
        ]),
      ],
    };
  if (result.outcome !== undefined && matter.conversation === null) {
    const closed = step(matter, { do: "close", by: desk.me }, facts, desk);
    if (closed.ok)
      return {
        state: without(state, matter),
        effects: [kept, closed.save, heard(texts.keptClosed(number, result))],
      };
  }
  const [text, choices, asks] = nextAsked(desk.warned.about!, result, facts);
  return {
    state: asks || !next.talks ? next : besideResult(next, facts),
    effects: [kept, heard(text, choices)],
  };
}

/** What is said of it, the buttons under it, and whether an answer is waited for. */
function nextAsked(
  { matter, warning }: ListedWarning,
  result: WarningResult,
  facts: Facts,
): [string, Choice[], boolean] {
  const { id, number } = matter;
  const kept = texts.kept(number, result);
  const isEnded = (result.outcome ?? warning.outcome) !== null;
  if (isEnded) {
    const asksSum =
      (result.saved ?? result.lost ?? null) === null && result.outcome !== "not-fraud";
    const close: Choice = { label: deskTexts.buttons.close, action: { act: "close", matter: id } };
    return [[kept, ...(asksSum ? [texts.askSum(number)] : [])].join("\n"), [close], false];
  }
  if (result.contact === "not-met") {
    const later = resultIn(texts.buttons.later, facts.now);
    const choices =
      result.nextTryAt === undefined ? [resultButton(texts.buttons.later, id, later, facts)] : [];
    return [kept, choices, true];
  }
  return [`${kept}\n${texts.askOutcome}`, outcomeButtons(id, facts), true];
}

/** What is typed next is the answer. */
function asking(state: State, { id }: Matter, read: AtResult["read"] = null): AtResult {
  const talks =
    state.flow === "desk" &&
    state.matter === id &&
    (state.at === "talking" || (state.at === "result" && state.talks));
  return { flow: "desk", v: 1, at: "result", matter: id, talks, read };
}

/** Why this person may not write a result; null = they may. */
function whyNot(number: string, { me, about, warned }: Desk): Effect | null {
  if (!about) return heard(deskTexts.gone);
  if (!may(me.role, "see-warnings")) return heard(deskTexts.mayNot);
  const { it, owner } = about;
  if (!warned.about) return heard(texts.noWarning(number));
  if (isWaiting(it)) return heard(texts.takeFirst(number), [takeButton(it)]);
  const isTheirs = it.owner === me.id;
  // What comes out later is written down all the same: a closed one needs nobody who takes it.
  if (it.status === "closed") {
    const mayAdd = isTheirs || it.owner === null || me.role === "chief";
    if (it.mergedInto !== null) return heard(deskTexts.refused("closed", number, owner));
    return mayAdd ? null : heard(deskTexts.refused("not-yours", number, owner));
  }
  return isTheirs ? null : heard(deskTexts.refused("not-yours", number, owner));
}
