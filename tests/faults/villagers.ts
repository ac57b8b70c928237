import { render } from "../../src/channels/telegram/render.ts";
import { openStationKnowledge } from "../../src/commands/station.ts";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import { read } from "../../src/understanding/read.ts";
import { openInside, words } from "./station-inside.ts";

/** What one villager says, one thing after another, and what an undisturbed station replies. */
export interface Script {
  says: string[];
  /** For each thing said, the texts of the replies as Telegram shows them; numbers of matters are masked. */
  hears: string[][];
  /** Durable rows that the whole script leaves. */
  matters: number;
  alerts: number;
}

/** A matter's number is chance: two runs agree but for it. */
export const numbersMasked = (text: string) => text.replace(/(?<!\d)\d{6}(?!\d)/g, "######");

const askOfficer = "我要找民警";
/** Dangers and the place that is told after the card. */
const dangers: [string, string][] = [
  ["我家着火了，快来人", "前进村东头第三家"],
  ["有人拿刀砍人", "小卖店门口"],
  ["我家孩子不见了，找了一下午", "河边上"],
];

/** Free seats and the minutes since a transfer are told by the clock: two runs would differ. */
function isAskedAnyTime(question: string): boolean {
  const { intent, fraud, emergency } = read(question);
  return intent !== "book" && intent !== "change_booking" && fraud === null && emergency === null;
}

/**
 * So many different scripts of questions that the knowledge base answers; of the turns 1 in 10 asks
 * for an officer, 1 in 20 tells of a danger. What must be heard is found by playing them undisturbed.
 */
export async function makeScripts(
  knowledgeDir: string,
  count: number,
  turns: number,
  chance: () => number,
): Promise<Script[]> {
  const quiet = { info() {}, warn() {}, error() {} };
  const knowledge = await openStationKnowledge({ knowledgeDir }, quiet, false);
  const questions = knowledge.entries.map((entry) => entry.questions.filter(isAskedAnyTime));
  const asked = questions.filter(({ length }) => length > 0);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const scripts: Script[] = [];
  for (let n = 0; n < count; n++) {
    const says: string[] = [];
    while (says.length < turns) {
      const kind = chance();
      if (kind < 0.1 && says.at(-1) !== askOfficer) says.push(askOfficer);
      // The same danger told again belongs to its first alert, for a while by the clock.
      else if (
        kind < 0.15 &&
        says.length + 2 <= turns &&
        !dangers.some(([it]) => says.includes(it))
      )
        says.push(...pick(dangers));
      else says.push(pick(pick(asked)));
    }
    scripts.push({ says, hears: [], matters: 0, alerts: 0 });
  }
  await play(scripts, knowledge);
  knowledge.close();
  return scripts;
}

async function play(scripts: Script[], knowledge: LiveKnowledge): Promise<void> {
  const { app, store, channel, clock, records } = await openInside({ knowledge });
  await app.begin();
  const turns = Math.max(...scripts.map(({ says }) => says.length));
  for (let n = 0; n < turns; n++) {
    await app.receive(
      scripts.flatMap(({ says }, i) =>
        says.slice(n, n + 1).map((text) => words(String(i), `${i}:${n}`, text, clock.now())),
      ),
    );
    await app.settled();
    const replies = channel.sent.splice(0);
    for (const [i, { hears }] of scripts.entries())
      hears.push(
        replies
          .filter(({ chat }) => chat === String(i))
          .flatMap((message) => render(message).map(({ plain }) => numbersMasked(plain))),
      );
    clock.pass(60_000);
  }
  for (const { chat, keepings } of records) {
    const script = scripts[Number(chat)]!;
    script.matters += keepings.filter(({ do: what }) => what === "open-matter").length;
    script.alerts += keepings.filter(({ do: what }) => what === "alert").length;
  }
  await app.stop();
  await store.close();
}
