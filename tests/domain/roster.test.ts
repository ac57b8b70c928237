import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterDutyTime, nextDuty, noRoster, onDuty } from "../../src/domain/roster.ts";
import type { Roster } from "../../src/domain/roster.ts";

const at = (time: string): number => Date.parse(`${time}:00+08:00`);
const hour = 3_600_000;

/** Day shift on working days, night shift from Friday evening. */
const roster: Roster = {
  periods: [
    { who: "张强", days: [1, 2, 3, 4, 5], from: "08:30", to: "17:30" },
    { who: "王明", days: [5], from: "17:30", to: "08:30" },
  ],
  leave: [{ who: "张强", from: "2026-11-25", to: "2026-11-25" }],
  swaps: [{ on: "2026-11-26", instead: "张强", who: "李军" }],
  backups: [],
};

describe("duty", () => {
  it.each([
    ["a working day", "2026-11-24T10:00", ["张强"]],
    ["before it begins", "2026-11-24T08:29", []],
    ["when it ends", "2026-11-24T17:30", []],
    ["a day of leave", "2026-11-25T10:00", []],
    ["a swap", "2026-11-26T10:00", ["李军"]],
    ["a night", "2026-11-27T23:00", ["王明"]],
    ["the morning after", "2026-11-28T08:00", ["王明"]],
    ["a free day", "2026-11-29T10:00", []],
  ])("on %s", (_what, time, names) => {
    expect(onDuty(roster, at(time))).toEqual(names);
  });

  it("begins next at its first hour", () => {
    expect(nextDuty(roster, at("2026-11-24T18:00"))).toBe(at("2026-11-26T08:30"));
    expect(nextDuty(roster, at("2026-11-24T09:00"))).toBe(at("2026-11-24T09:00"));
    expect(nextDuty(noRoster, at("2026-11-24T09:00"))).toBeNull();
  });

  it("does not run while nobody is there", () => {
    expect(afterDutyTime(roster, at("2026-11-24T16:30"), 4 * hour)).toBe(at("2026-11-26T11:30"));
  });

  it("is never counted faster than the clock", () => {
    fc.assert(
      fc.property(fc.nat(30 * 24), fc.integer({ min: 1, max: 40 }), (start, hours) => {
        const from = at("2026-11-01T00:00") + start * hour;
        const end = afterDutyTime(roster, from, hours * hour);
        if (end !== null) expect(end - from).toBeGreaterThanOrEqual(hours * hour);
      }),
    );
  });
});
