import type { Content, Incoming } from "../../src/domain/message.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import { midnightBefore } from "../../src/domain/station-time.ts";
import type { Store } from "../../src/store/store.ts";
import { bookTexts } from "../../src/texts/zh-cn/book.ts";
import { deskSeatTexts } from "../../src/texts/zh-cn/desk-seats.ts";
import { seatClockTexts } from "../../src/texts/zh-cn/seat-clock.ts";
import { offerAnswerIn } from "../../src/understanding/agreement.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { bookLines, bookOfficerLines, bookPeople, type Played } from "./book-deeds.ts";
import { bookJudge, type Actor } from "./book-judge.ts";
import { openBookStation } from "./book-station.ts";
import { words, type Villager } from "./villager.ts";

/** Between two deeds: longer than a burst, shorter than the rounds of the clock. Unit: ms. */
const pace = 4_000;
const minute = 60_000;
const nobody: Actor = { chat: null, agrees: false, saw: [] };
/** Buttons that lead on, the surest first. */
const onward = [bookTexts.save, seatClockTexts.take, bookTexts.skipName, bookTexts.cancelSure];

/** Plays deeds at one station with one counter, and judges after each. @returns what must not be, and how much was done */
export async function playBookings(knowledge: Knowledge, store: Store, deeds: readonly Played[]) {
  const station = await openBookStation(knowledge, store);
  try {
    const villagers = bookPeople.map((name) => station.villager(name));
    const officer = await station.officer("张强");
    const judge = bookJudge(station, knowledge, knowledge.station.seats?.counters ?? 1);
    const last = new Map<Villager, Incoming>();
    for (const deed of deeds) {
      const one = "who" in deed ? villagers[deed.who]! : officer;
      const update = updateOf(deed, one, last.get(one));
      let actor = nobody;
      if (deed.does === "passes" || deed.does === "comes") {
        const ms =
          deed.does === "passes" ? deed.minutes * minute : until(deed.minute, station.now());
        await station.wait(ms);
        actor = { ...nobody, clocked: ms >= minute };
      } else if (deed.does === "restarts") await station.restart();
      else if (update) {
        await station.wait(pace);
        const saw = one.screen().map(({ shows }) => shows.text);
        actor = { chat: one.chat, agrees: agrees(update.content, one), saw };
        update.at = station.now();
        last.set(one, update);
        await station.app.receive([update]);
        if (deed.cut) await station.restart();
        await station.app.settled();
      }
      await judge.look(actor);
      if (judge.wrong.length > 0) break;
    }
    return {
      wrong: judge.wrong,
      counted: judge.counted,
      talked: villagers.filter((one) => last.has(one)).length,
    };
  } finally {
    await station.end();
  }
}

/** How long it is to this minute of a day. Unit: ms. */
function until(ofDay: number, now: number): number {
  const left = midnightBefore(now) + ofDay * minute - now;
  return left > 0 ? left : left + 24 * 60 * minute;
}

/** Null where there is nothing to press, or to repeat. */
function updateOf(deed: Played, one: Villager, last: Incoming | undefined): Incoming | null {
  const pressing = (choice: string | undefined) =>
    choice === undefined ? null : one.update({ kind: "press", choice });
  const shown = one.screen().filter(({ shows }) => shows.choices.length > 0);
  const newest = shown.at(-1)?.shows.choices ?? [];
  switch (deed.does) {
    case "says":
      return one.update(words(bookLines[deed.line]!));
    case "goes-on": {
      const label = onward.find((known) => newest.some((choice) => choice.label === known));
      return pressing((newest.find((choice) => choice.label === label) ?? newest[0])?.id);
    }
    case "presses":
      return pressing(newest[deed.nth % Math.max(1, newest.length)]?.id);
    case "queues":
      return pressing(newest.find(({ label }) => label.startsWith(bookTexts.wait("")[0]!))?.id);
    case "presses-old": {
      const all = shown.flatMap(({ shows }) => shows.choices);
      return pressing(all[(deed.nth * 7) % Math.max(1, all.length)]?.id);
    }
    case "repeats":
      return last ?? null;
    case "officer":
      return one.update(words(bookOfficerLines[deed.line]!.replace("N", String(deed.number))));
    case "officer-presses": {
      const sure = newest.find(({ label }) => label === deskSeatTexts.buttons.sure);
      return pressing((sure ?? newest[deed.nth % Math.max(1, newest.length)])?.id);
    }
    case "passes":
    case "comes":
    case "restarts":
      return null;
    default:
      return deed satisfies never;
  }
}

/** Whether it can be a yes: a button of that name, its number, or a word that is one. */
function agrees(content: Content, one: Villager): boolean {
  const yes = [bookTexts.save, seatClockTexts.take] as readonly string[];
  if (content.kind === "press")
    return one
      .screen()
      .flatMap(({ shows }) => shows.choices)
      .some(({ id, label }) => id === content.choice && yes.includes(label));
  if (content.kind !== "text") return false;
  const numbered = one.choices()[Number(content.text) - 1];
  const says = offerAnswerIn(normalise(content.text));
  return says === "yes" || says === "take" || (numbered !== undefined && yes.includes(numbered));
}
