import type { Channel } from "../../src/domain/ports.ts";
import type { ChannelName, Outgoing, Sent } from "../../src/domain/message.ts";

/** One message on a person's screen. */
export interface Bubble {
  /** The channel's own id of it. */
  message: string;
  /** The outgoing message that it shows now. */
  shows: Outgoing;
}

/** A channel that shows what it is given on screens that a test can look at. */
export interface RecordingChannel extends Channel {
  /** Everything handed over, in order, whatever came of it. */
  readonly sent: Outgoing[];
  screen(chat: string): Bubble[];
  /** How the next sendings end, instead of well. Called with each message; null = well. */
  /** What somebody's pictures and voices are, by their names; others never come. */
  readonly holds: Map<string, Uint8Array | "later">;
  ends: (message: Outgoing) => Sent | null | Promise<Sent | null>;
}

/** Telegram edits a message by its own id; a page and a terminal know messages by ours. */
export function recordingChannel(name: ChannelName): RecordingChannel {
  const screens = new Map<string, Bubble[]>();
  let made = 0;
  const screen = (chat: string): Bubble[] => {
    const known = screens.get(chat) ?? [];
    screens.set(chat, known);
    return known;
  };
  const it: RecordingChannel = {
    name,
    idempotent: name === "web",
    privately: () => (name === "telegram" ? "https://t.me/sanwu_test_bot?start=group" : null),
    sent: [],
    carriesFiles: name === "telegram",
    holds: new Map(),
    async fetch(handle) {
      const bytes = it.holds.get(handle);
      if (bytes === "later") return { ok: false, why: "later", detail: "no answer" };
      return bytes ? { ok: true, bytes } : { ok: false, why: "gone", detail: "no such file" };
    },
    screen,
    ends: () => null,
    async send(message) {
      it.sent.push(message);
      const end = await it.ends(message);
      if (end !== null && !end.ok) return end;
      const bubbles = screen(message.chat);
      const { replaces } = message;
      const earlier = bubbles.find((bubble) =>
        name === "telegram"
          ? replaces?.message === bubble.message
          : replaces?.id === bubble.shows.id || message.id === bubble.shows.id,
      );
      if (earlier) {
        earlier.shows = message;
        return { ok: true, message: earlier.message };
      }
      made += 1;
      bubbles.push({ message: `m${made}`, shows: message });
      return { ok: true, message: `m${made}` };
    },
  };
  return it;
}
