import type { MessageQueue, Queued } from "./queue.ts";

/** How one attempt ended. */
export type Outcome =
  | { is: "taken" }
  | { is: "refused"; sentence: string }
  /** The station is there but cannot take it now. */
  | { is: "later"; sentence: string }
  | { is: "no-network" };

export interface SenderEvents {
  onTry(id: string): void;
  onOutcome(message: Queued, outcome: Outcome): void;
}

/** Unit: ms. */
const firstPause = 2000;
const longestPause = 30_000;

/**
 * Sends what is queued, in order, until all of it is taken. After a message that could not be
 * taken only those go on that were never tried: one of them may be a cry for help.
 */
export function sender(
  queue: Pick<MessageQueue, "all" | "remove">,
  post: (message: Queued) => Promise<Outcome>,
  { onTry, onOutcome }: SenderEvents,
) {
  const tried = new Set<string>();
  let isBusy = false;
  let again = false;
  let pause = firstPause;
  let timer = 0;

  async function flush(): Promise<void> {
    if (isBusy) {
      again = true;
      return;
    }
    isBusy = true;
    again = false;
    clearTimeout(timer);
    let isHeldUp = false;
    for (const message of queue.all()) {
      if (isHeldUp && tried.has(message.id)) continue;
      tried.add(message.id);
      onTry(message.id);
      const outcome = await post(message);
      if (outcome.is === "taken" || outcome.is === "refused") queue.remove(message.id);
      else isHeldUp = true;
      onOutcome(message, outcome);
      if (outcome.is === "no-network") break;
    }
    isBusy = false;
    if (again) return flush();
    if (!isHeldUp) pause = firstPause;
    else {
      timer = window.setTimeout(flush, pause);
      pause = Math.min(longestPause, pause * 2);
    }
  }
  return { flush };
}
