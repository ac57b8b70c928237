import { expect } from "vitest";
import type { Knowledge } from "../../src/domain/ports.ts";
import { meaningsOf } from "./book-heard.ts";
import type { Villager } from "./villager.ts";
import { openWorld, type World } from "./world.ts";

/**
 * A turn is what somebody writes, or does, and what must be heard at it. "▸X" presses a button,
 * "⏱3h" lets time pass, "⟳" starts the software again; "张强：X" is an officer's, "王：X" and "赵：X" are other villagers'.
 */
type Turn = string | readonly [does: string, ...hears: string[]];

export interface Dialogue {
  who: string;
  turns: readonly Turn[];
  /** Seats at the end: "service MM-DD HH:MM status", or more of the row. */
  seats: readonly string[];
  /** Names that were given for the counter. */
  names?: readonly (string | null)[];
}

const units = { m: 60_000, h: 3_600_000 };

/** Plays one from Tuesday 24 November 2026, ten in the morning, and says what was heard where. */
export async function playDialogue(
  { turns, seats, names }: Dialogue,
  knowledge: Knowledge,
): Promise<void> {
  const world = await openWorld({ knowledge });
  const people = new Map<string, Villager>([["", world.villager("li")]]);
  for (const name of ["王", "赵"]) people.set(name, world.villager(name));
  if (turns.some((turn) => doesOf(turn).startsWith("张强：")))
    people.set("张强", await world.staff("张强"));
  const heard: string[] = [];
  for (const turn of turns) {
    const [does, ...hears] = typeof turn === "string" ? [turn] : turn;
    const [, name = "", what] = /^(张强|王|赵)：(.+)$/u.exec(does!) ?? [null, "", does!];
    const said = await doOne(world, people.get(name)!, what!);
    heard.push(`【${does}】`, ...said);
    const meanings = said.flatMap((text) => [...meaningsOf(text), text]);
    for (const one of hears)
      if (one.startsWith("!")) expect(meanings, heard.join("\n")).not.toContain(one.slice(1));
      else
        expect(
          meanings.some((it) => it === one || (/\p{Script=Han}/u.test(one) && it.includes(one))),
          `${one} in:\n${heard.join("\n")}`,
        ).toBe(true);
  }
  const rows = await world.rows("appointments");
  const there = rows.map(({ service, day, at, status, place }) =>
    [
      ...[service, String(day).slice(5), at, status],
      ...(place === "所里" ? [] : [`@${String(place)}`]),
    ].join(" "),
  );
  expect(there.toSorted(), heard.join("\n")).toEqual([...seats].toSorted());
  if (names) expect(rows.map(({ name }) => name)).toEqual(names);
  await world.app.stop();
}

const doesOf = (turn: Turn): string => (typeof turn === "string" ? turn : turn[0]);

/** @returns what they hear at it */
async function doOne(world: World, one: Villager, does: string): Promise<string[]> {
  const wait = /^⏱(\d+)([mh])$/u.exec(does);
  if (wait) {
    await world.wait(Number(wait[1]) * units[wait[2] as keyof typeof units]);
    await world.wait(31_000);
  } else if (does === "⟳") await world.restart();
  else if (does.startsWith("▸")) await one.presses(labelOf(one, does.slice(1)));
  else await one.says(does);
  return [...one.hears(), ...(await pastPapers(world, one))];
}

/** A button by its whole label or by its place: "▸#1". */
function labelOf(one: Villager, label: string): string {
  const nth = /^#(\d+)$/u.exec(label);
  return nth ? (one.choices()[Number(nth[1]) - 1] ?? label) : label;
}

/** A question on the papers, if there is one, is answered by its first button. */
async function pastPapers(world: World, li: Villager): Promise<string[]> {
  const said: string[] = [];
  for (let asked = 0; asked < 6; asked++) {
    const replies = world.records.at(-1)?.replies ?? [];
    const first = replies
      .flatMap(({ choices }) => choices)
      .find(({ action }) => "do" in action && String(action.do) === "case");
    if (!first || !li.choices().includes(first.label)) break;
    await li.presses(first.label);
    said.push(...li.hears());
  }
  return said;
}
