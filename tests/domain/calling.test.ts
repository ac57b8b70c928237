import { describe, expect, it } from "vitest";
import { ladderFor, nextCall } from "../../src/domain/calling.ts";
import type { Matter } from "../../src/domain/matter.ts";
import type { Role, Staff } from "../../src/domain/people.ts";
import { noRoster } from "../../src/domain/roster.ts";
import type { Roster } from "../../src/domain/roster.ts";

const somebody = (name: string, role: Role = "officer", villages: string[] = []): Staff => ({
  id: name,
  role,
  name,
  villages,
});
const resident = somebody("驻村", "officer", ["前进村"]);
const backup = somebody("备勤");
const duty = somebody("值班");
const free = somebody("休息");
const chief = somebody("所长", "chief");
const cadre = somebody("村主任", "cadre", ["前进村"]);
const staff = [resident, backup, duty, free, chief, cadre];

const allDay = { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "00:00" };
const roster: Roster = {
  periods: ["驻村", "备勤", "值班"].map((who) => ({ who, ...allDay })),
  leave: [],
  swaps: [],
  backups: [{ village: "前进村", who: "备勤" }],
};
const nobodyNow: Roster = {
  ...roster,
  periods: [{ who: "值班", days: [3], from: "09:00", to: "10:00" }],
};
const now = Date.parse("2026-11-24T12:00:00+08:00");
const minute = 60_000;

const waiting = (level: Matter["level"], calls = 0) => ({
  level,
  village: "前进村",
  calls,
  isPrivate: false,
});
const called = (level: Matter["level"], calls: number, by = roster) =>
  nextCall(waiting(level, calls), staff, by, now);

describe("who is called", () => {
  it("is the village's own officer, then the backup, then those on duty, then the chief", () => {
    expect(ladderFor(waiting("normal"), staff, roster, now)).toEqual([
      [resident],
      [backup],
      [duty],
      [chief],
    ]);
  });

  it("is never somebody whose role is not called, and off duty only for what cannot wait", () => {
    for (const level of ["normal", "high"] as const)
      expect(ladderFor(waiting(level), staff, roster, now).flat()).not.toContain(free);
    for (const level of ["alarm", "urgent"] as const) {
      expect(ladderFor(waiting(level), staff, roster, now).flat()).toContain(free);
      expect(ladderFor(waiting(level), staff, roster, now).flat()).not.toContain(cadre);
    }
  });

  it("is everybody on duty for an alarm, after a minute the chief, after three all, with the siren", () => {
    expect(called("alarm", 0)).toEqual({
      people: [resident, backup, duty],
      dueAt: now + minute,
      hook: false,
      tell: false,
    });
    expect(called("alarm", 1)).toMatchObject({ dueAt: now + 2 * minute, tell: true });
    expect(called("alarm", 2)).toMatchObject({ dueAt: now + 3 * minute, hook: true, tell: true });
    expect(called("alarm", 2).people).toHaveLength(5);
    expect(called("alarm", 50)).toMatchObject({ dueAt: now + 3 * minute, hook: true, tell: false });
  });

  it("is asked every minute for what is urgent, and joined by the next after two", () => {
    expect([0, 1, 2, 3].map((calls) => called("urgent", calls).people.length)).toEqual([
      1, 1, 2, 2,
    ]);
    expect(called("urgent", 0).dueAt).toBe(now + minute);
  });

  it("waits for duty where it can wait, and does not where it cannot", () => {
    expect(called("normal", 0, nobodyNow)).toMatchObject({
      people: [],
      dueAt: Date.parse("2026-11-25T09:00:00+08:00"),
    });
    expect(called("alarm", 0, nobodyNow).people).not.toEqual([]);
  });

  it("is everybody where the station has written no roster", () => {
    expect(called("normal", 0, noRoster).people).toEqual([resident]);
    expect(called("alarm", 0, noRoster).people).toEqual([resident, backup, duty, free, chief]);
  });

  it("is nobody where nobody works yet, and the siren sounds once", () => {
    expect(nextCall(waiting("alarm"), [], roster, now)).toMatchObject({ people: [], hook: true });
    expect(nextCall(waiting("alarm", 1), [], roster, now)).toMatchObject({ hook: false });
  });
});
