import { expect, test } from "vitest";
import { writingLimits } from "../../src/commands/writing-limits.ts";

const many = (times: number, ask: (n: number) => Promise<boolean>) =>
  Promise.all(Array.from({ length: times }, (_, n) => ask(n)));
const granted = (answers: boolean[]) => answers.filter(Boolean).length;

test("a person may write twenty messages in a minute", async () => {
  const may = writingLimits();
  expect(granted(await many(30, () => may("web li", null, 0)))).toBe(20);
  expect(await may("web wang", null, 0)).toBe(true);
});

test("one address that calls itself a new person each time is held up; its neighbours are not", async () => {
  const may = writingLimits();
  expect(granted(await many(100, (n) => may(`web ${n}`, "203.0.113.9", 0)))).toBe(60);
  expect(await may("web li", "203.0.113.10", 0)).toBe(true);
  expect(await may("telegram li", null, 0)).toBe(true);
});

test("who is refused as a person takes nothing from the others at the same address", async () => {
  const may = writingLimits();
  await many(100, () => may("web spammer", "203.0.113.9", 0));
  expect(granted(await many(60, (n) => may(`web ${n}`, "203.0.113.9", 0)))).toBe(40);
});

test("what waited through an outage counts for the minute in which it was written", async () => {
  const may = writingLimits();
  expect(granted(await many(120, (n) => may("telegram zhang", null, n * 5_000)))).toBe(120);
});
