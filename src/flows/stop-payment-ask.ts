import { atMenu, type Resumable, type State } from "../domain/conversation.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import {
  minutesSince,
  nextSheetAsk,
  type SheetAsk,
  type StopPaymentAction,
  type StopPaymentAsking,
  type StopPaymentDraft,
} from "../domain/stop-payment.ts";
import { stopPaymentTexts as texts } from "../texts/zh-cn/stop-payment.ts";
import { button, notice } from "./reply.ts";
import { goOn } from "./resume.ts";

type Press = StopPaymentAction extends infer A
  ? A extends { act: "stop-payment" }
    ? Omit<A, "act">
    : never
  : never;

function press(label: string, action: Press): Choice {
  return { label, action: { act: "stop-payment", ...action } as StopPaymentAction };
}

export const buttons = {
  moved: [
    press(texts.buttons.moved, { do: "moved" }),
    press(texts.buttons.notMoved, { do: "not-moved" }),
  ],
  reported: press(texts.buttons.reported, { do: "reported" }),
  show: press(texts.buttons.show, { do: "show" }),
};

/** How a question is put. */
interface How {
  /** Said above it. */
  before?: string[];
  /** This question, and not the next one. */
  only?: SheetAsk | undefined;
  /** In simpler words: the answer to the usual ones said nothing. */
  plainer?: boolean;
}

/** A question with what stands round it, not yet a bubble of its own. */
export function askFor(
  draft: StopPaymentDraft,
  pending: Resumable | null,
  facts: Facts,
  { only, plainer = false }: How = {},
): { state: State; lines: string[]; choices: Choice[]; draft: StopPaymentDraft } {
  const ask = only ?? nextSheetAsk(draft);
  const reported = draft.reported ? [] : [buttons.reported];
  if (ask === null)
    return {
      state: pending ?? { flow: "stop-payment", v: 1, at: "whole" },
      lines: [texts.whole(forChannel(draft, facts), facts.now), texts.after],
      choices: [...reported, button("human")],
      draft,
    };
  const withNumbers = facts.channel !== "telegram";
  const isAboutNumbers = ask === "own" || ask === "other";
  const question = plainer
    ? texts.again(ask)
    : texts.ask(ask, withNumbers, draft.sheet.loose ?? null);
  return {
    state: { flow: "stop-payment", v: 1, at: "asking", ask, again: only !== undefined, pending },
    lines: [question, ...(isAboutNumbers && !withNumbers ? [texts.page(facts.pageUrl)] : [])],
    choices: [...choicesFor(ask), press(texts.buttons.skip, { do: "skip", ask }), ...reported],
    draft: withAsked(draft, ask),
  };
}

/** The next question as a bubble; when nothing is left to ask, the sheet. */
export function askNext(
  draft: StopPaymentDraft,
  pending: Resumable | null,
  facts: Facts,
  how: How = {},
): Decision {
  const asked = askFor(draft, pending, facts, how);
  const minutes = minutesSince(draft.sheet, facts.now);
  const isDone = asked.state.flow !== "stop-payment" || asked.state.at === "whole";
  const hurry = [
    ...(draft.reported ? [] : [texts.first]),
    ...(minutes === null || isDone ? [] : [texts.passed(minutes)]),
  ];
  const text = [hurry.join(""), ...(how.before ?? []), ...asked.lines]
    .filter((line) => line !== "")
    .join("\n\n");
  const { matter, sheet, asked: asks } = asked.draft;
  const effects: Effect[] = [
    { do: "keep-sheet", matter, sheet, asked: asks },
    notice(text, asked.choices, draft.reported ? [] : ["110"]),
  ];
  return isDone && pending !== null
    ? goOn(pending, effects, facts)
    : { state: asked.state, effects };
}

/** What was said in between is answered, and the same question stands below it. */
export function askSame(state: State, said: string, facts: Facts): Decision {
  const { stopPayment: known } = facts;
  if (state.flow !== "stop-payment" || state.at !== "asking" || !known)
    return { state, effects: [notice(said, known?.reported ? [] : [buttons.reported], ["110"])] };
  return askNext(known, state.pending, facts, { before: [said], only: state.ask });
}

/** No more questions: the sheet as it stands, and what waits behind it. */
export function closeSheet(
  known: StopPaymentDraft,
  pending: Resumable | null,
  facts: Facts,
): Decision {
  const asked: SheetAsk[] = ["amount", "when", "own", "other", "how", "proof"];
  return askNext({ ...known, asked }, pending, facts);
}

/** Where numbers must not go, only how they end. */
function forChannel(draft: StopPaymentDraft, { channel }: Facts): StopPaymentDraft {
  if (channel !== "telegram") return draft;
  const end = (account: string | null): string | null =>
    account === null || account.startsWith("尾号") ? account : `尾号${account.slice(-4)}`;
  const { sheet } = draft;
  const { ownAccount, otherAccount, loose = null } = sheet;
  const open = loose && { ...loose, account: end(loose.account) };
  return {
    ...draft,
    sheet: { ...sheet, ownAccount: end(ownAccount), otherAccount: end(otherAccount), loose: open },
  };
}

/** The sheet as far as it is filled. */
export function shownSheet(known: StopPaymentDraft, facts: Facts): Effect {
  const reported = known.reported ? [] : [buttons.reported];
  return notice(
    texts.whole(forChannel(known, facts), facts.now),
    [buttons.show, ...reported],
    ["110"],
  );
}

/** A danger came between: the sheet goes on at the same place. */
export function sheetOn(
  state: StopPaymentAsking,
  effects: Effect[],
  facts: Facts,
  before: string[] = [],
): Decision {
  if (state.at === "moved") {
    const question = notice([...before, texts.moved].join("\n\n"), buttons.moved, ["110"]);
    return { state, effects: [...effects, question] };
  }
  if (!facts.stopPayment) return { state: state.pending ?? atMenu, effects };
  const next = askNext(facts.stopPayment, state.pending, facts, { before, only: state.ask });
  return { state: next.state, effects: [...effects, ...next.effects] };
}

export function withAsked(draft: StopPaymentDraft, ask: SheetAsk): StopPaymentDraft {
  return draft.asked.includes(ask) ? draft : { ...draft, asked: [...draft.asked, ask] };
}

function choicesFor(ask: SheetAsk): Choice[] {
  if (ask === "amount" || ask === "other") return [];
  if (ask === "side")
    return [
      press(texts.buttons.mine, { do: "side", side: "own" }),
      press(texts.buttons.theirs, { do: "side", side: "other" }),
    ];
  return texts.choices[ask].map((words) => press(words, { do: "answer", ask, words }));
}
