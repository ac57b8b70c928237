import type { Day, Opening } from "./appointment.ts";
import type { DeskSeats, ListedSeat, SeatStep } from "./desk-seats.ts";
import type { Closure } from "./openings.ts";
import type { SeatGroups } from "./seat-figures.ts";
import type { Service } from "./sets.ts";

export type SeatView = "day" | "week";

/** One day of the counter. */
export interface SeatDay {
  day: Day;
  /** When it is open, closed stretches left out. */
  openings: Opening[];
  closures: Closure[];
  seats: ListedSeat[];
}

export interface SeatsShown {
  view: SeatView;
  /** The day that was asked for. */
  day: Day;
  today: Day;
  days: SeatDay[];
  /** Names of services, as people are told them. */
  services: { service: Service; name: string }[];
  places: string[];
  /** May say who came, add somebody, close half a day. */
  mayRun: boolean;
}

export interface SeatFiguresShown extends SeatGroups {
  today: Day;
  services: (SeatGroups["services"][number] & { name: string })[];
}

type Refused = "not-yours" | null;

/** What the desk shows and does of seats. Null: whoever asks works not here; `not-yours`: not by their role. */
export interface SeatDesk {
  seats(chat: string, view: SeatView, day: Day | null): Promise<SeatsShown | Refused>;
  /** `none`: there is no such seat, or it stands where this step cannot be taken. */
  seatStep(chat: string, seat: string, step: SeatStep): Promise<"done" | "none" | Refused>;
  /** `full`: nothing is free any more today. */
  walkIn(
    chat: string,
    service: Service,
    name: string | null,
  ): Promise<{ number: number; at: string } | "full" | Refused>;
  /** What would be closed, and whom it moves. */
  lookAtClosing(
    chat: string,
    closure: Closure,
  ): Promise<NonNullable<DeskSeats["stretch"]> | Refused>;
  /** @param closes false = opens it again */
  closeHalfDay(chat: string, closure: Closure, closes: boolean): Promise<"done" | Refused>;
  seatFigures(chat: string): Promise<SeatFiguresShown | Refused>;
}

/** A villager's own seat, as their page and their calendar show it. */
export interface OwnSeat {
  id: string;
  day: Day;
  /** Format: HH:MM. */
  at: string;
  minutes: number;
  place: string;
  number: number;
  /** As people are told it. */
  service: string;
  papers: string[];
}

/** Villagers' own seats, each for the browser in which it was taken and for nobody else. */
export interface SeatShelf {
  /** What they have ahead of them, earliest first. */
  mine(chat: string): Promise<OwnSeat[]>;
}
