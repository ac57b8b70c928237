import { RateLimiterMemory } from "rate-limiter-flexible";
import type { MayWrite } from "../domain/ports.ts";

/** Messages that a person may send in a minute; danger and buttons are never counted. */
const perPerson = 20;
/** The same for all who share a network address: one browser may call itself many people. */
const perAddress = 60;
/** Unit: ms. */
const minute = 60_000;

/**
 * Whether somebody may write now. What waited through an outage counts for the minute in which it was
 * written. Who is refused as a person costs their neighbours nothing.
 */
export function writingLimits(): MayWrite {
  const people = new RateLimiterMemory({ points: perPerson, duration: 60 });
  const addresses = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const within = (limiter: RateLimiterMemory, name: string): Promise<boolean> =>
    limiter.consume(name).then(
      () => true,
      () => false,
    );
  return async (person, from, written) =>
    (await within(people, `${person} ${Math.floor(written / minute)}`)) &&
    (from === null || (await within(addresses, from)));
}
