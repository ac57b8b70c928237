import type { Counted } from "../domain/figures.ts";
import type { Level } from "../domain/matter.ts";
import type { MatterKind } from "../domain/sets.ts";
import type { Transaction } from "./connection.ts";

interface Row {
  kind: MatterKind;
  level: Level;
  opened_at: number;
  taken_at: number | null;
  closed_at: number | null;
}

/** What was opened from `from` on and before `to`, with dangers that nobody has taken. */
export async function openedBetween(
  trx: Transaction,
  from: number,
  to: number,
): Promise<Counted[]> {
  const matters = await trx("matters")
    .select<Row[]>("kind", "level", "opened_at", "taken_at", "closed_at")
    .where("opened_at", ">=", from)
    .where("opened_at", "<", to);
  const alerts = await trx("alerts")
    .select<{ at: number }[]>("at")
    .where({ status: "waiting" })
    .where("at", ">=", from)
    .where("at", "<", to);
  return [
    ...matters.map(({ kind, level, ...at }) => ({
      ...{ kind, level },
      openedAt: at.opened_at,
      takenAt: at.taken_at,
      closedAt: at.closed_at,
    })),
    ...alerts.map(({ at }) => ({
      kind: null,
      level: "alarm" as const,
      openedAt: at,
      takenAt: null,
      closedAt: null,
    })),
  ];
}
