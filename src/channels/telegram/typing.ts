import type { Clock } from "../../domain/ports.ts";

/** Telegram shows "typing…" for 5 s. Unit: ms. */
const pause = 4_000;
/** More at once would take connections from the replies themselves. */
const mostAtOnce = 4;
const mostChats = 5_000;

/** Shows "typing…" in a chat, at most once in 4 s, and only while there is little to do. Never waits, never fails. */
export function createTyping(show: (chat: string) => Promise<unknown>, clock: Clock) {
  const last = new Map<string, number>();
  let open = 0;
  return (chat: string): void => {
    const now = clock.now();
    const before = last.get(chat);
    if (open >= mostAtOnce || (before !== undefined && now - before < pause)) return;
    last.delete(chat);
    last.set(chat, now);
    if (last.size > mostChats) last.delete(last.keys().next().value!);
    open++;
    show(chat)
      .catch(() => undefined)
      .finally(() => open--);
  };
}
