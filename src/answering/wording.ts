import type { OpenHours } from "../domain/station.ts";

/**
 * What this folder says to people. It is handed in, because sentences live in texts/ and
 * answering knows no language.
 */
export interface KnowledgeWording {
  station: StationWording;
  problems: ProblemWording;
  check: CheckWording;
  imports: ImportWording;
}

/** How facts of the station stand in a sentence. */
export interface StationWording {
  /** The station's name while its file cannot be read. */
  nameless: string;
  /** What stands where the station has not filled in a fact: honest, and with a way out. */
  noPhone: string;
  noAddress: string;
  noHours: string;
  hours(hours: OpenHours[]): string;
}

/** Reasons why a content file cannot be used, each with what to do. */
export interface ProblemWording {
  /** Unit of `most`: KB. */
  tooBig(most: number): string;
  notText(): string;
  unreadable(): string;
  noFrontMatter(): string;
  frontMatterOpen(): string;
  badYaml(detail: string): string;
  missing(key: string): string;
  wrongKind(key: string, expected: string): string;
  tooFew(key: string, least: number): string;
  tooLong(key: string, most: number): string;
  shortTooLong(length: number, most: number): string;
  notOneOf(key: string, choices: string[]): string;
  badFormat(key: string, example: string): string;
  unknownKey(key: string): string;
  textBeforeHeading(): string;
  unknownHeading(heading: string, headings: string[]): string;
  twiceHeading(heading: string): string;
  emptySection(heading: string): string;
  noSections(): string;
  unknownTemplate(name: string, names: string[]): string;
  doubleId(id: string, other: string): string;
  noStationFile(): string;
  /** A line in brackets that names no entry. */
  badHeading(line: string): string;
  /** A way of asking before any entry is named. */
  noHeading(): string;
  /** A host that two entries know. */
  listedTwice(host: string): string;
  /** A value that is no host, number, account or name. */
  notListable(value: string): string;
}

/** What a check of the whole folder finds beyond files that cannot be read. */
export interface CheckWording {
  tooFewQuestions(count: number, least: number): string;
  tooFewGolden(count: number, least: number): string;
  tooFewNot(count: number, least: number): string;
  wrongFolder(folder: string, topic: string): string;
  reviewDue(day: string): string;
  /** `left`: days until then. */
  reviewSoon(day: string, left: number): string;
  expired(day: string): string;
  /** `left`: days until then. */
  expiresSoon(day: string, left: number): string;
  strangeNumber(number: string): string;
  strangeNumberIn(heading: string, number: string): string;
  relatedMissing(id: string): string;
  superseded(title: string, before: string | null, articles: string[] | null): string;
  noSuchArticle(title: string, article: string): string;
  /** A way of asking for an entry that there is not. */
  unknownEntry(id: string): string;
  questionTwice(question: string, owner: string): string;
  goldenAmongQuestions(question: string, owner: string): string;
  /** `found`: the entry that came first instead, or null. */
  goldenMissed(question: string, found: string | null): string;
  goldenWrong(question: string): string;
  /** A line of a service that names an entry that there is not, or a case that no question tells. */
  serviceEntryMissing(what: string, id: string): string;
  serviceCaseUnknown(when: string, cases: string[]): string;
  serviceAsksMuch(count: number, most: number): string;
  /** An official host among those of swindlers. */
  officialListed(host: string): string;
  /** A red flag whose pattern is none, or could take long. */
  redFlagBroken(id: string): string;
  /** An example that must show it and does not; one that must not and does. */
  redFlagSilent(id: string, line: string): string;
  redFlagFires(id: string, line: string): string;
  /** Clauses with figures of this entry and of another one; `about` names them in figures.yaml. */
  figuresDiffer(clause: string, other: string, theirs: string, about: string): string;
  figuresInside(clause: string, theirs: string, about: string): string;
}

/** Why a file may not be imported. */
export interface ImportWording {
  secret(): string;
  hiddenText(): string;
}
