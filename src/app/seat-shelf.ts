import { linesIn } from "../domain/cases.ts";
import type { OwnSeat, SeatShelf } from "../domain/seat-desk.ts";
import { seatsOf } from "../store/appointments.ts";
import { caseOfSeat } from "../store/seat-cases.ts";
import { conversationOf } from "../store/people.ts";
import { paperWords } from "../texts/zh-cn/seat-clock.ts";
import type { Store } from "../store/store.ts";
import type { SeatKnowledge } from "./desk-seats.ts";

/** Villagers' own seats, for their page. */
export function seatShelf({ db, cipher }: Store, knowledge: SeatKnowledge): SeatShelf {
  return {
    mine: (chat) =>
      db.transaction(async (trx) => {
        const conversation = await conversationOf(trx, cipher, "web", chat);
        const seats = conversation === null ? [] : await seatsOf(trx, conversation);
        const own: OwnSeat[] = [];
        for (const { id, service, day, at, place, number } of seats) {
          const bookable = knowledge.services?.find((one) => one.service === service);
          if (!bookable) continue;
          const known = await caseOfSeat(trx, cipher, id);
          const papers = paperWords(linesIn(bookable.papers, bookable, known));
          const { minutes, name } = bookable;
          own.push({ id, day, at, place, number, minutes, papers, service: name });
        }
        return own;
      }),
  };
}
