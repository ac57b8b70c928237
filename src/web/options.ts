import type { DeskView } from "../domain/desk-view.ts";
import type { Clock, FileShelf, Ids, Knowledge, Log, Receive, WebEvent } from "../domain/ports.ts";
import type { SeatShelf } from "../domain/seat-desk.ts";
import type { Assets } from "./assets.ts";

/** The conversation behind the page; the webchat channel is one. */
export interface VillagerChat {
  events(chat: string, afterSeq: number, signal: AbortSignal): AsyncGenerator<WebEvent, void>;
  history(chat: string, most: number): Promise<{ events: WebEvent[]; whole: boolean }>;
  wake(chat: string): void;
}

export interface Health {
  /** The process works at all. */
  live(): boolean;
  /** It can do its duty; by name, what was looked at. */
  ready(): Promise<{ ok: boolean; checks: Record<string, boolean> }>;
  /** Text in the format of Prometheus. */
  metrics(): Promise<string>;
}

export interface WebOptions {
  receive: Receive;
  chat: VillagerChat;
  knowledge: Knowledge;
  /** Pages for those who work here; default: none. */
  desk?: DeskView;
  /** Pictures and voices; default: none are taken. */
  files?: FileShelf;
  /** Villagers' own seats; default: none are shown. */
  seats?: SeatShelf;
  health: Health;
  /** Null: there is no /metrics. */
  metricsToken: string | null;
  /** Null: there is no /telegram/webhook. It proves for itself who calls. */
  telegramWebhook: ((request: Request) => Promise<Response>) | null;
  publicUrl: string | null;
  trustProxy: boolean;
  /** ≥ 32 bytes; signs the session cookies, so it must be the same after a restart. */
  sessionKey: Uint8Array;
  clock: Clock;
  /** Names of page showings: 8–48 characters of A–Z a–z 0–9 _ -. */
  ids: Ids;
  log: Log;
  /** The page's own files, where several apps of one process share them. */
  assets?: Assets;
  /** True: the store is broken, the page says that only the telephone works. */
  emergencyOnly?: boolean;
  /** Entries for the time without a network; default: those that answer the most asked questions. */
  offlineEntries?: readonly string[];
  /** How long conversations are kept, for the privacy page. Unit: days. Default: the page names none. */
  keepDays?: number;
  /** Time between two signs of life on an open page. Unit: ms. Default: 15000. */
  heartbeat?: number;
  /** How long a page without a script waits for the reply. Unit: ms. Default: 1500. */
  replyWait?: number;
}
