/** Where money can lie, by the name that a bank's own counter knows; with what people say for it. */
const names: [string, string][] = [
  ["工商银行", "中国工商银行|工商银行|工商|工行|icbc|95588"],
  ["农业银行", "中国农业银行|农业银行|农行|abc银行|95599"],
  ["建设银行", "中国建设银行|建设银行|建行|ccb|95533"],
  ["交通银行", "交通银行|交行|95559"],
  ["邮储银行", "中国邮政储蓄银行|邮政储蓄银行|邮政储蓄|邮储银行|邮储|邮政银行|邮政|95580"],
  ["农村信用社", "农村信用合作社|农村信用社|信用社|农信社|农信|农村商业银行|农商银行|农商行|农商"],
  ["中国银行", "中国银行|中行|boc|95566"],
  ["招商银行", "招商银行|招商|招行|95555"],
  ["民生银行", "民生银行|民生|95568"],
  ["光大银行", "光大银行|光大|95595"],
  ["中信银行", "中信银行|中信|95558"],
  ["浦发银行", "浦东发展银行|浦发银行|浦发|95528"],
  ["兴业银行", "兴业银行|兴业|95561"],
  ["平安银行", "平安银行|平安口袋|平安|95511"],
  ["华夏银行", "华夏银行|华夏|95577"],
  ["广发银行", "广发银行|广发|95508"],
  ["内蒙古银行", "内蒙古银行"],
  ["蒙商银行", "蒙商银行|蒙商|包商银行|包商"],
  ["哈尔滨银行", "哈尔滨银行|哈行"],
  ["微众银行", "微众银行|微众|微粒贷"],
  ["网商银行", "网商银行|网商"],
  ["微信", "微信零钱|微信钱包|微信支付|微信|薇信|威信|财付通|零钱"],
  ["支付宝", "支付宝|支付保|支付包|余额宝|花呗"],
  ["云闪付", "云闪付"],
  ["数字人民币", "数字人民币|数币钱包|数币"],
  ["抖音支付", "抖音支付|抖音钱包"],
  ["京东支付", "京东支付|京东金融|京东白条"],
];

const canonical = new Map(
  names.flatMap(([bank, said]) => said.split("|").map((each) => [each, bank])),
);
const anyBank = new RegExp(
  [...canonical.keys()].toSorted((a, b) => b.length - a.length).join("|"),
  "gu",
);

export interface Mention {
  bank: string;
  /** Position in the text; `to` exclusive. */
  from: number;
  to: number;
}

/** The banks and wallets that a message names, in order. */
export function banksIn(said: string): Mention[] {
  return [...said.matchAll(anyBank)].map((found) => ({
    bank: canonical.get(found[0])!,
    from: found.index,
    to: found.index + found[0].length,
  }));
}
