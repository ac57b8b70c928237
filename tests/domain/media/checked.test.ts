import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkedFile } from "../../../src/domain/media/checked.ts";
import { largestFile } from "../../../src/domain/media/limits.ts";
import * as samples from "../../support/media-samples.ts";

const { jpeg, png, webp, webm, secret } = samples;
const good = {
  jpeg: [jpeg, "photo", "image/jpeg"],
  png: [png, "photo", "image/png"],
  webp: [webp, "photo", "image/webp"],
  webm: [webm, "voice", "audio/webm"],
  ogg: [samples.ogg(), "voice", "audio/ogg"],
  amr: [samples.amr(), "voice", "audio/amr"],
  m4a: [samples.m4a(), "voice", "audio/mp4"],
} as const;
const ascii = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const cleaned = (bytes: Uint8Array): Uint8Array => {
  const checked = checkedFile(bytes);
  if (!checked.ok) throw new Error(checked.why);
  return checked.bytes;
};

describe("a file that somebody sends", () => {
  it.each(Object.entries(good))("%s is taken, whatever its name", (_, [bytes, kind, mime]) => {
    expect(checkedFile(bytes)).toMatchObject({ ok: true, kind, mime });
  });

  it.each([
    ["a jpeg", samples.jpegOfPhone()],
    ["a png", samples.pngOfPhone()],
    ["a webp", samples.webpOfPhone()],
    ["a voice memo", samples.m4a()],
  ])("%s of a phone tells no more where it was made", (_, bytes) => {
    expect(text(bytes)).toContain(secret);
    expect(text(cleaned(bytes))).not.toContain("GPS");
    expect(text(cleaned(bytes))).not.toMatch(/Exif|EXIF|eXIf|tEXt|MPF/);
  });

  it("keeps of a jpeg all that it is drawn from", () => {
    const scan = text(jpeg).slice(text(jpeg).indexOf("\xff\xda"));
    expect(text(cleaned(samples.jpegOfPhone()))).toContain(scan);
    expect(cleaned(samples.jpegOfPhone())).toEqual(cleaned(jpeg));
    expect(cleaned(samples.pngOfPhone())).toEqual(cleaned(png));
    expect(cleaned(samples.webpOfPhone())).toEqual(cleaned(webp));
  });

  it.each([
    ["nothing", new Uint8Array(0), "empty"],
    ["six megabytes", new Uint8Array(6 * 1024 * 1024), "too-big"],
    ["a page of HTML", ascii("<html><script>alert(1)</script></html>"), "unknown"],
    ["a drawing with a script", ascii("<svg onload=alert(1)></svg>"), "unknown"],
    ["a zip file", ascii("PK\x03\x04aaaaaaaaaaaaaaaaaaaa"), "unknown"],
    ["a program", ascii("MZ\x90\0aaaaaaaaaaaaaaaaaaaaaaaaa"), "unknown"],
    ["a gif", ascii("GIF89a\x01\0\x01\0\0\0\0;"), "unknown"],
    ["HTML behind a jpeg's first bytes", ascii("\xff\xd8\xff<script>"), "broken"],
    ["a jpeg cut short", jpeg.subarray(0, jpeg.length - 20), "broken"],
    ["a png cut short", png.subarray(0, 60), "broken"],
    ["a webp cut short", webp.subarray(0, 100), "broken"],
    ["a billion pixels", samples.bombPng(), "too-large"],
    ["a film", samples.m4a("vmhd"), "broken"],
    ["an AMR without a frame", ascii("#!AMR\n"), "broken"],
  ])("%s is not taken", (_, bytes, why) => {
    expect(checkedFile(bytes)).toEqual({ ok: false, why });
  });

  it("says nothing of what hangs on its end", () => {
    const polyglot = Buffer.concat([jpeg, Buffer.from("PK\x03\x04<script>alert(1)</script>")]);
    expect(text(cleaned(polyglot))).not.toMatch(/PK|script/);
  });
});

const mutated = fc
  .record({
    of: fc.constantFrom(
      ...Object.values(good).map(([bytes]) => bytes),
      samples.jpegOfPhone(),
      samples.pngOfPhone(),
      samples.webpOfPhone(),
    ),
    at: fc.array(fc.tuple(fc.nat(1_200), fc.nat(255)), { maxLength: 8 }),
    cut: fc.nat(1_500),
  })
  .map(({ of, at, cut }) => {
    const bytes = of.slice();
    for (const [place, byte] of at) if (place < bytes.length) bytes[place] = byte;
    return cut < bytes.length && cut > 400 ? bytes.slice(0, cut) : bytes;
  });

describe("checking, as a law", () => {
  it("never throws, and what it gives back is taken again unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), mutated), (bytes) => {
        const checked = checkedFile(bytes);
        if (!checked.ok) return;
        expect(checked.bytes.length).toBeLessThanOrEqual(largestFile);
        const again = checkedFile(checked.bytes);
        expect(again).toEqual(checked);
      }),
      { numRuns: 3_000 },
    );
  });

  it("no place survives, wherever in a picture's head it stands", () => {
    const marker = fc.constantFrom(0xe1, 0xe2, 0xe5, 0xed, 0xef, 0xfe);
    fc.assert(
      fc.property(
        fc.array(marker, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (markers, late) => {
          const segments = markers.map((byte) => {
            const head = Buffer.from([0xff, byte, 0, 0]);
            head.writeUInt16BE(secret.length + 2, 2);
            return Buffer.concat([head, Buffer.from(secret)]);
          });
          const at = late ? text(jpeg).indexOf("\xff\xda") : 2;
          const whole = Buffer.concat([jpeg.subarray(0, at), ...segments, jpeg.subarray(at)]);
          expect(text(cleaned(whole))).not.toContain("GPS");
          expect(cleaned(whole)).toEqual(cleaned(jpeg));
        },
      ),
      { numRuns: 200 },
    );
  });
});
