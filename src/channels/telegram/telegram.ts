import { setMaxListeners } from "node:events";
import type { Channel, Clock, Log, Receive } from "../../domain/ports.ts";
import { createBot } from "./bot.ts";
import { createFetch } from "./fetch.ts";
import { createHealth, type TelegramStatus } from "./health.ts";
import { keepWebhook } from "./keep-webhook.ts";
import type { Waiting } from "./patience.ts";
import { type Offset, poll } from "./poll.ts";
import { setProfile } from "./profile.ts";
import { createRouter, wantedUpdates } from "./router.ts";
import { createSend } from "./send.ts";
import { createTake } from "./take.ts";
import { createTransport } from "./transport.ts";
import { createTyping } from "./typing.ts";
import { sleep, usualWaits, type Waits } from "./waits.ts";
import { createWebhook } from "./webhook.ts";

export interface TelegramOptions {
  token: string;
  /** Without a slash at the end. */
  apiRoot: string;
  /** An HTTP proxy's address, or null. */
  proxy: string | null;
  /** Telegram posts updates to `url`; null = we ask for them. */
  webhook: { secret: string; url: string } | null;
  receive: Receive;
  clock: Clock;
  /** 0 … 1, for spreading waits. */
  chance: () => number;
  log: Log;
  /** Kept for this bot: another token is another bot with other numbers. */
  offset: Offset;
  waits?: Partial<Waits>;
}

export interface Telegram {
  channel: Channel;
  status(): TelegramStatus;
  /** Answers `POST /telegram/webhook`; null in polling mode. */
  webhook: ((request: Request) => Promise<Response>) | null;
  /** Stops asking for updates. Sendings under way get a moment to end: stop the outbox first. */
  stop(): Promise<void>;
}

/**
 * Connects the station with Telegram. Resolves at once, whatever Telegram does: it goes on trying,
 * and `status` and the log say how it fares.
 */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
  const { clock, log, chance, receive } = options;
  const waits: Waits = { ...usualWaits, ...options.waits };
  const health = createHealth(options.webhook ? "webhook" : "polling", clock);
  const transport = await createTransport({
    token: options.token,
    apiRoot: options.apiRoot,
    proxy: options.proxy,
    limit: waits.call,
    ended: health.ended,
  });
  const stopped = new AbortController();
  const { signal } = stopped;
  // Every call under way listens to it.
  setMaxListeners(0, signal);
  const bot = await createBot(options.token, transport.call, signal);
  const route = createRouter({
    bot,
    clock,
    // One that is too old is no loss: the press itself is taken all the same.
    pressed: (id) => void bot.telegram.answerCbQuery(id).catch(() => undefined),
    membership: (update, status) => log.info("telegram membership changed", { update, status }),
  });
  const typing = createTyping((chat) => bot.telegram.sendChatAction(chat, "typing"), clock);
  const take = createTake({ route, receive, health, log, taken: typing });

  const prepare = async () => {
    bot.botInfo = await bot.telegram.callApi("getMe", {});
    const { webhook } = options;
    if (!webhook) await bot.telegram.deleteWebhook();
    else
      await bot.telegram.setWebhook(webhook.url, {
        secret_token: webhook.secret,
        allowed_updates: wantedUpdates,
        max_connections: 16,
      });
  };
  const waiting: Waiting = { health, log, waits, chance, signal };
  let profiled: Promise<void> | null = null;
  const ready = async () => {
    await prepare();
    profiled ??= setProfile(transport, log, waits.profile, signal);
  };
  const run = async () => {
    const all = { ...waiting, transport, prepare: ready };
    if (options.webhook) await keepWebhook({ ...all, url: options.webhook.url });
    else await poll({ ...all, take, offset: options.offset });
    await profiled;
  };
  const supervise = async () => {
    while (!signal.aborted) {
      try {
        return await run();
      } catch (error) {
        // A fault of ours must not silence the station: begin again.
        log.error("telegram begins again", { error: error instanceof Error ? error.name : "" });
        await sleep(waits.outage.to, signal);
      }
    }
  };
  const running = supervise();

  return {
    channel: {
      name: "telegram",
      idempotent: false,
      privately: () => {
        const { username } = bot.botInfo ?? {};
        return username ? `https://t.me/${username}?start=group` : null;
      },
      carriesFiles: true,
      fetch: createFetch(transport),
      send: createSend((method, payload, aborted, file) =>
        file
          ? transport.upload(method, payload, file, aborted)
          : transport.call(method, payload, aborted),
      ),
    },
    status: health.status,
    webhook: options.webhook
      ? createWebhook({ secret: options.webhook.secret, take, clock, log })
      : null,
    async stop() {
      stopped.abort();
      await running;
      await transport.close();
    },
  };
}
