import { day, hour, midnightBefore } from "../../domain/station-time.ts";
import { numberIn, smallNumber } from "../small-number.ts";

const minute = 60_000;

/** When something happened, as told. `at`: unit ms since 1970; null where the words name no moment. */
export interface Moment {
  at: number | null;
  words: string;
}

const days: Record<string, number> = {
  今天: 0,
  今儿: 0,
  今儿个: 0,
  今早: 0,
  今晨: 0,
  今晚: 0,
  今个: 0,
  昨天: 1,
  昨儿: 1,
  昨儿个: 1,
  夜来: 1,
  昨晚: 1,
  昨夜: 1,
  前天: 2,
  前儿: 2,
  前晚: 2,
  大前天: 3,
};
const dayWord =
  "大前天|前天|前晚|前儿|昨儿个|昨天|昨晚|昨夜|昨儿|夜来|今儿个|今天|今早|今晚|今晨|今儿|今个";
const periodWord =
  "凌晨|半夜|后半夜|清早|一大早|早上|早晨|早起|头晌|上午|前晌|中午|晌午|下午|后晌|过晌|傍黑|傍晚|晚上|夜里|晚黑|晚";
const clock = `(${smallNumber})(?:点|时)(?:钟)?(半|一刻|三刻|(${smallNumber})(?:分)?)?|(\\d{1,2}):(\\d{2})`;
const dated = new RegExp(
  `(?:(${dayWord})|(?:(${smallNumber})月)?(${smallNumber})[号日])?(?:的)?(${periodWord})?(?:${clock})?(?:左右|来钟|多)?`,
  "gu",
);
const ago = new RegExp(
  `(半|${smallNumber}|几|十来|十几|二十来|一个半|两个半)(?:多|来)?(?:个)?(?:多)?(分钟|分|刻钟|小时|钟头|点)(?:多)?(?:之前|以前|前|了|吧|左右)`,
  "u",
);
/** 约莫二十分钟, 快一个钟头了: how long it is, where it was asked when. */
const lasting = new RegExp(
  `(?:约莫|大约|大概|差不多|估摸|估计|也就|就|有|快|得有|不到|过了|都|已经)?(半|一个半|两个半|几|十来|十几|二十来|${smallNumber})(?:多|来)?(?:个)?(?:多)?(分钟|分|刻钟|小时|钟头|点钟头)(?:多)?(?=[了吧啊呢,。 ]|左右|$)`,
  "u",
);
const vaguely = /约莫|大约|大概|差不多|估摸|估计|过了|都|已经/u;
/** A part of the day names no minute. */
const part = new RegExp(
  `(?:大概|约莫|差不多)?(?:${dayWord})?(?:的)?(?:${periodWord})(?:吧|那会儿|的时候|那阵|前后|左右)?`,
  "u",
);
const justNow =
  /刚刚|刚才|方才|才刚|将才|(?<![王李张刘陈杨赵黄周吴徐孙朱高林何郭马罗梁宋郑谢韩唐冯董志永建小金])刚|这会儿|这阵|马上就|眨眼/u;

/**
 * The moment that a message names, looking back from `now`: 三点二十 is the latest such moment before
 * it. Null if it names none.
 * @param said normalised
 * @param asked it was asked when: a length of time alone is how long ago it was
 */
export function momentIn(
  said: string,
  now: number,
  asked = false,
): (Moment & { from: number; to: number }) | null {
  const back = ago.exec(said);
  if (back) {
    const [words, many = "", unit = ""] = back;
    const at = now - lengthOf(many, unit);
    return { at, words, from: back.index, to: back.index + words.length };
  }
  for (const found of said.matchAll(dated)) {
    const [words] = found;
    if (words === "") continue;
    const [, named, month, date, period, hours, part, minutes, digital, digitalMinutes] = found;
    const clockHour =
      digital === undefined ? (hours === undefined ? null : numberIn(hours)) : Number(digital);
    if (named === undefined && date === undefined && clockHour === null) continue;
    if (clockHour !== null && clockHour > 24) continue;
    const past = minutesOf(part, minutes, digitalMinutes);
    const at =
      clockHour === null
        ? null
        : latest(dayOf(named, month, date, now), partOf(period, named), clockHour, past, now);
    return { at, words, from: found.index, to: found.index + words.length };
  }
  const length = lasting.exec(said);
  if (length && (asked || vaguely.test(length[0]))) {
    const [words, many = "", unit = ""] = length;
    const at = now - lengthOf(many, unit.replace("点钟头", "钟头"));
    return { at, words, from: length.index, to: length.index + words.length };
  }
  const day = part.exec(said);
  if (day) return { at: null, words: day[0], from: day.index, to: day.index + day[0].length };
  const just = justNow.exec(said);
  return just && { at: now, words: just[0], from: just.index, to: just.index + just[0].length };
}

function lengthOf(many: string, unit: string): number {
  const each = unit === "刻钟" ? 15 * minute : unit.startsWith("分") ? minute : hour;
  if (many === "半") return each / 2;
  if (many === "一个半") return each * 1.5;
  if (many === "两个半") return each * 2.5;
  if (many === "几") return each * 5;
  if (many.startsWith("十来") || many === "十几") return each * 12;
  if (many === "二十来") return each * 20;
  return each * (numberIn(many) ?? 1);
}

function minutesOf(
  part: string | undefined,
  told: string | undefined,
  digital: string | undefined,
): number {
  if (digital !== undefined) return Number(digital);
  if (part === "半") return 30;
  if (part === "一刻") return 15;
  if (part === "三刻") return 45;
  return told === undefined ? 0 : (numberIn(told) ?? 0);
}

/** Midnight of the day that is named; null = any day. */
function dayOf(
  named: string | undefined,
  month: string | undefined,
  date: string | undefined,
  now: number,
): number | null {
  const today = midnightBefore(now);
  if (named !== undefined) return today - (days[named] ?? 0) * day;
  const wanted = date === undefined ? null : numberIn(date);
  if (wanted === null) return null;
  const wantedMonth = month === undefined ? null : numberIn(month);
  for (let back = 0; back < 400; back++) {
    const at = today - back * day;
    const there = new Date(at + 8 * hour);
    if (there.getUTCDate() !== wanted) continue;
    if (wantedMonth === null || there.getUTCMonth() + 1 === wantedMonth) return at;
  }
  return null;
}

/** Which half of the day words mean. */
function partOf(
  period: string | undefined,
  named: string | undefined,
): "am" | "pm" | "noon" | null {
  const words = `${period ?? ""}${named ?? ""}`;
  if (/凌晨|半夜|早|头晌|上午|前晌/u.test(words)) return "am";
  if (/中午|晌午/u.test(words)) return "noon";
  return /下午|后晌|过晌|傍|晚|夜/u.test(words) ? "pm" : null;
}

/** The latest moment before `now` that fits. */
function latest(
  dayStart: number | null,
  part: ReturnType<typeof partOf>,
  clockHour: number,
  minutes: number,
  now: number,
): number | null {
  const hours = hoursFor(clockHour, part);
  const starts = dayStart === null ? [midnightBefore(now), midnightBefore(now) - day] : [dayStart];
  const moments = starts
    .flatMap((start) => hours.map((each) => start + each * hour + minutes * minute))
    .filter((at) => at <= now + minute)
    .toSorted((a, b) => b - a);
  return moments[0] ?? null;
}

function hoursFor(told: number, part: ReturnType<typeof partOf>): number[] {
  if (told > 12) return [told % 24];
  const morning = told % 12;
  if (part === "am") return [morning];
  if (part === "pm") return [morning + 12];
  if (part === "noon") return [told === 11 ? 11 : morning + 12];
  return [morning, morning + 12];
}
