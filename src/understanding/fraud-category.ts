import type { FraudCategory } from "../domain/sets.ts";
import { normalise } from "./normalise.ts";

/** What each class of fraud cannot be told without. The first that fits is taken: narrow ones first. */
const tellTales: [FraudCategory, RegExp][] = [
  ["冒充军警购物类", /部队|军官|武警|炊事班|采购[^。!?]{0,6}(?:部队|军)|军区/u],
  [
    "冒充公检法及政府机关类",
    /公安|警官|警察|警服|检察|法院|通缉|安全账户|专案组|洗钱案|涉案|社保局|医保局/u,
  ],
  ["冒充电商物流客服类", /百万保[障章]|注销会员|会员扣费|自动扣费|客服|快递|理赔|退款/u],
  ["虚假征信类", /征信|校园贷记录|注销贷款/u],
  ["刷单返利类", /刷单|返利|做任务|点赞|垫付|佣金|做单|连单/u],
  ["贷款、代办信用卡类", /贷款|放款|解冻费|额度|刷流水|信用卡|网贷/u],
  ["网络婚恋、交友类", /网恋|网友|交友|对象.{0,6}网上|主播|相亲/u],
  ["虚假网络投资理财类", /投资|理财|炒股|平台|虚拟币|导师|提现|内幕|原始股|入股/u],
  ["网络游戏产品虚假交易类", /游戏|皮肤|账号交易|装备|王者/u],
  ["冒充领导、熟人类", /领导|书记|老师.{0,6}群|换号|冒充|我儿子.{0,6}号|绑架/u],
  ["网黑案件", /裸聊|裸照|木马|链接|远程|共享屏幕/u],
  ["虚假购物、服务类", /买|卖家|订金|定金|货|发货|草捆|闲鱼|低价/u],
];

/** The class of a fraud that is known to be one; null where the words do not tell. */
export function fraudCategoryOf(text: string): FraudCategory | null {
  const said = normalise(text);
  return tellTales.find(([, words]) => words.test(said))?.[0] ?? null;
}
