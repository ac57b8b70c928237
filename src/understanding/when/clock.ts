import { number, valueOf } from "./spoken.ts";

/** Words that name a time of day. */
export interface ClockMention {
  from: number;
  to: number;
  period: "am" | "pm" | null;
  /** Minutes since midnight; null where only the half of the day is named. */
  minutes: number | null;
  /** How exact a bare number is read: with a word for the half of the day beside it, or by office hours. */
  told: PartOfDay | null;
}

type PartOfDay = "morning" | "noon" | "afternoon" | "evening";

const parts: [PartOfDay, string][] = [
  [
    "morning",
    "上半晌|前半晌|头半晌|头晌午?|前晌|头午|上午头?|上半天|早上|早晨|早起|清早|大早上?|一早|[赶打]早(?!不赶晚)儿?|清晨|[一刚](?:上班|开门)|大清早|凌晨|天亮|早饭后|吃[完过了罢]早饭",
  ],
  [
    "afternoon",
    "(?:下午|后晌|过晌)[一刚](?:上班|开门)|下半晌|后半晌|后晌午?|过晌午?|下晌|下午|下半天|午后|起晌|歇完晌|过午|晌午后|晌午过后|(?:午饭|晌饭|晌午饭)[之以]?后|吃[完过了罢](?:午饭|晌饭|晌午饭)|午休后|下班前",
  ],
  ["noon", "晌午头?子?|中午头?|正午"],
  [
    "evening",
    "下晚儿?|傍黑儿?|傍晚|(?:太阳|日头)(?:下山|落山?|偏西)|日落|擦黑儿?|天黑|下黑儿?|黑天|晚上|晚间|夜里|下班后|[一刚]下班|下了班|晚饭后|后黑",
  ],
];
const partWord = parts.map(([, words]) => words).join("|");
/** 早 and 晚 alone, only before an hour or after a day: 明早, 晚7点. */
const shortPart = `(?<=[今明后日一二三四五六天号])(?:早|晚)(?![点就先晚办了不饭])|(?:早|晚)(?=(?!一点(?!钟|半))${number}[点:])`;

const hourWords = `(${number})(?:(?<=十)来(?=点))?(?:[点时](?!间|候|儿|不|也|都|事|要求|东西|钱|啥)钟?)`;
const minuteWords = `(?:(半)|(一|三|1|3)刻|整|过?(零?[一二三四五六七八九十]{1,3}|[0-5]?\\d)(?:分钟?)|([0-5]\\d|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)(?![点分个人块元天号月口位岁\\d]))?`;
const about = "(?:来钟|来|多钟?|左右|上下|前后|钟)?";
const around = `(?:的|,| )?(?:大概|大约|差不多|约莫|也就|就)?`;

const clocks = new RegExp(
  `(?:(${partWord}|${shortPart})${around})?(?:(?<![\\d.-]|\\d:)([01]?\\d|2[0-3])[:.]([0-5]\\d)(?![\\d:])|差(?:(一)刻|(${number})分)(?:钟|不?到)?${hourWords}|${hourWords}${minuteWords}${about}|(?<![\\d月])(${number})(?=(?:到|至|-|~|、|,)${number}[点时](?!间|候)))((?:下班|关门)?(?:之|以)?前(?![后往来去]))?`,
  "gu",
);
const periods = new RegExp(`${partWord}|${shortPart}|上下午|全天|一天都|整天`, "gu");
/** 一点 is a bit more often than an hour. */
const bit = /[早晚快慢好多少近远有差便宜大小]$/u;
const approximate = new RegExp(
  `(${partWord})?(?<![\\d月])([一二三四五六七八九])([一二三四五六七八九])点`,
  "gu",
);

/**
 * All times of day that words name, in order.
 * @param days spans that name days: the 三 of 周三四点 is no hour
 */
export function clocksIn(
  words: string,
  days: readonly { from: number; to: number }[],
): ClockMention[] {
  let said = words;
  for (const { from, to } of days)
    said = said.slice(0, from) + "日".repeat(to - from) + said.slice(to);
  const found: ClockMention[] = [];
  for (const match of said.matchAll(approximate)) {
    const [words, part, , later] = match;
    const read = inOfficeHours(valueOf(later) ?? 0, partNamed(part));
    found.push({ ...spanOf(match.index, words), told: null, minutes: null, period: halfOf(read) });
  }
  for (const match of said.matchAll(clocks)) {
    const [words, part, figures, figureMinutes, quarterTo, minutesTo, hourTo, hour, half, quarter] =
      match;
    const [, , , , , , , , , , told, bare, ranged, limit] = match;
    if (isTaken(found, match.index, words)) continue;
    // 9.30 is a day as often as a time.
    if (/\./u.test(words) && part === undefined && !/日 ?$/u.test(said.slice(0, match.index)))
      continue;
    const isBit =
      hour === "一" && part === undefined && half === undefined && !(told ?? bare ?? quarter);
    if (isBit && (bit.test(said.slice(0, match.index)) || !/[钟整来左多]/u.test(words))) continue;
    const hours = figures === undefined ? valueOf(hour ?? hourTo ?? ranged) : Number(figures);
    if (hours === null || hours > 23 || (hours === 0 && part === undefined)) continue;
    const named = partNamed(part);
    const plus =
      figureMinutes !== undefined
        ? Number(figureMinutes)
        : hourTo !== undefined
          ? -(quarterTo ? 15 : (valueOf(minutesTo) ?? 0))
          : minutesOf(half, quarter, told ?? bare);
    if (plus === null) continue;
    const minutes = inOfficeHours(hours, named) * 60 + plus;
    if (minutes >= 1_440) continue;
    const isLimit = limit !== undefined;
    found.push({
      ...spanOf(match.index, words),
      period: halfOf(Math.floor(minutes / 60)),
      minutes: isLimit ? null : minutes,
      told: named,
    });
  }
  for (const match of said.matchAll(periods)) {
    const [words] = match;
    if (isTaken(found, match.index, words)) continue;
    const told = partNamed(words);
    const period = told === null ? null : told === "morning" ? "am" : "pm";
    found.push({ ...spanOf(match.index, words), period, minutes: null, told });
  }
  return found.sort((one, other) => one.from - other.from);
}

/** The same hour, read again with the half of the day that was named apart from it: 下午吧,三点. */
export function withPart(minutes: number, part: PartOfDay | null): number {
  const hours = Math.floor(minutes / 60);
  const bare = hours > 12 && hours <= 18 ? hours - 12 : hours;
  return part === null ? minutes : inOfficeHours(bare, part) * 60 + (minutes % 60);
}

function spanOf(from: number, words: string): { from: number; to: number } {
  return { from, to: from + words.length };
}

function isTaken(found: readonly ClockMention[], from: number, words: string): boolean {
  return found.some((each) => from < each.to && each.from < from + words.length);
}

function partNamed(words: string | undefined): PartOfDay | null {
  if (words === undefined) return null;
  if (words === "早") return "morning";
  if (words === "晚") return "evening";
  return parts.find(([, source]) => new RegExp(`^(?:${source})$`, "u").test(words))?.[0] ?? null;
}

/** A bare hour is one at which an office may be open: 两点 is 14, 八点 is 8. */
function inOfficeHours(hour: number, part: PartOfDay | null): number {
  if (hour > 12) return hour;
  switch (part) {
    case null:
      return hour < 7 ? hour + 12 : hour;
    case "morning":
      return hour < 5 ? hour + 12 : hour;
    case "noon":
      return hour >= 10 ? hour : hour + 12;
    case "afternoon":
    case "evening":
      return hour === 12 ? 12 : hour + 12;
    default:
      return part satisfies never;
  }
}

function minutesOf(
  half: string | undefined,
  quarter: string | undefined,
  told: string | undefined,
): number | null {
  if (half !== undefined) return 30;
  if (quarter !== undefined) return quarter === "一" || quarter === "1" ? 15 : 45;
  if (told === undefined) return 0;
  const minutes = /^\d+$/.test(told) ? Number(told) : valueOf(told.replace("零", ""));
  return minutes !== null && minutes < 60 ? minutes : null;
}

function halfOf(hour: number): "am" | "pm" {
  return hour < 12 ? "am" : "pm";
}
