import { z } from "zod";
import { createPatience, type Waiting } from "./patience.ts";
import type { Transport } from "./transport.ts";
import { sleep } from "./waits.ts";

export interface KeepWebhookOptions extends Waiting {
  transport: Transport;
  url: string;
  /** Tells Telegram to post to us. @throws TelegramFault */
  prepare: () => Promise<void>;
}

const infoShape = z.object({ url: z.string() });

/** Has Telegram post to `url` until `signal`: looks now and then whether another program took that away. */
export async function keepWebhook(options: KeepWebhookOptions): Promise<void> {
  const { transport, url, prepare, log, waits, signal } = options;
  const patience = createPatience(options);
  let set = false;
  while (!signal.aborted) {
    try {
      if (set) {
        const info = infoShape.safeParse(await transport.call("getWebhookInfo", {}, signal));
        set = info.success && info.data.url === url;
        if (!set) log.warn("telegram webhook had been taken away");
      }
      if (!set) await prepare();
      set = true;
      patience.well(true);
    } catch (error) {
      await patience.after(error);
      continue;
    }
    await sleep(waits.webhook, signal);
  }
}
