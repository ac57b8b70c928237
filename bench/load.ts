import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { BotApi } from "../tests/support/bot-api/server.ts";

/** A bot behind a webhook, and the Bot API that it answers to. */
export interface Target {
  api: BotApi;
  port: number;
  secret: string;
}

/** What came of a load. Unit of the times: ms, from the post until the reply reached the Bot API. */
export interface Load {
  perSecond: number;
  times: number[];
  /** Posts that were not answered with 200. */
  refused: number;
  /** Updates without a reply within the limit. */
  unanswered: number;
}

/** How long a reply may take. Unit: ms. */
const limit = 10_000;
let updates = 0;

/**
 * Every chat says one thing; so many are on their way at once, the next one as soon as one is answered.
 */
export async function closedLoad(
  target: Target,
  chats: number[],
  text: (chat: number) => string,
  atOnce: number,
): Promise<Load> {
  const way = road(target, atOnce);
  const rest = chats.values();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const chat of rest) await way.say(chat, text(chat));
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  return way.end(way.times.length / seconds);
}

/** Every chat says one thing, so many a second, whatever becomes of them. */
export async function steadyLoad(
  target: Target,
  chats: number[],
  text: (chat: number) => string,
  perSecond: number,
): Promise<Load> {
  const way = road(target, 256);
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (const [n, chat] of chats.entries()) {
    const wait = began + (n / perSecond) * 1_000 - performance.now();
    if (wait > 1) await pause(wait);
    under.push(way.say(chat, text(chat)));
  }
  await Promise.all(under);
  return way.end(perSecond);
}

function road({ api, port, secret }: Target, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = new Map<number, () => void>();
  const did = api.world.did;
  api.world.did = (chat, what, message) => {
    did(chat, what, message);
    waiting.get(chat)?.();
  };
  const times: number[] = [];
  let refused = 0;
  let unanswered = 0;

  const post = (body: string) =>
    new Promise<void>((resolve) => {
      const call = request(
        {
          ...{ host: "127.0.0.1", port, path: "/telegram/webhook", method: "POST", agent },
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "x-telegram-bot-api-secret-token": secret,
          },
        },
        (answer) => {
          if (answer.statusCode !== 200) refused++;
          answer.resume();
          answer.on("end", resolve);
        },
      );
      call.on("error", () => {
        refused++;
        resolve();
      });
      call.end(body);
    });

  return {
    times,
    async say(chat: number, text: string): Promise<void> {
      const body = JSON.stringify(updateOf(chat, text));
      const began = performance.now();
      const answered = new Promise<void>((resolve) => {
        const late = setTimeout(() => {
          unanswered++;
          resolve();
        }, limit);
        waiting.set(chat, () => {
          times.push(performance.now() - began);
          waiting.delete(chat);
          clearTimeout(late);
          resolve();
        });
      });
      await Promise.all([post(body), answered]);
    },
    end(perSecond: number): Load {
      api.world.did = did;
      agent.destroy();
      return { perSecond, times, refused, unanswered };
    },
  };
}

function updateOf(chat: number, text: string): object {
  updates++;
  const from = { id: chat, is_bot: false, first_name: "U", language_code: "zh-hans" };
  return {
    update_id: updates,
    message: {
      message_id: updates,
      from,
      chat: { id: chat, type: "private", first_name: "U" },
      date: Math.floor(Date.now() / 1_000),
      text,
    },
  };
}
