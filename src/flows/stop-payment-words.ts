import { atMenu, type Resumable } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import {
  fieldsOf,
  sided,
  withTransfer,
  type SheetAsk,
  type StopPaymentDraft,
  type StopPaymentState,
  type TransferSheet,
} from "../domain/stop-payment.ts";
import { stopPaymentTexts as texts } from "../texts/zh-cn/stop-payment.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { cannotTell, cannotTellOf, moneyMoved, yesOrNo } from "../understanding/payment/moved.ts";
import { saysBusy, saysReported, withoutReport } from "../understanding/payment/reported.ts";
import { sheetWishIn } from "../understanding/payment/sheet-wish.ts";
import { hasGone } from "../understanding/payment/went.ts";
import { ask } from "./ask.ts";
import { notice } from "./reply.ts";
import { moneyIsGone, moneyIsSafe } from "./stop-payment.ts";
import { askNext, askSame, closeSheet, sheetOn, shownSheet } from "./stop-payment-ask.ts";
import { reportMade } from "./stop-payment-beside.ts";
import { addWords, byWord, keepBoth, toldIn } from "./stop-payment-draft.ts";

type Said = Extract<Event, { on: "said" }>;
type Asking = Extract<StopPaymentState, { at: "asking" }>;

/** Words while the sheet is filled. Null: they are about something else. */
export function stopPaymentWords(
  state: StopPaymentState,
  event: Said,
  facts: Facts,
): Decision | null {
  if (state.at === "moved") return afterMoved(state, event, facts);
  const known = facts.stopPayment;
  if (!known) return null;
  const { text } = event;
  const wished = wishedFor(state, event, known, facts);
  if (wished) return wished;
  if (saysBusy(text, !known.reported))
    return askSame(state, texts.busy(facts.station.phone), facts);
  if (!saysReported(text, !known.reported)) return answered(state, event, known, facts);
  const rest = { ...event, text: withoutReport(text) };
  const draft = { ...known, reported: true };
  const asked = state.at === "asking" ? state.ask : null;
  const isMore = rest.text.trim() !== "" && Object.keys(toldIn(rest, asked, facts)).length > 0;
  const next = isMore ? answered(state, rest, draft, facts) : null;
  const said =
    next ?? askOn(state, draft, facts, known.reported ? texts.reportedBefore : texts.reported);
  return { state: said.state, effects: [...reportMade(known), ...said.effects] };
}

/** What was said above, and what was asked below it; after the last question the sheet. */
function askOn(
  state: Exclude<StopPaymentState, { at: "moved" }>,
  draft: StopPaymentDraft,
  facts: Facts,
  said: string,
): Decision {
  if (state.at === "whole") return { state, effects: [notice(said)] };
  return askNext(draft, state.pending, facts, { before: [said], only: state.ask });
}

/** The sheet shown or closed, a warning before the next payment, comfort. */
function wishedFor(
  state: Exclude<StopPaymentState, { at: "moved" }>,
  { text }: Said,
  known: StopPaymentDraft,
  facts: Facts,
): Decision | null {
  const pending = state.at === "asking" ? state.pending : null;
  switch (sheetWishIn(text)) {
    case "show": {
      const shown = shownSheet(known, facts);
      return state.at === "asking" ? sheetOn(state, [shown], facts) : { state, effects: [shown] };
    }
    case "stop":
      return state.at === "asking" ? closeSheet(known, pending, facts) : null;
    case "resume":
      return pending === null ? null : closeSheet(known, pending, facts);
    case "skip":
      return state.at === "asking" ? askNext(known, pending, facts) : null;
    case "pay-again":
      return hasGone(text) ? null : warned(state, text, texts.dontPay, known, facts);
    case "second-fraud":
      return warned(state, text, texts.secondNow, known, facts);
    case "obeys":
      return askSame(state, texts.good, facts);
    case "what-now":
      return askSame(state, texts.whatNow, facts);
    case "fear":
      return askSame(state, texts.calm, facts);
    case null:
      return null;
  }
}

/** Whoever has the matter reads it too: money may go once more. */
function warned(
  state: StopPaymentState,
  words: string,
  said: string,
  known: StopPaymentDraft,
  facts: Facts,
): Decision {
  const next = askSame(state, said, facts);
  return { state: next.state, effects: [addWords(known, words), ...next.effects] };
}

function answered(
  state: Exclude<StopPaymentState, { at: "moved" }>,
  event: Said,
  known: StopPaymentDraft,
  facts: Facts,
): Decision | null {
  const { text } = event;
  const asked = state.at === "asking" ? state.ask : null;
  const pending = state.at === "asking" ? state.pending : null;
  const isYes = yesOrNo(text) === "yes";
  const isNo = cannotTell(text) || cannotTellOf(text) || yesOrNo(text) === "no";
  const read = toldIn(event, asked, facts);
  const isRead = Object.keys(read).length > 0;
  if (!isRead && asked !== null && isNo) return askNext(known, pending, facts);
  const byAsk = isRead || asked === null ? null : answerTo(asked, text, isYes, known);
  if (!isRead && !byAsk && (asked === null || asksSomething(event))) return null;
  const told = isRead ? read : byAsk;
  if (told) return filled(told, text, { known, asked, pending }, facts);
  if (isYes && asked !== null && asked !== "amount") return askNext(known, pending, facts);
  const { intent, confidence } = event.reading;
  if (elsewhere.has(intent) && confidence > sureOfQuestion)
    return askSame(state, texts.later, facts);
  // Nothing understood: asked once more in plainer words, then the next one.
  const { again, ask: same } = state as Asking;
  const next = again
    ? askNext(known, pending, facts)
    : askNext(known, pending, facts, { only: same, plainer: true });
  return { state: next.state, effects: [addWords(known, text), ...next.effects] };
}

function filled(
  told: Partial<TransferSheet>,
  text: string,
  {
    known,
    asked,
    pending,
  }: { known: StopPaymentDraft; asked: SheetAsk | null; pending: Resumable | null },
  facts: Facts,
): Decision {
  const draft = { ...known, sheet: withTransfer(known.sheet, told) };
  const isElsewhere = asked !== null && !fieldsOf[asked].some((field) => field in told);
  const before = [texts.heard(told, facts.now)];
  const isLoose = told.loose != null && !draft.asked.includes("side");
  const only = isElsewhere && !isLoose ? asked : undefined;
  const next = askNext(isLoose && asked ? reopened(draft, asked) : draft, pending, facts, {
    before,
    only,
  });
  return { state: next.state, effects: [...keepBoth(draft, text), ...next.effects] };
}

/** Asked once more after the question that comes between. */
function reopened(draft: StopPaymentDraft, ask: SheetAsk): StopPaymentDraft {
  return { ...draft, asked: draft.asked.filter((it) => it !== ask) };
}

function answerTo(
  asked: SheetAsk,
  text: string,
  isYes: boolean,
  { sheet: { loose } }: StopPaymentDraft,
): Partial<TransferSheet> | null {
  if (asked !== "side") return byWord(asked, text, isYes);
  if (!loose) return null;
  if (/对方|他的|她的|人家|骗子|那边|转给|转到/u.test(text)) return sided(loose, "other");
  return isYes || /我|俺|自己|咱|是的/u.test(text) ? sided(loose, "own") : null;
}

function afterMoved(
  state: Extract<StopPaymentState, { at: "moved" }>,
  { text, masked }: Said,
  facts: Facts,
): Decision | null {
  const { words, pending } = state;
  const answer = yesOrNo(text);
  const moved = moneyMoved(text);
  const { amount } = toldIn({ text, masked }, "amount", facts);
  const wish = sheetWishIn(text);
  if (wish === "fear" || wish === "pay-again") {
    if (!hasGone(text))
      return sheetOn(state, [notice(wish === "fear" ? texts.calm : texts.dontPay)], facts);
  }
  if (answer === "no" || (moved === false && amount === undefined))
    return moneyIsSafe(pending, facts);
  if (answer !== "yes" && moved !== true && !hasGone(text) && amount === undefined) return null;
  return moneyIsGone({ text: `${words}\n${text}`, masked }, pending, facts);
}

/** Something else meanwhile: answered, and then the question is put again. */
export function besideSheet(
  state: Extract<StopPaymentState, { at: "asking" | "moved" }>,
  { text, reading }: Said,
  facts: Facts,
): Decision {
  if (reading.intent === "human")
    return sheetOn(state, [notice(talkTexts.alarmWatch(facts.watch))], facts);
  const { effects } = ask(atMenu, text, reading, facts);
  const isLookedUp = effects.some((it) => it.do === "lookup" || it.do === "lookup-entry");
  return isLookedUp ? { state, effects } : sheetAgain(state, effects, facts);
}

export function sheetAgain(
  state: Extract<StopPaymentState, { at: "asking" | "moved" }>,
  effects: Effect[],
  facts: Facts,
): Decision {
  return sheetOn(state, effects, facts);
}

function asksSomething({ text, reading }: Said): boolean {
  return (
    /[吗么呢?？]|咋|怎|啥|什么|多久|能不能|哪/u.test(text) ||
    (reading.intent.startsWith("ask_") && reading.confidence > sureOfQuestion)
  );
}

/** Wishes that wait until the sheet is done. */
const elsewhere: ReadonlySet<string> = new Set(["book", "change_booking", "report_hazard"]);

const sureOfQuestion = 0.6;
