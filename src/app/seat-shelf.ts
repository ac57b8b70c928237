import type { SeatShelf } from "../domain/seat-desk.ts";
import { seatsOf } from "../store/appointments.ts";
import { conversationOf } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import type { SeatKnowledge } from "./desk-seats.ts";

/** Villagers' own seats, for their page. */
export function seatShelf({ db, cipher }: Store, knowledge: SeatKnowledge): SeatShelf {
  return {
    mine: (chat) =>
      db.transaction(async (trx) => {
        const conversation = await conversationOf(trx, cipher, "web", chat);
        const seats = conversation === null ? [] : await seatsOf(trx, conversation);
        return seats.flatMap(({ id, service, day, at, place, number }) => {
          const bookable = knowledge.services?.find((one) => one.service === service);
          if (!bookable) return [];
          const papers = bookable.papers.map(({ what, when }) =>
            when === undefined ? what : `${when}，${what}`,
          );
          const { minutes, name } = bookable;
          return [{ id, day, at, place, number, minutes, papers, service: name }];
        });
      }),
  };
}
