import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifierOf } from "../../src/answering/classifier.ts";
import type { Example } from "../../src/answering/classifier.ts";

const terms = fc.uniqueArray(fc.integer({ min: 0x10000, max: 0x10040 }), {
  minLength: 1,
  maxLength: 8,
});
const weighted = terms.map((list) => new Map(list.map((term) => [term, 1])));
const labels = 4;
const examples: fc.Arbitrary<Example[]> = fc.array(
  fc.record({ terms: weighted, label: fc.nat(labels - 1) }),
  { maxLength: 30 },
);

describe("a classifier", () => {
  test("gives chances that make one", () => {
    fc.assert(
      fc.property(examples, weighted, (learnt, asked) => {
        const chances = classifierOf(learnt, labels)(asked);
        expect(chances).toHaveLength(labels);
        for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
        expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 4);
      }),
    );
  });

  test("learns what only one label says", () => {
    const say = (term: number, label: number): Example => ({ terms: new Map([[term, 1]]), label });
    const learnt = [0, 1, 2, 3].flatMap((label) =>
      Array.from({ length: 6 }, () => say(0x20000 + label, label)),
    );
    const classify = classifierOf(learnt, labels);
    for (const label of [0, 1, 2, 3]) {
      const chances = [...classify(new Map([[0x20000 + label, 1]]))];
      expect(chances.indexOf(Math.max(...chances))).toBe(label);
    }
  });

  test("is no surer of one label than of another by what it never saw", () => {
    fc.assert(
      fc.property(examples, (learnt) => {
        const [first = 0, ...others] = classifierOf(learnt, labels)(new Map([[0x30000, 1]]));
        for (const other of others) expect(other).toBeCloseTo(first, 5);
      }),
    );
  });

  test("learns the same from the same", () => {
    fc.assert(
      fc.property(examples, weighted, (learnt, asked) => {
        const once = [...classifierOf(learnt, labels)(asked)];
        expect([...classifierOf(learnt, labels)(asked)]).toEqual(once);
      }),
    );
  });
});
