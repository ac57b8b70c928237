import { describe, expect, it } from "vitest";
import {
  countedFrom,
  seatFigures,
  seatGroups,
  type SeatCount,
} from "../../src/domain/seat-figures.ts";

const seat = (day: string, over: Partial<SeatCount> = {}): SeatCount => ({
  ...{ day, service: "id_card_renew", status: "done", moves: 0, walkedIn: false },
  madeAt: Date.parse(`${day}T09:00:00+08:00`) - 2 * 24 * 3_600_000,
  ...over,
});

describe("the figures of seats", () => {
  it("count what became of each, and the days that people waited", () => {
    const figures = seatFigures([
      seat("2026-11-02"),
      seat("2026-11-03", { status: "arrived", moves: 2 }),
      seat("2026-11-04", { status: "no-show", moves: 1 }),
      seat("2026-11-05", { status: "cancelled" }),
      seat("2026-11-06", { status: "booked", madeAt: Date.parse("2026-11-06T00:30:00+08:00") }),
      seat("2026-11-06", { walkedIn: true, madeAt: 0 }),
    ]);
    expect(figures).toEqual({
      ...{ booked: 6, kept: 3, moved: 2, cancelled: 1, noShow: 1, waitDays: 1.6, waited: 5 },
    });
    expect(seatFigures([seat("2026-11-02", { walkedIn: true })]).waitDays).toBeNull();
  });

  it("stand beside the same days a year before, and n/a where nothing was kept", () => {
    const counted = [
      ...["2026-11-01", "2026-11-24", "2025-11-02", "2025-11-25", "2026-03-01"].map((day) =>
        seat(day),
      ),
      seat("2026-11-03", { service: "hukou_move" }),
    ];
    const { all, services, months } = seatGroups(counted, "2026-11-24");
    expect([all.now.booked, all.before?.booked]).toEqual([3, 1]);
    expect(services.map(({ service, now }) => [service, now.booked])).toEqual([
      ["id_card_renew", 2],
      ["hukou_move", 1],
    ]);
    expect(services[1]!.before).toBeNull();
    expect(months).toHaveLength(12);
    expect(months[8]).toMatchObject({ month: "2026-03", now: { booked: 1 }, before: null });
    expect(months.at(-1)!.month).toBe("2025-12");
    expect(countedFrom("2026-11-24")).toBe("2024-11-01");
  });
});
