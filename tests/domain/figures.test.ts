import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf, monthAt, type Counted } from "../../src/domain/figures.ts";
import { levels } from "../../src/domain/matter.ts";
import { noRoster } from "../../src/domain/roster.ts";

const at = (time: string) => Date.parse(`${time}+08:00`);
const minute = 60_000;
const opened = at("2026-11-24T10:00:00");
const one = (level: Counted["level"], minutes: number | null): Counted => ({
  kind: "dispute",
  level,
  openedAt: opened,
  takenAt: minutes === null ? null : opened + minutes * minute,
  closedAt: null,
});

describe("the figures of a month", () => {
  it("count what was taken before its own clock ran out", () => {
    const counted = [
      ...[one("alarm", 1), one("alarm", 2), one("urgent", 0), one("high", 15), one("high", 16)],
      ...[one("normal", 239), one("normal", 241), one("normal", null)],
    ];
    expect(figuresOf(counted, noRoster)).toMatchObject({
      ...{ total: 8, taken: 7, takenInTime: 4, minutesToTake: 15, closed: 0 },
      levels: { alarm: 2, urgent: 1, high: 2, normal: 3 },
    });
  });

  it("do not count time in which nobody is on duty for what can wait", () => {
    const roster = {
      ...noRoster,
      periods: [{ who: "张强", days: [1, 2, 3, 4, 5, 6, 7], from: "08:30", to: "17:30" }],
    };
    const night = {
      ...one("high", null),
      openedAt: at("2026-11-24T22:00:00"),
      takenAt: at("2026-11-25T08:40:00"),
    };
    expect(figuresOf([night], roster).takenInTime).toBe(1);
    expect(figuresOf([night], noRoster).takenInTime).toBe(0);
  });

  it("stay what they were when the roster changes", () => {
    const called = { ...one("high", 40), calls: 1 };
    const late = { ...one("high", 5), calls: 2 };
    const roster = {
      ...noRoster,
      periods: [{ who: "张强", days: [1], from: "08:30", to: "09:00" }],
    };
    for (const today of [noRoster, roster]) {
      expect(figuresOf([called], today).takenInTime).toBe(1);
      expect(figuresOf([late], today).takenInTime).toBe(0);
    }
  });

  it("count everything once by kind and once by level", () => {
    const some = fc.record({
      kind: fc.constantFrom("dispute" as const, "hazard" as const, "other" as const, null),
      level: fc.constantFrom(...levels),
      openedAt: fc.constant(opened),
      takenAt: fc.option(fc.integer({ min: opened, max: opened + 10 ** 8 })),
      closedAt: fc.option(fc.constant(opened)),
    });
    fc.assert(
      fc.property(fc.array(some), (counted) => {
        const { total, kinds, levels: by, taken, takenInTime } = figuresOf(counted, noRoster);
        const sum = (counts: object) =>
          Object.values(counts).reduce((all: number, n: number) => all + n, 0);
        expect([sum(kinds), sum(by)]).toEqual([total, total]);
        expect(takenInTime).toBeLessThanOrEqual(taken);
      }),
    );
  });

  it("compare the same days a year before, in the station's own zone", () => {
    const { now, before } = monthAt(at("2026-11-24T10:00:00"));
    expect(now.from).toBe(at("2026-11-01T00:00:00"));
    expect(before).toEqual({ from: at("2025-11-01T00:00:00"), to: at("2025-11-24T10:00:00") });
    // 1 November at 2 in the morning here is still October in London.
    expect(monthAt(at("2026-11-01T02:00:00")).now.from).toBe(at("2026-11-01T00:00:00"));
    // A leap year's last day has none to compare with.
    expect(monthAt(at("2028-02-29T10:00:00")).before.to).toBe(at("2027-03-01T00:00:00"));
  });
});
