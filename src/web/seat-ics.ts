import { momentOf } from "../domain/free-slots.ts";
import type { OwnSeat } from "../domain/seat-desk.ts";
import { icsTexts } from "../texts/zh-cn/seat-ics.ts";

/** A line of the file is no longer than this (RFC 5545, 3.1). Unit: bytes. */
const longestLine = 75;

/** One seat as a file for a calendar (RFC 5545): times in UTC, lines folded, CRLF. */
export function icsOf(seat: OwnSeat, station: string, now: number): string {
  const begins = momentOf(seat);
  return [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sanwu//seats//ZH", "BEGIN:VEVENT"],
    `UID:${seat.id}@sanwu`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(begins)}`,
    `DTEND:${utc(begins + seat.minutes * 60_000)}`,
    `SUMMARY:${escaped(icsTexts.summary(seat.service, seat.number))}`,
    `LOCATION:${escaped(icsTexts.place(station, seat.place))}`,
    `DESCRIPTION:${escaped(icsTexts.papers(seat.papers))}`,
    ...["END:VEVENT", "END:VCALENDAR"],
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

/** 20261126T013000Z */
function utc(at: number): string {
  return `${new Date(at).toISOString().replace(/[-:]/gu, "").slice(0, 15)}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, "\\$&").replaceAll("\n", "\\n");
}

/** Cut between characters, never inside one; what goes on begins with a space. */
function folded(line: string): string {
  const parts = [""];
  let bytes = 0;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (bytes + size > longestLine) {
      parts.push(" ");
      bytes = 1;
    }
    parts[parts.length - 1] += char;
    bytes += size;
  }
  return parts.join("\r\n");
}
