import type { Citation, KnowledgeEntry } from "./entry.ts";
import type { Service } from "./sets.ts";

/** Something that an entry of the knowledge base says, in its own words. */
export interface Cited {
  what: string;
  /** The entry's id. */
  from: string;
  /** In which case it holds; left out = always. */
  when?: string | undefined;
}

/** One of the cases that a question tells apart. */
export interface CaseChoice {
  /** The same for ever: it is stored with a booking under way. */
  name: string;
  /** What the button says. */
  label: string;
  /** How `when` of a line names it. */
  case: string;
  /** Words that tell it wherever they are said. */
  said: string[];
  /** Words that tell it only as an answer to the question. */
  answers: string[];
  /** Ages that tell it. Unit: full years, both ends included. */
  age?: { from: number; to: number } | undefined;
  /** Told by who it is for, or who comes. */
  who?: "self" | "other" | undefined;
}

/** A question that changes what to bring or who must come. */
export interface CaseAsk {
  name: string;
  question: string;
  /** It is asked only in this case of an earlier question. */
  when?: string | undefined;
  /** It is asked only where it is for somebody else; else the first choice holds. */
  only?: "for-others" | undefined;
  choices: CaseChoice[];
}

/** Where an appointment may be kept. */
export type Place = "station" | "village";

/** A service that can be booked, as the station fills it in. */
export interface Bookable {
  service: Service;
  /** As people are told it. */
  name: string;
  /** As people say it. */
  said: string[];
  places: Place[];
  /** How long one takes at the counter. Unit: minutes. */
  minutes: number;
  /** How many may be served at the same time. */
  capacity: number;
  papers: Cited[];
  /** Who must come themselves, and who may stand in. */
  who: Cited[];
  /** Without coming here: on the phone, at another place near them, at their home. */
  ways: (Cited & { way: "online" | "near" | "home" })[];
  /** Asked one after another before a time is chosen. */
  asks?: CaseAsk[] | undefined;
  /** What nobody can do for the person. */
  inPerson?: Cited[] | undefined;
  /** What it costs, where an entry says it. */
  fee?: Cited[] | undefined;
  /** A lasting identity card comes of it: how long it is valid goes by age. */
  card?: boolean | undefined;
  /** What the entries that its lines are from stand on, by entry. A line from any other is not told. */
  grounds?: Readonly<Record<string, readonly Citation[]>> | undefined;
}

/** The service with what its lines stand on, as far as their entries are served. */
export function grounded(
  service: Bookable,
  entry: (id: string) => KnowledgeEntry | undefined,
): Bookable {
  const { papers, who, inPerson = [], fee = [] } = service;
  const named = new Set([...papers, ...who, ...inPerson, ...fee].map(({ from }) => from));
  const grounds = [...named].flatMap((id) => {
    const sources = entry(id)?.sources ?? [];
    return sources.length === 0
      ? []
      : [[id, sources.map(({ title, article }) => ({ title, article }))] as const];
  });
  return { ...service, grounds: Object.fromEntries(grounds) };
}
