import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepNeighbours, neighboursFrom } from "../../../src/understanding/fraud/neighbours.ts";

const runsOf = (text: string): string[] =>
  [...new Set(Array.from(text, (_one, i) => text.slice(i, i + 2)))].filter(
    (run) => run.length === 2,
  );
const example = (text: string, scam: boolean, weight = 1) => ({ runs: runsOf(text), scam, weight });
/** Enough other examples that none of the pairs is common. */
const others = Array.from({ length: 60 }, (_none, i) =>
  example(String.fromCodePoint(0x5000 + 3 * i, 0x5001 + 3 * i, 0x5002 + 3 * i), i % 2 === 0),
);
const speaks = (...examples: ReturnType<typeof example>[]) =>
  neighboursFrom(keepNeighbours([...examples, ...others]));

describe("the examples that a message is most like", () => {
  const odds = speaks(example("先垫付后返本金", true), example("先垫付饭钱回头给", false));

  it("speak for what they are themselves", () => {
    expect(odds(runsOf("垫付后返本"))).toBeGreaterThan(0);
    expect(odds(runsOf("垫付饭钱"))).toBeLessThan(0);
  });

  it("say nothing of what is like none of them, and nothing of nothing", () => {
    expect(odds(runsOf("明天下雪"))).toBe(0);
    expect(odds([])).toBe(0);
  });

  it("say more the more they count", () => {
    const light = speaks(example("先垫付后返本金", true, 0.1));
    const heavy = speaks(example("先垫付后返本金", true, 1));
    expect(heavy(runsOf("垫付返本"))).toBeGreaterThan(light(runsOf("垫付返本")));
  });

  it("are not found by pairs that everybody uses", () => {
    const many = Array.from({ length: 20 }, () => example("咋办", true));
    expect(speaks(...many)(runsOf("咋办"))).toBe(0);
  });

  it("give a finite number for whatever is written, each time the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const first = odds(runsOf(text));
        expect(Number.isFinite(first)).toBe(true);
        expect(odds(runsOf(text))).toBe(first);
      }),
    );
  });
});
