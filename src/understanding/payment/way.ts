/** By which way money goes, narrow ones first. */
const ways: [string, RegExp][] = [
  ["取现金交给人", /现金|取钱(?:给|交)|送钱|上门取|快递.{0,4}(?:黄金|现金)|黄金/u],
  ["柜台", /柜台|窗口|营业厅(?:转|汇)|银行里(?:转|汇)/u],
  ["取款机", /取款机|atm|自动柜员机|柜员机/u],
  ["扫码", /扫(?:了|的|个|一下)?[^,。]{0,6}码|二维码/u],
  ["屏幕共享", /共享屏幕|屏幕共享|远程/u],
  ["发红包", /红包/u],
  ["充值卡、购物卡", /充值卡|购物卡|卡密|礼品卡/u],
  ["手机银行", /手机银行|掌银|手机上(?:转|银行)|网银|银行app|网上银行/u],
  ["微信转账", /微信(?:上|里)?(?:转|打|付|发)|(?:转|打|付)的?微信/u],
  ["支付宝转账", /支付宝(?:上|里)?(?:转|打|付)|(?:转|打|付)的?支付宝/u],
];

/** Null: the words name none. */
export function wayIn(said: string): string | null {
  return ways.find(([, words]) => words.test(said))?.[0] ?? null;
}

const ofWay =
  /扫|刷|转账|汇款|微信|支付宝|网上|手机|软件|app|链接|现金|红包|码|卡|柜|机|银行|寄|快递|邮/u;

/** Words that answer by which way it went, in a few words of their own. */
export function isWay(said: string): boolean {
  return said.length <= 20 && ofWay.test(said);
}
