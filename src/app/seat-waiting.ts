import { bookingWindow, type Appointment } from "../domain/appointment.ts";
import type { Bookable } from "../domain/bookable.ts";
import { freeSlots, momentOf } from "../domain/free-slots.ts";
import { openingsFor, openingsFrom } from "../domain/openings.ts";
import { seatRulesOf } from "../domain/seat-rules.ts";
import { isQuietHour } from "../domain/seat-reminders.ts";
import { dateOf } from "../domain/station-time.ts";
import { offerExpired, seatOffer, waitedInVain } from "../flows/seat-clock.ts";
import { seatById, takenCells } from "../store/appointments.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { wayTo } from "../store/people.ts";
import { closuresFrom } from "../store/seat-closures.ts";
import {
  endWaiting,
  hasSeatFor,
  holdSeat,
  offerUntil,
  waitingForSeats,
  type WaitingForSeat,
} from "../store/seat-waiting.ts";
import { record } from "../store/trail.ts";
import type { SeatKnowledge } from "./desk-seats.ts";
import type { Round } from "./reminders.ts";

/** How long a seat is held for whoever is first in line. Unit: ms. */
const heldFor = 30 * 60_000;

type Telling = Pick<Round, "now" | "say">;

/**
 * Seats that were given back go to those who wait, in line: held for half an hour, then for the
 * next. At night they are held and told in the morning.
 */
export async function lookAfterWaiting(
  trx: Transaction,
  cipher: Cipher,
  knowledge: SeatKnowledge,
  round: Telling,
): Promise<void> {
  const { now } = round;
  for (const waiting of await waitingForSeats(trx))
    if (waiting.until !== null && waiting.until <= now) await expired(trx, waiting, round);
  const inVain = await holdFreed(trx, cipher, knowledge, now);
  for (const waiting of inVain) {
    if (isQuietHour(now) && waiting.day >= dateOf(now)) continue;
    await endWaiting(trx, waiting, now);
    if (!isQuietHour(now)) round.say(waiting.conversation, waitedInVain(waiting.day));
  }
  for (const waiting of await waitingForSeats(trx)) {
    const service = knowledge.services?.find((one) => one.service === waiting.service);
    if (service && waiting.offered !== null && waiting.until === null)
      await tell(trx, service, waiting, await seatById(trx, waiting.offered), round);
  }
}

async function expired(
  trx: Transaction,
  waiting: WaitingForSeat,
  { now, say }: Telling,
): Promise<void> {
  const seat = await seatById(trx, waiting.offered!);
  await endWaiting(trx, waiting, now);
  if (seat) say(waiting.conversation, offerExpired(seat));
}

/**
 * Holds what is free for those who wait, in line, in the very turn in which it was given back: nobody
 * else can come between. Returns those for whom nothing can come any more.
 */
export async function holdFreed(
  trx: Transaction,
  cipher: Cipher,
  { station, calendar = [], services = [] }: SeatKnowledge,
  now: number,
): Promise<WaitingForSeat[]> {
  const line = (await waitingForSeats(trx)).filter(({ until }) => until === null);
  if (line.length === 0) return [];
  const today = dateOf(now);
  const closures = await closuresFrom(trx, today);
  const openings = openingsFrom(seatRulesOf(station), calendar, closures, now, bookingWindow);
  const inVain: WaitingForSeat[] = [];
  for (const waiting of line) {
    const service = services.find((one) => one.service === waiting.service);
    if (!service || (await hasSeatFor(trx, waiting))) {
      await endWaiting(trx, waiting, now);
      continue;
    }
    if (waiting.offered !== null) continue;
    const there = openingsFor(service, openings).filter(
      (one) => one.day === waiting.day && one.place === waiting.place,
    );
    const taken = await takenCells(trx, today);
    const [slot] = freeSlots(there, taken, service.minutes, now);
    const at = slot && there.find(({ from, to }) => from <= slot.at && slot.at < to);
    if (slot && at) {
      const room = { counters: at.counters, minutes: service.minutes };
      await holdSeat(trx, cipher, waiting, slot, room, now);
    } else if (freeSlots(there, [], service.minutes, now).length === 0) inVain.push(waiting);
  }
  return inVain;
}

/** Said once, when there is time to answer before the night; from then on it is held for half an hour. */
async function tell(
  trx: Transaction,
  service: Bookable,
  waiting: WaitingForSeat,
  seat: Appointment | null,
  { now, say }: Telling,
): Promise<void> {
  const until = seat === null ? now : Math.min(now + heldFor, momentOf(seat));
  const ways = await wayTo(trx, waiting.conversation);
  // Whoever cannot be reached, or would hear of it too late, keeps nobody waiting.
  if (seat === null || until <= now || ways.length === 0) return endWaiting(trx, waiting, now);
  if (isQuietHour(now) || isQuietHour(now + heldFor)) return;
  await offerUntil(trx, waiting.id, until);
  say(waiting.conversation, seatOffer(service, seat, waiting.id, until));
  await record(trx, [{ at: now, actor: "clock", act: "offer", subject: `seat ${seat.id}` }]);
}
