import { normalise } from "../normalise.ts";

const gone =
  /(?:转|打|汇|付|交|充|投|刷|扣|划|扫|给|存|垫|取)(?:出去|过去|走|进去|完|给他|给她|给对方|给人家|掉)?了|被(?:骗|转走|盗刷|刷走|划走|扣)|(?:骗|坑|忽悠)(?:了|走|去)|(?:钱|款|余额)[^,。]{0,6}(?:没了|没有了|不见|空了|少了)|让人?(?:骗|坑|忽悠)/u;
const notYet =
  /(?:没|别|还没|没有|不|差点|险些|幸亏没|要)(?:有)?(?:给)?(?:他|她)?(?:转|打|汇|付|交|被骗)|正要|准备(?:转|打|汇)/u;

/** Whether the words tell that money has left; null = they do not say. */
export function moneyMoved(text: string): boolean | null {
  const said = normalise(text);
  if (gone.test(said) && !/(?:差点|险些|幸亏没)/u.test(said)) return true;
  return notYet.test(said) ? false : null;
}

/** A bare yes or no, in the ways in which people say one; null = neither. */
export function yesOrNo(text: string): "yes" | "no" | null {
  const said = normalise(text).replace(/[,。.!?~…、\s]+/gu, "");
  if (
    /^(?:没(?:有|转|呢|啊)?|还没(?:呢|有|转)?|没有(?:啊|呢|转)?|不|不是|没给|否|无|木有|没哎|未)$/u.test(
      said,
    )
  )
    return "no";
  return /^(?:嗯+|恩+|是|是的|是啊|对|对的|对啊|转了|有|哎|唉|昂|啊|好|好的|行|中|嗯呐|嗯哪|转过去了|已经转了|ok)$/u.test(
    said,
  )
    ? "yes"
    : null;
}

/** Whoever says so cannot or will not tell. */
export function cannotTell(text: string): boolean {
  return /^(?:我|俺)?(?:也)?(?:不知道|不晓得|不清楚|忘了|忘记了|记不清|记不住|记不得|不记得|没记|没看|看不清|不会|不懂|说不清|说不好|没有|没|下一个|跳过|不填)(?:了|啊|呢|清|到)?$/u.test(
    normalise(text).replace(/[,。.!?~…、\s]+/gu, ""),
  );
}
