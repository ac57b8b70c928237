import type { Action } from "../domain/action.ts";
import type { Service } from "../domain/sets.ts";
import type { Conversation, State } from "../domain/conversation.ts";
import type { CardShown, Event, Masked } from "../domain/flow.ts";
import type { Choice, Content } from "../domain/message.ts";
import type { Knowledge } from "../domain/ports.ts";
import type { Reading } from "../domain/reading.ts";
import type { Latest, Memory } from "../store/conversations.ts";
import type { Waiting } from "../store/inbox.ts";
import { likelyService } from "../answering/likely-service.ts";
import { withBooking } from "../understanding/booking.ts";
import { pressedBy } from "../understanding/choice.ts";
import { deskCommandIn } from "../understanding/desk-command.ts";
import { commandIn, talkCommandIn } from "../understanding/command.ts";
import { isWarningCommand } from "../understanding/warning/command.ts";
import { readOnce } from "./read-once.ts";

/** How long words belong together. Unit: ms. 0 = never. */
export interface Patience {
  /** Fragments this close to each other are one message. */
  burst: number;
  /** The same words again this soon are a repeat. */
  repeat: number;
}

/** So many entries are asked what a wish is about. */
const entriesAsked = 5;

export const usualPatience: Patience = { burst: 1_500, repeat: 20_000 };
export const noPatience: Patience = { burst: 0, repeat: 0 };

/** Whether two people are talking here, as far as it changes what words mean. */
export interface Talking {
  /** What is typed is for the other one, each message by itself. */
  isOn: boolean;
  /** Something was asked with buttons: a number or a place presses one. */
  isAsked?: boolean;
  /** The matter whose message is answered. */
  about: string | null;
  /** One of us is typing: the desk has commands of its own. */
  isStaff: boolean;
}

/** What an update means in its conversation. */
export interface Heard {
  event: Event;
  /** The conversation that the event meets: the one before the burst, if this is a later fragment. */
  from: Conversation;
  /** Names the turn; the fragments of a burst share it. */
  turn: string;
  /** Null for a button. */
  reading: Reading | null;
  /** Earlier replies that the new ones take the place of, in order. */
  replaces: string[];
  /** The fragments so far, to be remembered; empty for anything but words. */
  texts: string[];
}

/**
 * Reads one stored update against what is remembered. Null: the same words again, answered already.
 * @param chosen what the pressed button does; null for an unknown one
 * @param knowledge by what people name the day and the purpose of a visit
 */
export function hear(
  letter: Waiting,
  memory: Memory,
  chosen: Choice | null,
  patience: Patience,
  talk: Talking = { isOn: false, about: null, isStaff: false },
  knowledge: Pick<Knowledge, "calendar" | "find"> | null = null,
): Heard | null {
  const { content, id } = letter;
  const alone = { from: conversationIn(memory), turn: id, reading: null, replaces: [], texts: [] };
  const repeated = (within: number) =>
    memory.last?.what === whatIs(content) && letter.at - memory.last.at < within;
  if (content.kind === "media" && content.caption.trim() === "") {
    const { kind: _, caption: __, replyTo: ___, ...medium } = content;
    return { ...alone, event: { on: "sent", medium, about: talk.about } };
  }
  // Telegram tells of an edit also where only a link's preview changed.
  if (content.kind === "text" && content.edited && repeated(Infinity)) return null;
  if (content.kind === "press") {
    if (repeated(patience.burst)) return null;
    const action: Action = chosen?.action ?? { act: "stale" };
    return { ...alone, event: { on: "chose", action } };
  }
  const likely = (wish: string): Service | null =>
    knowledge === null ? null : likelyService(knowledge.find(wish, entriesAsked));
  const ofVisit = (said: Reading, words: string, state: Conversation["state"]): Reading =>
    withBooking(said, words, letter.at, knowledge?.calendar ?? [], openBooking(state), likely);
  const { latest } = memory;
  const { text, forwarded } =
    content.kind === "text" ? content : { text: content.caption, forwarded: false };
  const since = latest === null ? Infinity : letter.at - latest.at;
  const own = capped(readOnce(text), forwarded);
  // Between two people the same word twice is two words: "好" to one, and "好" to another.
  const toSomebody = talk.isOn || talk.about !== null;
  if (
    own.emergency === null &&
    !toSomebody &&
    repeated(latest === null ? patience.burst : patience.repeat)
  )
    return null;
  if (own.emergency === null && !forwarded) {
    // In a talk 我来接 is a word to the villager.
    const isFree = !talk.isOn || talk.isAsked === true;
    const ours = talk.isStaff
      ? (deskCommandIn(text) ?? (isFree ? takenByPlace(text, memory.offered) : null))
      : null;
    const action =
      ours ??
      (talk.isOn
        ? ((talk.isAsked ? pressedBy(text, memory.offered)?.action : null) ??
          labelled(text, memory.offered) ??
          (talk.isStaff ? null : talkCommandIn(text)))
        : (pressedBy(text, memory.offered)?.action ?? commandIn(text)));
    if (action) {
      const reading = wishing(ofVisit(own, text, memory.state), action);
      return { ...alone, reading, event: { on: "chose", action } };
    }
  }
  const isOurs = talk.isStaff && isWarningCommand(text);
  const near: Latest | null =
    since < patience.burst && !forwarded && !talk.isOn && !isOurs ? latest : null;
  const read = near ? readTogether([...near.texts, text]) : own;
  // Calm words after a danger take nothing away from it: they stand by themselves.
  const joins = near?.carded != null && read.emergency === null ? null : near;
  const joined = joins ? read : own;
  const texts = [...(joins?.texts ?? []), text];
  const words = texts.join("\n");
  // Calm words before it take no danger away from a fragment.
  const isSurer =
    own.emergency !== null &&
    (joined.emergency === null ||
      (own.emergency.strength === "alert" && joined.emergency.strength !== "alert"));
  const { state } = joins?.before ?? alone.from;
  const reading = ofVisit(isSurer ? own : joined, words, state);
  return {
    from: joins?.before ?? alone.from,
    turn: joins?.turn ?? id,
    reading,
    replaces: joins?.replies ?? [],
    texts,
    event: {
      on: "said",
      text: words,
      forwarded,
      reading,
      masked: joins ? together(joins.masked, letter.masked) : letter.masked,
      shown: shownOf(joins?.carded ?? null, letter.carded, reading),
      about: talk.about,
      message: (content.kind === "text" && content.message) || null,
      edited: content.kind === "text" && content.edited,
      medium: (content.kind === "text" && content.medium) || null,
    },
  };
}

/** Whether what stands under the last message can be pressed by its number: nobody else is written to. */
export function isAsked(state: State): boolean {
  return state.flow === "desk" && (state.at === "result" || state.at === "importing");
}

/** The booking that is under way, with the service as far as told. */
function openBooking(state: State): { service: Service | null } | null {
  if (state.flow !== "book") return null;
  return { service: "draft" in state ? state.draft.service : null };
}

/** A command says what it wants for certain, whatever its words look like. */
function wishing(reading: Reading, { act }: Action): Reading {
  return act === "human" ? { ...reading, intent: "human", confidence: 1 } : reading;
}

/** 接1 · 取第二个: a place among those that may be taken. 接 alone is the only one, or asks what there is. */
function takenByPlace(text: string, offered: Choice[]): Action | null {
  const found =
    /^(?:我?来?接|取|领)(?:第?([1-9一二两三四五六七八九十])(?:个|件|条)?)?[。.！!]?$/u.exec(
      text.normalize("NFKC").replace(/\s/gu, ""),
    );
  if (!found) return null;
  const takes = offered.filter(({ action }) => action.act === "take");
  const place = found[1];
  if (place !== undefined) return pressedBy(place, takes)?.action ?? null;
  return takes.length === 1 ? takes[0]!.action : { act: "waiting" };
}

/** In a talk only the very label of a button presses it: "好" and "2" are words for the other one. */
function labelled(text: string, offered: Choice[]): Action | null {
  return offered.find(({ label }) => label === text.trim())?.action ?? null;
}

/** Forwarded words are evidence: they may show the card, and never call an officer. */
function capped(reading: Reading, forwarded: boolean): Reading {
  const { emergency } = reading;
  if (!forwarded || emergency?.strength !== "alert") return reading;
  return { ...reading, emergency: { ...emergency, strength: "card" } };
}

/** A thought may be cut in the middle of a word: danger is also read without the seams. */
function readTogether(texts: string[]): Reading {
  const reading = readOnce(texts.join("\n"));
  if (reading.emergency !== null) return reading;
  const seamless = readOnce(texts.join(""));
  return seamless.emergency === null ? reading : seamless;
}

/** What of this danger's card the person has in sight already. */
function shownOf(earlier: Latest["carded"], byHand: boolean, reading: Reading): CardShown {
  if (earlier !== null && earlier === cardOf(reading)) return "all";
  return byHand ? "card" : "no";
}

/** Names the safety card that a reading shows. */
export function cardOf({ emergency }: Reading): Latest["carded"] {
  if (emergency === null) return null;
  return emergency.strength === "unclear" ? "unclear" : emergency.class;
}

function together(one: Masked, other: Masked): Masked {
  return {
    idNumbers: one.idNumbers + other.idNumbers,
    accounts: one.accounts + other.accounts,
    phones: [...one.phones, ...other.phones],
    accountNumbers: [...(one.accountNumbers ?? []), ...(other.accountNumbers ?? [])],
  };
}

function conversationIn({ state, offered, noticed }: Memory): Conversation {
  return { state, offered, noticed };
}

/** Names what a person did, to know a repeat of it by. */
export function whatIs(content: Content): string {
  if (content.kind === "text") return `${content.text}${content.medium?.ref ?? ""}`;
  if (content.kind === "press") return `press ${content.choice}`;
  return `sent ${content.media} ${content.caption}`;
}
