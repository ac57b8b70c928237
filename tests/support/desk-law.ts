import { expect } from "vitest";
import { verify } from "../../src/store/trail.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { talkTexts } from "../../src/texts/zh-cn/talk.ts";
import { deskPlay, type Deed, type Word } from "./desk-play.ts";
import type { Villager } from "./villager.ts";
import type { World } from "./world.ts";

const numbersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<!\d)\d{6}(?!\d)/g)].map(([found]) => found)),
];
/** After one of these an officer's words go to the matter that it names. */
const choosing = /^(?:您接了|现在您打的话发给|已发给)编号(\d{6})/;
/** What a villager said, as the officer reads it. */
const relayed = /^编号(\d{6})的群众：/;
/** Tells an officer that the words went to nobody. */
const notSent = (text: string): boolean =>
  [deskTexts.whom, deskTexts.gone, deskTexts.mayNot, deskTexts.mine([])].includes(text) ||
  /^编号\d{6}(不在您手里|已经办结了|现在走不了)/.test(text);

interface Matter {
  number: string;
  villager: string;
  owner: string | null;
  talking: boolean;
  spokenAt: number;
}

/** Six villagers and three officers, and what must hold of what they hear. */
export async function deskLaw(world: World) {
  const villagers = ["a", "b", "c", "d", "e", "f"].map((name) => world.villager(name));
  const officers: Villager[] = [];
  for (const name of ["zhang", "wang", "sun"]) officers.push(await world.staff(name));
  const play = deskPlay(world, villagers, officers);
  const { telegram, web } = world.channels;
  const seen = { telegram: telegram.sent.length, web: web.sent.length };
  /** What each officer chose last, and when; when each matter's villager was last read. */
  const chosen = new Map<string, { number: string; at: number }>();
  const read = new Map<string, number>();

  function freshMessages() {
    const fresh = [...telegram.sent.slice(seen.telegram), ...web.sent.slice(seen.web)];
    Object.assign(seen, { telegram: telegram.sent.length, web: web.sent.length });
    return fresh;
  }

  async function holdsAfter(together: Deed[]): Promise<void> {
    const before = await mattersOf(world);
    const first = play.said.length;
    await play.does(together);
    const after = await mattersOf(world);
    const fresh = freshMessages();
    const words = play.said.slice(first);
    const choices = (officer: string) => [
      ...(chosen.has(officer) ? [chosen.get(officer)!.number] : []),
      ...fresh.flatMap(({ chat, text }) =>
        chat === officer ? (choosing.exec(text)?.slice(1) ?? []) : [],
      ),
    ];
    for (const word of words) {
      const got = fresh.filter(
        ({ chat, text }) => chat !== word.by.chat && text.includes(word.text),
      );
      const told = fresh.filter(({ chat }) => chat === word.by.chat).map(({ text }) => text);
      const story = JSON.stringify({ word: word.text, by: word.by.chat, got, told, before, after });
      expect(got.length, story).toBeLessThanOrEqual(1);
      const to = got[0]?.chat ?? null;
      if (villagers.includes(word.by)) {
        const talks = [talkOf(before, word.by.chat), talkOf(after, word.by.chat)];
        // Of what came in the same breath, nobody knows what was first.
        const owners = (words.length > 1 || together.length > 1 ? talks : talks.slice(0, 1)).map(
          (matter) => matter?.owner ?? null,
        );
        expect(owners, story).toContain(to);
      } else if (to === null) {
        const open = (matters: Matter[]) =>
          matters.some(({ owner, talking }) => talking && owner === word.by.chat);
        if (open(before) && open(after)) expect(told.some(notSent), story).toBe(true);
      } else {
        const names = word.answers === null ? [] : numbersIn(word.answers.shows.text);
        const meant = names.length === 1 ? names : choices(word.by.chat);
        const theirs = [...before, ...after].filter(
          ({ owner, villager }) => owner === word.by.chat && villager === to,
        );
        const number = theirs.find((matter) => meant.includes(matter.number))?.number;
        expect(number, `${story} meant ${meant.join()}`).toBeDefined();
        expect(got[0]!.text).toBe(talkTexts.says(word.by.chat.split("-")[1]!, word.text));
        if (names.length !== 1 && together.length === 1) nobodyElseWrote(word, number!, before);
        chosen.set(word.by.chat, { number: number!, at: word.at });
      }
    }
    for (const { chat, text } of fresh) {
      const own = after.filter(({ villager }) => villager === chat).map((one) => one.number);
      if (villagers.some((one) => one.chat === chat))
        for (const number of numbersIn(text)) expect(own, text).toContain(number);
      const picked = choosing.exec(text)?.[1];
      if (picked !== undefined) chosen.set(chat, { number: picked, at: world.now() });
      const from = relayed.exec(text)?.[1];
      if (from !== undefined) read.set(`${chat} ${from}`, world.now());
    }
  }

  /** Words that answer no message go to the one who wrote last, or the officer is asked. */
  function nobodyElseWrote({ by, at }: Word, number: string, matters: Matter[]): void {
    const since = chosen.get(by.chat)?.at ?? at;
    for (const other of matters)
      if (other.owner === by.chat && other.talking && other.number !== number)
        expect(read.get(`${by.chat} ${other.number}`) ?? 0).toBeLessThanOrEqual(since);
  }

  async function holdsAtLast(): Promise<void> {
    for (const one of [...villagers, ...officers])
      for (const other of [...villagers, ...officers]) {
        const sent = [...telegram.sent, ...web.sent].filter(({ chat }) => chat === other.chat);
        const order = play.said
          .filter(({ by }) => by === one && by !== other)
          .map(({ text }) => sent.findIndex((message) => message.text.endsWith(text)))
          .filter((place) => place >= 0);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    for (const matter of await world.rows("matters")) {
      const { status, owner, talking, due_at: due, closed_at: closed } = matter;
      const waits = status === "open" || status === "assigned";
      expect(owner === null, JSON.stringify(matter)).toBe(waits);
      if (waits) expect([Boolean(talking), due === null]).toEqual([false, false]);
      else expect(due !== null).toBe(Boolean(talking));
      expect(closed !== null).toBe(status === "closed");
    }
    expect((await verify(world.store.db)).whole).toBe(true);
    const open = await world.store.db("outbox").whereIn("status", ["ready", "sending"]);
    expect(open).toEqual([]);
    expect(world.logged.filter(({ level }) => level === "error")).toEqual([]);
  }

  return { holdsAfter, holdsAtLast };
}

/** Whom this villager talks with: where two of us are on it, the one who wrote last. */
function talkOf(matters: Matter[], villager: string): Matter | undefined {
  return matters
    .filter((one) => one.talking && one.villager === villager)
    .toSorted((a, b) => a.spokenAt - b.spokenAt)
    .at(-1);
}

async function mattersOf(world: World): Promise<Matter[]> {
  const chats = new Map<unknown, string>();
  for (const { id, chat } of await world.rows("conversations")) chats.set(id, String(chat));
  const people = new Map<unknown, string | undefined>();
  for (const { conversation, person } of await world.rows("staff_conversations"))
    people.set(person, chats.get(conversation));
  return (await world.rows("matters")).map((row) => ({
    number: String(row["number"]),
    villager: chats.get(row["conversation"])!,
    owner: people.get(row["owner"]) ?? null,
    talking: Boolean(row["talking"]),
    spokenAt: Number(row["spoken_at"] ?? 0),
  }));
}
