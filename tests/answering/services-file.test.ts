import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/answering/knowledge.ts";
import { readHolidaysFile } from "../../src/answering/holidays-file.ts";
import { readServicesFile } from "../../src/answering/services-file.ts";
import { isWorkday } from "../../src/domain/calendar.ts";
import { services } from "../../src/domain/sets.ts";
import { knowledgeWording } from "../../src/texts/zh-cn/kb.ts";
import { serviceIn } from "../../src/understanding/service.ts";
import { shippedCalendar } from "../support/calendar.ts";

const words = knowledgeWording.problems;
const shipped = readServicesFile(
  "services.yaml",
  readFileSync("knowledge/services.yaml", "utf8"),
  words,
);
const all = shipped.ok ? shipped.services : [];

describe("the services that can be booked", () => {
  it("are those of the closed set, each once", () => {
    expect(all.map(({ service }) => service)).toEqual([...services]);
  });

  it("say nothing that the entry they name does not say", async () => {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const knowledge = await openKnowledge({
      dir: "knowledge",
      today: () => "2026-11-24",
      words: knowledgeWording,
      log,
      watch: false,
    });
    const unsaid = knowledge.services.flatMap(({ papers, who, ways, inPerson = [], fee = [] }) =>
      [...papers, ...who, ...ways, ...inPerson, ...fee].filter(({ what, from }) => {
        const entry = knowledge.entry(from);
        return !entry || !JSON.stringify(entry).includes(what);
      }),
    );
    expect(unsaid).toEqual([]);
    expect(knowledge.services.map(({ asks }) => asks)).toEqual(all.map(({ asks }) => asks));
    expect(JSON.stringify(knowledge.services)).not.toContain("{{");
    expect(knowledge.calendar).toEqual(shippedCalendar);
    knowledge.close();
  });

  it.each(all.flatMap(({ service, said, name }) => [name, ...said].map((way) => [way, service])))(
    "are known by their names: %s",
    (way, service) => {
      if (way === all.find((each) => each.service === "other")!.name) return;
      expect(serviceIn(way!).service).toBe(service);
    },
  );

  it("must be whole", () => {
    expect(readServicesFile("services.yaml", "- service: passport", words).ok).toBe(false);
  });
});

describe("the holidays", () => {
  it("count the weekends that are worked for them", () => {
    expect(isWorkday("2026-10-05", shippedCalendar)).toBe(false);
    expect(isWorkday("2026-10-10", shippedCalendar)).toBe(true);
    expect(isWorkday("2026-10-11", shippedCalendar)).toBe(false);
    expect(isWorkday("2026-11-24", shippedCalendar)).toBe(true);
  });

  it("do not guess a year that is not announced", () => {
    expect(isWorkday("2027-10-01", shippedCalendar)).toBe(false);
    expect(isWorkday("2027-10-08", shippedCalendar)).toBeNull();
    expect(isWorkday("2031-01-06", shippedCalendar)).toBeNull();
  });

  it("lie in their own years, each before the next", () => {
    for (const { year, holidays } of shippedCalendar) {
      const days = holidays.flatMap(({ from, to }) => [from, to]);
      expect(days).toEqual(days.toSorted());
      for (const { workdays } of holidays)
        for (const day of [...days, ...workdays]) expect(day.slice(0, 4)).toBe(String(year));
    }
  });

  it("must be dates", () => {
    const text =
      '- { year: 2028, announced: true, source: x, holidays: [{ names: [元旦], from: "1月1日", to: "2028-01-01", workdays: [] }] }';
    expect(readHolidaysFile("holidays.yaml", text, words).ok).toBe(false);
  });
});
