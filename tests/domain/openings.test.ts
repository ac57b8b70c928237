import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkday, yearToWrite } from "../../src/domain/calendar.ts";
import {
  atStation,
  openingsFor,
  openingsFrom,
  weekdayOf,
  type Closure,
  type SeatRules,
} from "../../src/domain/openings.ts";
import { hoursAreGuessed, seatRulesOf } from "../../src/domain/seat-rules.ts";
import { shippedCalendar } from "../support/calendar.ts";
import { smallStation } from "../support/small-knowledge.ts";

const weekdays = [1, 2, 3, 4, 5];
const rules: SeatRules = {
  hours: [
    { days: weekdays, from: "09:00", to: "12:00" },
    { days: weekdays, from: "14:00", to: "17:00" },
  ],
  counters: 2,
  villageDays: [{ village: "前进村", days: [3], on: ["2026-12-04"], from: "09:30", to: "11:30" }],
  closedDays: ["2026-12-07"],
};
const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const tuesday = at("2026-11-24T10:00:00");

const on = (day: string, closures: Closure[] = [], of: SeatRules = rules) =>
  openingsFrom(of, shippedCalendar, closures, at(`${day}T00:00:00`), 0).map(
    ({ place, from, to }) => `${place} ${from}-${to}`,
  );

describe("when people are seen", () => {
  it("follows the hours of the week", () => {
    expect(on("2026-11-24")).toEqual(["所里 09:00-12:00", "所里 14:00-17:00"]);
    expect(on("2026-11-28")).toEqual([]);
    expect(on("2026-11-29")).toEqual([]);
  });

  it("begins today, by the station's clock, and goes as far as it is asked", () => {
    const late = openingsFrom(rules, shippedCalendar, [], at("2026-11-24T23:59:00"), 2);
    expect([...new Set(late.map(({ day }) => day))]).toEqual([
      ...["2026-11-24", "2026-11-25", "2026-11-26"],
    ]);
  });

  it("is at the villages on their days, each with one seat at a time", () => {
    expect(on("2026-11-25")).toContain("前进村 09:30-11:30");
    expect(on("2026-12-04")).toContain("前进村 09:30-11:30");
    expect(on("2026-12-03")).not.toContain("前进村 09:30-11:30");
    const all = openingsFrom(rules, shippedCalendar, [], tuesday, 30);
    expect(new Set(all.map(({ place, counters }) => `${place} ${counters}`))).toEqual(
      new Set([`${atStation} 2`, "前进村 1"]),
    );
  });

  it("is never on a public holiday, nor on a day that the station closes", () => {
    expect(on("2026-10-01")).toEqual([]);
    expect(on("2027-01-01")).toEqual([]);
    expect(on("2026-12-07")).toEqual([]);
  });

  it("is on a weekend that is worked for a holiday, like on a Friday", () => {
    expect(weekdayOf("2026-10-10")).toBe(6);
    expect(on("2026-10-10")).toEqual(["所里 09:00-12:00", "所里 14:00-17:00"]);
    const shortWeek = { ...rules, hours: [{ days: [1, 2, 3], from: "10:00", to: "11:00" }] };
    expect(on("2026-10-10", [], shortWeek)).toEqual(["所里 10:00-11:00"]);
  });

  it("leaves out what was closed after all, at that place alone", () => {
    const noon: Closure = { day: "2026-11-25", place: atStation, from: "11:00", to: "15:00" };
    expect(on("2026-11-25", [noon])).toEqual([
      ...["所里 09:00-11:00", "所里 15:00-17:00", "前进村 09:30-11:30"],
    ]);
    expect(on("2026-11-25", [{ ...noon, from: "00:00", to: "24:00" }])).toEqual([
      "前进村 09:30-11:30",
    ]);
  });
});

it("a law: no opening on a holiday, none that a closure touches, none turned round", () => {
  const time = fc
    .integer({ min: 0, max: 48 })
    .map((half) => `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 ? "30" : "00"}`);
  const closure = fc.record({
    day: fc.integer({ min: 1, max: 30 }).map((n) => `2026-09-${String(n).padStart(2, "0")}`),
    place: fc.constantFrom(atStation, "前进村"),
    ...{ from: time, to: time },
  });
  fc.assert(
    fc.property(fc.array(closure, { maxLength: 6 }), (closures) => {
      const found = openingsFrom(rules, shippedCalendar, closures, at("2026-09-01T08:00:00"), 40);
      for (const { day, place, from, to } of found) {
        expect(from < to).toBe(true);
        expect(isWorkday(day, shippedCalendar)).toBe(true);
        for (const closed of closures)
          if (closed.day === day && closed.place === place && closed.from < closed.to)
            expect(closed.to <= from || closed.from >= to).toBe(true);
      }
    }),
  );
});

describe("what a station lays down", () => {
  it("is its seat hours, else its opening hours, else the usual ones, which it is to check", () => {
    const own = { days: [1], from: "08:00", to: "09:00" };
    const filled = { ...smallStation, seats: { counters: 3, hours: [own] } };
    expect(seatRulesOf(filled)).toMatchObject({ hours: [own], counters: 3 });
    expect(seatRulesOf(smallStation)).toMatchObject({ hours: smallStation.hours, counters: 1 });
    const empty = { ...smallStation, hours: [] };
    expect(seatRulesOf(empty).hours.map(({ from }) => from)).toEqual(["09:00", "14:00"]);
    expect([filled, smallStation, empty].map(hoursAreGuessed)).toEqual([false, false, true]);
  });

  it("offers a service only where it is done, and no more at once than it can be", () => {
    const all = openingsFrom(rules, shippedCalendar, [], tuesday, 7);
    const here = openingsFor({ places: ["station"], capacity: 1 }, all);
    expect(new Set(here.map(({ place, counters }) => `${place} ${counters}`))).toEqual(
      new Set([`${atStation} 1`]),
    );
  });
});

describe("the holidays of the next year", () => {
  it("are missed from November on, until they are announced", () => {
    expect(yearToWrite("2026-10-31", shippedCalendar)).toBeNull();
    expect(yearToWrite("2026-11-01", shippedCalendar)).toBe(2027);
    expect(yearToWrite("2025-12-01", shippedCalendar)).toBeNull();
    expect(yearToWrite("2027-11-05", shippedCalendar)).toBe(2028);
  });
});
