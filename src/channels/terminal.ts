import type { Channel } from "../domain/ports.ts";

/** The bot in a terminal: replies are printed, choices numbered. */
export function terminalChannel(print: (text: string, chat: string) => void): Channel {
  return {
    name: "terminal",
    idempotent: false,
    send({ chat, text, choices, again, replaces }) {
      const marks = `${again ? "（重发）" : ""}${replaces ? "（更正）" : ""}`;
      const numbered = choices.map(({ label }, i) => `  ${i + 1}. ${label}`);
      print([`${marks}${text}`, ...numbered].join("\n"), chat);
      return Promise.resolve({ ok: true, message: null });
    },
  };
}
