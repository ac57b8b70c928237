import type { Appointment, Day, FreeSlot, Wanted } from "./appointment.ts";
import type { Closure } from "./openings.ts";
import type { Service } from "./sets.ts";

/** A seat with its person, for those who work at the counter. */
export interface ListedSeat extends Appointment {
  name: string | null;
  phone: string | null;
}

export const seatSteps = ["arrived", "done", "no-show"] as const;
/** What somebody at the counter says of a seat. */
export type SeatStep = (typeof seatSteps)[number];

/** Buttons and commands about the day's seats. */
export type SeatDeskAction =
  | { act: "seats"; on: "today" | "tomorrow" }
  /** `seat`: its id, or its number of today. */
  | { act: "seat-step"; seat: string; step: SeatStep }
  /** Somebody stands at the counter without a seat. */
  | { act: "walk-in"; service: Service | null; name: string | null }
  /** In the words in which it was said: it asks first. */
  | { act: "close-seats"; words: string }
  | { act: "close-sure"; closure: Closure }
  | { act: "open-seats"; words: string };

/** What is done about the day's seats. */
export type SeatDeskEffect =
  | { do: "set-seat"; seat: string; step: SeatStep; person: string }
  /** `number`: as it was told; nobody else is given it in the same moment. */
  | {
      do: "walk-in";
      wanted: Wanted;
      number: number;
      counters: number;
      minutes: number;
      person: string;
    }
  | { do: "close-seats"; id: string; closure: Closure; person: string }
  | { do: "open-seats"; closure: Closure; person: string }
  /** Somebody looked at who comes: on the trail. */
  | { do: "note-seats"; day: Day; person: string };

/** What a flow knows of the day's seats when one of us asks. */
export interface DeskSeats {
  /** The day that is looked at. */
  day: Day;
  listed: ListedSeat[];
  /** Where somebody without a seat can come next; null = not today any more. */
  next: { slot: FreeSlot; number: number; counters: number } | null;
  /** What is to be closed or opened, as the words were understood, and what is in it. */
  stretch: (Closure & { seats: number; unreached: number; isClosed: boolean }) | null;
}
