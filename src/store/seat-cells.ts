import { cellMinutes, type Day, type Wanted } from "../domain/appointment.ts";
import { cellsFrom } from "../domain/free-slots.ts";
import { isPostgres } from "./connection.ts";
import type { Transaction } from "./connection.ts";
import type { CellRow, SeatRow } from "./seat-row.ts";

type DayAndPlace = Pick<Wanted, "day" | "place">;

/** Seats of one day and place are given out by one worker at a time: numbers and cells are sure then. */
export async function lockSeats(trx: Transaction, { day, place }: DayAndPlace): Promise<void> {
  if (isPostgres(trx))
    await trx.raw("select pg_advisory_xact_lock(7306, hashtext(?))", [`${day} ${place}`]);
}

/** The number after the highest that somebody has on that day at that place. */
export async function nextNumber(trx: Transaction, { day, place }: DayAndPlace): Promise<number> {
  const rows = await trx<SeatRow>("appointments")
    .where({ day, place })
    .max<{ highest: number | null }[]>({ highest: "number" });
  return Number(rows[0]?.highest ?? 0) + 1;
}

/** The first counter with all these cells free; null where none has. */
export async function freeCounter(
  trx: Transaction,
  { day, at, place }: Pick<Wanted, "day" | "at" | "place">,
  { counters, minutes }: { counters: number; minutes: number },
  except: string | null = null,
): Promise<number | null> {
  const taken = await trx<CellRow>("seat_cells")
    .where({ day, place })
    .whereIn("from_minute", cellsFrom(at, minutes));
  const busy = new Set(
    taken.filter(({ appointment }) => appointment !== except).map(({ counter }) => Number(counter)),
  );
  const free = Array.from({ length: counters }, (_, i) => i).find((counter) => !busy.has(counter));
  return free ?? null;
}

/** Takes the cells at this counter; false where somebody else has one of them, and none is taken then. */
export async function takeCells(
  trx: Transaction,
  { id, day, at, place }: Pick<Wanted, "id" | "day" | "at" | "place">,
  counter: number,
  minutes: number,
): Promise<boolean> {
  const cells = cellsFrom(at, minutes);
  const made = await trx("seat_cells")
    .insert(cells.map((from_minute) => ({ day, place, counter, from_minute, appointment: id })))
    .onConflict(["day", "place", "counter", "from_minute"])
    .ignore()
    .returning<CellRow[]>("from_minute");
  if (made.length === cells.length) return true;
  if (made.length > 0) await freeCells(trx, id);
  return false;
}

export async function freeCells(trx: Transaction, appointment: string): Promise<void> {
  await trx<CellRow>("seat_cells").where({ appointment }).delete();
}

/** The seats that have a cell in this stretch of a day. Unit of times: minutes since midnight. */
export async function seatsInStretch(
  trx: Transaction,
  { day, place }: { day: Day; place: string },
  from: number,
  before: number,
): Promise<string[]> {
  const rows = await trx<CellRow>("seat_cells")
    .where({ day, place })
    .where("from_minute", "<", before)
    .where("from_minute", ">", from - cellMinutes)
    .distinct<{ appointment: string }[]>("appointment");
  return rows.map(({ appointment }) => appointment);
}
