import type { Matter } from "../domain/matter.ts";
import type { ListedWarning } from "../domain/desk.ts";
import type { WarningCount } from "../domain/warning-figures.ts";
import type { Cipher } from "./cipher.ts";
import type { Transaction } from "./connection.ts";
import { matterOf, type Row } from "./matters.ts";
import { nameIn, warningFrom, type WarningRow } from "./warnings.ts";

/** Which warnings are wanted. */
export type WarningSide =
  | { side: "waiting" }
  | { side: "in-hand" }
  | { side: "mine"; owner: string }
  | { side: "done"; since: number };

const byLevel = "case w.level when '紧急' then 0 when '高危' then 1 when '中危' then 2 else 3 end";

/** Warnings with their matters, the most pressing first, the longest waiting first among them. */
export async function warningsOn(
  trx: Transaction,
  cipher: Cipher,
  wanted: WarningSide,
  most: number,
): Promise<ListedWarning[]> {
  const rows = await trx<WarningRow>("warnings as w")
    .join("matters as m", "m.id", "w.matter")
    .where({ "w.merged_into": null, "m.merged_into": null })
    .modify((all) => {
      switch (wanted.side) {
        case "waiting":
          return void all.whereRaw("m.status in ('open', 'assigned')");
        case "in-hand":
          return void all.whereRaw("m.status not in ('open', 'assigned', 'closed')");
        case "mine":
          return void all.where({ "m.owner": wanted.owner }).whereNot("m.status", "closed");
        case "done":
          return void all.where({ "m.status": "closed" }).where("m.closed_at", ">=", wanted.since);
        default:
          return wanted satisfies never;
      }
    })
    .orderByRaw(wanted.side === "done" ? "m.closed_at desc" : byLevel)
    .orderBy("m.opened_at")
    .limit(most)
    .select<(Row & Prefixed)[]>("m.*", ...warningColumns.map((name) => `w.${name} as w_${name}`));
  return rows.map((row) => {
    const warning = Object.fromEntries(
      warningColumns.map((name) => [name, row[`w_${name}`]]),
    ) as unknown as WarningRow;
    const matter: Matter = matterOf(row);
    return { matter, warning: warningFrom(warning), name: nameIn(cipher, warning) };
  });
}

const warningColumns = [
  ...(["matter", "name", "level", "category", "source", "times", "contact", "outcome"] as const),
  ...(["saved", "lost", "tries", "next_try_at", "last"] as const),
];
type Prefixed = { [K in (typeof warningColumns)[number] as `w_${K}`]: WarningRow[K] };

/** What came with a list and nobody has taken, the most pressing first. */
export async function waitingListed(trx: Transaction): Promise<Matter[]> {
  const rows = await trx<Row>("matters")
    .whereRaw("status in ('open', 'assigned')")
    .where({ kind: "fraud-alert" })
    .whereNull("conversation")
    .orderByRaw(byMatterLevel)
    .orderBy("opened_at");
  return rows.map(matterOf);
}

const byMatterLevel =
  "case level when 'alarm' then 0 when 'urgent' then 1 when 'high' then 2 else 3 end";

/** What is counted of the warnings that came in from `from` on and before `to`. */
export async function warningsBetween(
  trx: Transaction,
  from: number,
  to: number,
): Promise<WarningCount[]> {
  const rows = await trx<WarningRow>("warnings as w")
    .join("matters as m", "m.id", "w.matter")
    .where({ "w.merged_into": null, "m.merged_into": null })
    .where("w.at", ">=", from)
    .where("w.at", "<", to)
    .select<(WarningRow & { village: string | null })[]>("w.*", "m.village");
  return rows.map(({ at, village, level, contact, outcome, saved, lost }) => ({
    ...{ village, level, contact, outcome, saved, lost },
    at: Number(at),
  }));
}
