import { normalise } from "../normalise.ts";

const gone =
  /(?:转|打|汇|付|交|充|投|刷|扣|划|扫|给|存|垫|取)(?:出去|过去|走|进去|完|给他|给她|给对方|给人家|掉)?了|被(?:骗|转走|盗刷|刷走|划走|扣)|(?:骗|坑|忽悠)(?:了|走|去)|(?:钱|款|余额)[^,。]{0,6}(?:没了|没有了|不见|空了|少了)|让人?(?:骗|坑|忽悠)/u;
const notYet =
  /(?:没|别|还没|没有|不|差点|险些|幸亏没|要)(?:有)?(?:给)?(?:他|她)?(?:转|打|汇|付|交|被骗)|正要|准备(?:转|打|汇)/u;

/** What was given away and is no money. */
const noMoney =
  /(?:给|告诉|发|报|念|说|拍)(?:给)?(?:了)?(?:他|她|人家|对方|他们|客服)?(?:了)?(?:我的)?(?:身份证|验证码|码|卡号|密码|照片|信息|电话|地址|微信号|名字)[^,。]*/gu;

/** Whether the words tell that money has left; null = they do not say. */
export function moneyMoved(text: string): boolean | null {
  const said = normalise(text).replace(noMoney, "");
  if (gone.test(said) && !/(?:差点|险些|幸亏没)/u.test(said)) return true;
  return notYet.test(said) ? false : null;
}

/** A bare yes or no, in the ways in which people say one; null = neither. */
export function yesOrNo(text: string): "yes" | "no" | null {
  const said = normalise(text).replace(/[,。.!?~…、\s]+/gu, "");
  if (
    /^(?:没(?:有|转|呢|啊|打|付|给)?|还没(?:呢|有|转|打|付|给)?|没有(?:啊|呢|转|打|付|给)?|不|不是|没给|否|无|no|nope|木有|没哎|未|没转呢|没转出去|还没转呢|钱还在|钱没动|没动)$/u.test(
      said,
    )
  )
    return "no";
  return /^(?:嗯+|恩+|是|是的|是啊|对|对的|对啊|转了|有|哎|唉|昂|啊|好|好的|行|中|嗯呐|嗯哪|转过去了|已经转了|转完了|转走了|出去了|已经出去了|打了|付了|给了|汇了|走了|没了|都转了|转了呀|有的|在|还在|都在|留着|存着|ok|yes)(?:呢|啊|呀|的)?$/u.test(
    said,
  )
    ? "yes"
    : null;
}

const cannot = /不知道|不晓得|不清楚|忘了|忘记|记不|不记得|说不上来|想不起/u;
/** Unit: code units. */
const shortAnswer = 20;

/** A few words in which they say so of something: 哪个银行我忘了. */
export function cannotTellOf(text: string): boolean {
  return text.length <= shortAnswer && cannot.test(normalise(text));
}

/** Whoever says so cannot or will not tell. */
export function cannotTell(text: string): boolean {
  return /^(?:我|俺)?(?:也)?(?:不知道|不晓得|不清楚|忘了|忘记了|记不清|记不住|记不得|不记得|没记|没看|看不清|不会|不懂|说不清|说不好|没有|没|下一个|跳过|不填|想不起来|想不起|没注意|没细看|没看清|看不见|没留意|不认得|不认识|不认得他|不认识他|不认识她|不认识这人|忘了个干净)(?:了|啊|呢|清|到|吧|呀)*(?:下一个|跳过|过)?(?:吧|了)?$/u.test(
    normalise(text).replace(/[,。.!?~…、\s]+/gu, ""),
  );
}
