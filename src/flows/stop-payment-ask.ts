import type { Resumable, State } from "../domain/conversation.ts";
import type { Decision, Effect, Facts } from "../domain/flow.ts";
import type { Choice } from "../domain/message.ts";
import {
  minutesSince,
  nextSheetAsk,
  type SheetAsk,
  type StopPaymentAction,
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

/** A question with what stands round it, not yet a bubble of its own. */
export function askFor(
  draft: StopPaymentDraft,
  pending: Resumable | null,
  facts: Facts,
  only?: SheetAsk,
): { state: State; lines: string[]; choices: Choice[]; draft: StopPaymentDraft } {
  const ask = only ?? nextSheetAsk(draft);
  const reported = draft.reported ? [] : [buttons.reported];
  if (ask === null)
    return {
      state: pending ?? { flow: "stop-payment", v: 1, at: "whole" },
      lines: [texts.whole(draft, facts.now), texts.after],
      choices: [...reported, button("human")],
      draft,
    };
  const withNumbers = facts.channel !== "telegram";
  const isAboutNumbers = ask === "own" || ask === "other";
  return {
    state: { flow: "stop-payment", v: 1, at: "asking", ask, again: only !== undefined, pending },
    lines: [
      texts.ask(ask, withNumbers),
      ...(isAboutNumbers && !withNumbers ? [texts.page(facts.pageUrl)] : []),
    ],
    choices: [...choicesFor(ask), press(texts.buttons.skip, { do: "skip", ask }), ...reported],
    draft: draft.asked.includes(ask) ? draft : { ...draft, asked: [...draft.asked, ask] },
  };
}

/** The next question as a bubble; when nothing is left to ask, the sheet. */
export function askNext(
  draft: StopPaymentDraft,
  pending: Resumable | null,
  facts: Facts,
  before: string[] = [],
  only?: SheetAsk,
): Decision {
  const asked = askFor(draft, pending, facts, only);
  const minutes = minutesSince(draft.sheet, facts.now);
  const isDone = asked.state.flow !== "stop-payment" || asked.state.at === "whole";
  const hurry = [
    ...(draft.reported ? [] : [texts.first]),
    ...(minutes === null || isDone ? [] : [texts.passed(minutes)]),
  ];
  const text = [hurry.join(""), ...before, ...asked.lines]
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

function choicesFor(ask: SheetAsk): Choice[] {
  if (ask === "amount" || ask === "other") return [];
  return texts.choices[ask].map((words) => press(words, { do: "answer", ask, words }));
}
