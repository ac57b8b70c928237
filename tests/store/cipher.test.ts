import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cipherWith } from "../../src/store/cipher.ts";

const key = Buffer.alloc(32, 1);
const cipher = cipherWith(key);
const words = fc.string({ unit: "grapheme", maxLength: 200 });
const place = fc.string({ minLength: 1, maxLength: 40 });

describe("sealed words", () => {
  it("open where they were sealed, and only say what was said", () => {
    fc.assert(
      fc.property(words, place, (text, at) => {
        expect(cipher.open(cipher.seal(text, at), at)).toBe(text);
      }),
    );
  });

  it("look different every time", () => {
    expect(cipher.seal("您好", "a")).not.toBe(cipher.seal("您好", "a"));
  });

  it("open nowhere else", () => {
    fc.assert(
      fc.property(words, place, place, (text, here, there) => {
        fc.pre(here !== there);
        expect(() => cipher.open(cipher.seal(text, here), there)).toThrow();
      }),
    );
  });

  it("do not open when a byte was changed or cut off", () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, where, by) => {
        const [name, body] = cipher.seal(text, "a").split(".");
        const bytes = Buffer.from(body!, "base64url");
        const changed = Buffer.from(bytes);
        changed[where % bytes.length]! ^= by;
        for (const wrong of [changed, bytes.subarray(0, where % bytes.length)])
          expect(() => cipher.open(`${name}.${wrong.toString("base64url")}`, "a")).toThrow();
      }),
    );
  });

  it("do not open with another key, and the error names both keys but no words", () => {
    const other = cipherWith(Buffer.alloc(32, 2));
    const sealed = cipher.seal("赵铁柱", "inbox.body.1");
    expect(() => other.open(sealed, "inbox.body.1")).toThrow(
      /inbox\.body\.1: sealed with another key/,
    );
    expect(() => other.open(sealed, "inbox.body.1")).not.toThrow(/赵铁柱/);
  });

  it.each(["", ".", "nonsense", "plain words", "12345678."])("are not “%s”", (text) => {
    expect(() => cipher.open(text, "a")).toThrow();
  });

  it("need a key of 32 bytes", () => {
    for (const size of [0, 16, 31, 33])
      expect(() => cipherWith(Buffer.alloc(size))).toThrow(/32 bytes/);
  });
});

describe("blind names", () => {
  it("are equal for equal values in equal places only", () => {
    fc.assert(
      fc.property(words, words, place, place, (a, b, here, there) => {
        expect(cipher.blind(a, here)).toBe(cipher.blind(a, here));
        if (a !== b) expect(cipher.blind(a, here)).not.toBe(cipher.blind(b, here));
        if (here !== there) expect(cipher.blind(a, here)).not.toBe(cipher.blind(a, there));
      }),
    );
  });

  it("differ by key, and do not hold the value", () => {
    expect(cipher.blind("12345678901", "a")).not.toBe(
      cipherWith(Buffer.alloc(32, 2)).blind("12345678901", "a"),
    );
    expect(cipher.blind("12345678901", "a")).not.toContain("12345678901");
  });
});
