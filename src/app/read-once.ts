import type { Reading } from "../domain/reading.ts";
import { read } from "../understanding/read.ts";

/** Messages on their way between being stored and being answered are never more than this. */
const mostKept = 256;
const kept = new Map<string, Reading>();

/**
 * `read`, for words that are read twice: for danger before they are stored, for their meaning in
 * their turn. Reading is the dearest thing that a message costs us.
 */
export function readOnce(text: string): Reading {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const reading = read(text);
  kept.set(text, reading);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return reading;
}
