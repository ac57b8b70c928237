import type { Appointment, FreeSlot } from "../domain/appointment.ts";
import type { Bookable } from "../domain/bookable.ts";
import { linesIn, type Case } from "../domain/cases.ts";
import type { BookAction } from "../domain/booking.ts";
import { momentOf, timeAt } from "../domain/free-slots.ts";
import type { Choice, Reply } from "../domain/message.ts";
import { day, midnightBefore } from "../domain/station-time.ts";
import { bookTexts } from "../texts/zh-cn/book.ts";
import { seatClockTexts as texts } from "../texts/zh-cn/seat-clock.ts";

function said(text: string, choices: Choice[] = []): Reply {
  return { kind: "notice", text, choices, calls: [], answers: [] };
}

const press = (label: string, action: BookAction): Choice => ({ label, action });

const cannotCome = ({ id }: Appointment): Choice =>
  press(texts.cannotCome, { act: "book", do: "cancel", seat: id });

/** The evening before, and two hours before. */
export function seatReminder(
  service: Bookable,
  seat: Appointment,
  now: number,
  known: Case = { told: {}, proxy: false },
): Reply {
  const midnight = momentOf({ day: seat.day, at: "00:00" });
  const days = Math.round((midnight - midnightBefore(now)) / day);
  const papers = linesIn(service.papers, service, known);
  return said(texts.reminder(service, seat, days, papers), [cannotCome(seat)]);
}

/** Their half day was closed: other times, each for a tap. */
export function seatClosed(
  service: Bookable,
  seat: Appointment,
  others: readonly FreeSlot[],
): Reply {
  const { id } = seat;
  return said(texts.closed(service.name, seat, others.length > 0), [
    ...others.map(({ day: on, at, place }) =>
      press(bookTexts.label({ day: on, at, place }), {
        ...{ act: "book", do: "move-to", seat: id },
        slot: { day: on, at, place },
      }),
    ),
    ...(others.length > 0 ? [press(texts.otherTime, { act: "book", do: "move", seat: id })] : []),
    cannotCome(seat),
  ]);
}

export function seatReopened(service: Bookable, seat: Appointment): Reply {
  return said(texts.reopened(service.name, seat), [cannotCome(seat)]);
}

/** A seat is held for whoever is first in line. */
export function seatOffer(
  service: Bookable,
  seat: Appointment,
  waiting: string,
  until: number,
): Reply {
  const clock = timeAt(Math.floor((until - midnightBefore(until)) / 60_000));
  return said(texts.offer(service.name, seat, clock), [
    press(texts.take, { act: "book", do: "offer", waiting, take: true }),
    press(texts.leave, { act: "book", do: "offer", waiting, take: false }),
  ]);
}

export const offerExpired = (seat: Appointment): Reply => said(texts.expired(seat));
export const waitedInVain = (on: string): Reply => said(texts.inVain(on));

/** What came of an answer to an offer. */
export function offerReply(
  answered: { is: "taken"; appointment: Appointment } | { is: "left" | "gone" | "has-one" },
  service: string,
): Reply {
  switch (answered.is) {
    case "taken":
      return said(texts.taken(service, answered.appointment));
    case "left":
      return said(texts.left);
    case "gone":
      return said(texts.gone);
    case "has-one":
      return said(texts.hasOne);
    default:
      return answered satisfies never;
  }
}
