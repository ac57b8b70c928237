import type { Case } from "./cases.ts";
import type { Service } from "./sets.ts";

/** A day of the station's calendar. Format: YYYY-MM-DD. */
export type Day = string;
/** A time of day. Format: HH:MM. */
export type TimeOfDay = string;

/** Appointments begin at multiples of this, and take whole multiples of it. Unit: minutes. */
export const cellMinutes = 30;

/** When and where people are seen: a stretch of one day at one place. */
export interface Opening {
  day: Day;
  /** The station itself, or the name of a village on its day. */
  place: string;
  from: TimeOfDay;
  to: TimeOfDay;
  /** How many people are seen at the same time. */
  counters: number;
}

/** A beginning that is still free. */
export interface FreeSlot {
  day: Day;
  at: TimeOfDay;
  place: string;
  /** How many could still begin then. */
  left: number;
}

export const appointmentStatuses = ["booked", "arrived", "done", "no-show", "cancelled"] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** A seat that somebody has. */
export interface Appointment {
  id: string;
  /** Null: somebody who walked in, or was written down by one of us. */
  conversation: string | null;
  service: Service;
  day: Day;
  at: TimeOfDay;
  place: string;
  /** One number per day and place: 3号. */
  number: number;
  status: AppointmentStatus;
  /** Unit of all times: ms since 1970. */
  madeAt: number;
}

/** A seat that is wanted. */
export interface Wanted {
  id: string;
  service: Service;
  day: Day;
  at: TimeOfDay;
  place: string;
  /** For the counter; null = not given. */
  name: string | null;
  phone: string | null;
  /** What was told of the case; left out = nothing. */
  cases?: Case;
}

/** Why a seat was not given. */
export type SeatRefusal = "taken" | "closed" | "has-one" | "too-many" | "too-late";

/** How long before it begins a seat can still be moved or given back by oneself. Unit: hours. */
export const leadHours = 2;
/** How far ahead seats can be taken. Unit: days. */
export const bookingWindow = 30;
/** How many seats one person may hold. */
export const mostSeats = 3;
