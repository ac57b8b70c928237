import { chineseNumber, numberWords } from "./chinese-number.ts";

const money = "块钱|块|元|圆|rmb|¥|￥";
/** What a number is of when it is no money. */
const otherThings =
  "点|时|号|月|日|分钟|小时|钟头|天|周|星期|礼拜|年|岁|个月|次|单|张|位|个人|人|笔|遍|楼|队|组|%|折|头牛|头|只|亩|捆|吨|斤|公里|里地|米|g|兆|级";

const arabic = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const inDigits = new RegExp(
  `(?<![\\d.:…])[¥￥]?(${arabic})(?:(万|w|千|k|百)(?:(\\d)(?!\\d)(千|百)?)?)?(?:多)?(${money})?(?![\\d.:]|(?:${otherThings}))`,
  "gu",
);
const inWords = new RegExp(
  `(半)?([${numberWords}]+)(?:来|多|把|几)?(?:个)?(${money})?(?!\\d|[${numberWords}]|半|(?:${otherThings}))`,
  "gu",
);

interface Amount {
  /** Position in the text. */
  at: number;
  /** Unit: yuan. */
  yuan: number;
  /** It was named as money, or is a round sum in words: no other number of the message is likelier. */
  sure: boolean;
}

/** What was transferred, as told. */
export interface Told {
  /** All of it. Unit: yuan. */
  yuan: number;
  /** Each transfer by itself, where more than one was told; their sum is `yuan`. */
  parts: number[];
  /** It comes on top of what was told before: 又转了五千. */
  adds: boolean;
}

/**
 * The sum that a message names, in yuan; the one named as money before any other. Null if none is.
 * @param said normalised, without what tells a time
 */
export function amountIn(said: string): number | null {
  const found = amountsIn(said);
  return (found.find(({ sure }) => sure) ?? found[0])?.yuan ?? null;
}

const together =
  /(?:一共|总共|拢共|统共|合计|加起来|合起来|共计|共|全部|总计|总的)(?:是|转了|给了|打了|有)?[^,。\d一二两三四五六七八九十]{0,3}$/u;
const several =
  /笔|次|回|又|再|后来|然后|接着|先|和|跟|加上|还有|分别|头一|第[一二三四五]|[\d百千万]\s*[+、,，]\s*[\d一二两三四五六七八九]/u;
const times =
  /(?:转|打|汇|付|扫|充|存|扣|刷|给|分)?(?:了|过)?([一二两三四五六七八九十\d]{1,2})(?:笔|次|回|趟)[^。]{0,6}(?:每(?:笔|次|回)|都是?|各|一(?:笔|次|回))$/u;
/** What lay there, what was promised or demanded was not transferred. */
const notMoved =
  /(?:卡里|账上|余额|还剩|剩|本来有|原来有|返|退|赚|挣|奖|赔|要我|让我|还要|又要|再交|再转|再打|先交|交|说是?)[^,。;\n]{0,5}$/u;
const more =
  /(?:又|再|还|后来|接着|另外|第二(?:笔|次|回)|还有一笔)[^,。]{0,4}(?:转|打|汇|付|充|交|给|扫|垫|存|扣|刷|有)[^,。让叫要]{0,4}(?:了|过去|出去|进去|完)|还有(?:一)?笔|又(?:是)?一笔|第二笔/u;
const demanded = /(?:(?:让|叫|催|逼|要)(?:我|俺)|要(?:交|再|先))(?:再|还|又|先)?[^,。了]{0,6}$/u;

/** 一笔三千一笔五千: here the next one begins. */
const nextOne = /(?<=[千百万块元\d])(?=(?:第|另|头)?[一二三四五两](?:笔|次|回|趟))/gu;

/** What was transferred by these words; null if they name no sum. */
export function transferredIn(text: string): Told | null {
  const said = text.replace(nextOne, " ");
  const all = amountsIn(said);
  const sure = all.filter(({ sure }) => sure);
  const moved = (sure.length > 0 ? sure : all.slice(0, 1)).filter(
    ({ at }) => !demanded.test(said.slice(0, at)),
  );
  if (moved.length === 0) return null;
  const adds = more.test(said);
  const whole =
    moved.find(({ at }) => together.test(said.slice(0, at))) ??
    moved.find((one) => moved.length > 2 && isSumOf(one, moved));
  const rest = moved.filter((one) => one !== whole);
  if (whole) {
    const parts = rest.map(({ yuan }) => yuan);
    const fits = parts.length > 1 && sumOf(parts) === whole.yuan;
    return { yuan: whole.yuan, parts: fits ? parts : [], adds: false };
  }
  const [one] = rest;
  const each = one && times.exec(said.slice(0, one.at))?.[1];
  if (one && each && rest.length === 1) {
    const many = /^\d+$/u.test(each) ? Number(each) : (chineseNumber(each) ?? 1);
    return { yuan: one.yuan * many, parts: Array.from({ length: many }, () => one.yuan), adds };
  }
  if (rest.length > 1 && several.test(said)) {
    const parts = rest
      .filter(({ at }) => !notMoved.test(said.slice(0, at)))
      .map(({ yuan }) => yuan);
    if (parts.length > 1) return { yuan: sumOf(parts), parts, adds };
  }
  const likely = rest.find(({ at }) => !notMoved.test(said.slice(0, at))) ?? one;
  return likely ? { yuan: likely.yuan, parts: [], adds } : null;
}

/** 三万是分两次转的，一次一万，一次两万. */
function isSumOf(one: Amount, all: readonly Amount[]): boolean {
  return sumOf(all.filter((other) => other !== one).map(({ yuan }) => yuan)) === one.yuan;
}

function sumOf(parts: readonly number[]): number {
  return Math.round(parts.reduce((sum, part) => sum + part, 0) * 100) / 100;
}

/** In the order in which they stand. */
function amountsIn(said: string): Amount[] {
  return [...digitsIn(said), ...wordsIn(said)]
    .filter(({ yuan }) => yuan > 0)
    .toSorted((a, b) => a.at - b.at);
}

const hotline = /^(?:110|119|120|122|96110|12381|12356|955\d\d)$/u;

function digitsIn(said: string): Amount[] {
  return [...said.matchAll(inDigits)].flatMap((found) => {
    const [, figure = "", unit, tail, tailUnit, named] = found;
    const at = found.index;
    // 110 is called, and not paid.
    if (hotline.test(figure) && !unit && !named) return [];
    const whole = Number(figure.replaceAll(",", ""));
    const times = timesOf(unit);
    const rest =
      tail === undefined ? 0 : Number(tail) * (tailUnit ? timesOf(tailUnit) : times / 10);
    // A long run of digits without a unit is a number of something else.
    if (!unit && !named && figure.replace(/\..*/u, "").length > 7) return [];
    const yuan = Math.round((whole * times + rest) * 100) / 100;
    return [{ at, yuan, sure: unit !== undefined || named !== undefined }];
  });
}

function timesOf(unit: string | undefined): number {
  if (unit === "万" || unit === "w") return 10_000;
  if (unit === "千" || unit === "k") return 1_000;
  return unit === "百" ? 100 : 1;
}

function wordsIn(said: string): Amount[] {
  return [...said.matchAll(inWords)].flatMap((found) => {
    const [, half, figure = "", named] = found;
    const at = found.index;
    if (half !== undefined) return figure === "万" ? [{ at, yuan: 5_000, sure: true }] : [];
    const yuan = chineseNumber(figure);
    if (yuan === null) return [];
    const round = /[百佰千仟万萬]/u.test(figure);
    if (!round && !named) return [];
    return [{ at, yuan, sure: true }];
  });
}
