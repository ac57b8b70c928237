import { fraudCategories, type FraudCategory } from "../../domain/sets.ts";
import { normalise } from "../normalise.ts";

/** What the police's lists call each class in everyday words. The first that fits is taken: narrow ones first. */
const shortNames: [FraudCategory, RegExp][] = [
  ["冒充军警购物类", /军警|部队|军人|武警/u],
  ["冒充公检法及政府机关类", /公检法|公安|警察|检察|法院|政府|社保|医保|国安/u],
  ["冒充电商物流客服类", /客服|电商|物流|快递|退款|理赔|百万保障/u],
  ["虚假征信类", /征信/u],
  ["刷单返利类", /刷单|返利|做任务|点赞|佣金/u],
  ["贷款、代办信用卡类", /贷款|网贷|信用卡/u],
  ["网络婚恋、交友类", /婚恋|交友|网恋|杀猪/u],
  ["虚假网络投资理财类", /投资|理财|炒股|股票|虚拟币|数字货币|原始股/u],
  ["网络游戏产品虚假交易类", /游戏|皮肤|装备/u],
  ["冒充领导、熟人类", /领导|熟人|老师|亲友|亲戚|冒充老板/u],
  ["网黑案件", /网黑|裸聊|木马|共享屏幕|屏幕共享|远程控制/u],
  ["虚假购物、服务类", /购物|服务|买卖|闲鱼|订金|定金/u],
];

/** The class that a cell of a list names; null = none that is known. */
export function categoryIn(cell: string): FraudCategory | null {
  const said = normalise(cell).replace(/类$/u, "");
  if (said === "") return null;
  const named = fraudCategories.find((name) => said.length > 1 && name.includes(said));
  return named ?? shortNames.find(([, words]) => words.test(said))?.[0] ?? null;
}
