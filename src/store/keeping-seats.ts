import type { SeatDeskEffect } from "../domain/desk-seats.ts";
import type { Effect } from "../domain/flow.ts";
import { bookSeat, seatById, setSeat } from "./appointments.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { closeSeats, openSeats } from "./seat-closures.ts";
import { dropSeatReminders } from "./seat-reminders.ts";
import { answerOffer, waitForSeat } from "./seat-waiting.ts";
import { record } from "./trail.ts";

/** What a turn keeps of seats, beside taking, moving and giving one back. */
export type SeatKeeping =
  SeatDeskEffect | Extract<Effect, { do: "wait-for-seat" | "answer-offer" }>;

interface Origin {
  turn: string;
  conversation: string;
  at: number;
}

export async function keepOfSeats(
  trx: Transaction,
  cipher: Cipher,
  { turn, conversation, at }: Origin,
  it: SeatKeeping,
): Promise<void> {
  switch (it.do) {
    case "wait-for-seat": {
      const { service, day, place, name, phone } = it;
      const wait = { id: turn, conversation, service, day, place, name, phone, at };
      return waitForSeat(trx, cipher, wait);
    }
    case "answer-offer":
      return answerOffer(trx, { waiting: it.waiting, conversation, take: it.take }, at);
    case "set-seat":
      return stepOf(trx, it, at);
    case "walk-in":
      return walkIn(trx, cipher, it, at);
    case "close-seats": {
      const { id, closure, person } = it;
      await closeSeats(trx, { id, closure, person, at });
      return record(trx, [{ at, actor: person, act: "close seats", subject: stretchOf(closure) }]);
    }
    case "open-seats": {
      const { closure, person } = it;
      await openSeats(trx, closure, at);
      return record(trx, [{ at, actor: person, act: "open seats", subject: stretchOf(closure) }]);
    }
    case "note-seats":
      return record(trx, [{ at, actor: it.person, act: "see", subject: `seats ${it.day}` }]);
    default:
      it satisfies never;
  }
}

async function stepOf(
  trx: Transaction,
  { seat, step, person }: Extract<SeatKeeping, { do: "set-seat" }>,
  at: number,
): Promise<void> {
  if (!(await setSeat(trx, seat, step, at))) return;
  await dropSeatReminders(trx, seat);
  await record(trx, [{ at, actor: person, act: step, subject: `seat ${seat}` }]);
}

/** @throws where the number or the cell was given away since it was looked up: nobody was told of it then */
async function walkIn(
  trx: Transaction,
  cipher: Cipher,
  { wanted, number, counters, minutes, person }: Extract<SeatKeeping, { do: "walk-in" }>,
  at: number,
): Promise<void> {
  // A burst's fragments bring the same seat again.
  if (await seatById(trx, wanted.id)) return;
  const room = { counters, minutes };
  const made = await bookSeat(trx, cipher, wanted, room, { conversation: null, at });
  if (!made.ok || made.appointment.number !== number)
    throw new Error("The seat of a walk-in was given away since it was looked up.");
  await setSeat(trx, wanted.id, "arrived", at);
  await record(trx, [{ at, actor: person, act: "walk-in", subject: `seat ${wanted.id}` }]);
}

const stretchOf = ({ day, from, to }: { day: string; from: string; to: string }): string =>
  `seats ${day} ${from}-${to}`;
