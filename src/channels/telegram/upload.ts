import type { CarriedFile } from "../../domain/message.ts";
import type { TelegramFault } from "./fault.ts";
import type { Upload } from "./transport.ts";

export type FileMethod = "sendPhoto" | "sendVoice" | "sendDocument";

/** Types and names under which Telegram shows a file as what it is. Source: Bot API, sendPhoto, sendVoice. */
const shown: Record<string, [FileMethod, string]> = {
  "image/jpeg": ["sendPhoto", "photo.jpg"],
  "image/png": ["sendPhoto", "photo.png"],
  "image/webp": ["sendPhoto", "photo.webp"],
  "audio/ogg": ["sendVoice", "voice.ogg"],
  "audio/mp4": ["sendVoice", "voice.m4a"],
};
const others: Record<string, string> = {
  "audio/webm": "voice.webm",
  "audio/amr": "voice.amr",
  "audio/amr-wb": "voice.awb",
};

/** The call that brings a file of ours to a chat. */
export function uploadOf({ mime, bytes }: CarriedFile): { method: FileMethod; upload: Upload } {
  const [method, name] = shown[mime] ?? ["sendDocument", others[mime] ?? "file"];
  const field = { sendPhoto: "photo", sendVoice: "voice", sendDocument: "document" }[method];
  return { method, upload: { field, name, mime, bytes } };
}

/** Telegram does not take it for a picture or a voice: too long and narrow, not its codec, not allowed by the person. */
export function isUnshown({ code, description }: TelegramFault): boolean {
  return (
    code === 400 &&
    /PHOTO_INVALID|IMAGE_PROCESS_FAILED|VOICE_MESSAGES_FORBIDDEN|wrong type of the web page|can't use file/i.test(
      description,
    )
  );
}
