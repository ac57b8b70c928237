import { badRequest } from "./error.ts";

interface Button {
  text: string;
  callback_data?: string;
  url?: string;
}
export interface Markup {
  inline: Button[][] | null;
  keyboard: string[][] | null;
  persistent: boolean;
}
export const noMarkup: Markup = { inline: null, keyboard: null, persistent: false };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function rowsOf(value: unknown, what: string): unknown[][] {
  if (!Array.isArray(value) || !value.every(Array.isArray))
    throw badRequest(`object expected as reply markup: Field "${what}" must be an Array of Arrays`);
  return value as unknown[][];
}

/** @throws ApiError 400 where Telegram would refuse the keyboard */
export function parseMarkup(given: unknown): Markup {
  if (given === undefined || given === null || given === "") return noMarkup;
  if (!isObject(given)) throw badRequest("object expected as reply markup");
  if ("inline_keyboard" in given) {
    const rows = rowsOf(given["inline_keyboard"], "inline_keyboard");
    const inline = rows.map((row) => row.map(inlineButton)).filter((row) => row.length > 0);
    if (inline.flat().length > 100) throw badRequest("reply markup is too long");
    return { inline, keyboard: null, persistent: false };
  }
  if ("keyboard" in given) {
    const rows = rowsOf(given["keyboard"], "keyboard");
    return {
      inline: null,
      keyboard: rows.map((row) => row.map(keyText)),
      persistent: given["is_persistent"] === true,
    };
  }
  if (given["remove_keyboard"] === true || given["force_reply"] === true) return noMarkup;
  return noMarkup;
}

function keyText(key: unknown): string {
  const text = typeof key === "string" ? key : isObject(key) ? key["text"] : null;
  if (typeof text !== "string")
    throw badRequest("can't parse keyboard button: Can't find field \"text\"");
  return text;
}

function inlineButton(button: unknown): Button {
  if (!isObject(button))
    throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const { text, callback_data, url } = button;
  if (typeof text !== "string")
    throw badRequest("can't parse inline keyboard button: Can't find field \"text\"");
  if (text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (typeof url === "string") {
    if (!/^(https?|tg):\/\/\S+$/.test(url))
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Unsupported URL protocol`);
    return { text, url };
  }
  if (typeof callback_data !== "string")
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  const size = Buffer.byteLength(callback_data);
  if (size < 1 || size > 64) throw badRequest("BUTTON_DATA_INVALID");
  return { text, callback_data };
}
