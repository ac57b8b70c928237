import { createApp, type App } from "../../src/app/app.ts";
import { usualPatience } from "../../src/app/hear.ts";
import { idsFrom } from "../../src/app/ids.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import { noRoster } from "../../src/domain/roster.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { invite } from "../../src/store/people.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { handTimers } from "./hand-timers.ts";
import { tablesOf } from "./open-rows.ts";
import { recordingChannel } from "./recording-channel.ts";
import { villagerIn, type Villager } from "./villager.ts";

const key = Buffer.alloc(32, 7);
const began = Date.parse("2026-11-24T10:00:00+08:00");
/** The clock of a station looks after seats so often. Unit: ms. */
const round = 30_000;
const silent = { info() {}, warn() {}, error() {} };

/** A station at work, without a test around it: the whole road, on a clock that only the play moves. */
export interface BookStation {
  readonly app: App;
  readonly store: Store;
  now(): number;
  /** Time passes, and the clock of the station looks once at what came in it. Unit: ms. */
  wait(ms: number): Promise<void>;
  /** The software ends where it is and begins again on the same store. */
  restart(): Promise<void>;
  villager(name: string): Villager;
  officer(name: string): Promise<Villager>;
  /** Moments at which messages went out, by the message. */
  readonly sentAt: Map<string, number[]>;
  end(): Promise<void>;
}

/** A store for one play after the other: making its tables takes the longest. */
export const openBookStore = (): Promise<Store> => openStore(":memory:", cipherWith(key));

/** Nothing is left of the play before. */
async function emptied({ db }: Store): Promise<void> {
  await db.raw("pragma foreign_keys = off");
  for (const table of await tablesOf(db))
    if (!/^(?:knex|sqlite)_/u.test(table)) await db(table).delete();
  await db.raw("pragma foreign_keys = on");
}

/** @param store of earlier plays; it is emptied first, and outlives this one */
export async function openBookStation(knowledge: Knowledge, store: Store): Promise<BookStation> {
  await emptied(store);
  const timers = handTimers();
  let now = began;
  let made = 0;
  let number = 100_000;
  const channels = { web: recordingChannel("web"), telegram: recordingChannel("telegram") };
  const sentAt = new Map<string, number[]>();
  for (const channel of Object.values(channels))
    channel.ends = ({ id }) => {
      sentAt.set(id, [...(sentAt.get(id) ?? []), now]);
      return null;
    };
  const ids = idsFrom(
    () => now,
    (bytes) => Uint8Array.from({ length: bytes }, () => (made = (made * 141 + 97) % 65_536) >> 8),
  );
  const newApp = (): App =>
    createApp({
      ...{ store, knowledge, ids, log: silent, patience: usualPatience, roster: () => noRoster },
      channels: new Map(Object.values(channels).map((channel) => [channel.name, channel])),
      clock: { now: () => now },
      newNumber: () => String(++number),
      mayWrite: () => Promise.resolve(true),
      place: { pageUrl: null, residency: "open" },
    });
  const station = {
    app: newApp(),
    store,
    sentAt,
    now: () => now,
    async wait(ms: number) {
      now += ms;
      // One look at the end stands for all between: a clock may have stood still.
      await timers.pass(Math.min(ms, round));
      await station.app.settled();
    },
    async restart() {
      await station.app.stop();
      station.app = newApp();
      await station.app.begin();
      await station.app.settled();
    },
    villager: (name: string) => villagerIn(station, name, channels.web),
    async officer(name: string) {
      const it = villagerIn(station, name, channels.telegram);
      const code = "qwertyuiopasdfghjklzqwer";
      const row = { id: "officer", role: "officer" as const, name, villages: [], code, at: now };
      await invite(store.db, store.cipher, row);
      await it.says(`/start i_${code}`);
      it.gets();
      return it;
    },
    async end() {
      await station.app.stop();
      timers.end();
    },
  };
  await station.app.begin();
  return station;
}
