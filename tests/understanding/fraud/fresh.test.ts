import { expect, it } from "vitest";
import kept from "../../../knowledge/models/fraud.json" with { type: "json" };
import { flagFinder } from "../../../src/understanding/fraud/flags.ts";
import { fingerprintOf, intentsPrint, ownLines, redFlags } from "../../../bench/fraud-lines.ts";

it("was learnt from the examples and red flags as they are now: else `npm run train:fraud`", () => {
  const { words, flags } = redFlags();
  expect(kept.flags).toEqual({
    words,
    flags: flags.map(({ fires: _fires, silent: _silent, ...flag }) => flag),
  });
  expect(kept.fingerprint).toBe(fingerprintOf(ownLines(), flagFinder(kept.flags as never)));
});

it("was learnt beside the intents as they are now: after `npm run train:intent` comes `npm run train:fraud`", () => {
  expect(kept.intents).toBe(intentsPrint());
});
