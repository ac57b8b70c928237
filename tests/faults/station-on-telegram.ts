import { onTestFinished } from "vitest";
import { startTelegram, type Telegram } from "../../src/channels/telegram/telegram.ts";
import type { Waits } from "../../src/channels/telegram/waits.ts";
import type { ChannelName } from "../../src/domain/message.ts";
import type { Channel } from "../../src/domain/ports.ts";
import { readSetting, writeSetting } from "../../src/store/settings.ts";
import type { BotApi } from "../support/bot-api/server.ts";
import { openInside, type Inside } from "./station-inside.ts";

/** Short enough for a test, and still waits. */
const quick: Partial<Waits> = {
  ...{ poll: 2, late: 300, call: 1_000, unauthorized: 50, profile: 20, webhook: 20 },
  ...{ outage: { from: 20, to: 60 }, conflict: { from: 20, to: 60 }, store: { from: 20, to: 60 } },
};

export interface OnTelegram extends Inside {
  telegram: Telegram;
}

/** A whole station inside the test's process, connected with the strict Bot API; it ends with the test. */
export async function openOnTelegram(
  api: BotApi,
  over: Parameters<typeof openInside>[0] = {},
  webhook: { secret: string; url: string } | null = null,
): Promise<OnTelegram> {
  const channels = new Map<ChannelName, Channel>();
  const inside = await openInside({ channels, ...over });
  const telegram = await startTelegram({
    ...{ token: api.token, apiRoot: api.url, proxy: null, webhook },
    ...{ receive: inside.app.receive, clock: inside.clock, log: inside.log, waits: quick },
    chance: () => 0.5,
    offset: {
      read: async () => Number((await readSetting(inside.store.db, "offset")) ?? 0),
      write: (next) => writeSetting(inside.store.db, "offset", String(next)),
    },
  });
  channels.set("telegram", telegram.channel);
  await inside.app.begin();
  onTestFinished(async () => {
    await inside.app.stop();
    await telegram.stop();
    await inside.store.close();
  });
  return { ...inside, telegram };
}
