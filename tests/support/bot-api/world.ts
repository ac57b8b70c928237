import type { Entity } from "./html.ts";
import { type Markup, noMarkup } from "./markup.ts";

/** A message as the chat shows it now. */
export interface Shown {
  message_id: number;
  /** "bot", or the user's id. */
  from: "bot" | number;
  /** Unit: ms since 1970. */
  at: number;
  kind: string;
  text: string;
  entities: Entity[];
  markup: Markup;
  edits: number;
  deleted: boolean;
  /** What the bot uploaded. */
  file?: { name: string; type: string; bytes: Buffer };
  /** Of a copy: what it was copied from. Nobody in the chat sees it. */
  copyOf?: { chat: number; message: number };
}

type ChatState = "open" | "blocked" | "deactivated" | "kicked";

export interface Chat {
  id: number;
  type: "private" | "group" | "supergroup";
  state: ChatState;
  /** The group was upgraded: its new id. */
  migratedTo: number | null;
  messages: Map<number, Shown>;
  /** Actions such as "typing", in order. */
  actions: string[];
}

/** One thing that the bot did to a chat. */
interface Done {
  seq: number;
  at: number;
  chat: number;
  what: "send" | "edit" | "delete";
  message: number;
  text: string;
}

/** All that the server remembers: chats with what they show, callbacks, files, the bot's own settings. */
export interface World {
  bot: { id: number; username: string };
  chats: Map<number, Chat>;
  done: Done[];
  /** Callback queries that wait for an answer; answered ones with the text of the answer. */
  callbacks: Map<string, { answered: boolean; text: string }>;
  files: Map<string, Buffer>;
  commands: { command: string; description: string }[];
  descriptions: { long: string; short: string };
  now(): number;
  nextMessageId(): number;
  chat(id: number, type?: Chat["type"]): Chat;
  /** Puts a message into a chat. */
  show(chat: Chat, message: Partial<Shown> & Pick<Shown, "from" | "kind">): Shown;
  did(chat: number, what: Done["what"], message: Shown): void;
}

/** @param keep how many of the bot's doings, and of a chat's messages, are remembered */
export function createWorld(botId: number, keep: number, now: () => number): World {
  const world: World = {
    bot: { id: botId, username: "sanwu_test_bot" },
    chats: new Map(),
    done: [],
    callbacks: new Map(),
    files: new Map(),
    commands: [],
    descriptions: { long: "", short: "" },
    now,
    nextMessageId: () => ++lastMessage,
    chat(id, type) {
      let chat = world.chats.get(id);
      if (!chat) {
        chat = {
          id,
          type: type ?? (id > 0 ? "private" : "supergroup"),
          state: "open",
          migratedTo: null,
          messages: new Map(),
          actions: [],
        };
        world.chats.set(id, chat);
      }
      return chat;
    },
    show(chat, message) {
      const shown: Shown = {
        message_id: world.nextMessageId(),
        at: now(),
        text: "",
        entities: [],
        markup: noMarkup,
        edits: 0,
        deleted: false,
        ...message,
      };
      chat.messages.set(shown.message_id, shown);
      if (chat.messages.size > keep) chat.messages.delete(chat.messages.keys().next().value!);
      return shown;
    },
    did(chat, what, message) {
      world.done.push({
        seq: ++lastDone,
        at: now(),
        chat,
        what,
        message: message.message_id,
        text: message.text,
      });
      if (world.done.length > keep * 2) world.done = world.done.slice(-keep);
    },
  };
  let lastMessage = 0;
  let lastDone = 0;
  return world;
}

/** The user object of the bot. */
export const botUser = ({ bot }: World) => ({
  id: bot.id,
  is_bot: true,
  first_name: "三务通",
  username: bot.username,
});

export const chatObject = (chat: Chat) =>
  chat.type === "private"
    ? { id: chat.id, type: chat.type, first_name: `U${chat.id}` }
    : { id: chat.id, type: chat.type, title: `G${chat.id}` };
