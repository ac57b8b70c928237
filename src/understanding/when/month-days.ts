import { dayOf, monthAfter, nextDate, nextYearly, partsOf } from "./days.ts";
import type { Day } from "./days.ts";
import { nextLunar } from "./lunar.ts";
import type { Rule } from "./mention.ts";
import { number, valueOf } from "./spoken.ts";

/** After a number without 号: it is a date and no count of anything. */
const noUnit = "(?![个天岁块元点:级份月内楼院亩斤\\d])";
const era = "(?:阴历|农历|旧历|老历|古历)";
const lunarMonths: Record<string, number> = { 正: 1, 一: 1, 冬: 11, 腊: 12 };
const newMoon = "初(?:[一二三四五六七八九十]|10|[1-9](?!\\d))";
/** What may come after a date written with a point or a stroke. */
const afterFigures =
  "(?=$|[ ,。;!?(吧那去来能行有可我俺约周]|上午|下午|早上|头晌|后晌|晌午|晚|礼拜|星期|这天|号|日)";

/** Days of the lunar calendar: 腊月二十八, 初八, 阴历七月十五, 大年三十. */
const lunar: Rule[] = [
  rule(
    `(?:[正冬腊]月|下?个?月)?初?[二三]?十?(?:一二|二三|三四|四五|五六|六七|七八|八九)[号日]|[正冬腊]月初?[二三]?十?(?:一二|二三|三四|四五|五六|六七|七八|八九)(?!号)`,
    () => null,
    "vague",
  ),
  rule("(?:大年|年)三十儿?(?:晚上|晚)?|除夕|三十晚上|大年夜", (_, today) =>
    nextLunar(12, 30, today),
  ),
  rule(
    `${era}(?:今年|明年|的)*闰?([正冬腊]|${number})月的?(初[一二三四五六七八九十]|${number})[号日]?`,
    ([month, date], today) => ofLunar(month, date, today),
  ),
  rule(
    `([正冬腊])月的?(初[一二三四五六七八九十]|初\\d{1,2}|${number})[号日]?${noUnit}`,
    ([month, date], today) => ofLunar(month, date, today),
  ),
  rule(`(?<!个)(${number})月(${newMoon})(?!号|日)`, ([month, date], today) =>
    ofLunar(month, date, today),
  ),
  rule(`八月十五(?![号日点个天块])`, (_, today) => nextLunar(8, 15, today)),
  rule(`(?:大年|年|过年)(${newMoon})(?!号)`, ([date], today) => ofLunar("正", date, today)),
  rule(`${era}(?:的)?(初[一二三四五六七八九十]|${number})[号日]?(?!月)`, ([date], today) =>
    ofLunar(undefined, date, today),
  ),
  rule(`(下)?个?月(${newMoon})(?!号|日)`, ([next, date], today) => {
    const first = next === undefined ? today : nextLunar(null, 1, today + 1);
    return first === null ? null : ofLunar(undefined, date, first);
  }),
  rule(
    `(?<![月年当最起上念读升考])(${newMoon})(?![号日级]|中|年级|学生|的学生|毕业|班|步|次|犯|衷)`,
    ([date], today) => ofLunar(undefined, date, today),
  ),
];

/** Dates with a month: 12月3号, 下个月五号, 2027-01-05, 12.3. */
const solar: Rule[] = [
  rule(
    `(?:下个?月|(?<!\\d)${number}月份?)${number}[号日]?(?:到|至|[-~—–]+)${number}(?=那|之间|中间|[,。 ]|都|哪|$)`,
    () => null,
    "vague",
  ),
  rule(
    `(?:下个?月|(?<!\\d)${number}月份?)?(?<![第初\\d:]|\\d\\.)(${number})[号日]?(?:到|至|[-~—–]+)(?:${number}月)?(${number})[号日]`,
    () => null,
    "vague",
  ),
  rule(`(20\\d\\d)[年./-](${number})[月./-](${number})[号日]?`, ([year, month, date]) => {
    const [inYear, inMonth] = [valueOf(month), valueOf(date)];
    if (inYear === null || inMonth === null) return undefined;
    return dayOf(Number(year), inYear, inMonth) ?? undefined;
  }),
  rule(
    `(?:(今|明|来|转)年的?)?(?<![\\d个])(${number})月份?的?(${number})(?:[号日]|${noUnit})`,
    ([year, month, date], today) => {
      const [inYear, inMonth] = [valueOf(month), valueOf(date)];
      if (inYear === null || inMonth === null) return undefined;
      if (year === undefined) return nextYearly(inYear, inMonth, today) ?? undefined;
      const ahead = year === "今" ? 0 : 1;
      return dayOf(partsOf(today).year + ahead, inYear, inMonth) ?? undefined;
    },
  ),
  rule(
    `(?<![\\d.点]|\\d:|[上下中]午|早上|晚上|晌|[周拜期][一二三四五六日天1-7] ?(?=(?:8|9|10|11)[.]30))(1[0-2]|0?[1-9])[./·](3[01]|[12]\\d|0?[1-9])(?![\\d.])${afterFigures}`,
    ([month, date], today) => nextYearly(Number(month), Number(date), today) ?? undefined,
  ),
  rule(
    `(下下个?|下个?|转|这个?|本|当|个)月的?[,吧啊 ]{0,2}(?:那个)?(${number})(?:[号日]|(?=$|[ ,。!、]|上午|下午|头晌|后晌|早上|去|来|过去|办|补|换))`,
    ([which, date], today) => {
      const wanted = valueOf(date);
      if (wanted === null) return undefined;
      const ahead = which?.startsWith("下下")
        ? 2
        : which?.startsWith("下") || which === "转"
          ? 1
          : 0;
      const { year, month } = monthAfter(today, ahead);
      return dayOf(year, month, wanted) ?? undefined;
    },
  ),
  rule(
    `(?<![月第初周拜期\\d:]|\\d\\.)(${number})(?:、|,|/|(?<=(?:^|[,。!? 就那])${number}) |或者?|和|还是)(?=${number}[号日])`,
    ([date], today) => {
      const wanted = valueOf(date);
      return wanted === null ? undefined : (nextDate(wanted, today) ?? undefined);
    },
  ),
];

export const monthDays: readonly Rule[] = [...lunar, ...solar];

function rule(
  pattern: string,
  day: (groups: (string | undefined)[], today: Day) => Day | null | undefined,
  kind: Rule["kind"] = "exact",
): Rule {
  return {
    pattern: new RegExp(pattern, "gu"),
    kind,
    day: (groups, { today }) => day(groups, today),
  };
}

function ofLunar(
  month: string | undefined,
  date: string | undefined,
  today: Day,
): Day | null | undefined {
  const wanted = valueOf(date?.replace("初", ""));
  if (wanted === null || wanted < 1 || wanted > 30) return undefined;
  if (month === undefined) return nextLunar(null, wanted, today);
  const named = lunarMonths[month] ?? valueOf(month);
  if (named === null || named > 12) return undefined;
  return nextLunar(named, wanted, today);
}
