import type { MatterWarning, WarningDesk, WarningTab } from "../domain/desk-warnings.ts";
import { monthAt } from "../domain/figures.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import type { Clock, Ids } from "../domain/ports.ts";
import { may, type Act } from "../domain/rights.ts";
import { day } from "../domain/station-time.ts";
import { warningGroups } from "../domain/warning-figures.ts";
import type { ListPlan } from "../domain/warning-list.ts";
import type { Transaction } from "../store/connection.ts";
import { mustStepUp } from "../store/desk-sessions.ts";
import { flagCandidates } from "../store/flag-candidates.ts";
import { sheetOf } from "../store/sheets.ts";
import type { Store } from "../store/store.ts";
import { record } from "../store/trail.ts";
import { takeList } from "../store/warning-list.ts";
import { nameOn, warningOf } from "../store/warnings.ts";
import { warningsBetween, warningsOn, type WarningSide } from "../store/warnings-listed.ts";
import { textOf } from "../understanding/warning/table.ts";
import { whoIsAt } from "./desk-me.ts";
import { planList } from "./desk-warned.ts";
import { newNumber } from "./ids.ts";

/** So much stands on one page. */
const mostShown = 200;
/** So much of a list is taken in one transaction. Unit: lines. */
const mostTaken = 100;
/** What was ended stays on the page so long. Unit: days. */
const doneShown = 30;
/** Weeks beside each other. */
const weeksShown = 8;
/** The same week a year before. Unit: ms. */
const yearOfWeeks = 52 * 7 * day;

/**
 * What the desk shows and does of warnings.
 * @param villages the station's own
 */
export function deskWarnings(
  { db, cipher }: Store,
  clock: Clock,
  ids: Ids,
  villages: () => readonly string[],
): WarningDesk {
  /** Does something for whoever sits there, where their role may. */
  function forMe<T>(
    chat: string,
    act: Act,
    does: (trx: Transaction, me: Staff, at: number) => Promise<T>,
  ): Promise<T | "not-yours" | null> {
    return db.transaction(async (trx) => {
      const at = clock.now();
      const me = await whoIsAt(trx, cipher, chat, at);
      if (!me) return null;
      return may(me.role, act) ? does(trx, me, at) : "not-yours";
    });
  }

  const placeOf = (me: Staff): string => `warnings.list.${me.id}`;
  const plan = (trx: Transaction, text: string, now: number): Promise<ListPlan> =>
    planList(trx, cipher, text, { turn: ids.next(), newNumber, villages: villages(), now });

  return {
    warnings: (chat, tab) =>
      forMe(chat, "see-warnings", async (trx, me, at) => {
        await record(trx, [{ at, actor: me.id, act: "see", subject: "warnings" }]);
        const warnings = await warningsOn(trx, cipher, sideOf(tab, me, at), mostShown);
        return { tab, warnings, mayImport: may(me.role, "import-warnings"), me: me.id };
      }),
    lookAtList: (chat, list) =>
      forMe(chat, "import-warnings", async (trx, me, at) => {
        const text = textOf(list);
        if (text === null)
          return { plan: { lines: [], bad: [], refused: "unreadable" as const }, sealed: null };
        const looked = await plan(trx, text, at);
        const sealed = looked.refused === null ? cipher.seal(text, placeOf(me)) : null;
        return { plan: looked, sealed };
      }),
    takeList: async (chat, sealed) => {
      const found = await forMe(chat, "import-warnings", async (trx, me, at) => {
        let text: string;
        try {
          text = cipher.open(sealed, placeOf(me));
        } catch {
          return "broken" as const;
        }
        return { planned: await plan(trx, text, at), by: me.id, at };
      });
      if (found === null || typeof found === "string") return found;
      const { planned, by, at } = found;
      // In pieces: nobody who writes meanwhile waits for all of it.
      for (let i = 0; i < planned.lines.length; i += mostTaken)
        await db.transaction((trx) =>
          takeList(trx, cipher, planned.lines.slice(i, i + mostTaken), { by, at }),
        );
      return planned;
    },
    warningFigures: (chat) =>
      forMe(chat, "see-figures", async (trx, _me, at) => {
        const { now, before } = monthAt(at);
        const these = await warningsBetween(trx, now.from, now.to + 1);
        const those = await warningsBetween(trx, before.from, before.to);
        const from = at - weeksShown * 7 * day;
        const weeks = warningGroups(await warningsBetween(trx, from, at + 1)).weeks;
        const past = warningGroups(
          await warningsBetween(trx, from - yearOfWeeks - 7 * day, at - yearOfWeeks + 7 * day),
        ).weeks;
        return {
          ...now,
          now: warningGroups(these),
          before: those.length === 0 ? null : warningGroups(those),
          weeks: weeks.map((week) => ({
            from: week.from,
            now: week.figures,
            before: past.find((one) => one.from === week.from - yearOfWeeks)?.figures ?? null,
          })),
        };
      }),
    flagCandidates: (chat) =>
      forMe(chat, "see-candidates", (trx) => flagCandidates(trx, cipher, mostShown)),
  };
}

function sideOf(tab: WarningTab, { id }: Staff, at: number): WarningSide {
  switch (tab) {
    case "waiting":
    case "in-hand":
      return { side: tab };
    case "mine":
      return { side: tab, owner: id };
    case "done":
      return { side: tab, since: at - doneShown * day };
    default:
      return tab satisfies never;
  }
}

/** What hangs on one matter: the sheet with its accounts for whoever has it, and on the trail. */
export async function warningOn(
  trx: Transaction,
  cipher: Store["cipher"],
  me: Staff,
  it: Matter,
  { conversation, at }: { conversation: string | null; at: number },
): Promise<MatterWarning> {
  const none: MatterWarning = { warning: null, sheet: null, coversAccounts: true };
  if (it.kind !== "fraud-alert" || !may(me.role, "see-warnings")) return none;
  const found = await warningOf(trx, it.id);
  const warning = found && {
    ...{ matter: it, warning: found, name: await nameOn(trx, cipher, it.id) },
  };
  const sheet = it.owner === me.id ? await sheetOf(trx, cipher, it.id) : null;
  if (sheet === null) return { ...none, warning };
  const who = conversation === null ? { person: me.id } : { person: me.id, conversation };
  await record(trx, [{ at, actor: me.id, act: "unmask sheet", subject: `matter ${it.id}` }]);
  return { warning, sheet, coversAccounts: await mustStepUp(trx, who, at) };
}
