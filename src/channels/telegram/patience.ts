import type { Log } from "../../domain/ports.ts";
import { telegramTexts } from "../../texts/zh-cn/telegram.ts";
import { TelegramFault, troubleOf } from "./fault.ts";
import type { Health, Trouble } from "./health.ts";
import { backOff, sleep, type Waits } from "./waits.ts";

export interface Waiting {
  health: Health;
  log: Log;
  waits: Waits;
  /** 0 … 1. */
  chance: () => number;
  signal: AbortSignal;
}

/** Waits out what goes wrong between us and Telegram, and says it in the log once, not at every try. */
export interface Patience {
  /** @throws whatever is not a TelegramFault */
  after(error: unknown): Promise<void>;
  /** It goes well again. `alone`: nobody disturbed us for the whole of a long poll. */
  well(alone: boolean): void;
}

export function createPatience({ health, log, waits, chance, signal }: Waiting): Patience {
  let told: Trouble | "other" | null = null;
  let tries = 0;
  let conflicts = 0;
  return {
    async after(error) {
      if (!(error instanceof TelegramFault)) throw error;
      if (signal.aborted) return;
      if (error.code === 409) {
        health.conflict(true);
        if (conflicts++ === 0) log.warn(telegramTexts.anotherInstance);
        return sleep(backOff(conflicts, waits.conflict, chance), signal);
      }
      const trouble = troubleOf(error) ?? "other";
      if (trouble !== told) {
        if (trouble === "unauthorized") log.error(telegramTexts.wrongToken);
        else log.warn("telegram not reached", { code: error.code, why: error.description });
      }
      told = trouble;
      const wait = error.retryAfter ?? backOff(tries, waits.outage, chance);
      tries++;
      return sleep(trouble === "unauthorized" ? waits.unauthorized : wait, signal);
    },
    well(alone) {
      if (told !== null) log.info("telegram reached again", { tries });
      told = null;
      tries = 0;
      health.conflict(false);
      // Two pollers take turns: only an undisturbed wait says that the other one is gone.
      if (alone) conflicts = 0;
    },
  };
}
