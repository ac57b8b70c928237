import type { Watch } from "../domain/flow.ts";
import type { Staff } from "../domain/people.ts";
import { may } from "../domain/rights.ts";
import { nextDuty, onDuty } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";
import { everybody } from "../store/people.ts";
import type { Transaction } from "../store/connection.ts";
import type { Store } from "../store/store.ts";

/** Those who work here, and who of them could answer now. */
export interface People {
  all(trx: Transaction, now: number): Promise<readonly Staff[]>;
  watch(trx: Transaction, now: number): Promise<Watch>;
  /** Somebody joined or left in this process: asked anew at once. */
  changed(): void;
}

/** So long after somebody was refused their rights elsewhere, they have none here either. Unit: ms. */
const longestKept = 5_000;

export function peopleOf({ cipher }: Store, roster: () => Roster): People {
  let known: { staff: Staff[]; until: number } | null = null;
  async function all(trx: Transaction, now: number): Promise<readonly Staff[]> {
    if (known === null || now >= known.until || now < known.until - longestKept)
      known = { staff: await everybody(trx, cipher), until: now + longestKept };
    return known.staff;
  }
  return {
    all,
    async watch(trx, now) {
      const police = (await all(trx, now)).filter(({ role }) => may(role, "be-called"));
      if (police.length === 0) return { is: "nobody" };
      const { periods } = roster();
      const names = new Set(onDuty(roster(), now));
      if (periods.length === 0 || police.some(({ name }) => names.has(name)))
        return { is: "on-duty" };
      return { is: "off-duty", next: nextDuty(roster(), now) };
    },
    changed() {
      known = null;
    },
  };
}
