import type { Entity } from "./message-shape.ts";

export interface Bot {
  id: number;
  /** Without @; empty until Telegram has told us. */
  username: string;
}

/**
 * The text without our name, and whether it calls us: by @name, by a command that is not another
 * bot's. A bare mention asks for the menu.
 */
export function withoutOurName(
  text: string,
  entities: Entity[],
  bot: Bot,
): { text: string; called: boolean } {
  let called = false;
  let rest = text;
  const name = `@${bot.username}`.toLowerCase();
  // From the end, so that earlier offsets stay true.
  for (const { type, offset, length, user } of entities.toSorted((a, b) => b.offset - a.offset)) {
    const words = text.slice(offset, offset + length);
    const cut = (from: number) => {
      called = true;
      rest = rest.slice(0, from) + rest.slice(offset + length);
    };
    if (type === "bot_command" && offset === 0) {
      const at = words.indexOf("@");
      if (at < 0) called = true;
      else if (words.slice(at).toLowerCase() === name) cut(at);
    } else if (type === "mention" && words.toLowerCase() === name) cut(offset);
    else if (type === "text_mention" && user?.id === bot.id) cut(offset);
  }
  if (!called) return { text, called };
  return { text: rest.replace(/ {2,}/g, " ").trim() || "/start", called };
}
