import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fitting,
  isStale,
  reminderKinds,
  remindersFor,
  rules,
} from "../../src/domain/reminders.ts";
import type { Reminder, ReminderCause } from "../../src/domain/reminders.ts";
import { day, hour, midnightBefore } from "../../src/domain/station-time.ts";

const at = fc.date({
  min: new Date("2026-01-01"),
  max: new Date("2030-12-31"),
  noInvalidDate: true,
});
const cause = fc.constantFrom<ReminderCause>("opened", "agreed", "failed", "closed");
const matter = fc.record({
  dispute: fc.constantFrom(null, "labour", "grassland", "neighbour", "family", "debt"),
  danger: fc.constantFrom(null, "violence", "self_harm", "fire_accident", "missing_person"),
  isPrivate: fc.boolean(),
  conversation: fc.constantFrom(null, "c"),
});
type Any = Parameters<typeof remindersFor>[0];

test("no villager is reminded by night, and none before it is time", () => {
  fc.assert(
    fc.property(matter, cause, at, (it, on, when) => {
      for (const { to, kind, dueAt } of remindersFor(it as Any, on, when.getTime())) {
        const { after } = rules.find((rule) => rule.kind === kind && rule.to === to)!;
        const late = dueAt - (when.getTime() + after * day);
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(to === "owner" ? 1 : 12 * hour + 1);
        if (to === "owner") continue;
        const clock = dueAt - midnightBefore(dueAt);
        expect(clock).toBeGreaterThanOrEqual(8 * hour);
        expect(clock).toBeLessThan(20 * hour);
      }
    }),
  );
});

test("where force was used, or somebody thought of ending their life, nothing is ever sent to them", () => {
  fc.assert(
    fc.property(matter, cause, at, (it, on, when) => {
      const quiet = it.isPrivate || it.danger === "violence" || it.danger === "self_harm";
      fc.pre(quiet);
      const all = remindersFor(it as Any, on, when.getTime());
      // Only whoever has it is told that it is still open.
      expect(all.filter(({ kind, to }) => kind !== "unclosed" || to !== "owner")).toEqual([]);
    }),
  );
});

test("whoever gave no name is never written to", () => {
  fc.assert(
    fc.property(matter, cause, at, (it, on, when) => {
      const nameless = { ...it, conversation: null } as Any;
      const all = remindersFor(nameless, on, when.getTime());
      expect(all.filter(({ to }) => to === "villager")).toEqual([]);
    }),
  );
});

test("nobody is told the same twice by one step", () => {
  fc.assert(
    fc.property(matter, cause, at, (it, on, when) => {
      const said = remindersFor(it as Any, on, when.getTime()).map(({ kind, to }) => kind + to);
      expect(new Set(said).size).toBe(said.length);
    }),
  );
});

test("the night is waited out, the day is not", () => {
  const clock = (text: string) => Date.parse(`2026-11-24T${text}:00+08:00`);
  expect(fitting("villager", clock("08:00"))).toBe(clock("08:00"));
  expect(fitting("villager", clock("19:59"))).toBe(clock("19:59"));
  expect(fitting("villager", clock("07:59"))).toBe(clock("08:00"));
  expect(fitting("villager", clock("20:00"))).toBe(clock("08:00") + day);
  expect(fitting("owner", clock("03:00"))).toBe(clock("03:00"));
});

test("the court's thirty days are over: it is not reminded of any more", () => {
  const reminder: Reminder = { kind: "confirmation", to: "villager", dueAt: 20 * day };
  expect(isStale(reminder, 30 * day - 1)).toBe(false);
  expect(isStale(reminder, 30 * day)).toBe(true);
});

const byLaw = new Set(["confirmation", "labour-limit", "land-limit"]);

test("every kind has a rule, and what law it comes from where it names one", () => {
  for (const kind of reminderKinds) {
    const its = rules.filter((rule) => rule.kind === kind);
    expect(its).not.toEqual([]);
    for (const { law } of its) expect(law === null).toBe(!byLaw.has(kind));
  }
});
