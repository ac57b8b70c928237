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
  calls: number | string;
}

const ofMatter = "t.subject = 'matter ' || m.id";
/** The first taking: a later owner, or one who left, changes no figure of the past. */
const firstTake = `coalesce(a.taken_at, (select min(t.at) from trail as t where ${ofMatter} and t.act = 'take'), m.taken_at)`;
const calls = `(select count(*) from trail as t where t.act = 'call' and t.at <= ${firstTake}
  and (${ofMatter} or t.subject = 'alert ' || a.id))`;

/** What was opened from `from` on and before `to`, with dangers that nobody has taken. */
export async function openedBetween(
  trx: Transaction,
  from: number,
  to: number,
): Promise<Counted[]> {
  const matters = await trx("matters as m")
    .leftJoin("alerts as a", "a.matter", "m.id")
    .select<Row[]>("m.kind", "m.level", "m.opened_at", "m.closed_at")
    .select(trx.raw(`${firstTake} as taken_at, ${calls} as calls`))
    .where("m.opened_at", ">=", from)
    .where("m.opened_at", "<", to);
  const alerts = await trx("alerts")
    .select<{ at: number }[]>("at")
    .where({ status: "waiting" })
    .where("at", ">=", from)
    .where("at", "<", to);
  return [
    ...matters.map(({ kind, level, ...at }) => ({
      ...{ kind, level },
      openedAt: at.opened_at,
      takenAt: at.taken_at === null ? null : Number(at.taken_at),
      calls: Number(at.calls),
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
