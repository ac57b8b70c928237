import type { TelegramMessage } from "./message-shape.ts";

/** Under these no words may stand: Telegram would leave them out. */
const bare = new Set(["video_note", "sticker", "venue", "location"]);
/** These name somebody: a card shows a phone number. */
const personal = new Set(["contact"]);

/** How a message's medium is copied: which message, of which chat, and whether words may stand under it. */
export interface Ref {
  chat: string;
  message: number;
  bare: boolean;
}

/** The handle by which a medium can be given on; null where it must not be, or cannot. */
export function refOf({ chat, message_id }: TelegramMessage, field: string): string | null {
  if (message_id === undefined || chat.type !== "private" || personal.has(field)) return null;
  return `${chat.id}/${message_id}${bare.has(field) ? "/bare" : ""}`;
}

/** What a handle of ours names; null for any other text. */
export function refIn(ref: string): Ref | null {
  const [, chat, message, mark] = /^(-?\d+)\/(\d+)(\/bare)?$/.exec(ref) ?? [];
  if (chat === undefined) return null;
  return { chat, message: Number(message), bare: mark !== undefined };
}
