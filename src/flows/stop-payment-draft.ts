import type { Effect, Event, Facts } from "../domain/flow.ts";
import {
  emptySheet,
  withTransfer,
  type SheetAsk,
  type StopPaymentDraft,
  type TransferSheet,
} from "../domain/stop-payment.ts";
import { transferIn } from "../understanding/payment/transfer.ts";
import { isWay } from "../understanding/payment/way.ts";

/** Words of a message with the numbers that were taken out of it. */
export type Words = Pick<Extract<Event, { on: "said" }>, "text" | "masked">;

export const noNumbers: Words["masked"] = { idNumbers: 0, accounts: 0, phones: [] };

/** The sheet that is being filled, or a new one, with what these words tell. */
export function draftWith(event: Words, facts: Facts): StopPaymentDraft {
  const { turn, number, stopPayment } = facts;
  const draft = stopPayment ?? {
    ...{ matter: turn, number, sheet: emptySheet, asked: [], reported: false },
  };
  return { ...draft, sheet: withTransfer(draft.sheet, toldIn(event, null, facts)) };
}

export function toldIn(
  { text, masked }: Words,
  ask: SheetAsk | null,
  { now, stopPayment }: Facts,
): Partial<TransferSheet> {
  const numbers = { accounts: masked.accountNumbers ?? [], phones: masked.phones };
  return transferIn(text, now, { ask, numbers, sheet: stopPayment?.sheet ?? emptySheet });
}

/** What few words answer that name nothing by its usual name. Null: they do not fit what was asked. */
export function byWord(ask: SheetAsk, text: string, isYes: boolean): Partial<TransferSheet> | null {
  const words = text.trim();
  if (ask === "proof") return isYes ? { proof: "有" } : null;
  if (isYes || words.length > longestWord) return null;
  if (ask === "how") return isWay(words) ? { how: words } : null;
  return ask === "when" && dayWords.test(words) ? { when: { at: null, words } } : null;
}

/** An answer is no longer than this. Unit: UTF-16 code units. */
const longestWord = 40;
const dayWords =
  /^(?!.*[不卡啥吗么]).*(?:早|午|晚|夜|天|[\d一二三四五六七八九十]号|前|会儿|刚|时候|周|礼拜|星期|月|钟|点)/u;

/** The matter with its sheet: whoever is on duty is called for it at once. */
export function openMatter(draft: StopPaymentDraft, words: string): Effect[] {
  const { matter: id, number } = draft;
  return [
    {
      ...{ do: "open-matter", id, number, kind: "fraud-alert", note: words, phone: null },
      ...{ level: "alarm", danger: "fraud_in_progress" },
    },
    keepSheet(draft),
  ];
}

export function keepSheet({ matter, sheet, asked }: StopPaymentDraft): Effect {
  return { do: "keep-sheet", matter, sheet, asked };
}

/** Nothing that was said is lost, whatever was understood of it. */
export function addWords({ matter }: Pick<StopPaymentDraft, "matter">, words: string): Effect {
  return { do: "add-to-matter", matter, words };
}

export function keepBoth(draft: StopPaymentDraft, words: string): Effect[] {
  return [addWords(draft, words), keepSheet(draft)];
}
