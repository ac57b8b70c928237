import type { Log, Receive } from "../../domain/ports.ts";
import type { Health } from "./health.ts";
import { kindOf, type Route, updateIdOf } from "./router.ts";

export interface TakeOptions {
  route: Route;
  receive: Receive;
  health: Health;
  log: Log;
  /** A private message was taken. Must not wait. */
  taken: (chat: string) => void;
}

/**
 * Hands updates to the application, in order. True = each of them is stored, refused for good, or no
 * use to anybody: Telegram may forget them. Never throws.
 */
export function createTake({ route, receive, health, log, taken }: TakeOptions) {
  return async (updates: unknown[]): Promise<boolean> => {
    health.updatesCame(updates.length);
    const found = [];
    for (const update of updates) {
      const routed = await route(update);
      if (routed.is === "incoming") found.push(routed);
      else if (routed.is === "odd")
        log.warn("telegram update skipped", {
          update: updateIdOf(update),
          kind: kindOf(update),
          why: routed.why,
        });
    }
    if (found.length === 0) return true;
    try {
      const receipts = await receive(found.map(({ incoming }) => incoming));
      found.forEach(({ incoming, group }, n) => {
        const receipt = receipts[n];
        if (receipt?.ok && !receipt.repeat && !group) taken(incoming.chat);
      });
      return found.every((_, n) => {
        const receipt = receipts[n];
        return receipt !== undefined && (receipt.ok || receipt.why === "too-fast");
      });
    } catch (error) {
      log.error("telegram updates not taken", {
        count: found.length,
        error: error instanceof Error ? error.name : "unknown",
      });
      return false;
    }
  };
}

export type Take = ReturnType<typeof createTake>;
