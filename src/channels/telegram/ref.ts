import { z } from "zod";
import { largestFile } from "../../domain/media/limits.ts";
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

const file = z.object({ file_id: z.string().min(1).max(300), file_size: z.number().optional() });
/** A picture comes in several sizes, the largest last. */
const files = { photo: z.array(file), voice: file, audio: file };

/**
 * The name to fetch a picture or a voice by; null for anything else, and for what is too large to be
 * kept. Of a picture the largest size that may be.
 */
export function fetchName(message: TelegramMessage, field: string): string | null {
  if (field !== "photo" && field !== "voice" && field !== "audio") return null;
  const found = files[field].safeParse(message[field]);
  if (!found.success) return null;
  const sizes = Array.isArray(found.data) ? found.data : [found.data];
  return sizes.findLast(({ file_size = 0 }) => file_size <= largestFile)?.file_id ?? null;
}
