import type { WebEvent } from "../domain/ports.ts";

/**
 * How far a message of the villager's got: stored on the phone, on its way, taken by the station,
 * or never to be taken.
 */
export type Mark = "waiting" | "sending" | "sent" | "refused";
export type Marks = Readonly<Record<string, Mark>>;

/**
 * Puts one event into the lines of a page: a known id takes the place of its earlier self, a
 * bubble that replaces another takes its place, everything else comes last, but before what still
 * waits on the phone. Runs in old browsers too: no newer array methods here.
 */
export function withEvent(
  lines: readonly WebEvent[],
  event: WebEvent,
  marks: Marks = {},
): WebEvent[] {
  const replaces = event.type === "bubble" ? event.replaces : null;
  let place = indexOf(lines, event.type, event.id);
  if (place < 0 && replaces !== null) place = indexOf(lines, "bubble", replaces);
  if (place >= 0) return [...lines.slice(0, place), event, ...lines.slice(place + 1)];
  let end = lines.length;
  while (end > 0 && marks[lines[end - 1]!.id] === "waiting") end--;
  return [...lines.slice(0, end), event, ...lines.slice(end)];
}

/** The lines that these events leave on a page. */
export function linesOf(events: readonly WebEvent[]): WebEvent[] {
  return events.reduce<WebEvent[]>((lines, event) => withEvent(lines, event), []);
}

/** After which event the page wants the next ones: held bubbles (seq below 0) do not count. */
export function cursorOf(events: readonly WebEvent[]): number {
  return events.reduce((last, { seq }) => Math.max(last, seq), 0);
}

function indexOf(lines: readonly WebEvent[], type: WebEvent["type"], id: string): number {
  return lines.findIndex((line) => line.type === type && line.id === id);
}
