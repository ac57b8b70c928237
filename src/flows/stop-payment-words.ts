import { atMenu } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import { fieldsOf, withTransfer, type StopPaymentState } from "../domain/stop-payment.ts";
import { stopPaymentTexts as texts } from "../texts/zh-cn/stop-payment.ts";
import { talkTexts } from "../texts/zh-cn/talk.ts";
import { cannotTell, moneyMoved, yesOrNo } from "../understanding/payment/moved.ts";
import { ask } from "./ask.ts";
import { notice } from "./reply.ts";
import { moneyIsGone, moneyIsSafe } from "./stop-payment.ts";
import { askNext } from "./stop-payment-ask.ts";
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
  const { text } = event;
  const known = facts.stopPayment;
  if (!known) return null;
  const asked = state.at === "asking" ? state.ask : null;
  const pending = state.at === "asking" ? state.pending : null;
  const isYes = yesOrNo(text) === "yes";
  const isNo = cannotTell(text) || yesOrNo(text) === "no";
  const read = toldIn(event, asked, facts);
  const isRead = Object.keys(read).length > 0;
  if (!isRead && asked !== null && isNo) return askNext(known, pending, facts);
  if (!isRead && (asked === null || asksSomething(event))) return null;
  const told = isRead ? read : byWord(asked!, text, isYes);
  if (told) {
    const draft = { ...known, sheet: withTransfer(known.sheet, told) };
    const isElsewhere = asked !== null && !fieldsOf[asked].some((field) => field in told);
    const heard = [texts.heard(told, facts.now)];
    const next = askNext(draft, pending, facts, heard, isElsewhere ? asked : undefined);
    return { state: next.state, effects: [...keepBoth(draft, text), ...next.effects] };
  }
  // Nothing understood: asked once more in plainer words, then the next one.
  const { again, ask: same } = state as Asking;
  const next = again
    ? askNext(known, pending, facts)
    : askNext(known, pending, facts, [texts.again], same);
  return { state: next.state, effects: [addWords(known, text), ...next.effects] };
}

function afterMoved(
  { words, pending }: Extract<StopPaymentState, { at: "moved" }>,
  { text, masked }: Said,
  facts: Facts,
): Decision | null {
  const answer = yesOrNo(text);
  const moved = moneyMoved(text);
  const { amount } = toldIn({ text, masked }, "amount", facts);
  if (answer === "no" || (moved === false && amount === undefined))
    return moneyIsSafe(pending, facts);
  if (answer !== "yes" && moved !== true && amount === undefined) return null;
  return moneyIsGone({ text: `${words}\n${text}`, masked }, pending, facts);
}

/** Something else meanwhile: answered, and then the question is put again. */
export function besideSheet(state: Asking, { text, reading }: Said, facts: Facts): Decision {
  if (reading.intent === "human")
    return sheetAgain(state, [notice(talkTexts.alarmWatch(facts.watch))], facts);
  const { effects } = ask(atMenu, text, reading, facts);
  const isLookedUp = effects.some((it) => it.do === "lookup" || it.do === "lookup-entry");
  return isLookedUp ? { state, effects } : sheetAgain(state, effects, facts);
}

export function sheetAgain(
  { ask: asked, pending }: Asking,
  effects: Effect[],
  facts: Facts,
): Decision {
  if (!facts.stopPayment) return { state: pending ?? atMenu, effects };
  const next = askNext(facts.stopPayment, pending, facts, [], asked);
  return { state: next.state, effects: [...effects, ...next.effects] };
}

function asksSomething({ text, reading }: Said): boolean {
  return (
    /[吗么呢?？]|咋|怎|啥|什么|多久|能不能|哪/u.test(text) ||
    (reading.intent.startsWith("ask_") && reading.confidence > sureOfQuestion)
  );
}

const sureOfQuestion = 0.6;
