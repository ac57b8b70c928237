import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Content, Incoming } from "../src/domain/message.ts";
import { invite } from "../src/store/people.ts";
import { buttons } from "../src/texts/zh-cn/buttons.ts";
import { deskTexts } from "../src/texts/zh-cn/desk.ts";
import { openInside, words, type Inside } from "../tests/faults/station-inside.ts";

const officers = Array.from({ length: 20 }, (_, n) => `9${String(n).padStart(3, "0")}`);
/** So many matters are tapped in one breath by all officers. */
const together = 5;
const typed = "13812345678";

/**
 * Twenty officers tap the same matters in one breath: one has each, nineteen hear who. Before that the
 * station starts anew while every villager is in the middle of being asked for a phone number: half
 * type it, half press the button from before.
 */
export async function benchTakes(matters: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sanwu-takes-"));
  const file = join(folder, "takes.db");
  let numbers = 100_000;
  const newNumber = () => String(numbers++);
  let station = await openInside({ file, newNumber });
  try {
    await station.app.begin();
    await joined(station);
    const villagers = Array.from({ length: matters }, (_, n) => `1${String(n).padStart(6, "0")}`);
    const now = station.clock.now();
    await station.app.receive(villagers.map((chat) => words(chat, `wish ${chat}`, "找民警", now)));
    await station.app.settled();
    const before = station.channel;
    await station.app.stop();
    await station.store.close();
    station = await openInside({ file, newNumber });
    await station.app.begin();
    const press = (chat: string, label: string, nth = 0): Incoming => {
      const found = before.sent
        .filter((one) => one.chat === chat)
        .flatMap(({ choices }) => choices.filter((choice) => choice.label === label))[nth];
      if (!found) throw new Error(`${chat} has no button ${label}.`);
      const content: Content = { kind: "press", choice: found.id };
      return { channel: "telegram", chat, key: `${chat} ${found.id}`, at: now, content };
    };
    await station.app.receive(
      villagers.map((chat, n) =>
        n % 2 === 0 ? words(chat, `phone ${chat}`, typed, now) : press(chat, buttons.skipPhone),
      ),
    );
    await station.app.settled();
    const { db } = station.store;
    const [phones] = await db("matters").whereNotNull("phone").count<{ n: number }[]>({ n: "*" });
    const began = performance.now();
    for (let n = 0; n < matters; n += together) {
      const taps = Array.from({ length: Math.min(together, matters - n) }, (_, i) =>
        officers.map((chat) => press(chat, deskTexts.buttons.take, n + i)),
      ).flat();
      await station.app.receive(taps);
      await station.app.settled();
    }
    const seconds = (performance.now() - began) / 1_000;
    const takes = await db("trail").where({ act: "take" });
    const open = await db("matters").whereNull("owner");
    const told = station.channel.sent.filter(
      ({ chat, text }) => officers.includes(chat) && /^编号\d{6}已经由.+接了/.test(text),
    );
    console.log(
      `takes: ${matters} matters, 20 officers tap each at once (${((seconds / matters) * 1_000).toFixed(0)} ms for each 20 taps); ${villagers.length} villagers were being asked for a phone number at a new start`,
    );
    console.log({
      takenTwice: takes.length - new Set(takes.map(({ subject }) => subject as string)).size,
      notTaken: open.length,
      toldWhoHasIt: told.length,
      phonesLost: Math.ceil(matters / 2) - Number(phones!.n),
      laidAside: (await db("inbox").where({ status: "dead" })).length,
    });
  } finally {
    await station.app.stop();
    await station.store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function joined({ app, store, clock }: Inside): Promise<void> {
  for (const [n, chat] of officers.entries()) {
    const code = `${String.fromCharCode(97 + n).repeat(6)}qwertyuiopasdfghjk`;
    const who = { id: `p${n}`, role: "officer" as const, name: `民警${n}`, villages: [] };
    await invite(store.db, store.cipher, { ...who, code, at: clock.now() });
    await app.receive([words(chat, `join ${n}`, `/start i_${code}`, clock.now())]);
  }
  await app.settled();
}
