import { joined, nameAt, viewOf } from "./bytes.ts";
import { isTooLarge, type Cleaned } from "./cleaned.ts";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a picture is drawn from. Source: PNG (third edition), chapter 11. */
const drawing = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "sRGB", "cHRM", "pHYs"]);

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Only what the picture is drawn from: no words, no place, nothing behind its end. */
export function cleanPng(bytes: Uint8Array): Cleaned {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, signature.length)];
  let hasPixels = false;
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const next = at + 12 + length;
    if (next > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return "broken";
    const isFirst = kept.length === 1;
    if ((name === "IHDR") !== isFirst) return "broken";
    if (isFirst) {
      if (length !== 13) return "broken";
      const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      if (width === 0 || height === 0) return "broken";
      if (isTooLarge(width, height)) return "too-large";
    }
    if (drawing.has(name)) kept.push(bytes.subarray(at, next));
    // A capital first letter: nobody can draw it without knowing what this is.
    else if (/^[A-Z]/.test(name)) return "broken";
    if (name === "IDAT") hasPixels = true;
    if (name === "IEND") return hasPixels ? { mime: "image/png", bytes: joined(kept) } : "broken";
    at = next;
  }
  return "broken";
}
