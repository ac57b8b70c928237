import type { CarriedFile, Outgoing } from "../../domain/message.ts";
import { telegramTexts } from "../../texts/zh-cn/telegram.ts";
import { refIn, type Ref } from "./ref.ts";
import type { Part } from "./render.ts";

/** Longest words under a medium. Unit: UTF-16 code units after entities are read. Source: Bot API, copyMessage. */
const longestCaption = 1_024;

/** One call: words, or a medium with the words that stand under it. */
export type Step =
  Part | { copy: Ref; under: Part | null } | { file: CarriedFile; under: Part | null };

/** The calls that one Outgoing becomes, in order; a medium comes last. */
export function stepsOf(parts: Part[], media: Outgoing["media"]): Step[] {
  const [only, ...more] = parts;
  const fits = only && more.length === 0 && only.plain.length <= longestCaption;
  if (media?.file) {
    const { file } = media;
    return fits ? [{ file, under: only }] : [...parts, { file, under: null }];
  }
  const from = media ? refIn(media.ref) : null;
  if (from === null) return media ? parts.map((part, n) => (n > 0 ? part : markGone(part))) : parts;
  if (fits && !from.bare) return [{ copy: from, under: only }];
  return [...parts, { copy: from, under: null }];
}

/** What is said where a medium is gone, or Telegram does not let it be copied. */
export function markGone(part: Part | null): Part {
  const { mediumGone } = telegramTexts;
  if (part === null) return { html: mediumGone, plain: mediumGone };
  return { html: `${part.html}\n${mediumGone}`, plain: `${part.plain}\n${mediumGone}` };
}
