import type { BookDraft } from "../domain/booking.ts";
import type { Event } from "../domain/flow.ts";
import { normalise } from "../understanding/normalise.ts";

/** A name is no longer than this. Unit: UTF-16 code units. */
const longestName = 12;

/** A name and a number that words tell, once they were asked for. */
export function withPerson(
  draft: BookDraft,
  { text, masked }: Extract<Event, { on: "said" }>,
): BookDraft {
  const [phone] = masked.phones;
  if (phone === undefined && draft.askedName === false) return draft;
  const name = nameFrom(normalise(text));
  return { ...draft, phone: phone ?? draft.phone, name: name ?? draft.name };
}

/** What was said where a name was asked for: the name in it, or all of it. */
export function nameIn(said: string): string {
  return nameFrom(said) ?? said.slice(0, longestName);
}

/** A name that stands alone or before a number: 包音，13800138000 · 我叫李秀英. */
function nameFrom(said: string): string | null {
  const plain = said.replace(/〔[^〕]*〕/gu, " ").trim();
  const named = /(?:我叫|我是|叫|名字(?:是)?|姓名)(?:是)?([\p{Script=Han}·]{2,6})/u.exec(
    plain,
  )?.[1];
  if (named !== undefined) return named;
  return /^([\p{Script=Han}·]{2,4})[,，。\s]*$/u.exec(plain)?.[1] ?? null;
}
