import type { ClockMention } from "./clock.ts";
import type { Mention } from "./mention.ts";
import { besides, goes, isDayOfRest, isIf, refusedAmong, refusedDays } from "./refuse.ts";

const plans =
  /(?:约|约到|订|定|定在|改到|改成|改为|改在|换到|换成|挪到|推到|提到|延到|就|那就|想|要|等|到|放|排|排到|安排|留|赶|是|还是|那|不如|干脆|最好|依[我你]|听[我你他她]的)(?:个|在|上|下|一下|,)?$/u;
/** The one who speaks has changed their mind in between. */
const instead = /(?:算了|还是|干脆|不如|改|那就)[^。\n]{0,4}$|(?:^|[,。;!? 吧])那(?:么|要不)?$/u;
/** Which of several they would rather have. */
const ratherBefore =
  /(?:最好|尽量|优先|首选|(?:听|按|依)[^,。;!? ]{1,4}的(?:来|办)?)(?:是|在|约|安排在?|,)?$/u;
const ratherAfter = /^(?:那天|的话|上午|下午|就)?(?:最好|更好|最合适|最方便|最得劲|最?稳|优先)/u;
/** The day that is tried first: 26号不行就27号. */
const tried =
  /^(?:要是|如果|万一|实在)?(?:约不上|不行|不中|没号)(?:的话|就|再)|^(?:要是|如果|万一|实在)(?:约不上|不行|不中|没号)/u;
/** Nothing but particles and halves of the day before the next pause. */
const plain =
  /^(?:那天|当天|这天|[号的吧呢嘛啊哈呗也都行中成]|[上下]午|早上|晚上|头晌|后晌|晌午)*(?=$|[,。;!?()\n ])/u;
const either = /^(?:吧|呢|上午|下午)?(?:要么|或|或者|要么|还是|跟|和|、|,|\/| )?$/u;

/** Another day, but the time that was agreed on. */
const sameTime =
  /同一?(?:个?时[间段]|个?钟?点)|同样的?(?:时间|钟?点)|时间不变|还是那个?(?:点|时间|钟点)/u;
/** The hour that it is now. */
const already = /(?:现在|这会儿?|这都|已经)都?$/u;

/** The hour of something else: 七点四十五的车. */
const ofJourney =
  /^(?:我|俺|就|才)*(?:走|动身|出发|上路|发车)(?![去到过])|^的(?:大?客?车|班车|火车|飞机|航班|课|会)|^[, ]?你们[ ]?(?:就|都)?(?:走|下班|关门|锁门)|^(?:就|都)?(?:下班|关门)(?:[?吧吗,]|$)/u;

/**
 * The day that is meant: the last one after a change of mind, else the first that something is to be
 * done on.
 */
export function chosenDay(
  said: string,
  mentions: readonly Mention[],
  clocks: readonly ClockMention[],
): Mention | null {
  const no = refusedDays(said, mentions, clocks);
  const around = besides(said, mentions);
  const open = mentions.flatMap((mention, at) => (no[at] ? [] : [{ mention, ...around[at]! }]));
  // What stands right before the next day belongs to that one.
  const owns = open.map(({ after, more }) =>
    more ? after.replace(/[^,。;!? ]{1,2}$/u, "") : after,
  );
  const told = open.map(
    ({ mention, more }, at) =>
      more && !goes.test(owns[at]!) && isTold(said.slice(mention.from, mention.to), owns[at]!),
  );
  // 2号3号补觉
  for (let at = told.length - 1; at > 0; at -= 1)
    if (told[at] && either.test(open[at]!.before)) told[at - 1] = true;
  let best: { mention: Mention; score: number } | null = null;
  let first: Mention | null = null;
  for (const [at, { mention, before, after, more }] of open.entries()) {
    const isOther = at > 0 && !told[at - 1] && either.test(before);
    const isInstead = at > 0 && !isOther && instead.test(before);
    const isRather =
      ratherBefore.test(before) ||
      ratherAfter.test(after) ||
      (before.endsWith("还是") && /^好(?=$|[,。 ])/u.test(after));
    const score =
      (goes.test(owns[at]!) ? 2 : 0) +
      (plans.test(before) ? 1 : 0) +
      (isInstead ? 4 : 0) +
      (isRather ? 4 : 0) +
      (more && (tried.test(after) || isIf(before, after)) ? 2 : 0) +
      (told[at] ? -1 : 0) +
      (mention.day === null ? -3 : 0);
    // Of days that are all the same to them, the first.
    if (!isOther || isRather || first === null || first.day === null) first = mention;
    if (best === null || score > best.score) best = { mention: first, score };
  }
  return best?.mention ?? null;
}

/** Whether something else is said of a day than that it suits: 今天礼拜五了, 明天礼拜六. */
function isTold(words: string, own: string): boolean {
  if (isDayOfRest(words) || /^了(?=$|[,。])/u.test(own)) return true;
  return !plain.test(own) && /^[^,。;!? ]{2}/u.test(own);
}

/**
 * The times of day that go with the chosen day, in order; where no day is chosen, all that are not
 * part of a refused one.
 */
export function clocksOf(
  said: string,
  clocks: readonly ClockMention[],
  days: readonly Mention[],
  chosen: Mention | null,
): ClockMention[] {
  if (sameTime.test(said)) return [...clocks];
  const no = refusedAmong(said, clocks, days);
  const told = clocks.filter(
    ({ from, to }, at) =>
      !no[at] && !already.test(said.slice(0, from)) && !ofJourney.test(said.slice(to)),
  );
  const closer = told.filter((clock) => !isLimit(said, clock));
  const open = closer.length > 0 ? closer : told;
  const owner = (clock: ClockMention): Mention | undefined =>
    days.findLast((day) => day.from <= clock.from);
  const isFree = (clock: ClockMention): boolean => owner(clock) === undefined;
  const same = chosen === null ? [] : withAlternatives(said, days, chosen);
  const own = open.filter((clock) => same.includes(owner(clock)?.day ?? null) && !isFree(clock));
  if (own.some(({ minutes }) => minutes !== null)) return own;
  if (own.length > 0)
    return [...open.filter((clock) => isFree(clock) && clock.minutes !== null), ...own];
  // After a breath it goes with the day that is meant, not with the one just refused.
  return open.filter((clock) => {
    const day = owner(clock);
    return day === undefined || /^[的吧了呢]*[^一-鿿]*[, ]/u.test(said.slice(day.to, clock.from));
  });
}

/** 晌午前: until when, and not when. */
function isLimit(said: string, { from, to }: ClockMention): boolean {
  return said.slice(from, to).endsWith("前") || /^[之以]?前(?![后晌半])/u.test(said.slice(to));
}

/** The chosen day, and those named in one breath with it: 十二号十三号的下午. */
function withAlternatives(
  said: string,
  days: readonly Mention[],
  chosen: Mention,
): (number | null)[] {
  const same = [chosen.day];
  for (const [at, day] of days.entries()) {
    const last = days[at - 1];
    if (last && same.at(-1) === last.day && either.test(said.slice(last.to, day.from)))
      same.push(day.day);
  }
  return same;
}
