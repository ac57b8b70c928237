import type { Bookable, Cited } from "../domain/bookable.ts";
import type { KnowledgeEntry } from "../domain/entry.ts";
import type { Station } from "../domain/station.ts";
import type { StationWording } from "./wording.ts";

const mark = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** Facts of the station that a text may ask for, as `{{station.phone}}`. */
export const stationFacts = [
  "station.name",
  "station.phone",
  "station.address",
  "station.hours",
] as const;
type StationFact = (typeof stationFacts)[number];

/** Names in `{{…}}` that are no fact of the station. */
export function unknownFacts(text: string): string[] {
  return [...text.matchAll(mark)].map((match) => match[1] ?? "").filter((name) => !isFact(name));
}

/** The text with the station's facts in place; one that is not filled in is said to be so. */
export function withStationFacts(text: string, station: Station, words: StationWording): string {
  return text.replace(mark, (whole, name: string) =>
    isFact(name) ? factOf(name, station, words) : whole,
  );
}

/** The entry as this station's villagers read it. */
export function entryForStation(
  entry: KnowledgeEntry,
  station: Station,
  words: StationWording,
): KnowledgeEntry {
  const fill = (text: string): string => withStationFacts(text, station, words);
  return {
    ...entry,
    short: fill(entry.short),
    sections: entry.sections.map(({ facet, text }) => ({ facet, text: fill(text) })),
  };
}

/** A service as this station's villagers are told it. */
export function serviceForStation(
  service: Bookable,
  station: Station,
  words: StationWording,
): Bookable {
  const fill = <T extends Cited>(lines: T[]): T[] =>
    lines.map((line) => ({ ...line, what: withStationFacts(line.what, station, words) }));
  const { papers, who, ways, inPerson, fee } = service;
  return {
    ...service,
    ...{ papers: fill(papers), who: fill(who), ways: fill(ways) },
    ...{ inPerson: inPerson && fill(inPerson), fee: fee && fill(fee) },
  };
}

function isFact(name: string): name is StationFact {
  return stationFacts.some((fact) => fact === name);
}

function factOf(fact: StationFact, station: Station, words: StationWording): string {
  switch (fact) {
    case "station.name":
      return station.name;
    case "station.phone":
      return station.phone ?? words.noPhone;
    case "station.address":
      return station.address ?? words.noAddress;
    case "station.hours":
      return station.hours.length > 0 ? words.hours(station.hours) : words.noHours;
    default:
      return fact satisfies never;
  }
}
