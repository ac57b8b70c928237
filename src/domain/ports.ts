import type { Bookable } from "./bookable.ts";
import type { Calendar } from "./calendar.ts";
import type { KnowledgeEntry } from "./entry.ts";
import type { Hotline } from "./hotlines.ts";
import type { Listed, ListsSaid, NamedValue } from "./lists.ts";
import type { FileKind, FileProblem } from "./media/limits.ts";
import type {
  CarriedFile,
  ChannelName,
  Incoming,
  Outgoing,
  Reply,
  Sent,
  ShownFile,
} from "./message.ts";
import type { Station } from "./station.ts";

/** Time as a parameter. Unit: ms since 1970. */
export interface Clock {
  now(): number;
}

/** Names for rows and messages: unique, and in order of making within one process. */
export interface Ids {
  next(): string;
}

/** Lines about what happened: ids and kinds, never what anybody said. */
export interface Log {
  info(what: string, facts?: LogFacts): void;
  warn(what: string, facts?: LogFacts): void;
  error(what: string, facts?: LogFacts): void;
}
export type LogFacts = Record<string, string | number | boolean | null>;

/** A way to reach people. */
export interface Channel {
  readonly name: ChannelName;
  /** Sending the same `Outgoing.id` twice shows one message, so a doubtful sending needs no word about it. */
  readonly idempotent: boolean;
  /** Where somebody who reads along with others can write to us alone; null = not known yet. */
  readonly privately?: () => string | null;
  /** Messages bring the bytes of kept files along. */
  readonly carriesFiles?: boolean;
  /** Gets what somebody sent, by the name that the channel gave it. */
  fetch?(name: string, signal: AbortSignal): Promise<Fetched>;
  /** Sends one message or, where `replaces` says so, changes an earlier one. Throws only on a fault of ours. */
  send(message: Outgoing, signal: AbortSignal): Promise<Sent>;
}

/** What came of fetching: `gone` = it will never come. */
export type Fetched =
  { ok: true; bytes: Uint8Array } | { ok: false; why: "later" | "gone"; detail: string };

/** An entry that may answer, and how sure that is (0 … 1). */
export interface Found {
  entry: KnowledgeEntry;
  confidence: number;
  /**
   * Past its days, or it cites a law that was replaced: it is being mended. Whoever asks for it
   * hears that, and is given a person; what it says must not be shown.
   */
  withdrawn: boolean;
}

/** The knowledge base as it stands now. */
export interface Knowledge {
  readonly station: Station;
  /** Names the set of entries that is served: it changes when a file changes. */
  readonly release: string;
  /** The best entries for these words, best first; withdrawn ones too, marked. */
  find(words: string, most: number): Found[];
  /**
   * Resolves when a search need not learn first. Learning yields to others: after a start or a
   * change of files, turns wait for it here and not in the middle, where nobody would be heard.
   */
  warmUp?(): Promise<void>;
  /** An entry that is served; never a withdrawn one. */
  entry(id: string): KnowledgeEntry | undefined;
  /** The shipped lists: whose a host is, and what swindlers use, as it counts today. */
  readonly lists?: ListsSaid;
  /** Public holidays, as far as they are announced. */
  readonly calendar?: Calendar;
  /** What can be booked, and what to bring. */
  readonly services?: readonly Bookable[];
}

/** What this station has found swindlers to use. */
export interface Lists {
  /** What is listed of these values; what ran out is not. */
  listed(values: readonly NamedValue[]): Promise<Listed[]>;
}

/** What a channel gets back when it hands in an update. */
export type Receipt =
  | { ok: true; /** It was taken before: nothing happens again. */ repeat: boolean }
  | { ok: false; why: "too-fast" | "store-down" };

/** Whether somebody may write one more message: who, from where, and when they wrote it (ms since 1970). */
export type MayWrite = (person: string, from: string | null, written: number) => Promise<boolean>;

/** The door of the application: every channel brings every update here. */
export interface Receive {
  /**
   * Resolves when the updates are stored for good; only then may the channel acknowledge them. In
   * the order given.
   * @param from where they come from, where one place may hold many people (a network address)
   */
  (updates: Incoming[], from?: string | null): Promise<Receipt[]>;
}

/** One line of a villager's page, in the order in which the page shows it. */
export type WebEvent =
  | {
      seq: number;
      type: "mine";
      /** The client's own id of the message. */ id: string;
      text: string;
      file?: ShownFile;
      at: number;
    }
  | {
      seq: number;
      type: "bubble";
      id: string;
      kind: Reply["kind"];
      text: string;
      choices: { id: string; label: string }[];
      calls: Hotline[];
      file?: ShownFile;
      /** The bubble whose place this one takes. */
      replaces: string | null;
      again: boolean;
      at: number;
    };

/** What the villager's pages have shown and will show again after a reload: ordered, durable. */
export interface WebLog {
  /** Adds a bubble for this message, once for ever per `message.id`. */
  add(message: Outgoing): Promise<void>;
  /** Events of this page after `seq`, oldest first. `seq` 0 = from the beginning; only the last `most` are given. */
  after(chat: string, seq: number, most: number): Promise<WebEvent[]>;
  /** An open page had all events of this chat up to `seq`. */
  seen?(chat: string, seq: number, at: number): Promise<void>;
}

/** Files that people sent, for pages. */
export interface FileShelf {
  /**
   * Checks, cleans and keeps what a page sent; the same `name` again keeps nothing new. `too-many`:
   * so much from one page, or from all, is no talk.
   */
  keep(
    chat: string,
    name: string,
    bytes: Uint8Array,
  ): Promise<
    { ok: true; id: string; kind: FileKind } | { ok: false; why: FileProblem | "too-many" }
  >;
  /** Null: there is none, or it is not for this page's eyes. */
  open(chat: string, id: string): Promise<CarriedFile | null>;
}
