import { expect, test } from "vitest";
import type { WebEvent } from "../../src/domain/ports.ts";
import { cursorOf, linesOf, withEvent } from "../../src/web/thread.ts";
import { bubble } from "./fakes.ts";

function line(seq: number, id: string, replaces: string | null = null): WebEvent {
  return { ...bubble("li", id), type: "bubble", seq, replaces, at: 0 };
}
const mine = (seq: number, id: string): WebEvent => ({ seq, type: "mine", id, text: id, at: 0 });
const ids = (lines: WebEvent[]) => lines.map(({ id }) => id);

test("a bubble takes the place of the one that it replaces", () => {
  expect(ids(linesOf([line(1, "a"), line(2, "b"), line(3, "a2", "a")]))).toEqual(["a2", "b"]);
});

test("a bubble that replaces one which this page never had comes last", () => {
  expect(ids(linesOf([line(5, "b"), line(6, "a2", "a")]))).toEqual(["b", "a2"]);
});

test("an event that comes twice is one line", () => {
  const twice = [mine(1, "m"), line(2, "a"), mine(1, "m"), line(2, "a")];
  expect(ids(linesOf(twice))).toEqual(["m", "a"]);
});

test("what waits on the phone stays below what the station says meanwhile", () => {
  const lines = [line(1, "a"), mine(0, "typed")];
  expect(ids(withEvent(lines, line(2, "b"), { typed: "waiting" }))).toEqual(["a", "b", "typed"]);
  expect(ids(withEvent(lines, line(2, "b"), { typed: "sending" }))).toEqual(["a", "typed", "b"]);
});

test("held bubbles do not move the cursor", () => {
  expect(cursorOf([line(3, "a"), line(-1, "card")])).toBe(3);
});
