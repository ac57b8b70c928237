import type { EmergencyReading } from "../../domain/reading.ts";

/** How sure the reading of dangers is that money is on its way to a swindler. */
export type Danger = "sure" | "likely" | "none";

export function dangerIn(danger: EmergencyReading | null): Danger {
  if (danger?.class !== "fraud_in_progress") return "none";
  return danger.strength === "alert" ? "sure" : "likely";
}

/** Did not do what was asked, or broke it off. */
const refusal =
  /(?<!本来|原先|原本|起先|开始|开头)(?:没|未|不)(?:有)?(?:给|敢|理|搭理|信|转|打钱|汇|付|充|交|点|扫|下|填|加|买|投|动)|挂(?:了|断)|撂了|删了(?!我)|拉黑了(?!我)|识破|拦住|劝住/u;
/** Gave something away, let something in, or is on the way to pay. */
const engaged =
  /(?:码|卡号|密码|身份证|银行卡|照片|信息|存折|数字|背面)[^。!?]{0,12}(?:给了|告诉了|报给|报了|发过去|发给|填了|填完|念了|都给|传了|传上|拍了|说给)|(?:给|告诉|报|发|念|填|拍|传)(?:了|给)(?:他|她|人家|他们|那边|那头)|(?:发|填|眨|念|报|传|绑|装|下|扫|点|买|借)(?:完|上|好|进去)?了(?:$|[,。!? 我他她又完然还就卡])|(?:我|俺|咱)[^。!?,]{0,4}(?:正|在|要|去|准备|打算|答应|想着|寻思着)[^。!?,]{0,6}(?:凑|转|打|取|交|汇|付|垫|充|拿折|拿存折|信用社|银行|去办)|正凑|凑钱|钱(?:都)?(?:备好|取出来|准备好)|答应(?:了|他|她|人家|明天|晚上)|(?:该|要)不(?:该|要)[^。!?,]{0,3}(?:接着|再|继续|转|打|交|给|放|拿)|(?:转|打|交|放|拿|充)不(?:转|打|交|放|拿|充)|(?:拿着|攥着)(?:存折|折子|卡|钱)|往(?:信用社|银行)(?:跑|走|去)|借出来|(?:明天|晚上|下午|一会儿?|待会儿?)[^。!?,]{0,6}(?:给他|给她|转|打|交|垫|汇|充|取)/u;
/** Money that has gone long since cannot be stopped any more. */
const longAgo =
  /去年|前年|上个?月|上上个?月|上(?:个)?(?:周|礼拜|星期)|前[天几些]|大前天|[几半一二两三四五六七八九十]个?(?:月|年|多月)(?:了|前|以前)|年前|年初|开春|春天|国庆|好几(?:天|个月|年)|那年|过完年|(?:[几两二三四五六七八九十]|\d+)天了|[春夏秋冬]天|月初|(?<![个\d])(?:[一二三四五六七八九十]|十[一二])月(?:份|里|底|初)?(?!薪)|夏里|秋里|头年|那阵子?|头些?天/u;
const atOnce =
  /刚|今[天早儿晚个]|上午|中午|下午|半小时|小时前|分钟|这会儿?|正|半个点|昨晚|头晌|晌午|还在|又让|还让|还要/u;
/** Money or the screen that is in other hands at this moment, also where somebody else tells it. */
const moving =
  /(?:正|在|这会儿?|还在|现在)[^。!?]{0,10}(?:转(?:钱|账)|打钱|打款|汇|取钱|操作|柜台|信用社|银行)|(?:屏|画面|手机)[^。!?]{0,8}(?:看着|共享|控制|自己动|不听|动弹|瞅见|等他)|(?:会议|软件|共享|视频)[^。!?]{0,4}还?开着|按不住|钱[^。!?]{0,6}(?:没有了|没了|少了|不见了)|还(?:没挂|在电话|通着|连着)|拦不住|劝不住|下一步[^。!?]{0,4}(?:划|转|打|汇|付)|短信(?:哗哗|一个劲|一条接一条|一直|不停|直)[^。!?]{0,3}(?:响|来|蹦|跳)|一笔[^。!?,]{1,8}一笔/u;
/** Money has left, or is leaving. */
const paid =
  /(?:转|打|汇|付|充|交|刷|划|扣|挪|取)(?:给[他她]|过去|出去|进去|走)*了|(?:转|打|汇|付|充|划|挪)(?:过去|出去|走|完)|被(?:转|刷|扣|划|骗)|(?:钱|余额)[^。!?]{0,6}(?:没|少|飞|走)|划款|(?:转|打|汇|付|充|交|垫|投|刷|给)(?:[\d一二两三四五六七八九十百千万几]{1,8}(?:块|元|回|次|笔|遍)?){1,2}(?:了|过去|出去|进去)|把[^。!?,]{0,8}钱[^。!?,]{0,6}(?:拿|掏|给|交|投|放|转|打|汇)了/u;

/** What the words show of how far it went. */
const shows: Record<string, RegExp> = { refusal, engaged, longAgo, atOnce, moving, paid };

/** Unit: UTF-16 code units. */
const shortBelow = 20;
const longAbove = 60;

/**
 * What speaks for a level of what is taken for a scam, as features, each beside its words', and by twos:
 * who paid long ago is not who pays now. They start with %, so that they are no runs of characters.
 */
export function levelFeatures(said: string, danger: Danger): string[] {
  const shown = [
    ...(danger === "none" ? [] : [`%${danger}`]),
    ...Object.entries(shows).flatMap(([name, words]) => (words.test(said) ? `%${name}` : [])),
    ...(said.length < shortBelow ? ["%short"] : []),
    ...(said.length > longAbove ? ["%long"] : []),
  ];
  return shown.flatMap((one, at) => [one, ...shown.slice(at + 1).map((other) => one + other)]);
}

/** Money or the screen goes out of the person's hands as they write. */
export function goesOn(said: string): boolean {
  return moving.test(said);
}

/** Paid within the day, and nobody stopped it. */
export function justPaid(said: string): boolean {
  return paid.test(said) && atOnce.test(said) && !refusal.test(said);
}

/** All that is told is past: nothing can be stopped any more. */
export function isPast(said: string): boolean {
  return longAgo.test(said) && !atOnce.test(said);
}
