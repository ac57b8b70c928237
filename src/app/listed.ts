import type { Masked } from "../domain/flow.ts";
import type { ListsSaid } from "../domain/lists.ts";
import type { Knowledge, Lists } from "../domain/ports.ts";
import { linksIn } from "../understanding/fraud/link.ts";
import { namedIn, valuesOf } from "../understanding/fraud/named.ts";

/**
 * What the shipped lists and the station's own say of whatever a message names. Where an entry stands
 * in both, the station's own counts.
 */
export async function listsOn(
  text: string,
  masked: Pick<Masked, "phones" | "accountNumbers">,
  { lists: shipped }: Pick<Knowledge, "lists">,
  own: Lists,
): Promise<ListsSaid> {
  const known = shipped?.known ?? [];
  const values = valuesOf(linksIn(text), namedIn(text, masked));
  if (values.length === 0) return { known, listed: [] };
  const keys = new Set(values.map(({ kind, value }) => `${kind} ${value}`));
  const ours = await own.listed(values);
  const theirs = (shipped?.listed ?? []).filter(
    ({ kind, value }) =>
      keys.has(`${kind} ${value}`) && !ours.some((one) => one.kind === kind && one.value === value),
  );
  return { known, listed: [...ours, ...theirs] };
}
