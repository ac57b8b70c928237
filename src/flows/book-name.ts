import type { BookDraft } from "../domain/booking.ts";
import type { Decision, Event, Facts } from "../domain/flow.ts";
import { bookPapersTexts } from "../texts/zh-cn/book-papers.ts";
import { isAgreement } from "../understanding/agreement.ts";
import { stepIn } from "../understanding/follow-up.ts";
import { keepsBack, keepsNumberBack, namesOneself } from "../understanding/keeps-back.ts";
import { normalise } from "../understanding/normalise.ts";
import { askOn } from "./book-ask.ts";

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
  return isName(said) ? askOn({ ...asked, name: said }, facts) : null;
}

/** 阿拉坦格日乐图雅 is one; 派出所养不养狗 is none. */
function isName(said: string): boolean {
  const step = stepIn(said);
  const tells = step.is !== "words" || step.asks || isTold.test(said) || inNoName.test(said);
  return said.length <= longestName && !tells;
}

/** Characters that no name has. */
const inNoName = /[的了吗呢不啥咋谁哪俺咱个证]/u;

/** More than a name is told: 俺家那口子说要去. */
const isTold = /[了着过的]|是|在|有|没|不|去|来|要|说|想|把|给|让/u;

/** On the card: the draft without the number, or the name, that is taken back; null = none is. */
export function withoutPerson(draft: BookDraft, said: string): BookDraft | null {
  if (!keepsBack(said) && !keepsNumberBack(said)) return null;
  return { ...draft, phone: null, name: /名|称呼|啥都|都不/u.test(said) ? null : draft.name };
}

/** On the card: a name put right, whatever else its words look like (名字写错了，我叫王珊). */
export function namePutRight(said: string): string | null {
  return /称呼|名字|我叫|叫我/u.test(said) ? toldName(said) : null;
}

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
  const parts = plain.split(/[,，。\s]+/u).filter((part) => part !== "" && !keepsNumberBack(part));
  const alone = parts.length === 1 ? parts[0]! : "";
  if (keepsBack(alone) || namesOneself(alone) || isAgreement(alone)) return null;
  return /^[\p{Script=Han}·]{2,4}$/u.test(alone) && !inNoName.test(alone) ? alone : null;
}
