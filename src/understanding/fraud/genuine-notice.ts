import type { GenuineThing } from "../../domain/fraud.ts";
import { asksForMore, genuineIn } from "./genuine.ts";

/** Notices whose sender or form says whose they are; nothing in them is asked for. */
const notices: [GenuineThing, RegExp][] = [
  ["12123", /(?:【|\[)[^】\]]{0,10}(?:12123|交管|交警|公安交通)[^】\]]{0,10}(?:】|\])|^12123/u],
  [
    "12306",
    /(?:【|\[)[^】\]]{0,10}(?:12306|铁路)[^】\]]{0,10}(?:】|\])|^12306|您(?:购买|预订|所购)的?[^。]{0,20}次(?:列车|车票|车)/u,
  ],
];

/** A message that was sent, not one that is told of: its sender in marks, or the form of a notice with its figures. */
const asSent =
  /^(?:【|\[)[^】\]]{1,16}(?:】|\])|(?:【|\[)[^】\]]{1,16}(?:】|\])$|^\d{3,8}(?:短信)?:|(?:验证码|校验码|动态码|动态密码|取件码)[^\d。!?]{0,6}[\d-]{4,}|尾号\d{3,4}|^(?:您|尊敬的|各位)/u;

/** Somebody tells of a notice by the name of its sender. */
const toldOf: [GenuineThing, RegExp][] = [
  ["12123", /(?:12123|交管)[^。!?]{0,6}(?:发|来|给|短信|通知|提醒|说)/u],
  ["12306", /12306[^。!?]{0,6}(?:发|来|给|短信|通知|提醒|说)/u],
];

/** A code that is to be given to somebody is no notice. */
const handsOver = /(?<![勿别]|不要)(?:告诉|报给|发给|念给|提供给)(?:我|客服|他|她|工作人员|对方)/u;

/** The police ask somebody to come: to the station itself, for nothing but a word or a paper. */
const policeCall =
  /(?:派出所|警察|民警|警官|片警|交警|公安局?)[^。!?]{0,12}(?:打电话|来电话?|电话|通知|说|让|叫|喊)[^。!?]{0,12}(?:去|到|上|来)(?:一?趟)?(?:派出所|所里|公安局|局里|刑警队|交警队)/u;
const asksMoney =
  /转|汇|钱|款|卡号|验证码|密码|安全账户|共享|屏幕|下载|软件|app|链接|加(?:微信|qq)|别告诉|保密|通缉|涉嫌|洗钱/u;

/** What a message that was sent is by its form, where it asks for nothing; null = the words do not tell. */
export function genuineNoticeIn(said: string): GenuineThing | null {
  if (isPoliceCall(said)) return "police-call";
  const [told] = toldOf.find(([, words]) => words.test(said)) ?? [];
  if (told !== undefined && !asksForMore.test(said) && !asksMoney.test(said)) return told;
  if (handsOver.test(said)) return null;
  if (!asSent.test(said) || asksForMore.test(said)) return null;
  const [own] = notices.find(([, words]) => words.test(said)) ?? [];
  return own ?? genuineIn(said);
}

/** The station wants somebody to come in, and nothing else of them. */
function isPoliceCall(said: string): boolean {
  return policeCall.test(said) && !asksMoney.test(said);
}
