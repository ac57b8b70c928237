import { Secret } from "otpauth";
import { expect, it } from "vitest";
import { addressOf, newSecret, stepOf } from "../../src/app/totp.ts";

/** Of RFC 6238, appendix B, the last six digits. Unit of time: s. */
const known = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
] as const;
const secret = Secret.fromUTF8("12345678901234567890").base32;

it.each(known)("at %i s the code is that of the standard, %s", (time, code) => {
  const step = Math.floor(time / 30);
  expect(stepOf(secret, code, time * 1000)).toBe(step);
  // A phone's clock may be one period off, and no more.
  expect(stepOf(secret, code, (time + 30) * 1000)).toBe(step);
  expect(stepOf(secret, code, (time - 30) * 1000)).toBe(step);
  expect(stepOf(secret, code, (time + 60) * 1000)).toBeNull();
  if (time > 60) expect(stepOf(secret, code, (time - 60) * 1000)).toBeNull();
});

it.each(["", "28708", "2870820", "28708a", "２８７０８２", " 287082", "287082\n"])(
  "takes nothing but six digits: %j",
  (code) => expect(stepOf(secret, code, 59_000)).toBeNull(),
);

it("makes secrets of 160 bits, and an address that authenticators read", () => {
  const made = new Set(Array.from({ length: 100 }, newSecret));
  expect(made.size).toBe(100);
  for (const one of made) expect(one).toMatch(/^[A-Z2-7]{32}$/);
  const address = new URL(addressOf(secret, { station: "三务通", name: "张强" }));
  expect(address.protocol).toBe("otpauth:");
  expect(decodeURIComponent(address.pathname)).toContain("三务通:张强");
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    ...{ secret, issuer: "三务通", algorithm: "SHA1", digits: "6", period: "30" },
  });
});
