import type {
  Appointment,
  Day,
  FreeSlot,
  Opening,
  SeatRefusal,
  TimeOfDay,
  Wanted,
} from "./appointment.ts";
import type { Told } from "./cases.ts";
import type { TakenCell } from "./free-slots.ts";
import type { Service } from "./sets.ts";

/** When somebody wants to come, as far as told. */
export interface SeatWish {
  date: Day | null;
  period: "am" | "pm" | null;
  time: TimeOfDay | null;
}

/** To the station, or to a village on its day; `village` null = whichever. */
export type SeatPlace = { at: "station" } | { at: "village"; village: string | null };

export type SlotName = Pick<FreeSlot, "day" | "at" | "place">;

/** A seat as far as it was talked about. Nothing is stored before 确定. */
export interface BookDraft {
  service: Service | null;
  wish: SeatWish;
  slot: SlotName | null;
  name: string | null;
  phone: string | null;
  /** Name and phone were given, or not wanted. */
  askedName: boolean;
  /** The first free seat is wanted, where no day was named. */
  soonest?: boolean;
  /** Where they want to come; left out = wherever it is free. */
  where?: SeatPlace;
  /** It is for somebody else. */
  proxy: boolean;
  /** The seat that is moved; null = a new one. */
  moves: string | null;
  /** Which cases were told. Absent in drafts that were stored before it was asked: none. */
  told?: Told;
  /** Full years of the person it is for, as far as told: from, to. */
  age?: [number, number] | null;
}

export type BookState =
  | {
      flow: "book";
      v: 1;
      at: "service" | "papers" | "slot" | "name" | "card" | "changing";
      draft: BookDraft;
    }
  /** Which of several seats is meant. */
  | { flow: "book"; v: 1; at: "which"; wants: "move" | "cancel"; wish: SeatWish }
  | { flow: "book"; v: 1; at: "cancelling"; seat: string };

export type BookAction =
  | { act: "book"; do: "begin" }
  | { act: "book"; do: "service"; service: Service }
  /** The services from this place on. */
  | { act: "book"; do: "more-services"; from: number }
  /** A case of this service; null = they cannot say. */
  | { act: "book"; do: "case"; service: Service; ask: string; choice: string | null }
  | { act: "book"; do: "slot"; slot: SlotName }
  | { act: "book"; do: "skip-name" }
  /** 确定 under a card that names this time; under an older one it is a yes to nothing else. */
  | { act: "book"; do: "save"; slot?: SlotName }
  | { act: "book"; do: "change" }
  | { act: "book"; do: "drop" }
  | { act: "book"; do: "mine" }
  | { act: "book"; do: "move"; seat: string }
  /** A time for a seat that cannot be kept; the card comes first. */
  | { act: "book"; do: "move-to"; seat: string; slot: SlotName }
  | { act: "book"; do: "cancel"; seat: string }
  | { act: "book"; do: "cancel-sure"; seat: string }
  /** Somebody waits for a seat of that day that is given back. */
  | { act: "book"; do: "wait"; service: Service; day: Day; place: string }
  /** A seat that was given back is held for them: taken, or left to the next. */
  | { act: "book"; do: "offer"; waiting: string; take: boolean };

/** What is done about a seat in the turn itself; it comes back as an event. */
export type SeatEffect =
  | { do: "book-seat"; wanted: Wanted }
  | {
      do: "move-seat";
      seat: string;
      service: Service;
      to: SlotName;
    }
  | { do: "cancel-seat"; seat: string; service: Service };

/** What came of it. */
export type SeatEvent = {
  on: "seat";
  effect: SeatEffect;
  done: { ok: true; appointment: Appointment } | { ok: false; why: SeatRefusal };
};

/** What the flows know of seats. */
export interface SeatFacts {
  openings: readonly Opening[];
  taken: readonly TakenCell[];
  /** What this person holds. */
  own: readonly Appointment[];
  /** Their latest seat, whatever became of it. */
  last: Appointment | null;
  /** A seat that was given back and is held for them, until they answer. */
  offer: { waiting: string; service: Service } | null;
}
