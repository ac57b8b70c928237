import { hotlines } from "../../domain/hotlines.ts";
import type { Outgoing } from "../../domain/message.ts";
import { telegramTexts } from "../../texts/zh-cn/telegram.ts";
import { longest, split } from "./split.ts";

/** One message's text, as HTML for Telegram and plain in case that is refused. */
export interface Part {
  html: string;
  plain: string;
}

/** Telegram refuses a text with nothing else in it. */
const unseen = /[\s\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const control = /(?![\t\n])\p{Cc}/gu;
const broken = /\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

/** The texts that one Outgoing becomes, in order; at least one, none longer than a message may be. */
export function render({ kind, text, calls, again }: Outgoing): Part[] {
  const said = text.replace(/\r\n?/g, "\n").replace(control, "").replace(broken, "\ufffd").trim();
  const [first = "", ...lines] = (seen(said) ? said : telegramTexts.blank).split("\n");
  const head = again ? first + telegramTexts.again : first;
  // Telegram offers no button that dials, but a number that can be read must be there.
  const numbers = calls
    .filter((number) => !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(said))
    .map((number) => telegramTexts.call(number, hotlines[number]));
  const whole = [head, ...lines, ...(numbers.length > 0 ? ["", ...numbers] : [])].join("\n");
  const parts = split(whole, longest).filter(seen);
  return parts.map((plain, n) => ({
    plain,
    html: kind === "safety" && n === 0 ? boldFirstLine(plain) : escaped(plain),
  }));
}

const seen = (text: string) => text.replace(unseen, "") !== "";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function boldFirstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0
    ? `<b>${escaped(text)}</b>`
    : `<b>${escaped(text.slice(0, end))}</b>${escaped(text.slice(end))}`;
}
