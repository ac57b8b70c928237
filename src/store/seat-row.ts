import type { Appointment, AppointmentStatus } from "../domain/appointment.ts";
import type { Service } from "../domain/sets.ts";
import type { Cipher } from "./cipher.ts";

/** `offered`: held for somebody who waits, until they say yes; nobody's seat yet. */
type RowStatus = AppointmentStatus | "offered";

/** A row of `appointments`. */
export interface SeatRow {
  id: string;
  conversation: string | null;
  service: Service;
  day: string;
  at: string;
  place: string;
  number: number;
  status: RowStatus;
  name: string | null;
  phone: string | null;
  made_at: number;
  changed_at: number;
  moves: number;
  cases: string | null;
}

/** A row of `seat_cells`. */
export interface CellRow {
  day: string;
  place: string;
  counter: number;
  from_minute: number;
  appointment: string;
}

/** The seat of a row; one that is held is shown as it will be. */
export function appointmentOf(row: SeatRow): Appointment {
  const { id, conversation, service, day, at, place, number, made_at: madeAt } = row;
  const status = row.status === "offered" ? "booked" : row.status;
  return {
    ...{ id, conversation, service, day, at, place, status },
    number: Number(number),
    madeAt: Number(madeAt),
  };
}

export function sealed(cipher: Cipher, value: string | null, place: string): string | null {
  return value === null ? null : cipher.seal(value, place);
}

export function opened(cipher: Cipher, value: string | null, place: string): string | null {
  return value === null ? null : cipher.open(value, place);
}
