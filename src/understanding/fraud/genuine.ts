import type { GenuineThing } from "../../domain/fraud.ts";

const sender = (names: string) =>
  `(?:【|\\[)[^】\\]]{0,10}(?:${names})[^】\\]]{0,10}(?:】|\\])|^(?:${names})[^,。!?]{0,6}(?:通知|提醒|提示|短信|公告|:)`;

/** What each thing shows; narrow ones first. */
const things: [GenuineThing, RegExp][] = [
  ["96110", /96110/u],
  ["12381", /12381/u],
  [
    "bank-code",
    /(?:验证码|校验码|动态码|动态密码)[^。!?]{0,20}\d{4,8}|\d{4,8}[^。!?]{0,12}(?:验证码|校验码|动态码)|短信(?:里)?(?:来|收)?[^。!?]{0,6}验证码/u,
  ],
  [
    "refund",
    /原路(?:退回|返回|退还)|(?:已|已经)(?:退回|退款)(?:至|到)?[^。!?]{0,8}(?:卡|账户|原)/u,
  ],
  [
    "courier",
    /取件码|(?:包裹|快递|快件|邮件|件)[^。!?]{0,12}(?:已到|到了|送达|签收|放在|存放|驿站|代收|派送|自提|邮站|快递柜)|驿站/u,
  ],
  [
    "bank-notice",
    new RegExp(
      `${sender("银行|信用社|农信|邮储|工行|农行|建行|中行")}[^。]{0,60}(?:余额|尾号|账单|交易|支出|收入|还款)|尾号\\d{3,4}[^。!?]{0,30}(?:支出|收入|余额|转入|转存|消费|扣款|存入)`,
      "u",
    ),
  ],
  [
    "notice",
    new RegExp(
      `${sender("学校|中学|小学|幼儿园|嘎查|村委|村|苏木|镇|卫生院|医院|派出所|公安|供电|电力|气象|水务|自来水|教育|社保|医保|应急|移动|联通|电信")}|(?:各位|全体)(?:家长|村民|社员|乡亲|牧民|党员)|(?:村委会|嘎查|大队|学校|卫生院)(?:通知|广播|喇叭)`,
      "u",
    ),
  ],
];

/** A link, a request for money or a secret: what says so is not taken for genuine. */
export const asksForMore =
  /https?:|www\.|\.(?:com|top|xyz|vip|cc|net|shop|club|site|online|icu|ltd|fun|apk)(?![a-z])|点击|扫码|加(?:微信|qq|群)|(?:告诉|报给|发给|回复)(?:我|他|客服)?[^。!?]{0,4}验证码|转账到|转到/u;

/** What a harmless message is by name; null where the words do not tell, or ask for something. */
export function genuineIn(said: string): GenuineThing | null {
  const [found] = things.find(([, words]) => words.test(said)) ?? [];
  if (found === undefined) return null;
  if (found === "96110" || found === "12381") return found;
  return asksForMore.test(said) ? null : found;
}
