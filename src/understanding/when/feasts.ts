import { isWorkday } from "../../domain/calendar.ts";
import type { Holiday } from "../../domain/calendar.ts";
import type { Day } from "./days.ts";
import { dateOfDay, dayOfDate, nextYearly, weekdayOf } from "./days.ts";
import { nextLunar, nextTerm, termNames, termsAndWeather } from "./lunar.ts";
import type { Around, Rule } from "./mention.ts";
import { valueOf, week, weekday, weekdayIn } from "./spoken.ts";

/** Public holidays: what they are called, and their own day. */
const holidays: { name: string; words: string; day: (today: Day) => Day | null }[] = [
  { name: "元旦", words: "元旦|阳历年|新年", day: (today) => nextYearly(1, 1, today) },
  {
    name: "春节",
    words: "春节|过完?大?年|大年(?![三初])|(?<![小\\d一二三四五六七八九十两几])年(?=[前后])",
    day: (today) => nextLunar(1, 1, today),
  },
  { name: "清明", words: "清明", day: (today) => nextTerm("清明", today) },
  {
    name: "劳动节",
    words: "(?<![周期拜])五一(?!百|千|万)|劳动节|51(?=节|放|假|后|前)",
    day: (today) => nextYearly(5, 1, today),
  },
  { name: "端午", words: "端午|端五|五月节", day: (today) => nextLunar(5, 5, today) },
  { name: "中秋", words: "中秋|八月节", day: (today) => nextLunar(8, 15, today) },
  {
    name: "国庆",
    words: "国庆|(?<!双)十一(?=节|放|假|长假|黄金|[过以之]?[前后]|完|那天|上班|当天|补班)",
    day: (today) => nextYearly(10, 1, today),
  },
];
/** 年前, 年后: before and after the spring festival; not 两年后. */
const yearTurn = "(?<![小\\d一二三四五六七八九十两几])年(?=[前后])";
const holidayWord = holidays.map(({ words }) => `(?:${words})`).join("|");
/** A holiday by name, or any: 放完假, 节后. */
const someHoliday = `(${holidayWord}|节(?=[前后])|放完?假|休完?假|歇完?假|假期|小?长假|收假|假(?=[前后])|${yearTurn})`;

/** Feasts on which offices work; their day in the lunar calendar, or by month. */
const feasts: [string, (today: Day) => Day | null][] = [
  ["元宵节?|灯节", (today) => nextLunar(1, 15, today)],
  ["(?<!十)二月二(?![十号日点])|龙抬头", (today) => nextLunar(2, 2, today)],
  ["七夕", (today) => nextLunar(7, 7, today)],
  ["中元节|鬼节", (today) => nextLunar(7, 15, today)],
  ["重阳节?|九月九(?=登|重阳|老人节|那天)", (today) => nextLunar(9, 9, today)],
  ["腊八节?", (today) => nextLunar(12, 8, today)],
  ["小年夜?(?!轻|纪)", (today) => nextLunar(12, 23, today)],
  ["情人节", (today) => nextYearly(2, 14, today)],
  ["植树节", (today) => nextYearly(3, 12, today)],
  ["520(?!\\d|块|元)|五二零", (today) => nextYearly(5, 20, today)],
  ["九三(?=阅兵|纪念|那天)|抗战胜利日?", (today) => nextYearly(9, 3, today)],
  ["寒衣节|十月一(?=上完?坟|烧完?纸|送寒衣)", (today) => nextLunar(10, 1, today)],
  ["愚人节", (today) => nextYearly(4, 1, today)],
  ["平安夜", (today) => nextYearly(12, 24, today)],
  ["(?:五四)?青年节", (today) => nextYearly(5, 4, today)],
  ["教师节", (today) => nextYearly(9, 10, today)],
  ["三八节|妇女节", (today) => nextYearly(3, 8, today)],
  ["六一(?:儿童)?节?|儿童节", (today) => nextYearly(6, 1, today)],
  ["七一(?:建党)?节?|建党节", (today) => nextYearly(7, 1, today)],
  ["八一(?:建军)?节?|建军节", (today) => nextYearly(8, 1, today)],
  ["双十一|双11", (today) => nextYearly(11, 11, today)],
  ["双十二|双12", (today) => nextYearly(12, 12, today)],
  ["圣诞节?", (today) => nextYearly(12, 25, today)],
];

const firstDay = "(?:[头第](一|二|两|三)?个?天?)";
const working = "(?:正式|恢复)?(?:上班|工作日|开班|开门|办公)";
const madeUpWords = "(?:补班|补上班|[串调倒]休上班|调班)";
const madeUpRest = "上班|补班|那天|那个|这天|[的那个这天]";
/** Where a holiday is a stretch and not a day. */
const stretch =
  "(?:节|的)*(?:期间|放假|假期|[三五七八]天(?:小?长)?假|长假|假|完|过了|那几天|那阵|前后|左右|的时候|里)";
const theDay = "(?:节)?(?:那天|当天|当日|正日子|这天|一号)";
/** A shift (前一天, 第二天) or a time after a name makes it one day. */
const dayFollows =
  "(?=节?(?:前|后|头|第|过后)(?:第|头)?[一二三两\\d]天|节?(?:第二|转|次)[天日]|节?(?:之|以|过)?[前后](?:面|头)?(?:的|那|头|第|一|个|最后)*(?:周|礼拜|星期)|节?(?:上午|下午|早上|头晌|后晌))";

export const feastDays: readonly Rule[] = [
  rule(
    `(${holidayWord})(?:节|放假)*[之以过]?后(?:面)?(?:的|那|头|第|一|个)*${week}(${weekday})|放完(${holidayWord})(?:节|的)?(?:长|小长)?假(?:的|那|头|第|一|个|后)*${week}(${weekday})`,
    ([name, day, other, otherDay], around) => {
      const next = holidaysOf(name ?? other, around).find(
        ({ to }) => dayOfDate(to) >= around.today,
      );
      if (!next) return null;
      const last = dayOfDate(next.to);
      return last + ((weekdayIn((day ?? otherDay)!) - weekdayOf(last) + 7) % 7 || 7);
    },
  ),
  rule(
    `(?:过完?了?)?${someHoliday}(?:(?!前)[^。!?\\n]){0,8}?(?:${firstDay}${working}(?:的?那?天|日)?|(?:上班|开班|开门)[的后]?(?:那天|[头第](一|二|三)?天)|[首头第]一?个工作日|收假(?:那|头一|第一|当)天|(?:假期?|节)(?:完了?|结束|过完|过了)[后的]*[头第]一天|一[上开]班|[后完]的?(?:[头第]一天|首日)(?:上班|开班)?(?:那天)?)`,
    ([name, place, other], around) => workdayAfter(name, valueOf(place ?? other) ?? 1, around),
  ),
  rule(
    `${someHoliday}(?:节|放假|的)*之?前的?(?:最后|末)(?:一|1)?(?:天|个工作日|天上班)(?:上班)?|${someHoliday}?放假的?前头?一天`,
    ([name, other], around) => workdayBefore(name ?? other, around),
  ),
  rule(
    `(${holidayWord})[^。!?\\n,]{0,3}${madeUpWords}(?:${madeUpRest})*(?:${week}(${weekday}))?|${madeUpWords}(?:${madeUpRest})*(?:${week}(${weekday})|(?<=那天|那个|这天))|(?<!这个?)${week}(${weekday})(?:那天|[要得是])?补班`,
    ([name, ...days], around) =>
      madeUp(
        name,
        days.find((each) => each !== undefined),
        around,
      ),
  ),
  ...holidays.flatMap(({ name, words, day }): Rule[] => [
    rule(`(?:${words})${stretch}`, () => null, "vague"),
    rule(`(?:${words})(?:${theDay}|${dayFollows})节?`, (_, { today }) => day(today)),
    name === "春节" || name === "国庆"
      ? rule(`(?:${words})节?`, () => null, "vague")
      : rule(`(?:${words})节?`, (_, { today }) => day(today)),
  ]),
  ...termNames
    .filter((term) => term !== "清明")
    .map((term) =>
      rule(`${term}(?:那天|当天)?(?!以?后|过后|前后|左右|节气)`, (_, { today }) =>
        nextTerm(term, today),
      ),
    ),
  ...termsAndWeather.map((term) =>
    rule(`${term}(?:节气)?(?:那天|当天|(?=前[一1]天|第二天))`, (_, { today }) =>
      nextTerm(term, today),
    ),
  ),
  ...feasts.map(([words, day]) =>
    rule(`(?<![\\d一二三四五六七八九十])(?:${words})(?:那天|当天|正日子)?`, (_, { today }) =>
      day(today),
    ),
  ),
];

function rule(pattern: string, day: Rule["day"], kind: Rule["kind"] = "exact"): Rule {
  return { pattern: new RegExp(pattern, "gu"), kind, day };
}

/** A pattern without what it asks of the words around. */
function bare(pattern: string): string {
  return pattern.replace(/\(\?<?[=!][^)]*\)/gu, "");
}

/** Holidays of that name in order; words that name none mean any. */
function holidaysOf(words: string | undefined, { calendar }: Around): Holiday[] {
  // What stood around the name is not to be seen any more.
  const name =
    words === "年"
      ? "春节"
      : holidays.find((each) => new RegExp(`^(?:${bare(each.words)})`, "u").test(words ?? ""))
          ?.name;
  return calendar
    .flatMap((year) => year.holidays)
    .filter(({ names }) => name === undefined || names.includes(name));
}

/** The first (second, …) working day after a holiday; null where nobody knows it yet. */
function workdayAfter(words: string | undefined, place: number, around: Around): Day | null {
  for (const holiday of holidaysOf(words, around)) {
    const last = dayOfDate(holiday.to);
    let left = place;
    for (let day = last + 1; day <= last + 14; day += 1) {
      const worked =
        isWorkday(dateOfDay(day), around.calendar) ??
        (isBesideWeekend(holiday) ? weekdayOf(day) <= 5 : null);
      if (worked === null) {
        if (last >= around.today) return null;
        break;
      }
      if (!worked) continue;
      left -= 1;
      if (left > 0) continue;
      if (day >= around.today) return day;
      break;
    }
  }
  return null;
}

/** One day on a Friday or Monday: never lengthened, so that what follows it is known before it is announced. */
function isBesideWeekend({ from, to }: Holiday): boolean {
  return from === to && [1, 5].includes(weekdayOf(dayOfDate(to)));
}

function workdayBefore(words: string | undefined, around: Around): Day | null {
  for (const { from } of holidaysOf(words, around)) {
    if (dayOfDate(from) <= around.today) continue;
    for (let day = dayOfDate(from) - 1; day >= around.today; day -= 1) {
      const worked = isWorkday(dateOfDay(day), around.calendar);
      if (worked === null) return null;
      if (worked) return day;
    }
  }
  return null;
}

/** The next Saturday or Sunday that is worked for a holiday. */
function madeUp(words: string | undefined, day: string | undefined, around: Around): Day | null {
  const days = holidaysOf(words, around).flatMap(({ workdays }) => workdays.map(dayOfDate));
  const wanted = day === undefined ? null : weekdayIn(day);
  const fits = days.filter(
    (each) => each >= around.today && (wanted === null || weekdayOf(each) === wanted),
  );
  return fits.sort((one, other) => one - other)[0] ?? null;
}
