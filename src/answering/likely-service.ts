import type { Found } from "../domain/ports.ts";
import type { Service } from "../domain/sets.ts";

/** Entries that speak for a service must be so sure together. Set on lines that name no service. */
const enough = 0.7;

/** The service that the found entries are about, all of them weighed; null where they name none surely. */
export function likelyService(found: readonly Found[]): Service | null {
  const sums = new Map<Service, number>();
  for (const { entry, confidence } of found)
    if (entry.service !== null)
      sums.set(entry.service, (sums.get(entry.service) ?? 0) + confidence);
  const [first] = [...sums].sort(([, one], [, other]) => other - one);
  return first !== undefined && first[1] >= enough ? first[0] : null;
}
