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
  /** Unit: yuan. */
  yuan: number;
  /** It was named as money, or is a round sum in words: no other number of the message is likelier. */
  sure: boolean;
}

/**
 * The sum that a message names, in yuan; the one named as money before any other. Null if none is.
 * @param said normalised, without what tells a time
 */
export function amountIn(said: string): number | null {
  const found = [...digitsIn(said), ...wordsIn(said)].filter(({ yuan }) => yuan > 0);
  return (found.find(({ sure }) => sure) ?? found[0])?.yuan ?? null;
}

function digitsIn(said: string): Amount[] {
  return [...said.matchAll(inDigits)].flatMap(([, figure = "", unit, tail, tailUnit, named]) => {
    const whole = Number(figure.replaceAll(",", ""));
    const times = timesOf(unit);
    const rest =
      tail === undefined ? 0 : Number(tail) * (tailUnit ? timesOf(tailUnit) : times / 10);
    // A long run of digits without a unit is a number of something else.
    if (!unit && !named && figure.length > 7) return [];
    const yuan = Math.round((whole * times + rest) * 100) / 100;
    return [{ yuan, sure: unit !== undefined || named !== undefined }];
  });
}

function timesOf(unit: string | undefined): number {
  if (unit === "万" || unit === "w") return 10_000;
  if (unit === "千" || unit === "k") return 1_000;
  return unit === "百" ? 100 : 1;
}

function wordsIn(said: string): Amount[] {
  return [...said.matchAll(inWords)].flatMap(([, half, figure = "", named]) => {
    if (half !== undefined) return figure === "万" ? [{ yuan: 5_000, sure: true }] : [];
    const yuan = chineseNumber(figure);
    if (yuan === null) return [];
    const round = /[百佰千仟万萬]/u.test(figure);
    if (!round && !named) return [];
    return [{ yuan, sure: true }];
  });
}
