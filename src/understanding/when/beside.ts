import { mondayOf, partsOf, weekdayOf } from "./days.ts";
import type { Day } from "./days.ts";
import type { Mention } from "./mention.ts";
import { valueOf, week, weekday, weekdayIn } from "./spoken.ts";

/** The days of a message, each read in the light of the ones beside it. */
export function together(said: string, mentions: readonly Mention[], today: Day): Mention[] {
  return withDayBefore(said, withNextDay(said, joined(said, mentions, today)));
}

const many = "(一|二|两|三|四|五|六|七|八|九|十|\\d{1,2})";
const head = "^(?:节|那天|当天)?";
const before = new RegExp(`${head}(?:[的之以])?(?:前|头)${many}[天日]`, "u");
const dayBefore = new RegExp(`${head}的?头天`, "u");
const after = new RegExp(`${head}(?:[过的之以])*后的?(第|头)?${many}[天日]`, "u");
const nextDay = new RegExp(`${head}(?:过了?)?的?(?:第(二|三|四|五)[天日]|转过?天|次日|隔天)`, "u");
const besideWeekday = new RegExp(
  `${head}(?:[之以过])?(前|后)[面头]?(?:[的那头第一个]|最后)*${week}(${weekday})`,
  "u",
);
/** The stretch before or after a day is no day. */
const stretch =
  /^(?:\(含[^)]{0,4}\))?(?:[之以]前|(?:之|以|过)?(?:前(?!后|晌|半晌|往|来|去)|后(?!晌|半晌)|里))(?!天)|^的?那(?:一?周|个?礼拜(?![一二三四五六日天])|个?星期(?![一二三四五六日天])|几天|阵)|^(?:那天)?(?:前后|左右|上下)|^(?:起(?!晌|早|来|床|个?大早)|开始|往后|以内|之内)/u;

/** 端午前一天, 十五第二天, 国庆后那个周一: what follows a day may move it. */
export function shifted(said: string, mention: Mention): Mention {
  const { day, to } = mention;
  if (day === null) return mention;
  const rest = said.slice(to);
  const moved = (by: number, words: string): Mention => ({
    ...mention,
    kind: "exact",
    day: day + by,
    to: to + words.length,
  });
  const earlier = before.exec(rest);
  if (earlier) return moved(-(valueOf(earlier[1]) ?? 1), earlier[0]);
  const eve = dayBefore.exec(rest);
  if (eve) return moved(-1, eve[0]);
  const later = after.exec(rest);
  if (later) return moved(valueOf(later[2]) ?? 1, later[0]);
  const next = nextDay.exec(rest);
  if (next) return moved((valueOf(next[1]) ?? 2) - 1, next[0]);
  const weekly = besideWeekday.exec(rest);
  if (weekly) {
    const ahead = (weekdayIn(weekly[2]!) - weekdayOf(day) + 7) % 7;
    const by = weekly[1] === "后" ? ahead || 7 : ahead - 7;
    return moved(by, weekly[0]);
  }
  return stretch.test(rest) ? { ...mention, day: null, kind: "vague" } : mention;
}

function isBareWeekday(said: string, { kind, from }: Mention): boolean {
  return kind === "weekday" && /^[周礼星]/u.test(said.slice(from));
}

/** 下周二没空,周三行不: a bare weekday stays in the week that was spoken of. */
function inSameWeek(said: string, last: Mention, mention: Mention, today: Day): Mention {
  if (mention.day === null) return mention;
  const spoken = said.slice(last.from, last.to);
  if (
    last.day === null &&
    /^下(?!下).*[一二三四五六]$/u.test(spoken) &&
    isBareWeekday(said, mention)
  )
    return { ...mention, day: mondayOf(today) + 6 + weekdayOf(mention.day) };
  if (last.day === null) return mention;
  const isNext = last.kind === "weekday" && said[last.from] === "下";
  const isBare = isBareWeekday(said, mention);
  const later = weekdayOf(mention.day) - weekdayOf(last.day);
  return isNext && isBare && later > 0 ? { ...mention, day: last.day + later } : mention;
}

const lunarMonth =
  /^(?:大?年|过年|[正冬腊]月|.{0,3}月).{0,2}?(?:初)?([一二三四五六七八九十]{1,3})/u;

/** 大年初七开门不,初八去: a bare 初八 stays in the month that was spoken of. */
function inSameMonth(said: string, last: Mention, mention: Mention): Mention {
  const words = said.slice(mention.from, mention.to);
  const isLunar = /^(?:大?年|过年|[正冬腊]月|[阴农旧老])/u.test(said.slice(last.from));
  const own = (isLunar ? /^初?([一二三四五六七八九十]+)$/u : /^初([一二三四五六七八九十]+)/u).exec(
    words,
  )?.[1];
  const spoken = lunarMonth.exec(said.slice(last.from, last.to))?.[1];
  const [date, before] = [valueOf(own), valueOf(spoken)];
  if (date === null || before === null || last.day === null || date <= before) return mention;
  return { ...mention, day: last.day + date - before };
}

const bareDate = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[号日]?$/u;
/** How far ahead a day still speaks for the bare dates after it. Unit: days. */
const speaksFor = 45;
/** Of a day that is not about coming, nothing follows for others. */
const ends = /^[号日]?(?:刚?去过|刚?来过|刚[去来]|到期|过期|作废|失效|丢|没的|没了|就?到日子)/u;

/** 元旦没人就2号去: a bare date stays in the month that was spoken of. */
function inSameSolarMonth(said: string, last: Mention, mention: Mention): Mention {
  if (last.day === null || mention.day === null || last.kind !== "exact") return mention;
  const [spoken, own] = [partsOf(last.day).date, partsOf(mention.day).date];
  const isLater = mention.day < last.day && last.day - mention.day < speaksFor && own > spoken;
  const isBare = bareDate.test(said.slice(mention.from, mention.to));
  if (!isBare || !isLater || ends.test(said.slice(last.to))) return mention;
  return { ...mention, day: last.day + own - spoken };
}

const dayLater =
  /(?:过[了完][^,。;!? ]{0,4}|(?<=[^,。;!? ]{1,4})后)?(?:第二天|转过?天|次日|隔天|(?<=[后完])的?[头第]一天)(?=[^,。;!?]{0,5}(?:来|去|过|到|办|补|换|落|迁|上户))|(?<=[^,。;!? ][后完]了?[^,。;!? ]?,?)的?第二天(?=$|[,。!?吧给把就再]|[上下]午|早上|头晌|后晌)/u;

/** 重阳那天过寿,第二天去: the day after one that was spoken of earlier. */
function withNextDay(said: string, mentions: Mention[]): Mention[] {
  const found = dayLater.exec(said);
  if (found === null) return mentions;
  const ends = found.index + found[0].length;
  const within = mentions.find(({ from, to }) => from >= found.index && from < ends && to <= ends);
  // 过完灯节第二天 is read already; what is over is the feast, not that day.
  if (within)
    return mentions
      .filter(({ to }) => to !== found.index)
      .map((each) => (each === within ? { ...each, from: found.index } : each));
  const last = mentions.findLast(({ to }) => to < found.index);
  if (last === undefined || last.day === null) return mentions;
  const next: Mention = {
    from: found.index,
    to: ends,
    day: last.day + 1,
    kind: "exact",
  };
  return [...mentions.filter((each) => each !== last), next].sort(
    (one, other) => one.from - other.from,
  );
}

const dayBeforeThat = /([一-鿿]{2,3})[之以]?的?(?:前[头的]?([一两二1-3])天|头天)/u;

/** 15号开庭,开庭前一天: the day before what another day was named for. */
function withDayBefore(said: string, mentions: Mention[]): Mention[] {
  const found = dayBeforeThat.exec(said);
  if (found === null) return mentions;
  const last = mentions.findLast(
    ({ to }) => to < found.index && said.slice(to, to + 6).includes(found[1]!),
  );
  if (last === undefined || last.day === null) return mentions;
  const day = last.day - (valueOf(found[2]) ?? 1);
  const eve: Mention = {
    ...last,
    kind: "exact",
    day,
    from: found.index,
    to: found.index + found[0].length,
  };
  return mentions.map((each) => (each === last ? eve : each));
}

/** A day in the week or month of the one before it. */
function inSpokenOf(said: string, last: Mention, mention: Mention, today: Day): Mention {
  const here = inSameMonth(said, last, inSameWeek(said, last, mention, today));
  return here === mention ? inSameSolarMonth(said, last, mention) : here;
}

/** Whether a date and a weekday can be one day. */
function agree(one: Mention, other: Mention): boolean {
  return one.day !== null && other.day !== null && weekdayOf(one.day) === weekdayOf(other.day);
}

/** Words inside those that moved a day are no day of their own; 明天礼拜三 is one day, told twice. */
function joined(said: string, mentions: readonly Mention[], today: Day): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    if (last && mention.from < last.to) continue;
    const gap = last ? said.slice(last.to, mention.from) : "";
    const isOne =
      last !== undefined &&
      /^[ ,(]{0,2}(?:就是|也就是|是|又是?|也是|正好是?|那个|的)?$/u.test(gap) &&
      (last.day === mention.day ||
        (last.kind !== mention.kind && (gap === "" || agree(last, mention)))) &&
      last.day !== null &&
      mention.day !== null;
    if (!isOne) {
      kept.push(last ? inSpokenOf(said, last, mention, today) : mention);
      continue;
    }
    const exact = last.kind === "exact" ? last : mention;
    kept[kept.length - 1] = { ...exact, from: last.from, to: mention.to };
  }
  return kept;
}
