import type { FraudCategory } from "../../domain/sets.ts";

/** What a message of each kind must speak of, for the reason that stands for the whole kind to fit it. */
const anchors: Record<FraudCategory, RegExp> = {
  刷单返利类: /刷单|点赞|做任务|任务|佣金|返利|返现|做单|抢单|垫付|垫钱|垫/u,
  虚假网络投资理财类:
    /投资|理财|股票|炒股|荐股|[炒买]币|虚拟币|比特币|收益|分红|带(?:我|着)?赚|稳赚|入金|基金|期货|外汇|内幕|翻倍|利息|入股|集资|[存投][^,。]{0,4}[千万]/u,
  "虚假购物、服务类":
    /定金|订金|押金|保证金|发货|低价|便宜|中奖|抽奖|代购|二手|运费|全款|先打款|先付/u,
  冒充电商物流客服类:
    /客服|快递|包裹|退款|退费|理赔|赔(?:我|您|你|偿|付|钱)|百万保障|会员|扣费|续费|京东|淘宝|抖音|航班|改签|退改/u,
  虚假征信类: /征信|校园贷|学生贷|逾期|注销.{0,4}(?:账户|贷)/u,
  "贷款、代办信用卡类": /贷|放款|额度|信用卡|下款|刷流水/u,
  冒充公检法及政府机关类:
    /公安|公检|警察|警官|民警|检察|法院|社保|医保|税务|补贴|涉案|案子|通缉|洗钱|安全账户|etc|交管|民政|机关|政府/u,
  "冒充领导、熟人类": /借|急用|代付|垫|周转|(?:转|打|汇)[^,。]{0,6}(?:钱|元|块|千|万|百|款|给)/u,
  网络游戏产品虚假交易类: /游戏|皮肤|装备|代练|点券|游戏币|账号.{0,6}[卖买]|[卖买].{0,6}账号/u,
  "网络婚恋、交友类":
    /网恋|网上(?:认识|处|谈|找)|对象|处.{0,3}朋友|没见过面|相亲|交友|网友|女朋友|男朋友/u,
  冒充军警购物类: /部队|武警|军|采购|消防|食堂|首长/u,
  网黑案件: /链接|安装包|apk|木马|病毒|二维码|扫码|陌生.{0,4}软件|黑屏/u,
};

const gave =
  /(?:验证码|卡号|密码|身份证|银行卡|户口本|信息|照片)[^。!?]{0,12}(?:给了|告诉了|(?:告诉|给|报给|发给|说给)(?:他|她|人家|对方|他们|那边)(?:听|过)?了|报给|报了|发过去|发给|填了|念了|都给|传了|拍了|说给)|(?:给|告诉|报|发|念|填|拍|传)(?:给|了)(?:他|她|人家|对方|他们|那边|那头)[^。!?,]{0,8}(?:验证码|卡号|密码|身份证|银行卡|户口本|信息|照片|号)|(?:装|下载?)(?:完|上|好)?了[^,。!?]{0,8}(?:软件|app)|(?:软件|app)[^,。!?]{0,6}(?:装|下)(?:完|上|好)?了/u;
const lost =
  /被[^,。!?]{0,4}骗|(?:让|叫|给)人?[^,。!?]{0,4}(?:骗|坑)|骗(?:了|走|去)|上当|(?:转|打|汇|付|交|充|垫|投)[^,。!?]{0,10}了[^。!?]{0,16}(?:拉黑|没影|联系不上|不见|找不[到着]|没消息|不回|跑了)/u;

/** Longer words are cut where they are shown. Unit: UTF-16 code units. */
const mostShown = 18;

/** The words that speak of what this kind of fraud is about; null = none do. */
export function anchorIn(category: FraudCategory | null, said: string): string | null {
  return category === null ? null : clauseAround(anchors[category], said);
}

/** The words that say that a code, a number or a paper was given away, or an app let in. */
export function gaveIn(said: string): string | null {
  return clauseAround(gave, said);
}

/** The words that say that money was lost to somebody. */
export function lossIn(said: string): string | null {
  return clauseAround(lost, said);
}

/** The clause in which it stands, or so much of it as is shown. */
export function clauseAround(pattern: RegExp, said: string): string | null {
  const found = pattern.exec(said);
  if (found === null) return null;
  const { index: at } = found;
  const end = at + found[0].length;
  const before = said.slice(0, at).search(/[^,。!?;:\n】\]]*$/u);
  const after = said.slice(end).search(/[,。!?;:\n【[]|$/u);
  const clause = said.slice(before, end + after).trim();
  return clause.length <= mostShown
    ? clause
    : said
        .slice(at, Math.max(end, at + 8))
        .slice(0, mostShown)
        .trim();
}
