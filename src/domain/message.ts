import type { Action } from "./action.ts";
import type { Answer } from "./answer.ts";
import type { Hotline } from "./hotlines.ts";
import type { FileKind } from "./media/limits.ts";

export type ChannelName = "telegram" | "web" | "terminal";

export type MediaKind =
  "photo" | "voice" | "video" | "sticker" | "location" | "contact" | "file" | "other";

/** Where somebody is. Unit: degrees, north and east. */
export interface Place {
  latitude: number;
  longitude: number;
}

/** What somebody sent beside words. */
export interface Medium {
  media: MediaKind;
  /** The channel's own handle to give it on by, without naming who sent it; none = it stays here. */
  ref?: string;
  /** The channel's own name to fetch it by, where it may be kept and shown elsewhere. */
  fetch?: string;
  /** Of a location. */
  place?: Place;
}

/** What a person did in a channel. Texts are as typed; they are masked before they are stored. */
export type Content =
  | {
      kind: "text";
      text: string;
      forwarded: boolean;
      edited: boolean;
      /** The channel's id of our message that this one answers. */
      replyTo?: string;
      /** The channel's id of this very message: an edit of it has the same. */
      message?: string;
      /** What the words stand under. */
      medium?: Medium;
    }
  | { kind: "press"; choice: string }
  | ({ kind: "media"; caption: string; replyTo?: string } & Medium);

/** Whether more people than one read this chat: Telegram's groups have negative numbers. */
export function isGroup(channel: ChannelName, chat: string): boolean {
  return channel === "telegram" && chat.startsWith("-");
}

/** One update of a channel in the bot's own shape. */
export interface Incoming {
  channel: ChannelName;
  /** The channel's own name of the conversation (a Telegram chat id, a web session). Stored encrypted. */
  chat: string;
  /** The channel's name of this update, the same for a repeat of it, unique within the channel. */
  key: string;
  /** When it reached us. Unit: ms since 1970. */
  at: number;
  /** When it was written, where the channel tells: after an outage long before it reached us. Unit: ms since 1970. */
  written?: number;
  content: Content;
}

/** A button under a reply: what it says and what it does. */
export interface Choice {
  label: string;
  action: Action;
}

/** What the bot says at once: one bubble, one message. */
export interface Reply {
  /**
   * `safety`: an emergency card, sent before everything and once more after a doubtful crash;
   * `answer`: taken from the knowledge base; `notice`: anything else.
   */
  kind: "safety" | "answer" | "notice";
  /** Plain text; a blank line parts paragraphs. The first line of a safety card names the number. */
  text: string;
  choices: Choice[];
  /** Numbers to call with one tap where the channel can. */
  calls: Hotline[];
  /** What of the knowledge base it gives; none for notices. */
  answers: Answer[];
  /** What the text stands under: somebody else's picture, voice, place. */
  media?: Relayed;
}

/** A medium on its way to somebody else: by the handle of its channel, or as a file that is kept here. */
export interface Relayed {
  ref: string;
  kind: MediaKind;
  /** What to fetch it by for somebody on another channel. */
  fetch?: string;
  /** What the two talk about. */
  matter?: string;
  /** Said where it cannot be had after all. */
  otherwise?: string;
}

/** A file that is kept here, as a message carries it. */
export interface CarriedFile {
  mime: string;
  bytes: Uint8Array;
}

/** A kept file on a page. */
export interface ShownFile {
  id: string;
  kind: FileKind;
}

const keptMark = "file:";

/** The handle of a kept file. */
export const keptRef = (id: string): string => keptMark + id;

/** The id of the kept file that a handle names; null for a channel's own handle. */
export function keptIn(ref: string | undefined): string | null {
  return ref?.startsWith(keptMark) ? ref.slice(keptMark.length) : null;
}

/** What a page shows of a medium; null = it is not kept here. */
export function shownFile(
  medium: (Pick<Medium, "ref"> & { kind: MediaKind }) | undefined,
): ShownFile | null {
  const id = keptIn(medium?.ref);
  if (id === null || (medium?.kind !== "photo" && medium?.kind !== "voice")) return null;
  return { id, kind: medium.kind };
}

/** The kept file that somebody sent, with words or without. */
export function fileIn(content: Content): ShownFile | null {
  if (content.kind === "press") return null;
  const medium = content.kind === "media" ? content : content.medium;
  return shownFile(medium && { ...medium, kind: medium.media });
}

/** A reply on its way to one person through one channel. */
export interface Outgoing {
  /** Unique for ever; a second attempt has the same one. */
  id: string;
  chat: string;
  kind: Reply["kind"];
  text: string;
  /** `id` is short, opaque and safe in a button's data (≤ 64 bytes). */
  choices: { id: string; label: string }[];
  calls: Hotline[];
  /** `file`: what is kept, for a channel that carries files. */
  media?: Relayed & { file?: CarriedFile };
  /** The earlier message of ours that this one takes the place of. `message` is the channel's id of it, if known. */
  replaces: { id: string; message: string | null } | null;
  /** It may have been sent before a crash: say so ("重发"). */
  again: boolean;
}

/** How a sending ended, as far as the sender must choose what to do next. */
export type Sent =
  | { ok: true; /** The channel's id of the message, for a later edit. */ message: string | null }
  | { ok: false; why: "gone"; /** Blocked, deleted, unknown: never tried again. */ detail: string }
  | {
      ok: false;
      why: "later";
      /** Unit: ms; null = use the usual back-off. */ after: number | null;
    }
  | { ok: false; why: "refused"; /** The channel will never take this message. */ detail: string };
