import type { Action } from "../domain/action.ts";
import type { State } from "../domain/conversation.ts";
import type { DeskWarnings, Shown } from "../domain/desk.ts";
import type { Event } from "../domain/flow.ts";
import type { Matter } from "../domain/matter.ts";
import type { Staff } from "../domain/people.ts";
import type { ListPlan } from "../domain/warning-list.ts";
import type { Cipher } from "../store/cipher.ts";
import type { Transaction } from "../store/connection.ts";
import { sheetOf } from "../store/sheets.ts";
import { freeNumbers, lookThrough } from "../store/warning-list.ts";
import { nameOn, warningOf } from "../store/warnings.ts";
import { warningsOn } from "../store/warnings-listed.ts";
import { listIn } from "../understanding/warning/command.ts";
import {
  isPlainlyListed,
  looksListed,
  readWarningList,
  withPhones,
} from "../understanding/warning/list.ts";

/** So many fit on a screen. */
const mostListed = 20;

interface Asked {
  action: Action | null;
  said: Extract<Event, { on: "said" }> | null;
  state: State;
  about: Shown<Matter> | null;
}

/** Where the names of new matters come from. */
export interface Fresh {
  /** Names this turn: each line's matter is named after it. */
  turn: string;
  newNumber: () => string;
  /** The station's own villages. */
  villages: readonly string[];
}

/** What a flow must know of warnings for this event. */
export async function warnedFor(
  trx: Transaction,
  cipher: Cipher,
  me: Staff,
  { action, said, state, about }: Asked,
  { now, ...fresh }: Fresh & { now: number },
): Promise<DeskWarnings> {
  const isAlert = about?.it.kind === "fraud-alert";
  const isList = action?.act === "warnings";
  const warning = isAlert ? await warningOf(trx, about.it.id) : null;
  const on = (wanted: Parameters<typeof warningsOn>[2]) =>
    isList ? warningsOn(trx, cipher, wanted, mostListed) : Promise.resolve([]);
  return {
    about:
      about && warning
        ? { matter: about.it, warning, name: await nameOn(trx, cipher, about.it.id) }
        : null,
    sheet: isAlert ? await sheetOf(trx, cipher, about.it.id) : null,
    waiting: await on({ side: "waiting" }),
    mine: await on({ side: "mine", owner: me.id }),
    list: said && (await listSaid(trx, cipher, said, state, { now, ...fresh })),
  };
}

async function listSaid(
  trx: Transaction,
  cipher: Cipher,
  { text, masked }: Extract<Event, { on: "said" }>,
  state: State,
  fresh: Fresh & { now: number },
): Promise<ListPlan | null> {
  const isAwaited = state.flow === "desk" && state.at === "importing" && looksListed(text);
  // Words to a villager, or a note, are never taken for a list.
  const isFree = state.flow !== "desk" || state.at === "importing" || state.at === "result";
  const isPlain = isFree && isPlainlyListed(text);
  const list = listIn(text) ?? (isAwaited || isPlain ? text : null);
  if (list === null || list.trim() === "") return null;
  return planList(trx, cipher, withPhones(list, masked.phones), fresh);
}

/** What would come of a list, with the numbers that its new matters would get. */
export async function planList(
  trx: Transaction,
  cipher: Cipher,
  text: string,
  { turn, newNumber, villages, now }: Fresh & { now: number },
): Promise<ListPlan> {
  const { good, bad, refused } = readWarningList(text, villages);
  const people = good.map(({ person }) => person);
  const becomes = await lookThrough(trx, cipher, people, now);
  const numbers = await freeNumbers(trx, good.length, newNumber);
  const lines = good.map(({ line, person }, i) => ({
    ...{ line, person, becomes: becomes[i]! },
    ...{ id: `${turn}-${i}`, number: numbers[i]! },
  }));
  return { lines, bad, refused };
}
