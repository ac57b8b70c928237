import type { Outgoing } from "../../domain/message.ts";
import { telegramTexts } from "../../texts/zh-cn/telegram.ts";

/** A label with more characters has a row of its own. */
const wide = 10;

export type ReplyMarkup =
  | { inline_keyboard: { text: string; callback_data: string }[][] }
  | { keyboard: { text: string }[][]; is_persistent: true; resize_keyboard: true };

/** Buttons under the message: at most two a row. @throws Error where a choice cannot be a button */
export function inlineKeyboard(choices: Outgoing["choices"]): ReplyMarkup {
  const rows: { text: string; callback_data: string }[][] = [];
  let half = false;
  for (const { id, label } of choices) {
    const size = Buffer.byteLength(id);
    if (size < 1 || size > 64 || label.trim() === "")
      throw new Error(`A choice needs a label and an id of 1 to 64 bytes, not ${size}.`);
    const button = { text: label, callback_data: id };
    const narrow = [...label].length <= wide;
    if (half && narrow) rows.at(-1)!.push(button);
    else rows.push([button]);
    half = narrow && !half;
  }
  return { inline_keyboard: rows };
}

/** The six keys that stay under the input field. */
export const keys: ReplyMarkup = {
  keyboard: telegramTexts.keys.map((row) => row.map((text) => ({ text }))),
  is_persistent: true,
  resize_keyboard: true,
};
