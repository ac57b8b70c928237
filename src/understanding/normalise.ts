import { repairRadicals } from "./radicals.ts";
import { simplified } from "./simplified.ts";

/**
 * How much of a message is looked at; the rest is dropped. A Telegram message has at most 4,096.
 * Unit: UTF-16 code units.
 */
export const looksAt = 4_096;

const loneSurrogates = /[\uD800-\uDFFF]/gu;
const lineBreaks = /[\r\n\u0085\u2028\u2029]+/g;
const blanks = /[\t\v\f \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
/** Format and control characters, variation selectors, fillers: nobody sees them. */
const invisible =
  /[\p{Cf}\p{Co}\u0000-\u0009\u000B-\u001F\u007F-\u009F\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const strokesThrough = /(?<=\p{Script=Han})\p{M}+/gu;

/** Single Han characters with something between each two of them: 救.命, 杀 人, 自👻杀. */
const split =
  /(?<!\p{Script=Han})\p{Script=Han}(?:[^\p{Script=Han}\p{L}\p{N}\n,。!?;:、()]{1,3}\p{Script=Han}(?!\p{Script=Han}))+/gu;
const notHan = /[^\p{Script=Han}]+/gu;

const threeTimesOrMore = /([^\p{N}])\1{2,}/gu;
/** Of these two in a row are a word (妈妈, 看看, 哈哈); of all other Han characters one is enough. */
const oftenDoubled = new Set("妈爸爷奶姥哥弟姐妹叔婶舅姑公婆宝娃哈呵嘿嘻呜天人慢快看说想等试问谢");

/**
 * A message in the one form that everything in this folder reads: NFKC, simplified characters,
 * lower case, without what cannot be seen, without tricks that keep a word from being read.
 * Looks at the first {@link looksAt} code units only; never throws, whatever it is given.
 */
export function normalise(text: string): string {
  const visible = text
    .slice(0, looksAt)
    .replace(loneSurrogates, "")
    .normalize("NFKC")
    .slice(0, looksAt)
    .replace(loneSurrogates, "")
    .replace(lineBreaks, "\n")
    .replace(blanks, " ")
    .replace(invisible, "")
    .replace(strokesThrough, "");
  return simplified(repairRadicals(visible))
    .toLowerCase()
    .replace(threeTimesOrMore, (_run, character: string) => shortRun(character))
    .replace(split, (run) => run.replace(notHan, ""))
    .trim();
}

function shortRun(character: string): string {
  if (oftenDoubled.has(character) || /[a-z]/.test(character)) return character + character;
  return character;
}
