import type { Log } from "../../domain/ports.ts";
import { telegramTexts } from "../../texts/zh-cn/telegram.ts";
import { TelegramFault } from "./fault.ts";
import type { Transport } from "./transport.ts";
import { sleep } from "./waits.ts";

/** What people see of the bot before they write to it. */
const settings: [method: string, payload: object][] = [
  ["setMyCommands", { commands: telegramTexts.commands }],
  ["setMyDescription", { description: telegramTexts.description }],
  ["setMyShortDescription", { short_description: telegramTexts.shortDescription }],
];

/** Sets command list and descriptions; what fails is tried again after `wait` ms until `signal`. Never throws. */
export async function setProfile(
  transport: Transport,
  log: Log,
  wait: number,
  signal: AbortSignal,
): Promise<void> {
  let open = settings;
  while (open.length > 0 && !signal.aborted) {
    const failed: typeof settings = [];
    for (const setting of open) {
      const [method, payload] = setting;
      try {
        await transport.call(method, payload, signal);
      } catch (error) {
        if (signal.aborted) return;
        failed.push(setting);
        const code = error instanceof TelegramFault ? error.code : null;
        log.warn("telegram profile not set", { method, code });
      }
    }
    open = failed;
    if (open.length > 0) await sleep(wait, signal);
  }
}
