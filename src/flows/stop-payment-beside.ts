import type { State } from "../domain/conversation.ts";
import type { Decision, Effect, Event, Facts } from "../domain/flow.ts";
import type { SheetAsk, StopPaymentDraft } from "../domain/stop-payment.ts";
import { stopPaymentTexts as texts } from "../texts/zh-cn/stop-payment.ts";
import { cannotTell, yesOrNo } from "../understanding/payment/moved.ts";
import { saysBusy, saysReported } from "../understanding/payment/reported.ts";
import { isAboutMoney, isClearDanger, sheetWishIn } from "../understanding/payment/sheet-wish.ts";
import { notice } from "./reply.ts";
import { goOn } from "./resume.ts";
import { askSame, shownSheet } from "./stop-payment-ask.ts";
import { addWords, toldIn } from "./stop-payment-draft.ts";
import { underWay } from "./under-way.ts";

type Said = Extract<Event, { on: "said" }>;

/**
 * Whether a danger of another kind breaks into the sheet: a sure one, or one in plain words. An
 * answer to what was asked is none, whatever it sounds like.
 */
export function breaksIn(ask: SheetAsk | null, event: Said, facts: Facts): boolean {
  const { emergency } = event.reading;
  if (emergency === null || emergency.class === "fraud_in_progress") return false;
  if (isClearDanger(event.text)) return true;
  if (emergency.strength !== "alert") return false;
  return !answersSheet(ask, event, facts) && !isAboutMoney(event.text);
}

/** Whether the words fit what was asked or any other line of the sheet. */
export function answersSheet(ask: SheetAsk | null, event: Said, facts: Facts): boolean {
  const { text } = event;
  return (
    cannotTell(text) ||
    yesOrNo(text) !== null ||
    sheetWishIn(text) !== null ||
    saysReported(text, true) ||
    Object.keys(toldIn(event, ask, facts)).length > 0
  );
}

/** 110 was called: nobody is reminded of it, and the matter says so. */
export function reportMade(known: StopPaymentDraft): Effect[] {
  const note = known.reported ? [] : [addWords(known, texts.reportedNote)];
  return [{ do: "report-made", matter: known.matter }, ...note];
}

/** Where nothing else is under way that they could answer, a bare 打了 says it too. */
const idle: ReadonlySet<State["flow"]> = new Set(["menu", "ask", "check", "human"]);

/** What concerns a sheet is heard wherever the talk stands. Null: it is about something else. */
export function sheetFromAnywhere(state: State, event: Said, facts: Facts): Decision | null {
  const { stopPayment: known } = facts;
  const { text, forwarded, reading } = event;
  if (!known || forwarded || state.flow === "stop-payment") return null;
  if (reading.emergency !== null && breaksIn(null, event, facts)) return null;
  if (state.flow === "emergency" && state.pending?.flow === "stop-payment") return null;
  if (sheetWishIn(text) === "show") return { state, effects: [shownSheet(known, facts)] };
  if (saysReported(text, !known.reported && idle.has(state.flow))) {
    const said = notice(known.reported ? texts.reportedBefore : texts.reported);
    const effects = [...reportMade(known), said];
    const pending = underWay(state);
    return pending === null ? { state, effects } : goOn(pending, effects, facts);
  }
  return saysBusy(text, false) ? askSame(state, texts.busy(facts.station.phone), facts) : null;
}
