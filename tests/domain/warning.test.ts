import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraudCategories } from "../../src/domain/sets.ts";
import {
  shownChange,
  shownRate,
  shownRateChange,
  shownSumChange,
  warningGroups,
} from "../../src/domain/warning-figures.ts";
import {
  contacts,
  isGrave,
  newWarning,
  outcomes,
  record,
  warnedAgain,
  warningLevels,
  type Warning,
  type WarningResult,
} from "../../src/domain/warning.ts";

const level = fc.constantFrom(...warningLevels);
const category = fc.constantFrom(null, ...fraudCategories);
const yuan = fc.option(fc.nat(1_000_000));
const result = fc.record(
  {
    contact: fc.constantFrom(...contacts),
    outcome: fc.constantFrom(...outcomes),
    saved: fc.nat(1_000_000),
    lost: fc.nat(1_000_000),
    nextTryAt: fc.nat(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<WarningResult>;
const news = fc.record({ level, category, lost: yuan });
const fresh = news.map((it): Warning => newWarning({ ...it, matter: "m", source: "check" }));
const results = fc.array(result, { maxLength: 8 });

const after = (warning: Warning, all: WarningResult[]): Warning =>
  all.reduce((it, one, i) => record(it, one, String(i)), warning);

describe("a warning", () => {
  it("remembers that somebody was met, and counts each try once", () => {
    fc.assert(
      fc.property(fresh, results, (warning, all) => {
        const it = after(warning, all);
        const tried = all.filter(({ contact }) => contact !== undefined);
        expect(it.tries).toBe(tried.length);
        const met = tried.some(({ contact }) => contact === "met");
        expect(it.contact).toBe(met ? "met" : (tried.at(-1)?.contact ?? null));
      }),
    );
  });

  it("takes the same result once, whatever it says", () => {
    fc.assert(
      fc.property(fresh, results, result, (warning, all, one) => {
        const it = record(after(warning, all), one, "same");
        expect(record(it, one, "same")).toBe(it);
      }),
    );
  });

  it("that was no fraud has lost and saved nothing; what ended it leaves nothing to try", () => {
    fc.assert(
      fc.property(fresh, results, (warning, all) => {
        const it = after(warning, all);
        if (it.outcome === "not-fraud") expect([it.saved, it.lost]).toEqual([null, null]);
        if (all.at(-1)?.outcome !== undefined) expect(it.nextTryAt).toBeNull();
      }),
    );
  });

  it("of the same person again is never of a lower level, nor of a smaller loss", () => {
    fc.assert(
      fc.property(fresh, news, (one, other) => {
        const it = warnedAgain(one, other);
        const rank = warningLevels.indexOf(it.level);
        expect(rank).toBe(
          Math.min(warningLevels.indexOf(one.level), warningLevels.indexOf(other.level)),
        );
        expect(it.lost ?? 0).toBe(Math.max(one.lost ?? 0, other.lost ?? 0));
        expect(it.times).toBe(one.times + 1);
      }),
    );
  });

  it("is grave from the station's threshold on, 500,000 yuan where it set none", () => {
    expect(isGrave(500_000, {})).toBe(true);
    expect(isGrave(499_999.99, {})).toBe(false);
    expect(isGrave(100_000, { lossThreshold: 100_000 })).toBe(true);
    expect(isGrave(null, {})).toBe(false);
  });
});

describe("the figures", () => {
  const counted = (many: number, met: number) =>
    Array.from({ length: many }, (_, i) => ({
      ...{ at: Date.parse("2026-11-24T10:00:00+08:00"), village: "前进村", level: "紧急" as const },
      contact: i < met ? ("met" as const) : null,
      ...{ outcome: null, saved: i < met ? 1_000 : null, lost: null },
    }));

  it("count whoever was met among those to be seen", () => {
    const { all, levels, weeks } = warningGroups(counted(20, 15));
    expect(all).toMatchObject({ total: 20, due: 20, met: 15, saved: 15_000, savedBy: 15 });
    expect(levels.map(({ figures }) => figures.total)).toEqual([20, 0, 0, 0]);
    expect(weeks.map(({ from }) => new Date(from).toISOString())).toEqual([
      "2026-11-22T16:00:00.000Z",
    ]);
  });

  it("hide fewer than five people, and divide by nothing never", () => {
    expect(shownRate(15, 20)).toBe(75);
    expect(shownRate(0, 0)).toBe("none");
    expect(shownRate(3, 20)).toBe("few");
    expect(shownRate(4, 4)).toBe("few");
    expect(shownChange(12, 8)).toBe(50);
    expect(shownChange(12, 0)).toBe("none");
    expect(shownChange(12, null)).toBe("none");
    expect(shownChange(12, 3)).toBe("few");
  });

  it("compare rates in points and sums in parts, both only where enough people stand behind them", () => {
    const rate = (part: number, whole: number) => ({ part, whole });
    expect(shownRateChange(rate(15, 20), rate(10, 20))).toBe(25);
    expect(shownRateChange(rate(6, 20), rate(10, 20))).toBe(-20);
    expect(shownRateChange(rate(15, 20), rate(0, 20))).toBe("none");
    expect(shownRateChange(rate(15, 20), rate(0, 0))).toBe("none");
    expect(shownRateChange(rate(0, 0), rate(10, 20))).toBe("none");
    expect(shownRateChange(rate(3, 20), rate(10, 20))).toBe("few");
    expect(shownRateChange(rate(15, 20), null)).toBe("none");
    const sum = (yuan: number, by: number) => ({ sum: yuan, by });
    expect(shownSumChange(sum(15_000, 6), sum(10_000, 5))).toBe(50);
    expect(shownSumChange(sum(0, 0), sum(10_000, 5))).toBe(-100);
    expect(shownSumChange(sum(15_000, 4), sum(10_000, 5))).toBe("few");
    expect(shownSumChange(sum(15_000, 6), sum(10_000, 4))).toBe("few");
    expect(shownSumChange(sum(15_000, 6), sum(0, 0))).toBe("none");
  });
});
