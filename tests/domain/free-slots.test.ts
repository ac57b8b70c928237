import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bookingWindow,
  cellMinutes,
  leadHours,
  type Opening,
} from "../../src/domain/appointment.ts";
import {
  cellsFrom,
  fitting,
  freeSlots,
  minutesOf,
  momentOf,
  nearest,
  timeAt,
  type TakenCell,
} from "../../src/domain/free-slots.ts";

const at = (moment: string): number => Date.parse(`${moment}+08:00`);
const now = at("2026-11-24T10:00:00");
const hour = 3_600_000;
const place = "所里";
const opening = (day: string, from = "09:00", to = "12:00", counters = 1): Opening => ({
  ...{ day, place, from, to, counters },
});
const times = (openings: Opening[], taken: TakenCell[] = [], minutes = 30) =>
  freeSlots(openings, taken, minutes, now).map(({ at: time }) => time);

describe("free seats", () => {
  it("begin every half hour, and end before it closes", () => {
    expect(times([opening("2026-11-26", "09:00", "10:30")])).toEqual(["09:00", "09:30", "10:00"]);
    expect(times([opening("2026-11-26", "09:10", "10:30")])).toEqual(["09:30", "10:00"]);
    expect(times([opening("2026-11-26", "09:00", "10:30")], [], 60)).toEqual(["09:00", "09:30"]);
    expect(times([opening("2026-11-26", "09:00", "09:20")])).toEqual([]);
  });

  it("are gone where every counter has one of their cells taken", () => {
    const two = opening("2026-11-26", "09:00", "10:30", 2);
    const cell = (counter: number, from: string): TakenCell => ({
      ...{ day: two.day, place, counter, from: minutesOf(from) },
    });
    expect(times([two], [cell(0, "09:30")])).toEqual(["09:00", "09:30", "10:00"]);
    expect(times([two], [cell(0, "09:30"), cell(1, "09:30")])).toEqual(["09:00", "10:00"]);
    // One counter is busy first, the other later: neither has both halves.
    expect(times([two], [cell(0, "09:00"), cell(1, "09:30")], 60)).toEqual(["09:30"]);
  });

  it("are not offered too late to be kept, nor too far ahead", () => {
    expect(times([opening("2026-11-24")])).toEqual([]);
    expect(times([opening("2026-11-24", "11:00", "13:00")])).toEqual(["12:00", "12:30"]);
    expect(times([opening("2026-12-24", "09:00", "12:00")])).toEqual(["09:00", "09:30", "10:00"]);
    expect(times([opening("2026-12-25")])).toEqual([]);
  });
});

const half = fc.integer({ min: 16, max: 40 });
const day = fc.integer({ min: 24, max: 30 }).map((n) => `2026-11-${n}`);
const anyOpening = fc
  .record({ day, a: half, b: half, counters: fc.integer({ min: 1, max: 3 }) })
  .map(({ day: on, a, b, counters }): Opening => ({
    ...{ day: on, place, counters },
    from: timeAt(Math.min(a, b) * 30 + 10 * (a % 3)),
    to: timeAt(Math.max(a, b) * 30),
  }));
const anyCell = fc.record({
  ...{ day, place: fc.constant(place), counter: fc.nat(3) },
  from: half.map((n) => n * cellMinutes),
});

it("a law: never outside an opening, never in a taken cell, never past the lead time or the window", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyOpening, { selector: (one) => one.day, maxLength: 7 }),
      fc.array(anyCell, { maxLength: 40 }),
      fc.constantFrom(10, 20, 30, 45, 60, 90),
      (openings, taken, minutes) => {
        const slots = freeSlots(openings, taken, minutes, now);
        for (const slot of slots) {
          const inside = openings.find((one) => one.day === slot.day)!;
          expect(minutesOf(slot.at)).toBeGreaterThanOrEqual(minutesOf(inside.from));
          expect(minutesOf(slot.at) + minutes).toBeLessThanOrEqual(minutesOf(inside.to));
          expect(minutesOf(slot.at) % cellMinutes).toBe(0);
          const cells = cellsFrom(slot.at, minutes);
          const free = Array.from({ length: inside.counters }, (_, i) => i).filter(
            (counter) =>
              !taken.some(
                (one) =>
                  one.day === slot.day && one.counter === counter && cells.includes(one.from),
              ),
          );
          expect(slot.left).toBe(free.length);
          expect(slot.left).toBeGreaterThan(0);
          expect(momentOf(slot)).toBeGreaterThanOrEqual(now + leadHours * hour);
          expect(momentOf(slot)).toBeLessThanOrEqual(now + bookingWindow * 24 * hour);
        }
        expect(slots.map(momentOf)).toEqual(slots.map(momentOf).toSorted((a, b) => a - b));
      },
    ),
  );
});

describe("what is near to a wish", () => {
  const openings = ["25", "26", "27"].flatMap((n) => [
    opening(`2026-11-${n}`),
    opening(`2026-11-${n}`, "14:00", "17:00"),
  ]);
  const free = freeSlots(openings, [], 30, now);
  const none = { day: null, period: null, time: null };
  const named = (slots: typeof free) => slots.map(({ day: on, at: time }) => `${on} ${time}`);

  it("is the earliest where nothing was wished", () => {
    expect(named(nearest(free, none))).toEqual([
      ...["2026-11-25 09:00", "2026-11-25 09:30", "2026-11-25 10:00"],
    ]);
  });

  it("is that day before that hour", () => {
    const wish = { day: "2026-11-26", period: null, time: "13:00" };
    expect(named(nearest(free, wish, 2))).toEqual(["2026-11-26 14:00", "2026-11-26 11:30"]);
    const afternoon = { day: "2026-11-27", period: "pm" as const, time: null };
    expect(named(nearest(free, afternoon, 1))).toEqual(["2026-11-27 14:00"]);
  });

  it("fits only where all that was wished is so", () => {
    const wish = { day: "2026-11-26", period: "pm" as const, time: null };
    expect(fitting(free, wish)).toHaveLength(6);
    expect(fitting(free, { ...wish, time: "15:30" })).toHaveLength(1);
    expect(fitting(free, { ...wish, day: "2026-11-29" })).toEqual([]);
  });
});
