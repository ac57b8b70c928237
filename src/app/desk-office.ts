import { answering } from "../domain/calling.ts";
import type { DeskView } from "../domain/desk-view.ts";
import { figuresOf, monthAt } from "../domain/figures.ts";
import type { Clock } from "../domain/ports.ts";
import { may } from "../domain/rights.ts";
import { shiftsFrom, type Roster } from "../domain/roster.ts";
import { openedBetween } from "../store/matter-figures.ts";
import { everybody } from "../store/people.ts";
import type { Store } from "../store/store.ts";
import { whoIsAt } from "./desk-me.ts";

/** How far the page of duties looks ahead. Unit: days. */
const daysAhead = 7;

/** What the desk tells of the station as a whole: its figures and its duties. */
export function deskOffice(
  { db, cipher }: Store,
  roster: () => Roster,
  clock: Clock,
): Pick<DeskView, "figures" | "roster"> {
  return {
    figures: (chat) =>
      db.transaction(async (trx) => {
        const me = await whoIsAt(trx, cipher, chat, clock.now());
        if (!me) return null;
        if (!may(me.role, "see-figures")) return "not-yours";
        const { now, before } = monthAt(clock.now());
        const [these, those] = [
          await openedBetween(trx, now.from, now.to + 1),
          await openedBetween(trx, before.from, before.to),
        ];
        return {
          me,
          ...now,
          now: figuresOf(these, roster()),
          before: those.length === 0 ? null : figuresOf(those, roster()),
        };
      }),
    roster: (chat) =>
      db.transaction(async (trx) => {
        const me = await whoIsAt(trx, cipher, chat, clock.now());
        if (!me) return null;
        const at = clock.now();
        return {
          me,
          onDuty: answering(await everybody(trx, cipher), roster(), at),
          shifts: shiftsFrom(roster(), at, daysAhead),
        };
      }),
  };
}
