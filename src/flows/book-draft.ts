import type { BookDraft, SeatPlace, SeatWish } from "../domain/booking.ts";
import { isAt } from "./book-ask.ts";

export const noWish: SeatWish = { date: null, period: null, time: null };

/** A seat of which nothing was said yet. */
export const fresh: BookDraft = {
  ...{ service: null, wish: noWish, slot: null, name: null, phone: null },
  ...{ askedName: false, proxy: false, moves: null },
};

/** Where they want to come counts from now on; a time that was chosen elsewhere is looked for there. */
export function withPlace(draft: BookDraft, where: SeatPlace | null): BookDraft {
  if (where === null || JSON.stringify(where) === JSON.stringify(draft.where)) return draft;
  const { slot } = draft;
  if (slot === null || isAt(slot, where)) return { ...draft, where };
  return { ...draft, where, slot: null, wish: { date: slot.day, period: null, time: slot.at } };
}
