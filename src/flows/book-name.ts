import type { BookDraft } from "../domain/booking.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { bookPapersTexts } from "../texts/zh-cn/book-papers.ts";
import { isAgreement } from "../understanding/agreement.ts";
import { keepsBack, keepsNumberBack, namesOneself } from "../understanding/keeps-back.ts";
import { normalise } from "../understanding/normalise.ts";
import { mayBeName, nameFrom, toldName } from "../understanding/person-name.ts";
import { askOn } from "./book-ask.ts";

/** A name and a number that words tell, once they were asked for. */
export function withPerson(
  draft: BookDraft,
  { text, masked }: Pick<Extract<Event, { on: "said" }>, "text" | "masked">,
): BookDraft {
  const [phone] = masked.phones;
  if (phone === undefined && draft.askedName === false) return draft;
  const name = nameFrom(normalise(text));
  return { ...draft, phone: phone ?? draft.phone, name: name ?? draft.name };
}

/** Words where a name was asked for: it, a number, or that they would rather not. Null: something else. */
export function nameWords(
  draft: BookDraft,
  event: Extract<Event, { on: "said" }>,
  facts: Facts,
): Decision | null {
  const said = normalise(event.text);
  if (namesOneself(said)) {
    const noted = bookPapersTexts.noted([bookPapersTexts.forSelf]);
    return askOn({ ...draft, proxy: false }, facts, [noted]);
  }
  const isKnown = draft.name !== null || draft.phone !== null;
  if (isAgreement(said)) return askOn({ ...draft, askedName: isKnown }, facts);
  const asked = { ...draft, askedName: true };
  if (keepsBack(said)) return askOn({ ...asked, name: null, phone: null }, facts);
  const told = withPerson(asked, event);
  if (event.masked.phones.length > 0 || told.name !== draft.name) return askOn(told, facts);
  if (keepsNumberBack(said)) return askOn({ ...asked, name: null }, facts);
  return mayBeName(said) ? askOn({ ...asked, name: said }, facts) : null;
}

/** On the card: the draft without the number, or the name, that is taken back; null = none is. */
export function withoutPerson(draft: BookDraft, said: string): BookDraft | null {
  if (!keepsBack(said) && !keepsNumberBack(said)) return null;
  return { ...draft, phone: null, name: /名|称呼|啥都|都不/u.test(said) ? null : draft.name };
}

/** On the card: a name put right, whatever else its words look like (名字写错了，我叫王珊). */
export function namePutRight(said: string): string | null {
  return /称呼|名字|大名|叫/u.test(said) ? toldName(said) : null;
}
