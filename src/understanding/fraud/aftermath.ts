import { normalise } from "../normalise.ts";

/** A short message. Unit: UTF-16 code units. */
const short = 20;

const brushed =
  /^(?:我|俺|咱)?(?:刚才|刚刚|昨天|今天|那天|上午|下午|早上)?(?:的)?(?:那个|这个|那条|这条|那)?(?:人|电话|短信|号|链接|微信|信息|骗子)?(?:我|俺|咱)?(?:就|也|都|根本|压根)?(?:没(?:有)?|不)(?:搭)?(?:理|理会|理睬|搭理|回|接|点|打开)(?:他|她|它|那个|人家)?(?:了|啊|呢|的|呀)?$|^(?:那个)?(?:电话)?(?:我|俺)?(?:就|直接|马上|当时就)?(?:给)?(?:挂|撂|删|拉黑|挂断)(?:了|掉了)(?:他|它)?$/u;

/** 刚才那个我没理他: that something was left alone, and not what it was. */
export function brushedOff(text: string): boolean {
  const said = normalise(text).replace(/[,。.!?~…、\s]+/gu, "");
  return said.length <= short && brushed.test(said);
}

const turnedOut =
  /(?:后来|后头|完了|回头|结果|我|俺|又|刚才|刚)?[^,。!?]{0,6}(?:问(?:了|过了?|清楚了?|明白了?|了问|了一下|一问)|打(?:了个?)?电话(?:一?问|问了|核实)|核实(?:了|过)|对过了|见着(?:人|本人)了)[^。!?]{0,10}(?:真是|就是|确实是|还?真的?是|是真|是本人|没错|不是骗子|是我)|(?:后来|原来|结果)[^。!?]{0,8}(?:是真的|真是|不是骗子|是本人|是误会|误会|虚惊)|虚惊一场/u;
const butFalse =
  /(?:不是真|假的|是假|不是本人|不是他|没(?:有)?这(?:回事|事)|根本不是|才知道(?:被|是)?骗|说没(?:要|有|管))/u;

/** 后来问了是真侄子: they asked, and it was what it said it was. */
export function turnedOutGenuine(text: string): boolean {
  const said = normalise(text);
  return turnedOut.test(said) && !butFalse.test(said);
}

const notPaid = /(?:没(?:有)?|还没|未)(?:给(?:他|她|人家|对方))?(?:转|打钱|打款|付|汇|交|给钱)/u;

/** 我没转，就是给了他身份证号: no money, and something else all the same. */
export function notPaidIn(text: string): boolean {
  return notPaid.test(normalise(text));
}

const looking: readonly RegExp[] = [
  /^(?:请|麻烦)?(?:你|您)?(?:帮我|帮忙|给我|给俺|帮俺)?(?:看看|看一下|看下|瞅瞅|瞅一眼|查查|查一下)(?:这个|这条|这|一下)?(?:短信|信息|链接|网址|电话|号码|号)?(?:呗|吧|呀|啊)?$/u,
  /^我?把?(?:链接|网址|短信|截图|号码|信息)(?:发|转)给(?:你|您)(?:看看|看|吧|啊)?$/u,
  /^[这那](?:个|条)?(?:码|二维码|链接|网址|短信|软件|号)(?:能|可以|敢)(?:不能|不可以)?(?:扫|点|信|打开|下|装|加|接)(?:吗|么|不)?$/u,
];

/** 帮我看看这个: something is to be looked at, and is not there yet. */
export function asksToLook(text: string): boolean {
  const said = normalise(text).replace(/[,。.!?~…、\s]+/gu, "");
  return looking.some((words) => words.test(said));
}
