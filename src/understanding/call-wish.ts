import { normalise } from "./normalise.ts";

const call =
  /打(?:给|过来|过去|来|个|电话)|给(?:我|俺|咱)(?:打|回|来)|回(?:个|我|俺)?(?:电话|电|话)|来(?:个)?电话|再打|联系(?:我|俺)/u;
const time =
  /(?:\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点半?|:\d{2})|[早上中下]午|早上|早晨|傍晚|晚上|晚点|夜里|天黑|[今明后]天|明儿|后儿|周[一二三四五六日天末]|(?:星期|礼拜)[一二三四五六日天]?|下班|收工|吃(?:完|了)?饭|随时|(?:啥|什么)时候都/gu;
/** What may stand around a time and adds nothing. */
const around =
  /〔[^〕]*〕|(?:以|之)?[后前]|打|再|就|都|行|可以|方便|有空|在家|左右|吧|的|[\s,，。、!！]/gu;
const question = /吗|几点|[吧呢]?\?|(?<!都)(?:啥|什么)时候(?!都)/u;

/**
 * Whether the words tell when somebody wants to be phoned. No time is made of them: they are kept as
 * they are.
 * @param asked a call back was spoken of just now: a time alone is meant for it
 */
export function tellsWhenToCall(text: string, asked = false): boolean {
  const said = normalise(text);
  if (said.search(time) < 0 || question.test(said)) return false;
  return call.test(said) || (asked && said.replace(time, "").replace(around, "") === "");
}
