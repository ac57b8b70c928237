import { tooMany } from "./error.ts";

/** Refuses a message with 429 where a chat, or the bot as a whole, has had its number in this second. */
export function createLimits(limits: { perChat: number; overall: number } | null) {
  let second = 0;
  let overall = 0;
  let chats = new Map<number, number>();
  return (chat: number, now: number): void => {
    if (!limits) return;
    const current = Math.floor(now / 1_000);
    if (current !== second) {
      second = current;
      overall = 0;
      chats = new Map();
    }
    const ofChat = (chats.get(chat) ?? 0) + 1;
    if (ofChat > limits.perChat || overall + 1 > limits.overall) throw tooMany(1);
    chats.set(chat, ofChat);
    overall++;
  };
}
