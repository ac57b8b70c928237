import type { Content, Incoming, MediaKind, Medium, Outgoing } from "../../src/domain/message.ts";
import type { Receipt } from "../../src/domain/ports.ts";
import type { Bubble, RecordingChannel } from "./recording-channel.ts";
import type { World } from "./world.ts";

/** How long a person takes before the next message, and between the fragments of one thought. Unit: ms. */
const pace = 30_000;
const breath = 400;

interface How {
  forwarded?: boolean;
  edited?: boolean;
  /** The channel's id of the message; an edit has that of the message that it edits. */
  message?: string;
  /** The channel's name of the update; default: a new one. */
  key?: string;
}

/** One person with one phone. */
export interface Villager {
  readonly chat: string;
  /** Half a minute later: words, and what they led to. */
  says(text: string, how?: How): Promise<Receipt>;
  /** In the same breath: one more fragment. */
  adds(text: string, how?: How): Promise<Receipt>;
  /** Taps the newest button of this label that is on the screen. */
  presses(label: string): Promise<Receipt>;
  /** Taps a button by its name, wherever it comes from. */
  taps(choice: string): Promise<Receipt>;
  /** `by`: the channel's handles to give it on and to fetch it by. */
  sends(media: MediaKind, caption?: string, by?: Pick<Medium, "ref" | "fetch">): Promise<Receipt>;
  /** The update as it would arrive now, for tests that bring several at once. */
  update(content: Content, how?: How): Incoming;
  /** Texts that came since last asked; one that took the place of another is marked ↻. */
  hears(): string[];
  /** Messages that came since last asked. */
  gets(): Outgoing[];
  /** What stands on the screen now, oldest first. */
  sees(): string[];
  screen(): Bubble[];
  /** Labels of the buttons under the newest message that has some. */
  choices(): string[];
  /** Name of the newest button of this label. */
  choiceOf(label: string): string;
}

/** How `hears` shows a text that took the place of an earlier one. */
export const instead = (text: string): string => `↻ ${text}`;

export const words = (text: string, how: How = {}): Content => ({
  kind: "text",
  text,
  forwarded: how.forwarded ?? false,
  edited: how.edited ?? false,
  ...(how.message === undefined ? {} : { message: how.message }),
});

export function villagerIn(
  world: Pick<World, "app" | "now" | "wait">,
  name: string,
  channel: RecordingChannel,
): Villager {
  let heard = 0;
  let sent = 0;
  const chat = `${channel.name}-${name}`;
  const mine = () => channel.sent.filter((message) => message.chat === chat);

  async function does(content: Content, after: number, how: How = {}): Promise<Receipt> {
    await world.wait(after);
    const [receipt] = await world.app.receive([it.update(content, how)]);
    await world.app.settled();
    return receipt!;
  }

  const it: Villager = {
    chat,
    says: (text, how) => does(words(text, how), pace, how),
    adds: (text, how) => does(words(text, how), breath, how),
    presses: (label) => does({ kind: "press", choice: it.choiceOf(label) }, pace),
    taps: (choice) => does({ kind: "press", choice }, breath),
    sends: (media, caption = "", by) =>
      does(
        by && caption !== ""
          ? {
              kind: "text",
              text: caption,
              forwarded: false,
              edited: false,
              medium: { media, ...by },
            }
          : { kind: "media", media, caption, ...by },
        pace,
      ),
    update: (content, { key } = {}) => ({
      channel: channel.name,
      chat,
      key: key ?? `${name}:${++sent}`,
      at: world.now(),
      content,
    }),
    gets() {
      const fresh = mine().slice(heard);
      heard += fresh.length;
      return fresh;
    },
    hears: () => it.gets().map(({ text, replaces }) => (replaces === null ? text : instead(text))),
    sees: () => it.screen().map(({ shows }) => shows.text),
    screen: () => channel.screen(chat),
    choices: () =>
      it
        .screen()
        .findLast(({ shows }) => shows.choices.length > 0)
        ?.shows.choices.map(({ label }) => label) ?? [],
    choiceOf(label) {
      const found = it
        .screen()
        .flatMap(({ shows }) => shows.choices)
        .findLast((choice) => choice.label === label);
      if (!found) throw new Error(`No button "${label}" on the screen of ${chat}.`);
      return found.id;
    },
  };
  return it;
}
