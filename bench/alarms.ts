import { mock } from "node:test";
import type { Content, Outgoing } from "../src/domain/message.ts";
import type { Roster } from "../src/domain/roster.ts";
import { cipherWith } from "../src/store/cipher.ts";
import { keep } from "../src/store/keeping.ts";
import { invite } from "../src/store/people.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { deskTexts } from "../src/texts/zh-cn/desk.ts";
import { chanceFrom } from "../tests/faults/chance.ts";
import {
  handClock,
  openInside,
  recordingChannel,
  testKey,
  words,
  type Inside,
} from "../tests/faults/station-inside.ts";
import { judgeAlarms, type Called, type Spell, type Wanted } from "./alarms-judge.ts";

const second = 1_000;
const minute = 60 * second;
/** One needs somebody so often. */
const apart = 4 * minute;
const names = ["chief", "day", "night", "third", "fourth"];
const chatOf = (name: string): string => `9${names.indexOf(name)}`;
/** Under a card that calls somebody. */
const calls = new Set<string>([deskTexts.buttons.take, deskTexts.buttons.takeAlert]);
const daily = { days: [1, 2, 3, 4, 5, 6, 7] };
const roster: Roster = {
  periods: [
    { who: "day", ...daily, from: "08:00", to: "20:00" },
    { who: "night", ...daily, from: "20:00", to: "08:00" },
  ],
  ...{ leave: [], swaps: [], backups: [] },
};

/**
 * Alarms and urgent matters over days of a clock that only the bench moves: officers take some, late or
 * never; the software stops and starts, Telegram is away, an officer blocks the bot. Each must be called
 * out when its step is due, wider and wider, until somebody has it.
 */
export async function benchAlarms(count: number, seed: number): Promise<void> {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const chance = chanceFrom(seed);
  const store = await openStore(":memory:", cipherWith(testKey));
  const clock = handClock();
  const channel = recordingChannel();
  const called: Called[] = [];
  const [off, away, blocked]: [Spell[], Spell[], Spell[]] = [[], [], []];
  const during = (spells: Spell[]) =>
    spells.some(({ from, to }) => from <= clock.now() && clock.now() < to);
  channel.answer = ({ chat, text, choices }) => {
    if (during(away)) return { ok: false, why: "later", after: null };
    if (chat === chatOf("day") && during(blocked))
      return { ok: false, why: "gone", detail: "bot was blocked by the user" };
    const nonce = /在(\d+)号院/.exec(text)?.[1];
    const isCall = choices.some(({ label }) => calls.has(label));
    if (nonce !== undefined && isCall) called.push({ nonce: Number(nonce), at: clock.now() });
    return { ok: true, message: String(called.length + channel.sent.length) };
  };
  let hooks = 0;
  let number = 100_000;
  const parts = {
    ...{ store, clock, roster: () => roster, alarm: () => void hooks++ },
    ...{ channels: new Map([["telegram", channel]] as const), newNumber: () => String(number++) },
  };
  let station: Inside | null = await openInside(parts);
  const wanted: Wanted[] = [];
  let keys = 0;
  const says = (chat: string, text: string) =>
    station!.app.receive([words(chat, ++keys, text, clock.now())]);
  try {
    await station.app.begin();
    await joined(store, clock.now(), says);
    await station.app.settled();
    const began = clock.now() + minute;
    const end = began + count * apart + 40 * minute;
    for (let at = began; at < end; at += apart) {
      const from = at + chance() * apart;
      if (chance() < 0.12) off.push({ from, to: from + chance() * 90 * second });
      if (chance() < 0.06) away.push({ from, to: from + chance() * 5 * minute });
      if (chance() < 0.04) blocked.push({ from, to: from + chance() * 30 * minute });
    }
    let wasBlocked = false;
    while (clock.now() < end) {
      const now = clock.now();
      if (during(off) && station) {
        await station.app.stop();
        station = null;
      } else if (!during(off) && !station) {
        station = await openInside(parts);
        await station.app.begin();
      }
      // Whoever opened the bot again writes to it.
      if (station && wasBlocked && !during(blocked)) await says(chatOf("day"), "值班");
      if (station) wasBlocked = during(blocked);
      if (station && wanted.length < count && now >= began + wanted.length * apart) {
        const isAlarm = chance() < 0.6;
        const takenAfter = chance() < 0.7 ? 5 * second + chance() * 12 * minute : 25 * minute;
        const nonce = wanted.length;
        wanted.push({ nonce, isAlarm, at: now, takenAt: now + takenAfter, taken: null });
        await (isAlarm
          ? says(`v${nonce}`, `我家着火了，在${nonce}号院`)
          : urgent(store, nonce, now, says));
      }
      for (const one of wanted)
        if (station && one.taken === null && now >= one.takenAt && !during(away))
          await take(one, station, now);
      clock.pass(second);
      mock.timers.tick(second);
      await station?.app.settled();
    }
    const found = judgeAlarms(wanted, called, { off, away, blocked });
    console.log(
      `alarms: ${wanted.filter(({ isAlarm }) => isAlarm).length} alarms and ${wanted.filter(({ isAlarm }) => !isAlarm).length} urgent matters in ${((end - began) / 3_600_000).toFixed(0)} h of a virtual clock; ${off.length} times off, ${away.length} × Telegram away, ${blocked.length} × an officer who blocked us; siren ${hooks} ×`,
    );
    console.log(found);
  } finally {
    await station?.app.stop();
    mock.timers.reset();
    await store.close();
  }

  /** Whoever has the card in front of them takes it. */
  async function take(one: Wanted, { app }: Inside, at: number): Promise<void> {
    const label = one.isAlarm ? deskTexts.buttons.takeAlert : deskTexts.buttons.take;
    const isCard = ({ chat, text, choices }: Outgoing) =>
      chat.startsWith("9") &&
      text.includes(`在${one.nonce}号院`) &&
      choices.some((choice) => choice.label === label);
    const card = channel.sent.findLast(isCard);
    if (!card) return;
    const choice = card.choices.find((shown) => shown.label === label)!.id;
    const content: Content = { kind: "press", choice };
    await app.receive([{ channel: "telegram", chat: card.chat, key: `t${++keys}`, at, content }]);
    one.taken = at;
  }
}

async function joined(
  { db, cipher }: Store,
  at: number,
  says: (chat: string, text: string) => Promise<unknown>,
): Promise<void> {
  for (const [n, name] of names.entries()) {
    const code = `${"abcde"[n]!.repeat(4)}qwertyuiopasdfghjklz`;
    const role = name === "chief" ? ("chief" as const) : ("officer" as const);
    await invite(db, cipher, { id: `p${n}`, role, name, villages: [], code, at });
    await says(chatOf(name), `/start i_${code}`);
  }
}

/** A matter that is urgent and no alarm, as a quarrel that grows is kept. */
async function urgent(
  { db, cipher }: Store,
  nonce: number,
  at: number,
  says: (chat: string, text: string) => Promise<unknown>,
): Promise<void> {
  await says(`v${nonce}`, "你好");
  await db.transaction(async (trx) => {
    const conversation = await trx("inbox").orderBy("id", "desc").first("conversation");
    const origin = { turn: `u${nonce}`, conversation: conversation.conversation as string, at };
    await keep(trx, cipher, origin, {
      ...{ do: "open-matter", id: `u${nonce}`, number: String(500_000 + nonce), kind: "dispute" },
      ...{ note: `两家吵得厉害，在${nonce}号院`, phone: null, level: "urgent" },
    });
  });
  // What is kept in a turn wakes the clock; this stands for it.
  await says(`v${nonce}`, "谢谢");
}
