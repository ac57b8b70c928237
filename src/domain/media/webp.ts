import { joined, nameAt, viewOf } from "./bytes.ts";
import { isTooLarge, type Cleaned } from "./cleaned.ts";

/** What a still picture is drawn from. Source: RFC 9649. */
const drawing = new Set(["VP8X", "VP8 ", "VP8L", "ALPH"]);
const hasAlpha = 0x10;

export function isWebp(bytes: Uint8Array): boolean {
  return nameAt(bytes, 0) === "RIFF" && nameAt(bytes, 8) === "WEBP";
}

/** Only what the picture is drawn from. One that moves is not taken. */
export function cleanWebp(bytes: Uint8Array): Cleaned {
  if (bytes.length < 20) return "broken";
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return "broken";
  const kept: Uint8Array[] = [];
  let hasPixels = false;
  for (let at = 12; at + 8 <= end;) {
    const length = view.getUint32(at + 4, true);
    const name = nameAt(bytes, at);
    const next = at + 8 + length + (length % 2);
    if (next > end) return "broken";
    if (drawing.has(name)) {
      if (name === "VP8X" && kept.length > 0) return "broken";
      const size = sizeIn(name, bytes.subarray(at + 8, at + 8 + length));
      if (size === "broken") return "broken";
      if (size !== null && isTooLarge(...size)) return "too-large";
      const chunk = bytes.slice(at, next);
      if (name === "VP8X") chunk.set([chunk[8]! & hasAlpha, 0, 0, 0], 8);
      if (length % 2 === 1) chunk[chunk.length - 1] = 0;
      kept.push(chunk);
      hasPixels ||= name === "VP8 " || name === "VP8L";
    }
    if (name === "ANIM" || name === "ANMF") return "broken";
    at = next;
  }
  if (!hasPixels) return "broken";
  const body = joined([bytes.subarray(8, 12), ...kept]);
  const head = new Uint8Array(8);
  head.set(bytes.subarray(0, 4));
  viewOf(head).setUint32(4, body.length, true);
  return { mime: "image/webp", bytes: joined([head, body]) };
}

/** Width and height that a chunk declares; null = it declares none. Unit: pixels. */
function sizeIn(name: string, data: Uint8Array): [number, number] | null | "broken" {
  const view = viewOf(data);
  switch (name) {
    case "VP8X":
      if (data.length !== 10) return "broken";
      return [1 + (view.getUint32(4, true) & 0xffffff), 1 + (view.getUint32(6, true) >>> 8)];
    case "VP8 ":
      if (data.length < 10 || nameAt(data, 3, 3) !== "\x9d\x01\x2a") return "broken";
      return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
    case "VP8L": {
      if (data.length < 5 || data[0] !== 0x2f) return "broken";
      const bits = view.getUint32(1, true);
      return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
    }
    default:
      return null;
  }
}
