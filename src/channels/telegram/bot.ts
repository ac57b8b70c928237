import type { Telegraf } from "telegraf";
import type { Transport } from "./transport.ts";

/**
 * telegraf as router and typed client, loaded only here. Calls go through `bot.telegram`, which has
 * our transport and ends with `signal`; the client that telegraf makes for each ctx has not.
 */
export async function createBot(
  token: string,
  call: Transport["call"],
  signal: AbortSignal,
): Promise<Telegraf> {
  const { Telegraf } = await import("telegraf");
  const bot = new Telegraf(token, {
    handlerTimeout: Infinity,
    telegram: { webhookReply: false },
  });
  bot.telegram.callApi = (method, payload) => call(method, payload, signal) as never;
  // Until Telegram tells more, the id is known from the token: updates need not wait for getMe.
  bot.botInfo = {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: "",
    username: "",
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  return bot;
}
