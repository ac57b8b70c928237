import { joined, nameAt, viewOf } from "./bytes.ts";
import { isTooLarge, type Cleaned } from "./cleaned.ts";

const [start, end, scan] = [0xd8, 0xd9, 0xda];
/** Tables and frames: what a picture is drawn from. Source: ITU-T T.81, table B.1. */
const drawing = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === start && bytes[2] === 0xff;
}

/** Only what the picture is drawn from: no place, no time, no camera, nothing behind its end. */
export function cleanJpeg(bytes: Uint8Array): Cleaned {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return "broken";
    const marker = bytes[at + 1]!;
    // Filling before a marker.
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === end) {
      if (!hasScan) return "broken";
      return { mime: "image/jpeg", bytes: joined([...kept, Uint8Array.of(0xff, end)]) };
    }
    if (at + 4 > bytes.length) return "broken";
    const length = view.getUint16(at + 2);
    const next = at + 2 + length;
    if (length < 2 || next > bytes.length) return "broken";
    const segment = bytes.subarray(at, next);
    if (isFrame(marker)) {
      if (length < 8) return "broken";
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      if (width === 0 || height === 0) return "broken";
      if (isTooLarge(width, height)) return "too-large";
      hasFrame = true;
      kept.push(segment);
    } else if (marker === scan) {
      if (!hasFrame) return "broken";
      hasScan = true;
      const after = afterScan(bytes, next);
      kept.push(bytes.subarray(at, after));
      at = after;
      continue;
    } else if (drawing.has(marker)) kept.push(segment);
    else if (marker >= 0xe0 && marker <= 0xef) kept.push(...application(segment, marker));
    else if (marker !== 0xfe) return "broken";
    at = next;
  }
  return "broken";
}

/** Where the drawn bytes end: at the next marker that is neither a restart nor an escaped 0xff. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7))
      return at;
    at++;
  }
  return bytes.length;
}

/** Of programs' own segments only the two that say how colours are meant, without a small picture. */
function application(segment: Uint8Array, marker: number): Uint8Array[] {
  if (marker === 0xe0 && segment.length >= 18 && nameAt(segment, 4, 5) === "JFIF\0") {
    const bare = segment.slice(0, 18);
    bare.set([0, 16], 2);
    bare.set([0, 0], 16);
    return [bare];
  }
  if (marker === 0xee && segment.length >= 16 && nameAt(segment, 4, 5) === "Adobe") {
    const bare = segment.slice(0, 16);
    bare.set([0, 14], 2);
    return [bare];
  }
  return [];
}
