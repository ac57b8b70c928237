import { clauseAround } from "./anchors.ts";
import { isTelling } from "./fitting.ts";

/** How tricks work, whatever their story: what they ask for, promise, pretend, and how they press. */
export const mechanisms = [
  "pay-first",
  "papers",
  "install",
  "new-number",
  "hush",
  "gain",
  "borrowed-name",
  "stranger",
  "hurry",
  "on-the-way",
  "led",
] as const;
/** Those that want something of somebody: enough to see where it is only likely that it is a trick. */
export const demanding: readonly Mechanism[] = [
  "pay-first",
  "papers",
  "install",
  "new-number",
  "hush",
];
export type Mechanism = (typeof mechanisms)[number];

/** Broad words: they show what is meant where a message is known to be a trick, and prove nothing alone. */
const words: Record<Mechanism, RegExp> = {
  "pay-first":
    /(?:先|要|得|需|收|交|缴|付|垫|存|充|打|转|押|退|补|给)[^,。!?:;]{0,8}(?:费(?!用)|定金|订金|押金|保证金|本钱|税点|钱|款|[\d一二两三四五六七八九十百千万]{1,6}(?:元|块|万|千|百)|[一二两三四五六七八九十\d]{1,4}[百千万])|(?:介绍|中介|手续|办事|路|网|材料|服务|青春|通关|会员)费/u,
  papers: /身份证|银行卡|卡号|卡背面|验证码|存单|存折|折子|刷脸|人脸|密码|营业执照/u,
  install:
    /(?:下载|下|装|安装)(?:个|一个|上|这个|了)|安装|点(?:允许|授权|开|进|一下)|授权|扫码|扫一扫|进(?:群|会|房间)|开会|会议|屏幕|邀请码|链接/u,
  "new-number": /换(?:了)?(?:个)?(?:号|手机)|旧号|新号|手机(?:摔|掉|坏|丢)/u,
  hush: /保密|别(?:告诉|跟|和|让)[^,。!?]{0,8}(?:说|讲|知道|人)|(?:请)?勿外传|不(?:要|能)告诉|不用上平台|戴耳机/u,
  gain: /返(?:现|利|佣|钱|你|您)|赚|[一每]个?月[^,。!?]{0,3}[\d一二两三四五六七八九十]+ ?[千万]|翻[倍番]|[\d一二两三四五六七八九十.]+倍|利息|补(?:贴|助)|退(?:款|钱|费)|中奖|免费|名额|内测|价高|高价|稳|包吃住|不图/u,
  "borrowed-name":
    /(?:客服|专员|工号|工信部|检察|公安|刑侦|法院|支书|书记|领导|部队|当兵|保障组|退款部|栏目组|消保|名下|工作人员|卫健|央行|银联|旗里派|官方)|(?:冒充|自称)[^,。!?]{0,8}|我是(?:你|您)[^,。!?]{0,6}/u,
  stranger:
    /网上|没见过|陌生|冒昧|加(?:个|一下)?(?:私人|微信|我|好友)|一个号|有个(?:号|姑娘|人|老乡)|来(?:了)?(?:个|俩)[^,。!?]{0,4}(?:人|男|女|年轻)|有人/u,
  hurry: /今[天日晚]|马上|立刻|截止|最后|逾期|否则|待会儿|急用|赶紧|明天开始/u,
  "on-the-way":
    /答应|准备(?:去|给|转|打)?|正要|等[^,。!?]{0,10}(?:钱|卖|下来|打过去)|(?:取|点|凑|借|拿)出来|签了|寄(?:走|出|过去)|填了|报了|存着|说了[^,。!?]{0,4}张/u,
  led: /(?:让|叫|要|教|帮|请|麻烦|催|劝)(?:我|俺|咱|你|您|他|她|孩子|爸|妈|老人)?[^,。!?:;]{1,10}|(?:你|您)(?:先|再|就|只要|打开|发|给|把)[^,。!?:;]{0,10}/u,
};

/** The first of these ways that shows in the words, with the words that show it; null = none does. */
export function mechanismIn(
  said: string,
  among: readonly Mechanism[] = mechanisms,
): { is: Mechanism; words: string } | null {
  for (const is of among) {
    const found = clauseAround(words[is], said);
    if (found !== null && isTelling(found)) return { is, words: found };
  }
  return null;
}
