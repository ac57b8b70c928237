import { onTestFinished, vi } from "vitest";
import { createApp, type App } from "../../src/app/app.ts";
import { usualPatience, type Patience } from "../../src/app/hear.ts";
import { idsFrom } from "../../src/app/ids.ts";
import type { TurnRecord } from "../../src/app/turns.ts";
import type { ChannelName } from "../../src/domain/message.ts";
import type { Knowledge, Log } from "../../src/domain/ports.ts";
import type { Role } from "../../src/domain/people.ts";
import { noRoster, type Roster } from "../../src/domain/roster.ts";
import { cipherWith } from "../../src/store/cipher.ts";
import { invite } from "../../src/store/people.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { placeForTest } from "./database.ts";
import { dump, openRows, type OpenRow } from "./open-rows.ts";
import { recordingChannel, type RecordingChannel } from "./recording-channel.ts";
import { smallKnowledge } from "./small-knowledge.ts";
import { villagerIn, type Villager } from "./villager.ts";

export interface WorldOptions {
  knowledge?: Knowledge;
  /** A path; default: in memory. */
  file?: string;
  residency?: "open" | "cn";
  pageUrl?: string | null;
  patience?: Patience;
  mayWrite?: (person: string) => Promise<boolean>;
  roster?: Roster;
  /** Numbers that matters get, in order; default: 100001, 100002, … */
  numbers?: string[];
}

/** A station in this process: the real road from the door to the outbox, on a real database. */
export interface World {
  readonly app: App;
  readonly store: Store;
  readonly channels: Record<ChannelName, RecordingChannel>;
  readonly records: TurnRecord[];
  readonly logged: { level: string; what: string; facts: object }[];
  now(): number;
  /** Lets time pass, with everything that was to happen in it; over days the software was off. Unit: ms. */
  wait(ms: number): Promise<void>;
  /** Stops the software and starts it again on the same store. */
  restart(): Promise<void>;
  villager(name: string, where?: { channel?: ChannelName }): Villager;
  /** Somebody who works here: invited, and joined from a phone of their own. */
  staff(
    name: string,
    who?: { role?: Role; villages?: string[]; channel?: ChannelName },
  ): Promise<Villager>;
  /** Kinds of danger for which the station's siren was set off. */
  readonly alarms: string[];
  rows(table: string): Promise<OpenRow[]>;
  /** All that is stored, as it is and opened. */
  dump(): Promise<string>;
}

export const worldKey = Buffer.alloc(32, 7);
const longWait = 3_600_000;
const began = Date.parse("2026-11-24T10:00:00+08:00");

/** Opens a station that is closed when the test ends. Time stands still in it unless it is told to pass. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  let now = began;
  const clock = { now: () => now };
  const store = await openStore(options.file ?? (await placeForTest()), cipherWith(worldKey));
  const channels = {
    telegram: recordingChannel("telegram"),
    web: recordingChannel("web"),
    terminal: recordingChannel("terminal"),
  };
  const records: TurnRecord[] = [];
  const alarms: string[] = [];
  const logged: World["logged"] = [];
  const numbers = [...(options.numbers ?? [])];
  let number = 100_000;
  let made = 0;
  const ids = idsFrom(clock.now, (bytes) =>
    Uint8Array.from({ length: bytes }, () => (made = (made * 141 + 97) % 65_536) >> 8),
  );
  const { knowledge = smallKnowledge(), pageUrl = null, residency = "open" } = options;

  function newApp(): App {
    return createApp({
      store,
      knowledge,
      channels: new Map(Object.values(channels).map((channel) => [channel.name, channel])),
      clock,
      ids,
      newNumber: () => numbers.shift() ?? String(++number),
      log: logInto(logged),
      patience: options.patience ?? usualPatience,
      mayWrite: options.mayWrite ?? (() => Promise.resolve(true)),
      place: { pageUrl, residency },
      roster: () => options.roster ?? noRoster,
      alarm: (kind) => alarms.push(kind),
      witness: (record) => records.push(record),
    });
  }

  const world = {
    app: newApp(),
    store,
    channels,
    records,
    alarms,
    logged,
    now: clock.now,
    async wait(ms: number) {
      if (ms > longWait) {
        await world.app.stop();
        now += ms;
        return world.restart();
      }
      now += ms;
      await vi.advanceTimersByTimeAsync(ms);
      await world.app.settled();
    },
    async restart() {
      await world.app.stop();
      world.app = newApp();
      await world.app.begin();
      await world.app.settled();
    },
    villager: (name: string, { channel = "web" }: { channel?: ChannelName } = {}) =>
      villagerIn(world, name, channels[channel]),
    async staff(
      name: string,
      { role = "officer", villages = [], channel = "telegram" }: Parameters<World["staff"]>[1] = {},
    ) {
      const code = `${name.replace(/[^a-z]/g, "")}qwertyuiopasdfghjklz`.slice(0, 24);
      const it = villagerIn(world, name, channels[channel]);
      const id = ids.next();
      await invite(store.db, store.cipher, { id, role, name, villages, code, at: now });
      await it.says(`/start i_${code}`);
      it.gets();
      return it;
    },
    rows: (table: string) => openRows(store, table),
    dump: () => dump(store),
  };
  await world.app.begin();
  onTestFinished(async () => {
    await world.app.stop();
    await store.close();
    vi.useRealTimers();
  });
  return world;
}

function logInto(lines: World["logged"]): Log {
  const at =
    (level: string) =>
    (what: string, facts: object = {}) =>
      void lines.push({ level, what, facts });
  return { info: at("info"), warn: at("warn"), error: at("error") };
}
