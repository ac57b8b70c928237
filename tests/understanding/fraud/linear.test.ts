import { describe, expect, it } from "vitest";
import { hinge } from "../../../bench/hinge.ts";
import { keepLinear, scorerFrom } from "../../../src/understanding/fraud/linear.ts";

const taught = (text: string, target: number) => ({
  features: [...text],
  targets: [target],
  weight: 1,
});
const items = [
  ...["先垫钱", "垫钱返", "返钱先垫"].map((text) => taught(text, 1)),
  ...["还钱给他", "给他饭钱", "还饭钱"].map((text) => taught(text, -1)),
];
const kept = keepLinear(hinge(items, 1));

describe("a straight line between two kinds of messages", () => {
  const { scores, pull } = scorerFrom(kept, 1, "remedy");

  it("keeps apart what it was learnt from", () => {
    for (const { features, targets } of items)
      expect(Math.sign(scores(features)[0]!)).toBe(targets[0]);
  });

  it("says which feature speaks for what, and nothing of one that it does not know", () => {
    expect(pull("垫", 0)).toBeGreaterThan(0);
    expect(pull("饭", 0)).toBeLessThan(0);
    expect(pull("雪", 0)).toBe(0);
  });

  it("is the same each time", () => {
    expect(keepLinear(hinge(items, 1))).toEqual(kept);
  });

  it("is refused with the remedy where it was made for other columns", () => {
    expect(() => scorerFrom(kept, 2, "remedy")).toThrow("remedy");
  });
});
