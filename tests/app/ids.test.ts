import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inBatches } from "../../src/app/batch.ts";
import { idsFrom } from "../../src/app/ids.ts";
import { toldMemory } from "../../src/app/told.ts";

describe("ids", () => {
  it("sort in the order of making, also within a millisecond and when the clock steps back", () => {
    const clock = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 1, maxLength: 50 });
    const chance = fc.constantFrom(0, 127, 255);
    fc.assert(
      fc.property(clock, chance, (times, byte) => {
        let i = 0;
        const ids = idsFrom(
          () => times[i++ % times.length]!,
          (bytes) => new Uint8Array(bytes).fill(byte),
        );
        const made = Array.from({ length: 100 }, () => ids.next());
        expect(made).toEqual(made.toSorted());
        expect(new Set(made).size).toBe(100);
        for (const id of made) expect(id).toMatch(/^[0-9a-z]{26}$/);
      }),
    );
  });
});

describe("batches", () => {
  it("take what waits together, never more than allowed, and answer each its own", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 8 }),
        async (items, most) => {
          const sizes: number[] = [];
          const batches = inBatches<number, string>(most, (batch) => {
            sizes.push(batch.length);
            return Promise.resolve(batch.map(String));
          });
          const results = await Promise.all(items.map((item) => batches.add(item)));
          expect(results).toEqual(items.map(String));
          expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(most);
          await batches.idle();
        },
      ),
    );
  });

  it("fail together, and the next one goes on", async () => {
    let fails = true;
    const batches = inBatches<number, number>(9, (batch) =>
      fails ? Promise.reject(new Error("no")) : Promise.resolve(batch),
    );
    const ends = await Promise.allSettled([1, 2].map((item) => batches.add(item)));
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    fails = false;
    expect(await batches.add(3)).toBe(3);
  });
});

describe("what was told", () => {
  it("is said the first time, and again when its time is over", () => {
    let now = 0;
    const told = toldMemory({ now: () => now });
    expect([told.first("a", 100), told.first("a", 100), told.has("a")]).toEqual([
      true,
      false,
      true,
    ]);
    now = 100;
    expect([told.has("a"), told.first("a"), told.first("a")]).toEqual([false, true, false]);
    now = 1e12;
    expect(told.has("a")).toBe(true);
  });

  it("does not grow without end: the oldest is forgotten", () => {
    const told = toldMemory({ now: () => 0 }, 3);
    for (const name of ["a", "b", "c", "d"]) told.first(name);
    expect(["a", "b", "c", "d"].map((name) => told.has(name))).toEqual([false, true, true, true]);
  });
});
