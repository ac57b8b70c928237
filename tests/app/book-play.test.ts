import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { bookDeeds } from "../support/book-deeds.ts";
import { playBookings } from "../support/book-play.ts";
import { openBookStore } from "../support/book-station.ts";
import { seatKnowledge, seatStation } from "../support/seat-knowledge.ts";

const knowledge = seatKnowledge({ ...seatStation, seats: { counters: 1, hours: [] } });

it("seats, whatever people do: nobody has another's, nothing is taken without 确定, what was promised is stored", async () => {
  const store = await openBookStore();
  onTestFinished(() => store.close());
  await fc.assert(
    fc.asyncProperty(bookDeeds(24), async (deeds) => {
      const { wrong } = await playBookings(knowledge, store, deeds);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 240_000);
