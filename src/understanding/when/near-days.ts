import { isWorkday } from "../../domain/calendar.ts";
import type { Day } from "./days.ts";
import {
  dateOfDay,
  dayOf,
  lastDayOf,
  mondayOf,
  monthAfter,
  nextDate,
  partsOf,
  weekdayOf,
} from "./days.ts";
import type { Around, Rule } from "./mention.ts";
import { number, valueOf, week, weekday, weekdayIn } from "./spoken.ts";

const exact = { kind: "exact" } as const;
/** 周三 in 老周三小子 is a name, in 一周三次 a count. */
const notCounted = "(?<![老小姓每]|(?<![周期拜])[四一两几半])";
const noCount = "(?![次趟遍年岁口]|个人)";

/** Days counted from today: 明儿个, 大后天, 下礼拜今天, 三天后, 半个月以后. */
const counted: Rule[] = [
  rule("再?过(?:两|俩|几|些|阵)(?:天|日|个?礼拜)|这[几两]天|[改哪][几两]?天", () => null, "vague"),
  rule("(?:[今明]|明儿)后(?:天|儿个?|两天)|今明(?:天|两天)", () => null, "vague"),
  rule("大大后[天儿]个?", (_, { today }) => today + 4),
  rule("大后(?:天|儿个?|个|日)", (_, { today }) => today + 3),
  rule(`下(?:个)?${week}的?今[天儿]个?`, (_, { today }) => today + 7),
  rule("(?<![以之最今往然背前])后(?:天|儿个?|个(?!月)|日|早)", (_, { today }) => today + 2),
  rule(
    "(?<![文说证表声申光分精聪])明(?:天|儿个?|个(?!月)|日|(?=早|晚|晌|上午|下午|头晌|后晌))",
    (_, { today }) => today + 1,
  ),
  rule("(?<=^|约|请|于)[次翌]日", (_, { today }) => today + 1),
  rule("本日|今(?:天|儿个?|个|日|(?=早|晚|晌|上午|下午|头晌|后晌))", (_, { today }) => today),
  rule(
    "(?:现在|这就|马上|立马|这会儿?|待会儿?|等会儿?|一会儿?|过会儿?)(?:我|俺|就|再|能|想|可以|要)*(?=去|过去|过来|来|到你|到所)",
    (_, { today }) => today,
  ),
  rule(
    `(?:半|${number})个?(?:分钟|小时|钟头)(?:以|之)?[后内]?(?=[就能可以]*(?:到|过去|去))`,
    (_, { today }) => today,
  ),
  rule(
    `(?<![第\\d])(半|${number}|俩)(?:个|拉)?(天|日|礼拜|星期|周|月)(?:(?:之|以|过)?后(?![天晌])|过了(?= ?[来去]))|(?:(?<![超经好难])再?过|再等)(半|${number}|俩)(?:个|拉)?(天|日|礼拜|星期|周|月)(?!内|了)`,
    ([many, unit, other, otherUnit], { today }) =>
      counting(many ?? other, unit ?? otherUnit, today),
  ),
];

/** 两个星期以后的星期一: the weekday in the week that is counted to. */
const countedWeeks: Rule[] = [
  rule(
    `(?:再?过)?(${number}|俩)个?${week}(?:[之以过]?后)?的?(?:那个?)?${week}(${weekday})${noCount}`,
    ([many, day], { today }) => {
      const count = many === "俩" ? 2 : valueOf(many);
      return count === null ? undefined : mondayOf(today) + count * 7 + weekdayIn(day!) - 1;
    },
    "weekday",
  ),
];

/** Days of a week: 礼拜五, 这礼拜天, 下下周二. Weeks begin on Monday; a bare one is the next after today. */
const weekdays: Rule[] = [
  rule(`(?:[这下本上]个?)?${week}末(?!最后)`, () => null, "vague"),
  rule(
    `(?:(下下|下|这|本)个?)?${week}${weekday}(?:到|至|[-~—–]+)${week}?${weekday}(?!点|号)`,
    () => null,
    "vague",
  ),
  rule(
    `(下下|下)个?${week}[,的吧那 ]{1,2}(?:那个)?${week}(${weekday})${noCount}`,
    ([which, day], { today }) => mondayOf(today) + (which === "下" ? 7 : 14) + weekdayIn(day!) - 1,
    "weekday",
  ),
  rule(`(下下|下)个?${week}(?:上班)?的?[头第]一天`, ([which], { today, calendar }) => {
    const monday = mondayOf(today) + (which === "下" ? 7 : 14);
    const worked = [0, 1, 2, 3, 4].map((later) => monday + later);
    return worked.find((day) => isWorkday(dateOfDay(day), calendar) !== false) ?? monday;
  }),
  rule(
    `(?:(下下|再下|大下|下|这|本|上上|上|头|每|隔)一?个?|${notCounted})${week}(${weekday})(?<=六)(?:[、和,/]?日)?${noCount}|(?:(下下|再下|大下|下|这|本|上上|上|头|每|隔)一?个?|${notCounted})${week}(?:的(?=[一二三四五六日](?![天个])))?(${weekday})${noCount}`,
    ([which, saturday, other, day], { today }) =>
      ofWeek(which ?? other, weekdayIn((saturday ?? day)!), today),
    "weekday",
  ),
];

/** Days of a month by their place in it: 月底最后一天, 下个月头一个礼拜一. */
const ofMonths: Rule[] = [
  rule(
    `${monthWords()}(?:底|末|份)?的?最后一(?:天|日)|${monthWords()}[底末]的?(?:那天|当天|那一天)`,
    (groups, { today }) => lastDayOf(monthOf(groups, today)),
  ),
  rule(`${monthWords()}(?:底|末|份)?的?最后一个工作日`, (groups, { today, calendar }) => {
    for (let day = lastDayOf(monthOf(groups, today)); day >= today; day -= 1) {
      const worked = isWorkday(dateOfDay(day), calendar);
      if (worked !== false) return worked && day;
    }
    return null;
  }),
  rule(
    `${monthWords()}(?:底|末|份)?的?最后(?:一|那)?一?个${week}(${weekday})`,
    ([next, named, day], { today }) => {
      const last = lastDayOf(monthOf([next, named], today));
      return last - ((weekdayOf(last) - weekdayIn(day!) + 7) % 7);
    },
  ),
  rule(
    `${monthWords()}份?的?[头第](一|二|三|四)?个?${week}(${weekday})`,
    ([next, named, place, day], { today }) => {
      const { year, month } = monthOf([next, named], today);
      const first = dayOf(year, month, 1)!;
      const wanted = first + ((weekdayIn(day!) - weekdayOf(first) + 7) % 7);
      return wanted + ((valueOf(place) ?? 1) - 1) * 7;
    },
  ),
  rule(`${monthWords()}份?的?[头第首]一?个工作日`, (groups, { today, calendar }) => {
    const { year, month } = monthOf(groups, today);
    const first = dayOf(year, month, 1)!;
    for (let day = first; day < first + 14; day += 1) {
      const worked = isWorkday(dateOfDay(day), calendar);
      if (worked !== false) return worked && day;
    }
    return null;
  }),
  rule(`${monthWords()}份?的?[头第]一[天日]`, (groups, { today }) => {
    const { year, month } = monthOf(groups, today);
    return dayOf(year, month, 1);
  }),
];

export const nearDays: readonly Rule[] = [...ofMonths, ...countedWeeks, ...weekdays, ...counted];

function rule(pattern: string, day: Rule["day"], kind: Rule["kind"] = exact.kind): Rule {
  return { pattern: new RegExp(pattern, "gu"), kind, day };
}

/** Groups: 下, or the number of a month; neither = this month. */
function monthWords(): string {
  return `(?:(下下|下)个?月|(${number})月|(?:这|本|当)个?月|月|年)`;
}

function monthOf(groups: (string | undefined)[], today: Day): { year: number; month: number } {
  const next = groups.find((each) => each === "下" || each === "下下");
  const named = groups.map(valueOf).find((each) => each !== null) ?? null;
  if (named === null) return monthAfter(today, next === undefined ? 0 : next.length);
  const { year, month } = partsOf(today);
  return { year: named < month ? year + 1 : year, month: named };
}

function ofWeek(which: string | undefined, day: number, today: Day): Day | null {
  const inWeek = mondayOf(today) + day - 1;
  switch (which) {
    case undefined:
      return inWeek > today ? inWeek : inWeek + 7;
    case "这":
    case "本":
      return inWeek;
    case "下":
      return inWeek + 7;
    case "每":
    case "隔":
      return null;
    case "上":
    case "上上":
    case "头":
      return inWeek - 7;
    default:
      return inWeek + 14;
  }
}

function counting(many: string | undefined, unit: string | undefined, today: Day): Day | null {
  const count = many === "俩" ? 2 : valueOf(many);
  if (unit === "月") {
    if (many === "半") return today + 15;
    if (count === null) return null;
    const { year, month } = monthAfter(today, count);
    const { date } = partsOf(today);
    return dayOf(year, month, date) ?? lastDayOf({ year, month });
  }
  if (count === null) return null;
  const isWeek = unit !== "天" && unit !== "日";
  return today + count * (isWeek ? 7 : 1);
}

/** A number that is a date more often than an hour. */
const lateDate =
  "(1[3-9]|2\\d|3[01]|十[三四五六七八九]|二十[一二三四五六七八九]?|三十一?)(?![\\d点个块岁人年])";

/** The next day with this number: 五号; 二十八下午, where it is too late for an hour. */
export const plainDates: readonly Rule[] = [
  rule("(?<![\\d月])(?:二?十|三十|[12]0)来号", () => null, "vague"),
  rule(
    `(?<![月第初\\d:十]|\\d\\.|任意|任选|任何|延|推后|推迟|提前|提早)(${number})(?:[号日])(?![内楼院门窗机线车文令桌屋栋店井卡群选路]|之内|以内|地块|草场|牧点)`,
    dated,
  ),
  rule(`(?<=不是)${lateDate}(?=[,去]?是${lateDate})`, dated),
  rule(`(?<=不是\u0000+[,去]?是)${lateDate}`, dated),
  rule(`(?<![\\d月点:周期拜初十第块])${lateDate}(?=那天|、\u0000|、${lateDate})`, dated),
  rule(`(?<=\u0000、)${lateDate}(?!号)`, dated),
  rule(`(?<=^(?:那?就|那|还是|行,?就?))${lateDate}(?=吧|$)`, dated),
  rule(`(?<=^|[,。!? 那就])${lateDate}(?=(?: ${lateDate})+(?:都|也|号|行|可|这))`, dated),
  rule(
    `(?<=^|[,。!? 那就])${lateDate}(?=(?:我|俺|再|[领带叫让陪跟][^,。;!? ]{1,4})?(?:过?去|来(?![个岁天分点号])|办))`,
    dated,
  ),
  rule(
    `(?<=[号日\u0000].{0,30}(?:那|就|还是|是|改|[,?。 ])|[定约选挑])${lateDate}(?=$|[,。!? ]|吧|行|中|都|最好|得了|好了)`,
    dated,
  ),
  rule(
    "(?<![\\d月点:周期拜初十第])(1[3-9]|2\\d|3[01]|十[三四五六七八九]|二十[一二三四五六七八九]?|三十一?)(?=上午|下午|头晌|前晌|后晌|过晌|早上|晌午|傍)",
    dated,
  ),
];

function dated([date]: (string | undefined)[], { today }: Around): Day | null | undefined {
  const wanted = valueOf(date);
  return wanted === null ? undefined : (nextDate(wanted, today) ?? undefined);
}
