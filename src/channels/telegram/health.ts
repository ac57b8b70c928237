import type { Clock } from "../../domain/ports.ts";
import { type TelegramFault, troubleOf } from "./fault.ts";

export type Trouble = "unauthorized" | "conflict" | "unreachable";

export interface TelegramStatus {
  mode: "polling" | "webhook";
  /** When the last update came. Unit: ms since 1970. */
  lastUpdateAt: number | null;
  /** When Telegram last answered a call of ours, or posted to us. Unit: ms since 1970. */
  lastContactAt: number | null;
  trouble: Trouble | null;
}

/** Keeps the status up to date from what the other parts see. */
export interface Health {
  status(): TelegramStatus;
  /** A call ended; null = well. */
  ended(fault: TelegramFault | null): void;
  updatesCame(count: number): void;
  /** Another program polls with our token (true), or no longer does. */
  conflict(is: boolean): void;
}

export function createHealth(mode: TelegramStatus["mode"], clock: Clock): Health {
  let lastUpdateAt: number | null = null;
  let lastContactAt: number | null = null;
  let calling: Trouble | null = null;
  let conflicting = false;
  return {
    status: () => ({
      mode,
      lastUpdateAt,
      lastContactAt,
      trouble: calling ?? (conflicting ? "conflict" : null),
    }),
    ended(fault) {
      const trouble = fault && troubleOf(fault);
      if (trouble === null) lastContactAt = clock.now();
      calling = trouble;
    },
    updatesCame(count) {
      lastContactAt = clock.now();
      if (count > 0) lastUpdateAt = lastContactAt;
    },
    conflict(is) {
      conflicting = is;
    },
  };
}
