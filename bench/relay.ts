import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Content, Incoming, Outgoing } from "../src/domain/message.ts";
import { invite } from "../src/store/people.ts";
import { verify } from "../src/store/trail.ts";
import { deskTexts } from "../src/texts/zh-cn/desk.ts";
import { chanceFrom } from "../tests/faults/chance.ts";
import { openInside, words, type Inside } from "../tests/faults/station-inside.ts";

const pairs = 50;
/** So much is said at once before the station is given time. */
const wave = 200;

interface Word {
  from: string;
  to: string;
  /** Of what it stands under, by the channel's own name. */
  ref: string | null;
  /** Nothing of it comes to the other side: a card, or what an officer changes in words that were sent. */
  stays: boolean;
}

/**
 * 50 villagers and 50 officers talk in pairs, all at once: words, edits, forwarded ones, pictures by
 * their handle, cards with a phone number. In the middle the station starts anew. Every word is the
 * only one of its kind, so that each chat shows whose it got.
 */
export async function benchRelay(messages: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-relay-"));
  const file = join(folder, "relay.db");
  const chance = chanceFrom(seed);
  const began = performance.now();
  let station = await openInside({ file });
  const all: Outgoing[] = [];
  const said = new Map<number, Word>();
  try {
    await station.app.begin();
    await pair(station);
    let half = false;
    for (let n = 0; n < messages;) {
      const updates: Incoming[] = [];
      for (; updates.length < wave && n < messages; n++)
        updates.push(one(said, n, chance, station.clock.now()));
      const taking = station.app.receive(updates);
      if (!half && n >= messages / 2) {
        half = true;
        // What was taken in and not answered is left to the next start.
        await taking;
        await station.app.stop();
        all.push(...station.channel.sent);
        await station.store.close();
        station = await openInside({ file });
        await station.app.begin();
      }
      const receipts = await taking;
      if (receipts.some((receipt) => !receipt.ok)) throw new Error("Words were not taken in.");
      await station.app.settled();
    }
    all.push(...station.channel.sent);
    const seconds = (performance.now() - began) / 1_000;
    const found = judge(all, said);
    console.log(
      `relay: ${messages} messages of ${pairs} pairs in ${seconds.toFixed(0)} s (${(messages / seconds).toFixed(0)}/s), a start in the middle`,
    );
    console.log({ ...found, trail: (await verify(station.store.db)).whole });
  } finally {
    await station.app.stop();
    await station.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const villagerOf = (n: number): string => String(1_000_000 + n);
const officerOf = (n: number): string => String(9_000_000 + n);

/** Each officer has one villager's matter. */
async function pair({ app, store, channel, clock }: Inside): Promise<void> {
  const letter = (n: number) => String.fromCharCode(97 + n);
  for (let n = 0; n < pairs; n++) {
    const code = `${letter(n % 25)}${letter(Math.floor(n / 25))}`.repeat(4) + "qwertyuiopasdfghj";
    const who = { id: `officer${n}`, role: "officer" as const, name: `民警${n}`, villages: [] };
    await invite(store.db, store.cipher, { ...who, code, at: clock.now() });
    await app.receive([words(officerOf(n), `join ${n}`, `/start i_${code}`, clock.now())]);
  }
  await app.settled();
  for (let n = 0; n < pairs; n++) {
    await app.receive([words(villagerOf(n), `wish ${n}`, "找民警", clock.now())]);
    await app.settled();
    const card = channel.sent.findLast(
      ({ chat, choices }) =>
        chat === officerOf(n) && choices.some(({ label }) => label === deskTexts.buttons.take),
    );
    const take = card?.choices.find(({ label }) => label === deskTexts.buttons.take);
    if (!take) throw new Error(`Officer ${n} was not called.`);
    const content: Content = { kind: "press", choice: take.id };
    const update = { chat: officerOf(n), key: `take ${n}`, at: clock.now(), content };
    await app.receive([{ channel: "telegram", ...update }]);
    await app.settled();
  }
}

/** The next thing that somebody says or sends. */
function one(said: Map<number, Word>, n: number, chance: () => number, at: number): Incoming {
  const pairOf = Math.floor(chance() * pairs);
  const [from, to] =
    chance() < 0.5
      ? [villagerOf(pairOf), officerOf(pairOf)]
      : [officerOf(pairOf), villagerOf(pairOf)];
  const kind = chance();
  const isPicture = kind < 0.1;
  const isCard = kind >= 0.1 && kind < 0.12;
  const edited = kind >= 0.12 && kind < 0.17;
  const forwarded = kind >= 0.17 && kind < 0.22;
  const ref = isPicture ? `${from}/${n}` : null;
  said.set(n, { from, to, ref, stays: isCard || (edited && from === officerOf(pairOf)) });
  const update = { channel: "telegram" as const, chat: from, key: `word ${n}`, at };
  if (isCard) {
    // A card shows a phone number: no channel gives a handle for it.
    const content: Content = { kind: "media", media: "contact", caption: "" };
    return { ...update, content };
  }
  const text = `词${n}句`;
  const medium = ref === null ? {} : { medium: { media: "photo" as const, ref } };
  return { ...update, content: { kind: "text", text, forwarded, edited, ...medium } };
}

function judge(all: readonly Outgoing[], said: ReadonlyMap<number, Word>) {
  const found = { lost: 0, twice: 0, leaks: 0, outOfOrder: 0, wrongMedia: 0, exposed: 0, shown: 0 };
  const times = new Map<number, number>();
  const latest = new Map<string, number>();
  const everybody = [...Array(pairs).keys()].flatMap((n) => [villagerOf(n), officerOf(n)]);
  const names = new RegExp(everybody.join("|"));
  for (const { chat, text, choices, media } of all) {
    if (names.test(text) || choices.some(({ label }) => names.test(label))) found.exposed++;
    const nonce = /词(\d+)句/.exec(text)?.[1];
    if (nonce === undefined) {
      if (media) found.wrongMedia++;
      continue;
    }
    const n = Number(nonce);
    const word = said.get(n)!;
    if (chat !== word.to) {
      found.leaks++;
      continue;
    }
    found.shown++;
    times.set(n, (times.get(n) ?? 0) + 1);
    if (word.stays) found.leaks++;
    if (n < (latest.get(chat) ?? -1)) found.outOfOrder++;
    latest.set(chat, n);
    if ((media?.ref ?? null) !== word.ref) found.wrongMedia++;
  }
  for (const [n, { stays }] of said) {
    if (!stays && !times.has(n)) found.lost++;
    if ((times.get(n) ?? 0) > 1) found.twice++;
  }
  return found;
}
