import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { noisy } from "./noise.ts";

/** The messages of all example files below a folder. */
export function linesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"))
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("["));
}

/** The same row of numbers each time (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below;
  };
}

/** Puts a list into another order, in place. */
export function shuffle(list: unknown[], random: (below: number) => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random(i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
}

/** Any character of the first planes; halves of pairs too. */
const anyCharacter = (next: (below: number) => number): string =>
  String.fromCharCode(Math.floor(next(0x10000)));

/** A line as nobody would write it: with typos, cut, joined, repeated, mixed with characters of every kind. */
export function mangled(lines: string[], next: (below: number) => number): string {
  const line = (): string => lines[Math.floor(next(lines.length))]!;
  switch (Math.floor(next(8))) {
    case 0:
      return noisy(line());
    case 1:
      return line().slice(Math.floor(next(6)), 2 + Math.floor(next(30)));
    case 2:
      return `${line()}${line()}${line()}`;
    case 3:
      return [...line()].toSorted(() => next(1) - 0.5).join("");
    case 4:
      return line()
        .repeat(1 + Math.floor(next(20)))
        .slice(0, 4_000);
    case 5:
      return [...line()].map((one) => (next(1) < 0.2 ? anyCharacter(next) : one)).join("");
    case 6:
      return Array.from({ length: Math.floor(next(200)) }, () => anyCharacter(next)).join("");
    default:
      return [...line()].join(["", " ", "\u200b", "。", "\n"][Math.floor(next(5))]);
  }
}
