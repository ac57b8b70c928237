/** A file with nothing in it but what is seen or heard, or why it cannot be taken. */
export type Cleaned = { mime: string; bytes: Uint8Array } | "broken" | "too-large";

/** A picture larger than this fills a phone's memory when it is opened. Unit: pixels. */
const mostPixels = 50_000_000;

export function isTooLarge(width: number, height: number): boolean {
  return width * height > mostPixels;
}
