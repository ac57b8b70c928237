import type { Content, MediaKind, Medium } from "../../domain/message.ts";
import { type Bot, withoutOurName } from "./our-name.ts";
import type { TelegramMessage } from "./message-shape.ts";
import { fetchName, refOf } from "./ref.ts";

/** Fields of a message that name its medium; the first that is there counts. */
const media: [field: string, kind: MediaKind][] = [
  ["photo", "photo"],
  ["voice", "voice"],
  ["audio", "voice"],
  ["video", "video"],
  ["video_note", "video"],
  ["animation", "video"],
  ["sticker", "sticker"],
  ["venue", "location"],
  ["location", "location"],
  ["contact", "contact"],
  ["document", "file"],
];

/** Fields of messages that nobody wrote: Telegram tells of something. */
const service = new Set([
  "pinned_message",
  "message_auto_delete_timer_changed",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
  "new_chat_members",
  "left_chat_member",
  "new_chat_title",
  "new_chat_photo",
  "delete_chat_photo",
  "group_chat_created",
  "supergroup_chat_created",
  "write_access_allowed",
  "chat_background_set",
  "boost_added",
  "video_chat_scheduled",
  "video_chat_started",
  "video_chat_ended",
  "video_chat_participants_invited",
  "forum_topic_created",
  "forum_topic_edited",
  "forum_topic_closed",
  "forum_topic_reopened",
]);

/**
 * What a message says to us; null = nothing: talk in a group that is not meant for us, a service
 * message, a medium that merely changed (a live location does every few seconds).
 */
export function contentOf(message: TelegramMessage, bot: Bot, edited: boolean): Content | null {
  if (message.chat.type === "channel") return null;
  const given = message.text || message.caption || "";
  const entities = message.text ? message.entities : message.caption_entities;
  const { text, called } = withoutOurName(given, entities, bot);
  const replied = message.reply_to_message?.from.id === bot.id;
  const isPrivate = message.chat.type === "private";
  if (!isPrivate && !called && !replied) return null;
  const said = storable(text);
  const answered = replied ? message.reply_to_message?.message_id : undefined;
  const replyTo = answered === undefined ? {} : { replyTo: String(answered) };
  if (said.trim() !== "") {
    const forwarded = "forward_origin" in message || "forward_date" in message;
    const own = message.message_id;
    const id = own === undefined || !isPrivate ? {} : { message: String(own) };
    const under = message.text || !isPrivate ? null : mediumIn(message);
    const medium = under === null ? {} : { medium: under };
    return { kind: "text", text: said, forwarded, edited, ...replyTo, ...id, ...medium };
  }
  if (edited || Object.keys(message).some((field) => service.has(field))) return null;
  return { kind: "media", caption: "", ...(mediumIn(message) ?? { media: "other" }), ...replyTo };
}

function mediumIn(message: TelegramMessage): Medium | null {
  const [field, kind] = media.find(([field]) => field in message) ?? [];
  if (field === undefined || kind === undefined) return null;
  const ref = refOf(message, field);
  const fetch = ref === null ? null : fetchName(message, field);
  const { location: place } = message;
  return {
    media: kind,
    ...(ref === null ? {} : { ref }),
    ...(fetch === null ? {} : { fetch }),
    ...(place ? { place } : {}),
  };
}

/** No database takes NUL or half a surrogate pair. */
const storable = (text: string) => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\ufffd");
