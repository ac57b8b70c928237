import type { Clock } from "../domain/ports.ts";

/** Remembers, in memory alone, what has been said past the store. */
export interface Told {
  /** True the first time for this name; false until `forMs` later (for ever, if left out). */
  first(name: string, forMs?: number): boolean;
  has(name: string): boolean;
  /** It was not said after all. */
  forget(name: string): void;
}

/** @param most older names are forgotten beyond so many */
export function toldMemory(clock: Clock, most = 10_000): Told {
  const until = new Map<string, number>();
  const has = (name: string) => (until.get(name) ?? 0) > clock.now();
  return {
    has,
    forget: (name) => void until.delete(name),
    first(name, forMs = Infinity) {
      if (has(name)) return false;
      until.delete(name);
      until.set(name, clock.now() + forMs);
      if (until.size > most) until.delete(until.keys().next().value!);
      return true;
    },
  };
}
