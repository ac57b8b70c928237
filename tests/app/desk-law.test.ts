import fc from "fast-check";
import { it } from "vitest";
import { deeds } from "../support/desk-play.ts";
import { deskLaw } from "../support/desk-law.ts";
import { openWorld } from "../support/world.ts";

it("words between villager and officer reach the other one, and nobody else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 10, maxLength: 60 }), async (days) => {
      const world = await openWorld();
      const law = await deskLaw(world);
      for (const together of days) await law.holdsAfter(together);
      await law.holdsAtLast();
      await world.app.stop();
    }),
    { numRuns: 40 },
  );
}, 120_000);
