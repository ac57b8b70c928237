export interface Span {
  from: number;
  to: number;
}

/** What stands around words: up to the next words of the same sort, and from the last ones. */
export interface Beside {
  before: string;
  after: string;
  /** Another day or time follows in the same message. */
  more: boolean;
}

const refusedBefore =
  /(?:(?<!是)不是(?:说|约了?|定)?|别|甭|不要|(?<!能)不能|不想|除了|没说|(?:假|休|忙|住|培训|出差|学习)到|不(?:约|去|来)|取消|退掉|比(?!较|如)|错过了?|赶不上|(?:原来?|本来)(?:预约)?(?:说好?|约好?|定|时间)?的?(?:是|约|定|说|为)?的?|之前(?:约|定|说)好?的?(?:是)?)[^,。;!?\n ]{0,3}$/u;
/** 过了小年: not that day, but some day after it. */
const isOver = /(?:过了|过完|出了)$/u;
/** What was agreed on earlier: it stands, unless another day is named or it is given up. */
const promised = /(?:约|挂|订|定|说|讲)(?:好了?|好的|了|的|成)(?:是|在)?[^,。;!?\n ]{0,2}$/u;
const givenUp =
  /[去来过赶]不(?:了|成|上|开)|不[去来约要办]了|改(?!名|姓|户|民|出|生|字|岁|年|证)|换(?:到|成|个?(?:时间|日子|天)|一天)|取消|退|推|延[后期]|挪|走不开|有事|放放|搁|撂|撞|无法/u;
/** What the day is taken up with: work, or somebody coming and going. */
const chores =
  /^(?:我|俺|队里|家里|家|还|又|得|要|在|才|就|能|从[^,。;!? ]{1,5})*(?:喂|放[羊牛马]|挤奶|接[孩娃]|开会|[交接]班|干活|上课|看孩|打针|住院|出院|剪羊?毛|下地|浇地|卖[羊牛粮]|收[粮麦秋]|打草|值班|出工|从[^,。;!? ]{1,8}?[下上回出]来|回来|[回来]家|放学|到家|考完|考试|结婚|出嫁|满月|(?<=[^我俺])来(?= ))(?![^,。;!? ]{0,6}(?:去|完|后|办|补|换|到$|到[ ,。!?]))/u;
const refused =
  /^(?:(?!吧[这我你]|再?不行的?[话就再])[^,。;!?\n]){0,9}?(?:(?<!行|是)不行(?!的话|就|再)(?!吗|么|\?|了吗)|(?<!中)不中(?!吗|\?)|(?<!成)不成(?!吗|\?)|没空|没(?:有)?时间|没工夫|没功夫|不得[空闲劲]|没得空|[去来过赶][不](?:了|成|上|开)|[去来]不(?:了|成)|(?<![去来])不[去来](?!行|成|中|得|也|不|了|吗|\?)|再(?:说|看(?!病)|定(?!个|在)|商量|联系)|退(?:了|掉)|都(?:已经)?过(?:了|去了|完了)|(?<!没)有(?:会|课|班|活|酒席)(?!调解)|够呛|悬(?:乎|了)|过不[去来]|不[去来]了|不过去|不能[去来过]|不方便|不赶趟|不合适|赶不上|(?<!没)有(?:点)?(?:别的)?事(?!找|要?问|办)|出(?:门|差|远门)|约满|(?<!期)满(?:了|员)|没号|没有?位|不约|取消|(?<!要)不要|走不开|脱不开|抽不开|腾不出|(?<!不)忙(?!我|啥)|来不及|下不来|要下地|打草|(?<![别不])(?:太|忒)[早晚]|别[约排安]|除外|以外|(?<!要是|如果)不在(?!乎|家就)|没人(?!就|少|我|俺)|不开门|不上班|下雪|农忙|出(?:去|工)|上班呢|排满|占了|算了|拉倒)/u;
/** What keeps them from coming then, where another time is named. */
const busy =
  /^(?:我|俺|家里|队里|还)*(?:要|得)(?!么|不|去|来|过|办|补|换|约|到|迁|个|号|改|照|取|点|是)/u;
/** The day that is moved away from. */
const movedFrom =
  /^[^。;!?\n]{0,12}?(?:(?<![去来过])改(?!名|姓|户|民|出|生|字|岁|年|证)|换(?:到|成|为|个?(?:时间|日子|天|点))|[挪调推延提错]到|提[前早]到|调整|往[前后][挪推提错延]|推[迟后]|[延推]后)/u;
const movedAway =
  /^[^,。;!?\n ]{0,9}?(?:(?<![去来过])改(?=到|成|为|在|期|约|签|天|个|一下|$)|[挪推延提错](?:到|后|一下)|换个?(?:时间|日子|天))|^[^,。;!?\n]{0,9}? (?:改|换)(?:个|天|期|日子|时间)/u;
const wrong =
  /^[^。\n]{0,6}?[ ,。.!]*(?:哦|噢|啊|诶|哎)?,? ?(?:(?<=[哦噢啊哎诶],? ?)(?:应该)?是(?!的|吗|吧)|不对|错了|说错|写错|打错|记错|不是,|(?:我|俺)?不(?:同意|答应|愿意|乐意)|不不|搞错|弄错|(?<=[ ,啊哦嗯哎噢])不(?=[, ]))/u;
/** What the other side wants, where the speaker has their own word after it. */
const ofOneSide = /(?:[他她]|对方|那边|[他她我俺]家?[一-鿿]{1,2})说[^,。;!? ]{0,3}$/u;
const restDay = /[天号日儿个].{0,3}(?:周|礼拜|星期)[六日天]$/u;
/** Somebody is back then: what is to be done comes after it. */
const comesHome =
  /^[^,。;!? ]{1,5}(?:回来|家来|来家|到家|回家|出院|放学|考完)(?![^,。;!? ]{0,6}(?:去|办|补|换|到))/u;
/** 周三不行周四也可以: the first stays the first. */
const ifNot = /^(?:要是|如果)?(?:不行|不中),?$/u;
/** 这周六你们上班吗,不上班就下周一. */
const elsewise =
  /^[^。;!?]{0,12}?(?:上班|有人|开门|办)(?:不|吗|没|么)[, ?]{0,2}(?:你们)?(?:要是|如果)?(?:不上班|没有?人?|不办|不开门)(?:的话)?,?(?:就|那|我)/u;
/** Nobody is there then, where another time is named. */
const closed =
  /^(?:你们|咱们|派出所|所里|窗口|是|又|也|都|好像|就|,|,?它?是)*(?:放假|休息|歇班|歇业|不上班|关门|盘点|没人|下[雨雪]|人多|过节|元旦|周末)(?!不|吗|么|之?前|之?后)/u;
/** What happened or ends on that day, and what is asked about it. */
const ofOther =
  /^(?:[号日那天当天的]|我|俺|就|才|刚|家|他|她|证|身份证|孩子|娃|,)*(?:去了|来了|来过|去过|跑了|没办成|丢|弄丢|没了|掉(?:的|了)|到期|过期|到日子|到头|作废|失效|出生|生的|生日|生人|生了|过生日|结婚|领的证|去世|没的|走的|咽气|办的|发的|到的|打的|出的|摔|断|坏|交的|报的|填的|申请的|来的|给的|走(?=了|$|[,。 ])|补的|寄|签的|欠|借)/u;
const askedOf =
  /^(?:你们|咱们|派出所|窗口|那|到底|还|也|都|所里|是)*(?:上不上班|开不开门|有没有人|(?:上班|开门|有人|办公|工作|值班|休息|放假|关门)(?:不|吗|没|么|呢|\?|$)|上班补|几点|星期几|礼拜几|周几|是几号|下雨|天气)/u;
const sameDay = /那天|那一天|当天|这天/u;
const since =
  /(?:自从|自打|打从|从小|截止到?|有效期到?|到期日(?:是|在)?|出生(?:于|在|是)?|生于|生日是)[^,。;!?]{0,3}$/u;

/** What is to be done on that day. */
export const goes =
  /^[^,。;!?\n]{0,10}?(?:去(?![^,。;!? ]{1,4}(?:开会|看病|进货|拉|接|送))(?!城|旗里|市里|镇[上里]|县里|海拉尔|外地|医院|学校|姥|开会|进货|[送接看拉赶])|过去|(?<![回出下上起本原])来(?=[^家])|(?<![回出下上起本原家])来$|到(?=所|你|$|[,。!? ])|办|补(?![觉课休班])|换|迁|落|约|弄|整|中不|中吗|行不|行吗|行么|可以|有号|有空|有位|得空|方便|能行|咋样|吧|好使|呢$|都[行中成]|也[行中成])/u;
/**
 * What other words say of each span, in order.
 * @param others spans of the other sort: what is said of a time ends where a day is named
 */
export function besides(
  said: string,
  spans: readonly Span[],
  others: readonly Span[] = [],
): Beside[] {
  return spans.map(({ from, to }, at) => {
    const next = spans[at + 1];
    const end = Math.min(
      next?.from ?? said.length,
      others.find((each) => each.from >= to)?.from ?? said.length,
    );
    return {
      before: said.slice(spans[at - 1]?.to ?? 0, from),
      after: said.slice(to, end),
      more: next !== undefined,
    };
  });
}

const workedFor = /(?<!不)(?:补班|上班|串休)(?!吗|不|么)/u;

/** 明天礼拜六: told twice, to say that nobody works then. */
export function isDayOfRest(words: string): boolean {
  return restDay.test(words);
}

/** 周三要是满了就周四: only if, so that the first is tried first. */
export function isIf(before: string, after: string): boolean {
  return /(?:要是|如果|万一|假如)$/u.test(before) || /^(?:要是|如果|万一)/u.test(after);
}

/** Spans that the speaker refuses: no day of theirs, or not any more. */
export function refusedAmong(
  said: string,
  spans: readonly Span[],
  others: readonly Span[] | null = null,
): boolean[] {
  const isDays = others === null;
  const around = besides(said, spans, others ?? []);
  const no = around.map(
    ({ before, after, more }, at) =>
      refusedBefore.test(before) ||
      (isDays && isOver.test(before)) ||
      (more && (elsewise.test(after) || comesHome.test(after))) ||
      (refused.test(after) &&
        !(more && isIf(before, after)) &&
        !(ifNot.test(after) && /^也(?!不)/u.test(around[at + 1]?.after ?? "")) &&
        !/^[^,。;!?\n]{0,9}?(?:去不去|来不来|忙不忙)/u.test(after)) ||
      (more &&
        (wrong.test(after) ||
          (closed.test(after) && !isIf(before, after)) ||
          movedFrom.test(after) ||
          (isDayOfRest(said.slice(spans[at]!.from, spans[at]!.to)) &&
            !goes.test(after) &&
            !workedFor.test(after)) ||
          said.slice(spans[at]!.from, spans[at]!.to).includes("又"))) ||
      (ofOneSide.test(before) && /[我俺]说|听[我俺]的/u.test(said.slice(spans[at]!.to))) ||
      ((more || at > 0) && busy.test(after)) ||
      ((isDays || spans.length > 1) && chores.test(after)) ||
      (movedAway.test(after) && !goes.test(after.replace(movedAway, ""))),
  );
  return around.map(({ before }, at) => {
    const isGivenUp = givenUp.test(said) || no.slice(at + 1).includes(false);
    return no[at]! || (promised.test(before) && isGivenUp);
  });
}

/** Of each day, whether it is refused, told from what is said of its halves and of the same day elsewhere. */
export function refusedDays(
  said: string,
  days: readonly (Span & { day: number | null })[],
  clocks: readonly Span[],
): boolean[] {
  const no = refusedAmong(said, days);
  const noClock = refusedAmong(said, clocks, days);
  // 明天上午不行,下午: the day stands while another time of it does.
  const byDay = days.map(({ to }, at) => {
    const own = clocks.flatMap((clock, place) =>
      clock.from >= to && clock.from < (days[at + 1]?.from ?? said.length) ? [place] : [],
    );
    const starts = own[0] !== undefined && clocks[own[0]]!.from - to <= 1;
    const stands = starts && noClock[own[0]!] === true && own.some((each) => !noClock[each]);
    return no[at]! && !stands;
  });
  // 明天元旦放假
  for (const [at, { to }] of days.entries()) {
    const next = days[at + 1];
    if (next?.from === to && said.slice(next.from, next.to).endsWith("放假")) byDay[at] = true;
  }
  for (let at = days.length - 1; at > 0; at -= 1) {
    if (!byDay[at]) continue;
    const gap = said.slice(days[at - 1]!.to, days[at]!.from);
    // 周三周四都有事
    const isList =
      /^[和跟、]?$/u.test(gap) ||
      (/^[, ]$/u.test(gap) && /^[^,。;!? ]{0,2}[都也全]/u.test(said.slice(days[at]!.to)));
    if (isList) byDay[at - 1] = true;
    // 一号去……一号放假是吧
    for (let earlier = 0; earlier < at; earlier += 1)
      if (days[earlier]!.day === days[at]!.day && days[at]!.day !== null) byDay[earlier] = true;
  }
  return byDay;
}

/** Days of something else: of a loss, a birth, an end of validity, or only asked about. */
export function isOfOther(said: string, { from, to }: Span): boolean {
  const after = said.slice(to);
  const other = ofOther.exec(after);
  // 初九生日,那天去: that day is meant after all.
  if (other && !/^[^。;!?]{0,4}[, ]就?(?:那天|当天)/u.test(after.slice(other[0].length)))
    return true;
  if (since.test(said.slice(0, from))) return true;
  const asked = askedOf.exec(after);
  if (!asked) return false;
  const rest = after.slice(asked[0].length);
  return (
    !sameDay.test(rest) &&
    !/^[ ,?。]*(?:的话|(?:上班|有人|开门|办公|在|开|要是)[^,。]{0,2}(?:我|俺|就))/u.test(rest)
  );
}
