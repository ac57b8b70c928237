import type { BookDraft } from "../domain/booking.ts";
import type { Event } from "../domain/flow.ts";
import { normalise } from "../understanding/normalise.ts";

/** A name is no longer than this. Unit: UTF-16 code units. */
const longestName = 12;

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

/** What was said where a name was asked for: the name in it, or all of it; null = they would rather not. */
export function nameIn(said: string): string | null {
  return nameFrom(said) ?? (keepsBack.test(said) ? null : said.slice(0, longestName));
}

/** On the card: a name put right, whatever else its words look like (名字写错了，我叫王珊). */
export function namePutRight(said: string): string | null {
  return /称呼|名字|我叫|叫我/u.test(said) ? toldName(said) : null;
}

const keepsBack =
  /^(?:就|还是|先)?不(?:用|想|要|必|方便)?(?:留|说|写|告诉|登记)|^(?:保密|免了|没必要)/u;

/** 我叫李秀英 · 叫我老李就行 · 名字叫陈七 · 姓包. */
function toldName(said: string): string | null {
  const told =
    /(?:我叫|叫我|管我叫|我是|(?:名字|姓名|称呼)(?:就)?(?:是|叫|改成)|^叫)(?:是|做)?([\p{Script=Han}·]{2,6}?)(?:就(?:行|成|中|好|可以))?(?:吧|呗|啊|的)?(?=[,，。\s]|$)/u.exec(
      said,
    )?.[1];
  return (
    told ??
    /(?:^|[,，\s])(?:我|俺)?姓([\p{Script=Han}]{1,2})(?=[,，。\s]|$)/u.exec(said)?.[1] ??
    null
  );
}

/** A name that stands alone, or before a number or a word on it: 包音，13800138000 · 图雅，不留电话. */
function nameFrom(said: string): string | null {
  const plain = said.replace(/〔[^〕]*〕/gu, " ").trim();
  const told = toldName(plain);
  if (told !== null) return told;
  const alone = plain.replace(
    /[,，。\s]*(?:不留|没有?|别留|不用)(?:电话|手机|号码?)(?:了|吧)?[,，。\s]*$/u,
    "",
  );
  if (keepsBack.test(alone)) return null;
  return /^([\p{Script=Han}·]{2,4})[,，。\s]*$/u.exec(alone)?.[1] ?? null;
}
