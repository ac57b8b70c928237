import type { ClockMention } from "./clock.ts";
import type { Mention } from "./mention.ts";

interface Span {
  from: number;
  to: number;
}

/** What stands around words: up to the next words of the same sort, and from the last ones. */
interface Beside {
  before: string;
  after: string;
  /** Another day or time follows in the same message. */
  more: boolean;
}

const refusedBefore =
  /(?:(?<!是)不是(?:说|约了?|定)?|别|甭|不要|(?<!能)不能|不想|除了|没说|过了|过完|出了|不(?:约|去|来)|取消|退掉|错过了?|赶不上|(?:原|本)来?(?:预约)?(?:说好?|约好?|定|时间)?的?(?:是|约|定|说|为)?的?|之前(?:约|定|说)好?的?(?:是)?)[^,。;!?\n ]{0,3}$/u;
/** What was agreed on earlier: it stands, unless another day is named or it is given up. */
const promised = /(?:约|挂|订|定|说|讲)(?:好了?|好的|了|的|成)(?:是|在)?[^,。;!?\n ]{0,2}$/u;
const givenUp =
  /[去来过赶]不(?:了|成|上|开)|不[去来约要办]了|改(?!名|姓|户|民|出|生|字|岁|年|证)|换(?:到|成|个?(?:时间|日子|天)|一天)|取消|退|推|延[后期]|挪|走不开|有事|放放|搁|撂|撞|无法/u;
/** What the day is taken up with: work, or somebody coming and going. */
const chores =
  /^(?:我|俺|队里|家里|家|还|又|得|要|在|才|就|能|从[^,。;!? ]{1,5})*(?:喂|放[羊牛马]|挤奶|接[孩娃]|开会|干活|上课|看孩|打针|住院|出院|剪羊?毛|下地|浇地|卖[羊牛粮]|收[粮麦秋]|打草|值班|出工|回来|回家|放学|到家|考完|考试|结婚|出嫁|满月|来(?= ))(?![^,。;!? ]{0,6}(?:去|完|后))/u;
const refused =
  /^[^,。;!?\n]{0,9}?(?:(?<!行|是)不行(?!吗|么|\?|了吗)|(?<!中)不中(?!吗|\?)|(?<!成)不成(?!吗|\?)|没空|没(?:有)?时间|没工夫|没功夫|不得[空闲劲]|没得空|[去来过赶][不](?:了|成|上|开)|[去来]不(?:了|成)|过不[去来]|不[去来]了|不过去|不能[去来过]|不方便|不赶趟|不合适|赶不上|(?<!没)有(?:点)?(?:别的)?事(?!找|要?问|办)|出(?:门|差|远门)|约满|(?<!期)满(?:了|员)|没号|没有?位|不约|取消|(?<!要)不要|走不开|脱不开|抽不开|腾不出|(?<!不)忙(?!我|啥)|来不及|下不来|要下地|打草|(?<![别不])(?:太|忒)[早晚]|别[约排安]|除外|以外|没人(?!就|少)|不开门|不上班|下雪|农忙|出(?:去|工)|上班呢|排满|占了|算了|拉倒)/u;
/** What keeps them from coming then, where another time is named. */
const busy =
  /^(?:我|俺|家里|队里|还)*(?:要|得)(?!么|不|去|来|过|办|补|换|约|到|迁|个|号|改|照|取|点|是)/u;
/** The day that is moved away from. */
const movedFrom =
  /^[^。;!?\n]{0,12}?(?:(?<![去来过])改(?!名|姓|户|民|出|生|字|岁|年|证)|换(?:到|成|为|个?(?:时间|日子|天|点))|[挪调推延提错]到|调整|往[前后][挪推提错延]|推[迟后]|[延推]后)/u;
const movedAway =
  /^[^,。;!?\n ]{0,9}?(?:(?<![去来过])改(?=到|成|为|在|期|约|签|天|个|一下|$)|[挪推延提错](?:到|后|一下)|换个?(?:时间|日子|天))|^[^,。;!?\n]{0,9}? (?:改|换)(?:个|天|期|日子|时间)/u;
const wrong =
  /^[^。\n]{0,6}?[ ,。.!]*(?:哦|噢|啊|诶|哎)?,? ?(?:不对|错了|说错|写错|打错|记错|不是,|不不|搞错|弄错|(?<=[ ,])不(?=[, ]))/u;
/** What happened or ends on that day, and what is asked about it. */
const ofOther =
  /^(?:[号日那天当天的]|我|俺|就|才|刚|家|他|她|证|身份证|孩子|娃|,)*(?:去了|来了|来过|去过|跑了|没办成|丢|弄丢|没了|掉(?:的|了)|到期|过期|到日子|到头|作废|失效|出生|生的|生日|生人|生了|过生日|结婚|领的证|去世|没的|走的|咽气|办的|发的|到的|打的|出的|摔|断|坏|交的|报的|填的|申请的|来的|给的|补的|寄|签的|欠|借)/u;
const askedOf =
  /^(?:你们|咱们|派出所|窗口|那|到底|还|也|都|所里|是)*(?:上不上班|开不开门|有没有人|(?:上班|开门|有人|办公|值班|休息|放假|关门)(?:不|吗|没|么|呢|\?|$)|上班补|几点|星期几|礼拜几|周几|是几号|下雨|天气)/u;
const sameDay = /那天|那一天|当天|这天/u;
const since =
  /(?:自从|自打|打从|从小|截止到?|有效期到?|到期日(?:是|在)?|出生(?:于|在|是)?|生于|生日是)[^,。;!?]{0,3}$/u;

const goes =
  /^[^,。;!?\n]{0,10}?(?:去|过去|来|到所|到你|办|补|换|迁|落|约|弄|整|中不|中吗|行不|行吗|行么|可以|有号|有空|有位|得空|方便|能行|咋样|吧|好使|呢$|都[行中成]|也[行中成])/u;
const plans =
  /(?:约|约到|订|定|定在|改到|改成|改为|改在|换到|换成|挪到|推到|提到|延到|就|那就|想|要|等|到|放|排|排到|安排|留|赶|是|还是|那|不如|干脆|最好)(?:个|在|上|下|一下|,)?$/u;
/** The one who speaks has changed their mind in between. */
const instead = /(?:算了|还是|干脆|不如|改|那就)[^。\n]{0,4}$/u;
const either = /^(?:吧|呢|上午|下午)?(?:或|或者|要么|还是|跟|和|、|,|\/| )?$/u;

/** The hour that it is now. */
const already = /(?:现在|这会儿?|这都|已经)都?$/u;

/** The hour of something else: 七点四十五的车. */
const ofJourney = /^的(?:大?客?车|班车|火车|飞机|航班|课|会)/u;

/** What other words and times say of each span, in order. */
function besides(said: string, spans: readonly Span[]): Beside[] {
  return spans.map(({ from, to }, at) => {
    const next = spans[at + 1];
    return {
      before: said.slice(spans[at - 1]?.to ?? 0, from),
      after: said.slice(to, next?.from ?? said.length),
      more: next !== undefined,
    };
  });
}

/** Spans that the speaker refuses: no day of theirs, or not any more. */
export function refusedAmong(said: string, spans: readonly Span[]): boolean[] {
  const around = besides(said, spans);
  const no = around.map(
    ({ before, after, more }) =>
      refusedBefore.test(before) ||
      (refused.test(after) && !/^[^,。;!?\n]{0,9}?(?:去不去|来不来|忙不忙)/u.test(after)) ||
      (more && (wrong.test(after) || busy.test(after) || movedFrom.test(after))) ||
      chores.test(after) ||
      (movedAway.test(after) && !goes.test(after.replace(movedAway, ""))),
  );
  return around.map(({ before }, at) => {
    const isOver = givenUp.test(said) || no.slice(at + 1).includes(false);
    return no[at]! || (promised.test(before) && isOver);
  });
}

/** Days of something else: of a loss, a birth, an end of validity, or only asked about. */
export function isOfOther(said: string, { from, to }: Span): boolean {
  const after = said.slice(to);
  if (ofOther.test(after) || since.test(said.slice(0, from))) return true;
  const asked = askedOf.exec(after);
  if (!asked) return false;
  const rest = after.slice(asked[0].length);
  return (
    !sameDay.test(rest) &&
    !/^[ ,?。]*(?:的话|(?:上班|有人|开门|办公|在|开|要是)[^,。]{0,2}(?:我|俺|就))/u.test(rest)
  );
}

/** The day that is meant: the last one after a change of mind, else the first that something is to be done on. */
export function chosenDay(said: string, mentions: readonly Mention[]): Mention | null {
  const no = refusedAmong(said, mentions);
  const around = besides(said, mentions);
  const open = mentions.flatMap((mention, at) => (no[at] ? [] : [{ mention, ...around[at]! }]));
  let best: { mention: Mention; score: number } | null = null;
  let first: Mention | null = null;
  for (const [at, { mention, before, after, more }] of open.entries()) {
    const isOther = at > 0 && either.test(before);
    const isInstead = at > 0 && !isOther && instead.test(before);
    // What stands right before the next day belongs to that one.
    const own = more ? after.replace(/[^,。;!? ]{1,2}$/u, "") : after;
    const score =
      (goes.test(own) ? 2 : 0) +
      (plans.test(before) ? 1 : 0) +
      (isInstead ? 4 : 0) +
      (mention.day === null ? -3 : 0);
    // Of days that are all the same to them, the first.
    if (!isOther || first === null || first.day === null) first = mention;
    if (best === null || score > best.score) best = { mention: first, score };
  }
  return best?.mention ?? null;
}

/** The times of day that go with the chosen day, in order; all of them where no day is chosen. */
export function clocksOf(
  said: string,
  clocks: readonly ClockMention[],
  days: readonly Mention[],
  chosen: Mention | null,
): ClockMention[] {
  const no = refusedAmong(said, clocks);
  const open = clocks.filter(
    ({ from, to }, at) =>
      !no[at] && !already.test(said.slice(0, from)) && !ofJourney.test(said.slice(to)),
  );
  if (chosen === null) return open;
  const owner = (clock: ClockMention): Mention | undefined =>
    days.findLast((day) => day.from <= clock.from);
  const own = open.filter((clock) => owner(clock)?.day === chosen.day);
  if (own.length > 0) return own;
  // After a breath it goes with the day that is meant, not with the one just refused.
  return open.filter((clock) => {
    const day = owner(clock);
    return day === undefined || /^[^一-鿿]*[, ]/u.test(said.slice(day.to, clock.from));
  });
}
