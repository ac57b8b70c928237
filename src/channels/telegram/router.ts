import type { Telegraf } from "telegraf";
import type { Incoming } from "../../domain/message.ts";
import type { Clock } from "../../domain/ports.ts";
import { contentOf } from "./content.ts";
import { callbackShape, messageShape } from "./message-shape.ts";

/** What became of an update: something for the application, nothing on purpose, or not to be understood. */
export type Routed =
  | { is: "incoming"; incoming: Incoming; group: boolean }
  | { is: "ignored" }
  | { is: "odd"; why: string };

/** The kinds of updates that we ask Telegram for. */
export const wantedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

export interface RouterOptions {
  bot: Telegraf;
  clock: Clock;
  /** Somebody pressed a button: tells Telegram that it was seen. Must not wait. */
  pressed: (callback: string) => void;
  /** We were blocked, unblocked, added or removed. */
  membership: (update: number, status: string) => void;
}

/** Turns updates into Incoming by telegraf's routes. The function never throws, whatever the update. */
export function createRouter({ bot, clock, pressed, membership }: RouterOptions) {
  const routed = new WeakMap<object, Routed>();
  const read = (update: { update_id: number }, message: unknown, edited: boolean): Routed => {
    const found = messageShape.safeParse(message);
    if (!found.success) return { is: "odd", why: "message without a usable chat" };
    const { chat, date, edit_date: editDate } = found.data;
    const sent = (edited ? editDate : date) ?? null;
    const written = sent === null ? {} : { written: sent * 1_000 };
    const content = contentOf(found.data, botOf(bot), edited);
    if (!content) return { is: "ignored" };
    const key = `u:${update.update_id}`;
    return {
      is: "incoming",
      group: chat.type !== "private",
      incoming: {
        channel: "telegram",
        chat: String(chat.id),
        key,
        at: clock.now(),
        ...written,
        content,
      },
    };
  };

  bot.on("message", (ctx) => {
    routed.set(ctx.update, read(ctx.update, ctx.update.message, false));
  });
  bot.on("edited_message", (ctx) => {
    routed.set(ctx.update, read(ctx.update, ctx.update.edited_message, true));
  });
  bot.on("callback_query", (ctx) => {
    const id: unknown = ctx.update.callback_query.id;
    if (typeof id === "string") pressed(id);
    const query = callbackShape.safeParse(ctx.update.callback_query);
    if (!query.success) {
      routed.set(ctx.update, { is: "odd", why: "press without a chat or data" });
      return;
    }
    const { data, message } = query.data;
    const incoming: Incoming = {
      channel: "telegram",
      chat: String(message.chat.id),
      key: `cb:${query.data.id}`,
      at: clock.now(),
      content: { kind: "press", choice: data },
    };
    routed.set(ctx.update, { is: "incoming", incoming, group: message.chat.type !== "private" });
  });
  bot.on("my_chat_member", (ctx) => {
    const status: unknown = ctx.update.my_chat_member.new_chat_member?.status;
    membership(ctx.update.update_id, nameable(status) ? status : "unknown");
    routed.set(ctx.update, { is: "ignored" });
  });
  bot.on(["channel_post", "edited_channel_post"], (ctx) => {
    routed.set(ctx.update, { is: "ignored" });
  });
  bot.catch((_error, ctx) => {
    routed.set(ctx.update, { is: "odd", why: "broken update" });
  });

  return async (update: unknown): Promise<Routed> => {
    if (!isUpdate(update)) return { is: "odd", why: "not an update" };
    try {
      await bot.handleUpdate(update as Parameters<Telegraf["handleUpdate"]>[0]);
    } catch {
      return { is: "odd", why: "broken update" };
    }
    return routed.get(update) ?? { is: "odd", why: "unknown kind" };
  };
}

export type Route = ReturnType<typeof createRouter>;

/** The id of an update, if it has one that can be counted with. */
export function updateIdOf(update: unknown): number | null {
  return isUpdate(update) ? update.update_id : null;
}

/** The kind of an update, safe to be logged. */
export function kindOf(update: unknown): string {
  if (typeof update !== "object" || update === null) return typeof update;
  return Object.keys(update).find((key) => key !== "update_id" && nameable(key)) ?? "none";
}

const nameable = (word: unknown): word is string =>
  typeof word === "string" && /^[a-z_]{1,40}$/.test(word);

function isUpdate(update: unknown): update is { update_id: number } {
  return (
    typeof update === "object" &&
    update !== null &&
    "update_id" in update &&
    Number.isSafeInteger(update.update_id)
  );
}

const botOf = (bot: Telegraf) => ({
  id: bot.botInfo?.id ?? 0,
  username: bot.botInfo?.username ?? "",
});
