import { TelegramFault } from "./fault.ts";
import { updateIdOf, wantedUpdates } from "./router.ts";
import type { Take } from "./take.ts";
import type { Transport } from "./transport.ts";
import { createPatience, type Waiting } from "./patience.ts";
import { backOff, sleep, type Waits } from "./waits.ts";

/** Where the number of the next update is kept between two runs. */
export interface Offset {
  read(): Promise<number>;
  write(next: number): Promise<void>;
}

export interface PollOptions extends Waiting {
  transport: Transport;
  take: Take;
  offset: Offset;
  /** Makes the bot ready to be polled: no webhook. @throws TelegramFault */
  prepare: () => Promise<void>;
}

/**
 * Asks Telegram for updates until `signal`. An update is confirmed (by a higher offset) only after
 * the application has it. Every trouble is waited out; none ends the loop.
 */
export async function poll(options: PollOptions): Promise<void> {
  const { transport, take, offset, prepare, log, waits, chance, signal } = options;
  const patience = createPatience(options);
  let next = await offset.read().catch(() => 0);
  let prepared = false;
  let notTaken = 0;
  while (!signal.aborted) {
    let updates: unknown[];
    try {
      if (!prepared) await prepare();
      prepared = true;
      updates = await ask(transport, next, waits, signal);
    } catch (error) {
      // 409 is also said where a webhook was set behind our back: then it is taken away again.
      prepared &&= !(error instanceof TelegramFault && /webhook/i.test(error.description));
      await patience.after(error);
      continue;
    }
    patience.well(updates.length === 0);
    if (!(await take(updates))) {
      if (notTaken++ === 0)
        log.warn("telegram updates wait for the store", { count: updates.length });
      await sleep(backOff(notTaken, waits.store, chance), signal);
      continue;
    }
    notTaken = 0;
    const after = Math.max(0, ...updates.map((update) => (updateIdOf(update) ?? -1) + 1));
    if (after > next) {
      next = after;
      await offset.write(next).catch(() => log.warn("telegram offset not written"));
    } else if (updates.length > 0) {
      // Updates without a number cannot be confirmed: do not turn in circles over them.
      await sleep(waits.outage.from, signal);
    }
  }
}

async function ask(
  transport: Transport,
  offset: number,
  { poll, late }: Waits,
  signal: AbortSignal,
) {
  const method = "getUpdates";
  const payload = { offset, limit: 100, timeout: poll, allowed_updates: wantedUpdates };
  const result = await transport.call(method, payload, signal, poll * 1_000 + late);
  if (!Array.isArray(result)) throw new TelegramFault(method, null, "no list of updates");
  return result as unknown[];
}
