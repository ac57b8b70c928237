import { nameAt, viewOf } from "./bytes.ts";
import type { Cleaned } from "./cleaned.ts";

/** Reads a voice in one of the containers that phones record into; null = it is none of them. */
export function cleanSound(bytes: Uint8Array): Cleaned | null {
  if (nameAt(bytes, 0) === "OggS") return cleanOgg(bytes);
  if (nameAt(bytes, 0) === "\x1a\x45\xdf\xa3") return cleanWebm(bytes);
  if (nameAt(bytes, 4) === "ftyp") return cleanMp4(bytes);
  if (nameAt(bytes, 0, 5) === "#!AMR") return cleanAmr(bytes);
  return null;
}

/** Page by page, to the last whole one. Source: RFC 3533. */
function cleanOgg(bytes: Uint8Array): Cleaned {
  let at = 0;
  while (at + 27 <= bytes.length && nameAt(bytes, at) === "OggS") {
    const segments = bytes[at + 26]!;
    const data = at + 27 + segments;
    const next = bytes.subarray(at + 27, data).reduce((sum, length) => sum + length, data);
    if (bytes[at + 4] !== 0 || next > bytes.length) break;
    if (at === 0 && !/^(?:OpusHead|\x01vorbis|Speex {3})/.test(nameAt(bytes, data, 8)))
      return "broken";
    at = next;
  }
  return at === 0 ? "broken" : { mime: "audio/ogg", bytes: bytes.slice(0, at) };
}

/** A header that says "webm", and a segment behind it. Source: RFC 8794. */
function cleanWebm(bytes: Uint8Array): Cleaned {
  const size = (bytes[4] ?? 0) & 0x7f;
  const isShort = ((bytes[4] ?? 0) & 0x80) !== 0;
  // A long form of a short number: eight bytes, of which the last counts.
  const isLong = bytes[4] === 1 && bytes.subarray(5, 11).every((byte) => byte === 0);
  if (!isShort && !isLong) return "broken";
  const header = isShort ? 5 : 12;
  const end = header + (isShort ? size : (bytes[11] ?? 0));
  const isWebm = nameAt(bytes, header, end - header).includes("webm");
  if (!isWebm || nameAt(bytes, end) !== "\x18\x53\x80\x67" || bytes.length < end + 16)
    return "broken";
  return { mime: "audio/webm", bytes: bytes.slice() };
}

/** Boxes that hold others on the way to what is played. Source: ISO/IEC 14496-12. */
const holders = new Set(["moov", "trak", "mdia", "minf"]);
/** Boxes in which phones write where and by whom. */
const telling = new Set(["udta", "meta", "uuid"]);

function cleanMp4(given: Uint8Array): Cleaned {
  const bytes = given.slice();
  const seen = new Set<string>();
  const isWhole = walkBoxes(bytes, 0, bytes.length, seen, 0);
  if (!isWhole || !seen.has("moov") || !seen.has("mdat") || !seen.has("smhd")) return "broken";
  // Something that moves is no voice.
  if (seen.has("vmhd")) return "broken";
  return { mime: "audio/mp4", bytes };
}

/** Blanks what tells of the person, in place: nothing else moves. False: a box is longer than the file. */
function walkBoxes(
  bytes: Uint8Array,
  from: number,
  to: number,
  seen: Set<string>,
  depth: number,
): boolean {
  const view = viewOf(bytes);
  let at = from;
  while (at + 8 <= to) {
    const length = view.getUint32(at);
    const next = length === 0 && depth === 0 ? to : at + length;
    if (next < at + 8 || next > to) return false;
    const name = nameAt(bytes, at + 4);
    seen.add(name);
    if (telling.has(name)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], at + 4);
      bytes.fill(0, at + 8, next);
    }
    if (holders.has(name) && !walkBoxes(bytes, at + 8, next, seen, depth + 1)) return false;
    at = next;
  }
  return at === to;
}

/** Length of a frame by its mode, with its first byte. Unit: bytes; 0 = no such mode. Source: RFC 4867. */
const narrow = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const wide = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];

function cleanAmr(bytes: Uint8Array): Cleaned {
  const isWide = nameAt(bytes, 0, 9) === "#!AMR-WB\n";
  if (!isWide && nameAt(bytes, 0, 6) !== "#!AMR\n") return "broken";
  const head = isWide ? 9 : 6;
  const lengths = isWide ? wide : narrow;
  let at = head;
  while (at < bytes.length) {
    const length = lengths[(bytes[at]! >> 3) & 15]!;
    if (length === 0 || at + length > bytes.length) break;
    at += length;
  }
  if (at === head) return "broken";
  return { mime: isWide ? "audio/amr-wb" : "audio/amr", bytes: bytes.slice(0, at) };
}
