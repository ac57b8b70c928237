import { RateLimiterMemory } from "rate-limiter-flexible";

/** Messages that a person may send in a minute; danger and buttons are never counted. */
const perPerson = 20;
/** The same for all who share a network address: one browser may call itself many people. */
const perAddress = 60;

/** Whether somebody may write now. Who is refused as a person costs their neighbours nothing. */
export function writingLimits(): (person: string, from: string | null) => Promise<boolean> {
  const people = new RateLimiterMemory({ points: perPerson, duration: 60 });
  const addresses = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const within = (limiter: RateLimiterMemory, name: string): Promise<boolean> =>
    limiter.consume(name).then(
      () => true,
      () => false,
    );
  return async (person, from) =>
    (await within(people, person)) && (from === null || (await within(addresses, from)));
}
