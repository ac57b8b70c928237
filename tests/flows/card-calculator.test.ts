import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardFor, cardForSpan, fullYears } from "../../src/flows/card-calculator.ts";

describe("full years", () => {
  it.each([
    ["2010-11-24", "2026-11-23", 15],
    ["2010-11-24", "2026-11-24", 16],
    ["2010-11-24", "2026-11-25", 16],
    ["2000-11-24", "2026-11-23", 25],
    ["2000-11-24", "2026-11-24", 26],
    ["2000-11-24", "2026-11-25", 26],
    ["1980-11-24", "2026-11-23", 45],
    ["1980-11-24", "2026-11-24", 46],
    ["1980-11-24", "2026-11-25", 46],
    ["2012-02-29", "2028-02-28", 15],
    ["2012-02-29", "2028-02-29", 16],
    ["2010-02-29", "2026-02-28", 15],
    ["2010-02-29", "2026-03-01", 16],
    ["2010-12-31", "2027-01-01", 16],
  ])("of somebody born %s are on %s: %i", (born, on, years) => {
    expect(fullYears(born, on)).toBe(years);
  });
});

describe("the card", () => {
  it.each([
    [0, 5, "guardian", "voluntary"],
    [15, 5, "guardian", "voluntary"],
    [16, 10, "self", "must"],
    [25, 10, "self", "must"],
    [26, 20, "self", "must"],
    [45, 20, "self", "must"],
    [46, null, "self", "must"],
    [100, null, "self", "must"],
  ] as const)("at %i", (age, validYears, applies, duty) => {
    expect(cardFor(age, null)).toEqual({ validYears, applies, duty, fee: null });
  });

  it("changes on three birthdays and on no other", () => {
    const changes = Array.from({ length: 119 }, (_, at) => at + 1).filter(
      (age) => cardFor(age, null).validYears !== cardFor(age - 1, null).validYears,
    );
    expect(changes).toEqual([16, 26, 46]);
  });

  it("of a span is known only where it is the same for all of it", () => {
    expect(cardForSpan([47, 48], null)?.validYears).toBeNull();
    expect(cardForSpan([30, 39], null)?.validYears).toBe(20);
    expect(cardForSpan([45, 46], null)).toBeNull();
    const ages = fc
      .tuple(fc.nat(119), fc.nat(119))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(ages, fc.nat(119), ([from, to], age) => {
        const span = cardForSpan([from!, to!], "renew");
        if (span === null || age < from! || age > to!) return;
        expect(cardFor(age, "renew")).toEqual(span);
      }),
    );
  });

  it("costs what the price list says", () => {
    const reasons = ["first", "renew", "replace", "damaged", "temporary"] as const;
    expect(reasons.map((reason) => cardFor(30, reason).fee)).toEqual([0, 20, 40, 40, 10]);
  });
});
