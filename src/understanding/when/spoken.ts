import { normalise } from "../normalise.ts";
import { numberIn } from "../small-number.ts";

/** A number of a day, month, hour or minute. */
export const number = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})";
/** 周, 礼拜, 星期, and how they are misspelt. */
export const week = "(?:周|礼拜|星期)";
export const weekday = "(?:[一二三四五六日天]|[1-7](?!\\d))";

/** Words that people write by their sound, or in letters, and what is meant. */
const respelt: [RegExp, string][] = [
  [/(?<=[周拜期])[仨叁](?![个人])/gu, "三"],
  [/[里李理礼][拜百白败]拜?(?=[一二三四五六日天1-7])/gu, "礼拜"],
  [/(?:星[期其奇旗]|[性兴新]期)(?=[一二三四五六日天1-7])/gu, "星期"],
  [/(?:xing ?qi|li ?bai)/gu, "星期"],
  [/[名鸣](?=天|儿个)/gu, "明"],
  [/明添|ming ?tian/gu, "明天"],
  [/后添|hou ?tian/gu, "后天"],
  [/上[武舞]|shang ?wu/gu, "上午"],
  [/下[武舞无]|(?<=[一二三四五六日天号\d])下[五伍](?=[一二两三四五六\d])|xia ?wu/gu, "下午"],
  [/早八(?![点九百])/gu, "早上八点"],
  [/今(?:儿个?)?(?:黑儿?|夜)/gu, "今晚"],
  [/仨(?=点)/gu, "三"],
  [/(?<=[周拜期])儿(?=[一二三四五六日天])/gu, ""],
  [/月出(?=[一二三四五六七八九十](?!去|门|发|来))/gu, "月初"],
  [/ (?=(?:以后|之后|过了|以前|之前)(?:[ ,。]|$))/gu, ""],
  [/(?<=[号日天]) ?早(?=[ 来去到])/gu, "早上"],
  [/外后(?=[天儿日])/gu, "大后"],
  [/zhou(?=[一二三四五六日天1-7])/gu, "周"],
  [/[园圆]旦/gu, "元旦"],
  [/元月/gu, "一月"],
  [/(\d{1,2}[:.]\d\d) ?pm/gu, "下午$1"],
  [/(\d{1,2}[:.]\d\d) ?am/gu, "上午$1"],
  [/(\d{1,2}) ?pm/gu, "下午$1点"],
  [/(\d{1,2}) ?am/gu, "上午$1点"],
  [/(?<=[一二三四五六日天号\d])am/gu, "上午"],
  [/(?<=[一二三四五六日天号\d])pm/gu, "下午"],
  [/捌/gu, "八"],
  [/柒/gu, "七"],
  [/玖/gu, "九"],
  [/壹/gu, "一"],
  [/贰/gu, "二"],
  [/叁/gu, "三"],
  [/肆/gu, "四"],
  [/伍/gu, "五"],
  [/陆/gu, "六"],
  [/拾/gu, "十"],
  [/廿(?=[一二三四五六七八九])/gu, "二十"],
  [/廿/gu, "二十"],
  [/卅/gu, "三十"],
];
/** 十一月十五去,阴历: what kind of date it is may be said after it. */
const eraLater =
  /((?:十[一二]?|[一二三四五六七八九])月初?[一二三四五六七八九十]{1,3})(?![号日])([^。!?\n]{0,14})(阴历|农历)的?/gu;
/** 九月二十是生日,九月二十一去,都是阴历: said of all of them at the end. */
const allLunar = /月.+月.*[,。 ](?:都?是|我说的是?|说的是?)?(?:阴历|农历|老历|旧历)(?:的|$)/u;
const lunarLooking =
  /(^|[^历一二三四五六七八九十\d])((?:十[一二]?|[一二三四五六七八九])月初?[一二三四五六七八九十]{1,3}(?![号日]))/gu;
const insideDates =
  /(?<=[年月]) +(?=\d)|(?<=\d) +(?=[年月号日点:])|(?<=:) +(?=\d)|(?<=\d) +(?=:)/gu;

/** Nobody needs more than this to name a day. Unit: UTF-16 code units. */
const mostWords = 600;

/** Blanks between all words, by somebody who learns the language: no pauses. */
function inOneBreath(said: string): string {
  const parts = said.split(" ");
  const isSpelt =
    parts.length >= 5 && parts.every((part) => part.length <= 4) && /^[一-鿿 ]+$/u.test(said);
  return isSpelt ? said.replace(/(?<![来去办到在忙]) (?!不)/gu, "") : said;
}

/** Words as all of this folder reads them: normalised, with the usual misspellings of times put right. */
export function spokenTime(text: string): string {
  let said = inOneBreath(normalise(text).slice(0, mostWords)).replace(insideDates, "");
  for (const [wrong, right] of respelt) said = said.replace(wrong, right);
  if (allLunar.test(said)) said = said.replace(lunarLooking, "$1农历$2");
  return said.replace(eraLater, "$3$1$2");
}

/** 1 … 99 from digits or words; null where the words are no number, as in 八九 (eight or nine). */
export function valueOf(words: string | undefined): number | null {
  if (words === undefined || /^[一二两三四五六七八九]{2,}$/u.test(words)) return null;
  return numberIn(words);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayIn(words: string): number {
  const at = "一二三四五六日".indexOf(words === "天" ? "日" : words);
  return at >= 0 ? at + 1 : Number(words);
}
