import type { Mediator, MediatorStep } from "../domain/mediation.ts";
import type { Matter } from "../domain/matter.ts";
import type { Transaction } from "./connection.ts";
import { matterById } from "./matters.ts";

interface Row {
  matter: string;
  person: string;
  step: MediatorStep;
  at: number;
}

/** Who was asked to mediate this matter, and how far that got; oldest first. */
export async function mediatorsOf(trx: Transaction, matter: string): Promise<Mediator[]> {
  const rows = await trx<Row>("mediators").where({ matter }).orderBy(["at", "person"]);
  return rows.map(({ person, step }) => ({ person, step }));
}

/** The next step of somebody's mediating. */
export async function keepMediator(
  trx: Transaction,
  row: { matter: string; person: string; step: MediatorStep; at: number },
): Promise<void> {
  await trx<Row>("mediators").insert(row).onConflict(["matter", "person"]).merge(["step", "at"]);
}

/** What this person mediates now. */
export async function mediatedBy(trx: Transaction, person: string): Promise<Matter[]> {
  const rows = await trx<Row>("mediators")
    .where({ person })
    .whereIn("step", ["named", "accepted"])
    .orderBy("matter");
  const matters: Matter[] = [];
  for (const { matter } of rows) {
    const it = await matterById(trx, matter);
    if (it?.status === "mediating") matters.push(it);
  }
  return matters;
}
