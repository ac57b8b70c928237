import type { BookDraft, SeatWish } from "../domain/booking.ts";

export const noWish: SeatWish = { date: null, period: null, time: null };

/** A seat of which nothing was said yet. */
export const fresh: BookDraft = {
  ...{ service: null, wish: noWish, slot: null, name: null, phone: null },
  ...{ askedName: false, proxy: false, moves: null },
};
