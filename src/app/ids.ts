import { randomInt } from "node:crypto";
import type { Ids } from "../domain/ports.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ids of 26 characters: ten of time, sixteen of chance. Ids made by one process sort in the order
 * of making, also within one millisecond and when the clock steps back.
 * @param chance bytes that nobody can guess
 */
export function idsFrom(now: () => number, chance: (bytes: number) => Uint8Array): Ids {
  let time = 0;
  let tail = 0n;
  return {
    next() {
      const at = now();
      if (at > time) {
        time = at;
        // The top bit stays free, so that counting up within a millisecond never overflows.
        tail = chance(10).reduce((n, byte) => (n << 8n) | BigInt(byte), 0n) & ((1n << 79n) - 1n);
      } else tail += 1n;
      return digits(BigInt(time), 10) + digits(tail, 16);
    },
  };
}

const letters = "abcdefghijklmnopqrstuvwxyz";
/** 28 letters say more than 128 bits; a run of digits would be masked like an account number. */
const codeLength = 28;

/** A matter's number that nobody can guess. */
export function newNumber(): string {
  return String(randomInt(100_000, 1_000_000));
}

/** A one-time code that nobody can guess: an invitation, a link to the desk. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join("");
}

function digits(n: bigint, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) {
    text = alphabet[Number(n & 31n)]! + text;
    n >>= 5n;
  }
  return text;
}
