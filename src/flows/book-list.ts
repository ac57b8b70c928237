import type { BookDraft, BookState } from "../domain/booking.ts";
import type { Decision, Facts } from "../domain/flow.ts";
import type { Facet } from "../domain/sets.ts";
import type { Papers } from "../texts/zh-cn/book-papers.ts";
import { facetsIn } from "../understanding/facet.ts";
import { namesThing, stepIn } from "../understanding/follow-up.ts";
import { normalise } from "../understanding/normalise.ts";
import { serviceIn } from "../understanding/service.ts";
import { askOn, serviceOf } from "./book-ask.ts";
import { notedCases, papersOf, papersText } from "./book-papers.ts";

/**
 * 要带啥 while a seat is taken: what applies to this very case, and on at the same place; on the card
 * it stands already. Null: something is asked that the list does not tell, or of something else.
 * @param told the draft with what else the words tell
 */
export function ownList(
  { at, draft }: Extract<BookState, { draft: BookDraft }>,
  told: BookDraft,
  text: string,
  facts: Facts,
): Decision | null {
  const service = serviceOf(facts, draft.service);
  const facets = facetsIn(normalise(text));
  if (!service || draft.moves !== null || facets.length === 0) return null;
  const lines = papersOf({ ...told, service: service.service }, service);
  if (!facets.every((facet) => tells(lines, facet)) || !isOf(service.service, text)) return null;
  const wanted = { ...told, service: service.service };
  const noted = notedCases(wanted, draft, service);
  const list = at === "card" ? [] : [papersText(wanted, service)];
  return askOn(wanted, facts, [...noted, ...list]);
}

function tells({ papers, who, fee }: Papers, facet: Facet): boolean {
  if (facet === "材料") return papers.length > 0;
  return facet === "谁去" ? who.length > 0 : facet === "费用" && fee.length > 0;
}

/** Whether words speak of this service, or of nothing else by its name. */
function isOf(service: BookDraft["service"], text: string): boolean {
  const step = stepIn(text);
  const named = serviceIn(text).service;
  return step.is === "words" && (named === null ? !namesThing(step) : named === service);
}
