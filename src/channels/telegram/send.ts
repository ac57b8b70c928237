import type { Channel } from "../../domain/ports.ts";
import type { Outgoing, Sent } from "../../domain/message.ts";
import { TelegramFault } from "./fault.ts";
import { inlineKeyboard, keys, type ReplyMarkup } from "./keyboard.ts";
import { type Part, render } from "./render.ts";
import { markGone, stepsOf, type Step } from "./steps.ts";
import type { Upload } from "./transport.ts";
import { isUnshown, uploadOf, type FileMethod } from "./upload.ts";
import { verdict } from "./verdict.ts";

/** Calls one method of the Bot API. @throws TelegramFault */
export type Call = (
  method: "sendMessage" | "editMessageText" | "copyMessage" | FileMethod,
  payload: object,
  signal: AbortSignal,
  file?: Upload,
) => Promise<unknown>;

const most = 1_000;

/** Sends messages to Telegram chats. What it remembers is only for speed and may be lost. */
export function createSend(call: Call): Channel["send"] {
  /** Of a message in several parts: how many a chat has, so that another try goes on behind them. */
  const partly = new Map<string, number>();
  /** Groups that became supergroups: old id to new. */
  const moved = new Map<string, string>();

  async function say(
    method: "sendMessage" | "editMessageText",
    chat: string,
    part: Part,
    more: object,
    signal: AbortSignal,
  ): Promise<string | null> {
    return attempt(
      method,
      chat,
      { text: part.html, link_preview_options: { is_disabled: true }, ...more },
      { text: part.plain },
      signal,
    );
  }

  /** One call that goes after a group that moved, and goes out plain where its HTML is refused. */
  async function attempt(
    method: Parameters<Call>[0],
    chat: string,
    body: object,
    plain: object,
    signal: AbortSignal,
    file?: Upload,
  ): Promise<string | null> {
    const payload = {
      chat_id: moved.get(chat) ?? chat,
      parse_mode: "HTML" as string | undefined,
      ...body,
    };
    for (let tries = 0; ; tries++) {
      try {
        return messageIdOf(await call(method, payload, signal, file));
      } catch (error) {
        if (!(error instanceof TelegramFault) || error.code !== 400 || tries === 2) throw error;
        if (error.migrateTo !== null) {
          remember(moved, chat, error.migrateTo);
          payload.chat_id = error.migrateTo;
        } else if (
          /can't parse entities|is too long/i.test(error.description) &&
          payload.parse_mode
        ) {
          Object.assign(payload, plain, { parse_mode: undefined });
        } else throw error;
      }
    }
  }

  /** Changes the earlier message; null = it cannot be changed, send anew. */
  async function edit(
    message: string,
    { chat, choices }: Outgoing,
    part: Part,
    signal: AbortSignal,
  ): Promise<Sent | null> {
    const markup = choices.length > 0 ? { reply_markup: inlineKeyboard(choices) } : {};
    try {
      await say("editMessageText", chat, part, { message_id: Number(message), ...markup }, signal);
    } catch (error) {
      if (!(error instanceof TelegramFault)) throw error;
      const same = /message is not modified/i.test(error.description);
      // Gone, too old, or under other keys: whatever the reason, nothing was shown yet.
      if (!same) return error.code === 400 ? null : verdict(error);
    }
    return { ok: true, message };
  }

  /** Somebody else's medium without their name; where it is gone, the words alone say so. */
  async function copy(
    { copy: from, under }: Extract<Step, { copy: unknown }>,
    chat: string,
    more: object,
    signal: AbortSignal,
  ): Promise<string | null> {
    const source = { from_chat_id: from.chat, message_id: from.message };
    // Without a caption of ours the sender's own would stay, with all that we mask.
    const body = { ...source, caption: under?.html ?? "", ...more };
    const plain = { caption: under?.plain ?? "" };
    try {
      return await attempt("copyMessage", chat, body, plain, signal);
    } catch (error) {
      // "Not found" may mean either chat: the words find out whether anybody reads here.
      if (!(error instanceof TelegramFault) || error.code !== 400) throw error;
      return say("sendMessage", chat, markGone(under), more, signal);
    }
  }

  /** A file of ours; where Telegram cannot show it as what it is, it goes as a document. */
  async function give(
    { file, under }: Extract<Step, { file: unknown }>,
    chat: string,
    more: object,
    signal: AbortSignal,
  ): Promise<string | null> {
    const body = { caption: under?.html ?? "", ...more };
    const plain = { caption: under?.plain ?? "" };
    const { method, upload } = uploadOf(file);
    try {
      return await attempt(method, chat, body, plain, signal, upload);
    } catch (error) {
      if (!(error instanceof TelegramFault) || !isUnshown(error)) throw error;
      const document = { ...upload, field: "document" };
      return attempt("sendDocument", chat, body, plain, signal, document);
    }
  }

  return async (outgoing, signal) => {
    const { id, chat, replaces, media } = outgoing;
    const parts = render(outgoing);
    const earlier = replaces?.message ?? null;
    if (earlier !== null && parts.length === 1 && !media) {
      const edited = await edit(earlier, outgoing, parts[0]!, signal);
      if (edited) return edited;
    }
    const steps = stepsOf(parts, media);
    const markup = markupUnder(outgoing);
    let message: string | null = null;
    for (let n = partly.get(id) ?? 0; n < steps.length; n++) {
      const step = steps[n]!;
      const under = n === steps.length - 1 && markup ? { reply_markup: markup } : {};
      try {
        message =
          "copy" in step
            ? await copy(step, chat, under, signal)
            : "file" in step
              ? await give(step, chat, under, signal)
              : await say("sendMessage", chat, step, under, signal);
      } catch (error) {
        if (!(error instanceof TelegramFault)) throw error;
        const sent = verdict(error);
        if (!sent.ok && sent.why === "later" && n > 0) remember(partly, id, n);
        else partly.delete(id);
        return sent;
      }
    }
    partly.delete(id);
    // A message in parts has no single place that another could take; a medium is what is answered.
    return { ok: true, message: steps.length === 1 || media ? message : null };
  };
}

/** In groups the six keys would lie under everybody's hands. */
function markupUnder({ chat, choices }: Outgoing): ReplyMarkup | null {
  if (choices.length > 0) return inlineKeyboard(choices);
  return chat.startsWith("-") ? null : keys;
}

function messageIdOf(result: unknown): string | null {
  const id =
    typeof result === "object" && result !== null && "message_id" in result
      ? result.message_id
      : null;
  return typeof id === "number" ? String(id) : null;
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}
