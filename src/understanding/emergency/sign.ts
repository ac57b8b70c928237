import type { Hotline } from "../../domain/hotlines.ts";
import type { EmergencyClass } from "../../domain/sets.ts";
import { compiled } from "./words.ts";

/** Numbers to call, most important first. */
export type Hotlines = [Hotline, ...Hotline[]];

/**
 * A way to tell of a danger.
 * weight 3: clear by itself; 2: likely; 1: only beside another sign, a plea or "now".
 */
export interface Sign {
  class: EmergencyClass;
  weight: 1 | 2 | 3;
  pattern: RegExp;
  hotlines: Hotlines;
  /** Oblique distress: the card asks. */
  unclear: boolean;
  /** Somebody is hurt: what did it says more about the danger. */
  consequence: boolean;
}

/** Signs of one class with the same numbers, by weight. Patterns as in words.ts, one a line. */
export function signs(
  of: EmergencyClass,
  hotlines: Hotlines,
  byWeight: { clear?: string; likely?: string; hint?: string; unclear?: string },
  consequence = false,
): Sign[] {
  const made = (lines: string | undefined, weight: 1 | 2 | 3, unclear = false): Sign[] =>
    (lines ?? "")
      .split(/\s*\n\s*/)
      .filter((line) => line !== "")
      .map((line) => ({
        class: of,
        weight,
        pattern: compiled(line),
        hotlines,
        unclear,
        consequence,
      }));
  return [
    ...made(byWeight.clear, 3),
    ...made(byWeight.likely, 2),
    ...made(byWeight.hint, 1),
    ...made(byWeight.unclear, 2, true),
  ];
}
