import type { Service } from "./sets.ts";

/** Something that an entry of the knowledge base says, in its own words. */
export interface Cited {
  what: string;
  /** The entry's id. */
  from: string;
  /** In which case it holds; left out = always. */
  when?: string | undefined;
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
}
