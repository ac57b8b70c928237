import { messageObject } from "./methods-send.ts";
import type { Updates } from "./updates.ts";
import { chatObject, type Chat, type Shown, type World } from "./world.ts";

/** Fields of a message beside its sender, chat, id and date. */
type Extra = Record<string, unknown>;

/** Somebody who writes to the bot, in private or (with `in`) in a group. */
export interface Person {
  id: number;
  /** All of these give the update's id; null = the bot does not want such updates. */
  says(text: string, extra?: Extra): number | null;
  forwards(text: string): number | null;
  sends(media: MediaName, caption?: string): number | null;
  edits(message: number, text: string): number | null;
  /** Presses the button with this label or data under the newest message that has it. */
  clicks(button: string): { update: number | null; callback: string };
  blocks(): number | null;
  unblocks(): number | null;
  /** The account is gone. */
  leaves(): void;
  in(group: number): Person;
  /** What the chat shows, oldest first, without what was deleted. */
  sees(): Shown[];
  /** Texts of the bot in the chat, oldest first. */
  hears(): string[];
  /** The newest message of the person. */
  lastMessage(): number;
}

export type MediaName = keyof typeof media;

export interface People {
  user(id: number): Person;
  /** A group that the bot is in. Its id is negative. */
  group(id: number): { upgrade(to: number): void; kicks(): void };
}

const file = (id: string) => ({ file_id: id, file_unique_id: id, file_size: 10 });
const media = {
  photo: () => ({ photo: [{ ...file("photo"), width: 90, height: 90 }] }),
  voice: () => ({ voice: { ...file("voice"), duration: 3 } }),
  audio: () => ({ audio: { ...file("audio"), duration: 3 } }),
  video: () => ({ video: { ...file("video"), width: 90, height: 90, duration: 3 } }),
  video_note: () => ({ video_note: { ...file("note"), length: 90, duration: 3 } }),
  document: () => ({ document: { ...file("document"), file_name: "a.pdf" } }),
  animation: () => ({
    animation: { ...file("animation"), width: 90, height: 90, duration: 3 },
    document: file("animation"),
  }),
  sticker: () => ({
    sticker: {
      ...file("sticker"),
      type: "regular",
      width: 90,
      height: 90,
      is_animated: false,
      is_video: false,
    },
  }),
  location: () => ({ location: { latitude: 41.7, longitude: 110.43 } }),
  venue: () => ({
    location: { latitude: 41.7, longitude: 110.43 },
    venue: { location: { latitude: 41.7, longitude: 110.43 }, title: "所", address: "路" },
  }),
  contact: () => ({ contact: { phone_number: "10000000000", first_name: "甲" } }),
  poll: () => ({
    poll: {
      id: "1",
      question: "?",
      options: [],
      total_voter_count: 0,
      is_closed: false,
      is_anonymous: true,
      type: "regular",
      allows_multiple_answers: false,
    },
  }),
  dice: () => ({ dice: { emoji: "🎲", value: 3 } }),
};

/** Commands and mentions as Telegram marks them in a text. */
function entitiesOf(text: string) {
  return [...text.matchAll(/(?<![\w/@])(?:\/[A-Za-z0-9_]{1,32}(?:@\w+)?|@\w{5,32})/g)].map(
    (found) => ({
      type: found[0].startsWith("/") ? "bot_command" : "mention",
      offset: found.index,
      length: found[0].length,
    }),
  );
}

export function createPeople(world: World, updates: Updates): People {
  let callbacks = 0;
  const personIn = (id: number, chat: Chat): Person => {
    const from = { id, is_bot: false, first_name: `U${id}`, language_code: "zh-hans" };
    const common = (shown: Shown) => ({
      message_id: shown.message_id,
      from,
      chat: chatObject(chat),
      date: Math.floor(shown.at / 1_000),
    });
    const put = (kind: string, text: string, fields: Extra) => {
      const shown = world.show(chat, { from: id, kind, text });
      return updates.push({ message: { ...common(shown), ...fields } });
    };
    const worded = (text: string) => {
      const entities = entitiesOf(text);
      return entities.length > 0 ? { text, entities } : { text };
    };
    const member = (before: string, after: string) =>
      updates.push({
        my_chat_member: {
          chat: chatObject(chat),
          from,
          date: Math.floor(world.now() / 1_000),
          old_chat_member: { user: { id: world.bot.id, is_bot: true }, status: before },
          new_chat_member: { user: { id: world.bot.id, is_bot: true }, status: after },
        },
      });
    const person: Person = {
      id,
      says: (text, extra = {}) => put("text", text, { ...worded(text), ...extra }),
      forwards: (text) =>
        put("text", text, {
          ...worded(text),
          forward_origin: { type: "hidden_user", sender_user_name: "某某", date: 1 },
        }),
      sends: (kind, caption = "") =>
        put(kind, caption, { ...media[kind](), ...(caption === "" ? {} : { caption }) }),
      edits(message, text) {
        const shown = chat.messages.get(message);
        if (!shown || shown.from !== id) throw new Error(`No message ${message} of user ${id}.`);
        shown.text = text;
        shown.edits++;
        return updates.push({
          edited_message: { ...common(shown), edit_date: common(shown).date + 1, ...worded(text) },
        });
      },
      clicks(button) {
        const shown = person
          .sees()
          .findLast((one) =>
            one.markup.inline?.flat().some((b) => b.text === button || b.callback_data === button),
          );
        const data = shown?.markup.inline
          ?.flat()
          .find((b) => b.text === button || b.callback_data === button)?.callback_data;
        if (!shown || data === undefined) throw new Error(`No button ${button} in ${chat.id}.`);
        const callback = `${world.bot.id}${++callbacks}`;
        world.callbacks.set(callback, { answered: false, text: "" });
        const update = updates.push({
          callback_query: {
            id: callback,
            from,
            message: messageObject(world, chat, shown),
            chat_instance: String(chat.id),
            data,
          },
        });
        return { update, callback };
      },
      blocks() {
        chat.state = "blocked";
        return member("member", "kicked");
      },
      unblocks() {
        chat.state = "open";
        return member("kicked", "member");
      },
      leaves() {
        chat.state = "deactivated";
      },
      in: (group) => personIn(id, world.chat(group)),
      sees: () => [...chat.messages.values()].filter((one) => !one.deleted),
      hears: () =>
        person
          .sees()
          .filter((one) => one.from === "bot")
          .map((one) => one.text),
      lastMessage: () => person.sees().findLast((one) => one.from === id)?.message_id ?? 0,
    };
    return person;
  };
  return {
    user: (id) => personIn(id, world.chat(id, "private")),
    group(id) {
      const chat = world.chat(id);
      return {
        upgrade(to) {
          world.chat(to, "supergroup");
          chat.migratedTo = to;
        },
        kicks() {
          chat.state = "kicked";
        },
      };
    },
  };
}
