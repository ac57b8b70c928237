import { describe, expect, it } from "vitest";
import { dateOfDay, dayOfDate } from "../../../src/understanding/when/days.ts";
import { nextLunar, nextTerm } from "../../../src/understanding/when/lunar.ts";

function lunar(month: number | null, date: number, from: string): string | null {
  const day = nextLunar(month, date, dayOfDate(from));
  return day === null ? null : dateOfDay(day);
}

describe("the lunar calendar", () => {
  it.each([
    ["2025-01-01", "2025-01-29"],
    ["2026-01-01", "2026-02-17"],
    ["2027-01-01", "2027-02-06"],
    ["2028-01-01", "2028-01-26"],
    ["2030-01-01", "2030-02-03"],
    ["2034-01-01", "2034-02-19"],
  ])("knows the new year after %s", (from, day) => {
    expect(lunar(1, 1, from)).toBe(day);
  });

  it("takes the thirtieth of a short month for its last day", () => {
    expect(lunar(12, 30, "2026-01-01")).toBe("2026-02-16");
    expect(lunar(12, 30, "2027-01-01")).toBe("2027-02-05");
  });

  it("means the plain month before a leap one", () => {
    expect(lunar(6, 1, "2025-06-01")).toBe("2025-06-25");
    expect(lunar(6, 1, "2025-06-26")).toBe("2025-07-25");
    expect(lunar(7, 15, "2025-06-01")).toBe("2025-09-06");
  });

  it("has no day outside its years", () => {
    expect(lunar(1, 1, "2099-01-01")).toBeNull();
  });

  it("knows solar terms", () => {
    const term = (name: Parameters<typeof nextTerm>[0], from: string) =>
      dateOfDay(nextTerm(name, dayOfDate(from))!);
    expect(term("清明", "2026-01-01")).toBe("2026-04-05");
    expect(term("清明", "2027-04-06")).toBe("2028-04-04");
    expect(term("冬至", "2026-11-24")).toBe("2026-12-22");
    expect(term("立春", "2026-11-24")).toBe("2027-02-04");
  });
});
