import type { FraudVoice } from "../../domain/fraud.ts";
import type { FraudLevel } from "../../domain/sets.ts";
import type { Opinion } from "./model.ts";

const refusal =
  /(?:没|未|不)(?:有)?(?:给|敢|理|搭理|信|转|打钱|汇|付|充|交|点|扫|下|填|加|买|投|动)|挂(?:了|断)|撂了|删了(?!我)|拉黑了(?!我)|识破|拦住|劝住/u;
/** Gave something away, let something in, or is on the way to pay. */
const engaged =
  /(?:码|卡号|密码|身份证|银行卡|照片|信息|存折|数字|背面)[^。!?]{0,12}(?:给了|告诉了|报给|报了|发过去|发给|填了|填完|念了|都给|传了|传上|拍了|说给)|(?:给|告诉|报|发|念|填|拍|传)(?:了|给)(?:他|她|人家|他们|那边|那头)|(?:发|填|眨|念|报|传|绑|装|下|扫|点|买|借)(?:完|上|好|进去)?了(?:$|[,。!? 我他她又完然还就卡])|(?:我|俺|咱)[^。!?,]{0,4}(?:正|在|要|去|准备|打算|答应|想着|寻思着)[^。!?,]{0,6}(?:凑|转|打|取|交|汇|付|垫|充|拿折|拿存折|信用社|银行|去办)|正凑|凑钱|钱(?:都)?(?:备好|取出来|准备好)|答应(?:了|他|她|人家|明天|晚上)|(?:该|要)不(?:该|要)[^。!?,]{0,3}(?:接着|再|继续|转|打|交|给|放|拿)|(?:转|打|交|放|拿|充)不(?:转|打|交|放|拿|充)|(?:拿着|攥着)(?:存折|折子|卡|钱)|往(?:信用社|银行)(?:跑|走|去)|借出来|(?:明天|晚上|下午|一会儿?|待会儿?)[^。!?,]{0,6}(?:给他|给她|转|打|交|垫|汇|充|取)/u;
/** Of this much the learnt model must think it possible. */
const possible = 0.02;
/** Money that has gone long since cannot be stopped any more. */
const longAgo =
  /去年|前年|上个?月|上上个?月|上(?:个)?(?:周|礼拜|星期)|前[天几些]|大前天|[几半一二两三四五六七八九十]个?(?:月|年|多月)(?:了|前|以前)|年前|年初|开春|春天|国庆|好几(?:天|个月|年)|那年|过完年/u;
const atOnce =
  /刚|今[天早儿晚]|上午|中午|下午|半小时|小时前|分钟|这会儿?|正|半个点|昨晚|头晌|晌午|还在|又让|还让|还要/u;
/** Money or the screen that is in other hands at this moment, also where somebody else tells it. */
const moving =
  /(?:正|在|这会儿?|还在|现在)[^。!?]{0,10}(?:转(?:钱|账)|打钱|打款|汇|取钱|操作|柜台|信用社|银行)|(?:屏|画面|手机)[^。!?]{0,8}(?:看着|共享|控制|自己动|不听|动弹|瞅见|等他)|(?:会议|软件|共享|视频)[^。!?]{0,4}还?开着|按不住|钱[^。!?]{0,6}(?:没有了|没了|少了|不见了)|还(?:没挂|在电话|通着|连着)|拦不住|劝不住|下一步[^。!?]{0,4}(?:划|转|打|汇|付)/u;

/** How sure the reading of dangers is that money is on its way to a swindler. */
export type Danger = "sure" | "likely" | "none";

/** What the learnt model must say at least for 紧急. */
interface Least {
  scam: number;
  urgent: number;
}
/** By what the reading of dangers says. */
const urgentFrom: Record<Danger, Least> = {
  sure: { scam: 0, urgent: 0 },
  likely: { scam: 0.05, urgent: 0.03 },
  none: { scam: 0.8, urgent: 0.7 },
};
/** The same of a likely danger where it is said that it goes on: a card too many is better than none. */
const urgentIfMoving: Least = { scam: 0.15, urgent: 0.05 };

/** Who may tell of money on its way; a missed danger is worse than a card too many. */
const tellers: ReadonlySet<FraudVoice> = new Set(["victim", "tale"]);
/** The same where neither a victim nor a witness speaks. */
const likelier = 0.05;
/** From this chance on no word of what was only promised or given away makes it less. */
const clearlyUrgent = 0.6;
/** Money has left, or is leaving. */
const paid =
  /(?:转|打|汇|付|充|交|刷|划|扣|挪|取)(?:给[他她]|过去|出去|进去|走)*了|(?:转|打|汇|付|充|划|挪)(?:过去|出去|走|完)|被(?:转|刷|扣|划|骗)|(?:钱|余额)[^。!?]{0,6}(?:没|少|飞|走)|划款/u;

/** Whether money is moving or just moved, or the screen is in other hands: both readings together. */
export function isUrgent(said: string, { scam, levels, voice }: Opinion, danger: Danger): boolean {
  const goesOn = danger === "likely" && moving.test(said);
  const least = goesOn ? urgentIfMoving : urgentFrom[danger];
  const urgent = levels.get("紧急") ?? 0;
  if (scam < least.scam || urgent < least.urgent) return false;
  if (danger === "likely" && urgent < clearlyUrgent && !goesOn) {
    if (!tellers.has(voice) && urgent < likelier) return false;
    if (engaged.test(said) && !paid.test(said)) return false;
  }
  return danger === "sure" || !longAgo.test(said) || atOnce.test(said);
}

/** Hearsay and a suspicion look much like a contact: 低危 needs so much less to be believed. */
const hearsayCounts = 2;

/**
 * The level of a scam that is not urgent, from what the person did: 高危 engaged; 中危 a contact that is
 * clearly a scam; 低危 a suspicion, hearsay or a question in general.
 */
export function levelFrom(said: string, { levels, voice }: Opinion): Exclude<FraudLevel, "紧急"> {
  if (voice === "victim") return "高危";
  const chance = (of: FraudLevel): number => levels.get(of) ?? 0;
  const hearsay = chance("低危") * (voice === "tale" ? hearsayCounts : 1);
  const calm = hearsay > chance("中危") ? "低危" : "中危";
  if (chance("高危") > Math.max(chance("中危"), chance("低危"))) return "高危";
  if (voice !== "tale") return calm;
  const isEngaged = engaged.test(said) && !refusal.test(said);
  return isEngaged && chance("高危") >= possible ? "高危" : calm;
}
