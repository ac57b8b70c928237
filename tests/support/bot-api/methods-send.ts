import type { Params } from "./body.ts";
import { ApiError, badRequest, forbidden } from "./error.ts";
import { type Entity, parseHtml } from "./html.ts";
import { noMarkup, parseMarkup } from "./markup.ts";
import { botUser, chatObject, type Chat, type Shown, type World } from "./world.ts";

/** What counts as nothing: spaces, zero-width and direction marks. */
const invisible = /[\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

function chatOf(world: World, params: Params): Chat {
  const given = params["chat_id"];
  if (given === undefined || given === "") throw badRequest("chat_id is empty");
  const id = typeof given === "number" ? given : Number(given);
  const chat = world.chats.get(id);
  if (!chat) throw badRequest("chat not found");
  if (chat.migratedTo !== null)
    throw new ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: chat.migratedTo,
    });
  switch (chat.state) {
    case "open":
      return chat;
    case "blocked":
      throw forbidden("bot was blocked by the user");
    case "deactivated":
      throw forbidden("user is deactivated");
    case "kicked":
      throw forbidden(
        `bot was kicked from the ${chat.type === "group" ? "group" : "supergroup"} chat`,
      );
    default:
      throw chat.state satisfies never;
  }
}

function textOf(params: Params, field: "text" | "caption", most: number) {
  const given = params[field] ?? "";
  if (typeof given !== "string") throw badRequest(`field "${field}" must be of type String`);
  if (/\p{Surrogate}/u.test(given)) throw badRequest("strings must be encoded in UTF-8");
  if (field === "text" && given === "") throw badRequest("message text is empty");
  const mode = params["parse_mode"];
  if (mode !== undefined && mode !== "HTML") throw badRequest("unsupported parse_mode");
  const read: { text: string; entities: Entity[] } =
    mode === "HTML" ? parseHtml(given) : { text: given, entities: [] };
  if (field === "text" && read.text.replace(invisible, "") === "")
    throw badRequest("text must be non-empty");
  if (read.text.length > most)
    throw badRequest(field === "text" ? "message is too long" : "message caption is too long");
  return read;
}

/** The message as the Bot API gives it back. */
export function messageObject(world: World, chat: Chat, shown: Shown): Record<string, unknown> {
  return {
    message_id: shown.message_id,
    from:
      shown.from === "bot"
        ? botUser(world)
        : { id: shown.from, is_bot: false, first_name: `U${shown.from}` },
    chat: chatObject(chat),
    date: Math.floor(shown.at / 1_000),
    ...(shown.edits > 0 ? { edit_date: Math.floor(world.now() / 1_000) } : {}),
    text: shown.text,
    ...(shown.entities.length > 0 ? { entities: shown.entities } : {}),
    ...(shown.markup.inline ? { reply_markup: { inline_keyboard: shown.markup.inline } } : {}),
  };
}

export function sendMessage(world: World, params: Params) {
  const chat = chatOf(world, params);
  const { text, entities } = textOf(params, "text", 4_096);
  const markup = parseMarkup(params["reply_markup"]);
  const shown = world.show(chat, {
    from: "bot",
    kind: "text",
    text: text.trim(),
    entities,
    markup,
  });
  world.did(chat.id, "send", shown);
  return messageObject(world, chat, shown);
}

const needs: Record<string, string[]> = {
  photo: ["photo"],
  document: ["document"],
  voice: ["voice"],
  audio: ["audio"],
  video: ["video"],
  location: ["latitude", "longitude"],
  contact: ["phone_number", "first_name"],
};

/** sendPhoto, sendDocument, sendVoice, sendAudio, sendVideo, sendLocation, sendContact. */
/** A file that came in a form, and no file_id. */
function uploadedFile(given: unknown): Shown["file"] | null {
  if (typeof given !== "object" || given === null || !("bytes" in given)) return null;
  const { file, type, bytes } = given as { file: string; type: string; bytes: Buffer };
  return { name: file, type, bytes };
}

/** JPEG, PNG, WebP by their first bytes: Telegram looks into a photo, whatever its name. */
const isPicture = (bytes: Buffer): boolean =>
  /^(?:\xff\xd8\xff|\x89PNG|RIFF....WEBP)/s.test(bytes.toString("latin1", 0, 16));

export const sendMedia = (kind: string) => (world: World, params: Params) => {
  const chat = chatOf(world, params);
  for (const field of needs[kind]!) {
    if (params[field] === undefined || params[field] === "")
      throw badRequest(
        kind === "location" || kind === "contact"
          ? `${field} is empty`
          : `there is no ${kind} in the request`,
      );
  }
  const { text, entities } = textOf(params, "caption", 1_024);
  const markup = parseMarkup(params["reply_markup"]);
  const file = uploadedFile(params[kind]);
  if (file && kind === "photo" && !isPicture(file.bytes)) throw badRequest("IMAGE_PROCESS_FAILED");
  const shown = world.show(chat, {
    ...{ from: "bot", kind, text, entities, markup },
    ...(file ? { file } : {}),
  });
  world.did(chat.id, "send", shown);
  return messageObject(world, chat, shown);
};

/** Under these a caption may stand; under others it is left out without a word. */
const captioned = new Set(["photo", "voice", "audio", "video", "animation", "document"]);
/** Polls of the quiz kind, dice and the like stay where they are. */
const stays = new Set(["poll", "invoice", "service"]);

/** A message of another chat without its sender: no forward header, a caption of its own if one is given. */
export function copyMessage(world: World, params: Params) {
  const chat = chatOf(world, params);
  const source = params["from_chat_id"];
  if (source === undefined || source === "") throw badRequest("chat_id is empty");
  const from = world.chats.get(Number(source));
  if (!from) throw badRequest("chat not found");
  const id = Number(params["message_id"]);
  if (!Number.isInteger(id) || id <= 0) throw badRequest("message identifier is not specified");
  const original = from.messages.get(id);
  if (!original || original.deleted) throw badRequest("message to copy not found");
  if (stays.has(original.kind)) throw badRequest("message can't be copied");
  const caption = textOf(params, "caption", 1_024);
  const markup = parseMarkup(params["reply_markup"]);
  const { kind } = original;
  const kept = { text: original.text, entities: original.entities };
  const words = captioned.has(kind) && params["caption"] !== undefined ? caption : kept;
  const copyOf = { chat: from.id, message: id };
  const shown = world.show(chat, { from: "bot", kind, ...words, markup, copyOf });
  world.did(chat.id, "send", shown);
  return { message_id: shown.message_id };
}

const actions = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
]);

export function sendChatAction(world: World, params: Params) {
  const chat = chatOf(world, params);
  const action = String(params["action"] ?? "");
  if (!actions.has(action)) throw badRequest("wrong parameter action in request");
  chat.actions.push(action);
  if (chat.actions.length > 100) chat.actions.shift();
  return true;
}

function editable(world: World, params: Params): { chat: Chat; shown: Shown } {
  const chat = chatOf(world, params);
  const shown = chat.messages.get(Number(params["message_id"]));
  if (!shown || shown.deleted) throw badRequest("message to edit not found");
  if (shown.from !== "bot" || shown.markup.keyboard) throw badRequest("message can't be edited");
  return { chat, shown };
}

const notModified = () =>
  badRequest(
    "message is not modified: specified new message content and reply markup are exactly the same " +
      "as a current content and reply markup of the message",
  );

function inlineOnly(given: unknown) {
  const markup = parseMarkup(given);
  if (markup.keyboard) throw badRequest("inline keyboard expected");
  return markup.inline?.length === 0 ? noMarkup : markup;
}

function change(world: World, chat: Chat, shown: Shown, to: Partial<Shown>) {
  const before = JSON.stringify([shown.text, shown.entities, shown.markup.inline]);
  const after = { ...shown, ...to };
  if (before === JSON.stringify([after.text, after.entities, after.markup.inline]))
    throw notModified();
  Object.assign(shown, to);
  shown.edits++;
  world.did(chat.id, "edit", shown);
  return messageObject(world, chat, shown);
}

export function editMessageText(world: World, params: Params) {
  const { chat, shown } = editable(world, params);
  const { text, entities } = textOf(params, "text", 4_096);
  if (shown.kind !== "text") throw badRequest("there is no text in the message to edit");
  const markup = inlineOnly(params["reply_markup"]);
  return change(world, chat, shown, { text: text.trim(), entities, markup });
}

export function editMessageReplyMarkup(world: World, params: Params) {
  const { chat, shown } = editable(world, params);
  return change(world, chat, shown, { markup: inlineOnly(params["reply_markup"]) });
}

export function deleteMessage(world: World, params: Params) {
  const chat = chatOf(world, params);
  const shown = chat.messages.get(Number(params["message_id"]));
  if (!shown || shown.deleted) throw badRequest("message to delete not found");
  shown.deleted = true;
  world.did(chat.id, "delete", shown);
  return true;
}

export function answerCallbackQuery(world: World, params: Params) {
  const query = world.callbacks.get(String(params["callback_query_id"] ?? ""));
  const text = String(params["text"] ?? "");
  if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
  if (!query || query.answered)
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  query.answered = true;
  query.text = text;
  return true;
}
