import type { Shown } from "../domain/desk.ts";
import type { Facts } from "../domain/flow.ts";

/** Under the residency rule for China, Telegram carries no words of villagers to our own phones. */
export function carriesNoWords({
  channel,
  residency,
}: Pick<Facts, "channel" | "residency">): boolean {
  return channel === "telegram" && residency === "cn";
}

/** What may be shown of it where this conversation stands. */
export function showable<T>(shown: Shown<T>, facts: Facts): Shown<T> & { isBare: boolean } {
  const isBare = carriesNoWords(facts);
  return isBare ? { ...shown, words: "", isBare } : { ...shown, isBare };
}
