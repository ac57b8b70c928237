import { bookingWindow, type Appointment } from "../domain/appointment.ts";
import { freeSlots, momentOf, nearest } from "../domain/free-slots.ts";
import { openingsFor, openingsFrom } from "../domain/openings.ts";
import { isQuietHour } from "../domain/seat-reminders.ts";
import { seatRulesOf } from "../domain/seat-rules.ts";
import { dateOf, hour, midnightBefore } from "../domain/station-time.ts";
import { seatClosed, seatReminder, seatReopened } from "../flows/seat-clock.ts";
import { seatById, setSeat, stillBooked, takenCells } from "../store/appointments.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { wayTo } from "../store/people.ts";
import { caseOfSeat } from "../store/seat-cases.ts";
import { closuresFrom, isSeatClosed } from "../store/seat-closures.ts";
import { dropSeatReminders, dueSeatNotices, seatNoticeDone } from "../store/seat-reminders.ts";
import { record } from "../store/trail.ts";
import type { SeatKnowledge } from "./desk-seats.ts";
import type { Round } from "./reminders.ts";
import { lookAfterWaiting } from "./seat-waiting.ts";

/** So much is said in one transaction. */
const mostAtOnce = 50;
/** The counter's day is over by then; unit: hours. */
const dayEnds = 20;
/** So long after its time a seat is given up. Unit: ms. */
const grace = hour;

/** What the clock does about seats: recalls them, moves those of closed days, hands on those given back. */
export async function lookAfterSeats(
  trx: Transaction,
  cipher: Cipher,
  knowledge: SeatKnowledge,
  round: Pick<Round, "now" | "say">,
): Promise<void> {
  await nobodyCame(trx, round.now);
  await lookAfterWaiting(trx, cipher, knowledge, round);
  if (!isQuietHour(round.now)) await sayNotices(trx, cipher, knowledge, round);
}

/** In the evening, whoever was neither seen nor cancelled did not come; where it was closed, nobody could. */
async function nobodyCame(trx: Transaction, now: number): Promise<void> {
  const today = dateOf(now);
  const isEvening = now >= midnightBefore(now) + dayEnds * hour;
  for (const seat of await stillBooked(trx, today, mostAtOnce)) {
    const isOver = seat.day < today || (isEvening && momentOf(seat) + grace <= now);
    if (!isOver) continue;
    const step = (await isSeatClosed(trx, seat)) ? "cancelled" : "no-show";
    await setSeat(trx, seat.id, step, now);
    await dropSeatReminders(trx, seat.id);
    await record(trx, [{ at: now, actor: "clock", act: step, subject: `seat ${seat.id}` }]);
  }
}

/** Each is said once; of several about one seat only the latest, and nothing of what is past. */
async function sayNotices(
  trx: Transaction,
  cipher: Cipher,
  knowledge: SeatKnowledge,
  { now, say }: Pick<Round, "now" | "say">,
): Promise<void> {
  const due = await dueSeatNotices(trx, now, mostAtOnce);
  const latest = new Map(due.map((notice) => [notice.seat, notice]));
  for (const notice of due) {
    await seatNoticeDone(trx, notice, now);
    if (latest.get(notice.seat) !== notice) continue;
    const seat = await seatById(trx, notice.seat);
    if (seat?.conversation == null || seat.status !== "booked" || momentOf(seat) <= now) continue;
    if ((await wayTo(trx, seat.conversation)).length === 0) continue;
    const service = knowledge.services?.find((one) => one.service === seat.service);
    if (!service) continue;
    if (await isSeatClosed(trx, seat))
      say(seat.conversation, seatClosed(service, seat, await othersFor(trx, knowledge, seat, now)));
    else if (notice.kind === "reopened") say(seat.conversation, seatReopened(service, seat));
    else if (notice.kind !== "closed")
      say(
        seat.conversation,
        seatReminder(service, seat, now, await caseOfSeat(trx, cipher, seat.id)),
      );
    const act = `remind ${notice.kind}`;
    await record(trx, [{ at: now, actor: "clock", act, subject: `seat ${seat.id}` }]);
  }
}

/** The three open times that are nearest to a seat that cannot be kept. */
async function othersFor(
  trx: Transaction,
  { station, calendar = [], services = [] }: SeatKnowledge,
  seat: Appointment,
  now: number,
) {
  const service = services.find((one) => one.service === seat.service)!;
  const closures = await closuresFrom(trx, dateOf(now));
  const rules = seatRulesOf(station);
  const openings = openingsFor(
    service,
    openingsFrom(rules, calendar, closures, now, bookingWindow),
  );
  const taken = await takenCells(trx, dateOf(now));
  const free = freeSlots(openings, taken, service.minutes, now);
  return nearest(free, { day: seat.day, period: null, time: seat.at });
}
