import { createHash } from "node:crypto";

/** The part that nobody looks at while tuning: every fourth line by its hash. */
export function isBlind(text: string): boolean {
  return createHash("sha256").update(text).digest()[0]! % 4 === 0;
}
