import { isAgreement } from "./agreement.ts";
import { stepIn } from "./follow-up.ts";
import { keepsBack, keepsNumberBack, namesOneself } from "./keeps-back.ts";
import { serviceIn } from "./service.ts";

/** A name is no longer than this. Unit: UTF-16 code units. */
const longestName = 12;

/** Characters that no name has. */
const inNoName =
  /[的了吗呢不啥咋谁哪俺咱个证几点晌午号约换补办]|^(?:周|礼拜|星期)[一二三四五六日天末]|天$|上[午边]|下[午边]/u;

/** More than a name is told: 俺家那口子说要去. */
const tellsMore = /[了着过的]|是|在|有|没|不|去|来|要|说|想|把|给|让/u;

/** Whether words may be a name where one was asked for: 阿拉坦格日乐图雅 · 王 is one, 派出所养不养狗 is none. */
export function mayBeName(said: string): boolean {
  const step = stepIn(said);
  const isMore = step.is !== "words" || step.asks || tellsMore.test(said) || inNoName.test(said);
  return said.length <= longestName && !isMore;
}

/** 我叫李秀英 · 叫我老李就行 · 名字叫陈七 · 姓包 · 写我妈名字，刘桂芳. */
export function toldName(said: string): string | null {
  for (const pattern of told) {
    const name = pattern.exec(said)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

const kin =
  "爸|妈|爹|娘|爷爷?|奶奶?|姥姥|姥爷|老伴|老公|媳妇|孩子|儿子|闺女|姑娘|孙子|孙女|弟弟?|哥哥?|姐姐?|妹妹?|他|她";
const ends = "(?:就(?:行|成|中|好|可以))?(?:吧|呗|啊|的)?(?=[,，。\\s]|$)";
const told = [
  new RegExp(
    `(?:(?:我|俺|咱|本人|${kin})叫|叫我|叫俺|管我叫|我是|(?:名字|姓名|称呼)(?:就)?(?:是|叫|改成|[:：\\s])|^叫)(?:是|做)?([\\p{Script=Han}·]{2,8}?)${ends}`,
    "u",
  ),
  new RegExp(
    `(?:写|填|留|用)(?:上|我|俺|他|她|的|${kin})*(?:大名|名字?|全名)[,，:：\\s]*([\\p{Script=Han}·]{2,8}?)${ends}`,
    "u",
  ),
  /(?:^|[,，\s])(?:我|俺)?(?:贵?姓)([\p{Script=Han}]{1,2})(?=[,，。\s]|$)/u,
];

/** A name that stands alone, or before a number or a word on it: 包音，13800138000 · 图雅，不留电话. */
export function nameFrom(said: string): string | null {
  const plain = said.replace(/〔[^〕]*〕/gu, " ").trim();
  const name = toldName(plain);
  if (name !== null) return name;
  const parts = plain
    .split(/[,，。:：\s]+/u)
    .filter((part) => part !== "" && !keepsNumberBack(part) && !ofNumber.test(part));
  const alone = parts.length === 1 ? parts[0]! : (beforeNumber.exec(said)?.[1] ?? "");
  return isPlainName(alone) ? alone : null;
}

const ofNumber = /^(?:我|俺)?(?:的)?(?:电话|手机|号码?|联系方式)(?:是|号|号码)?$/u;
/** 换证 张伟 13611112222 */
const beforeNumber = /(?:^|[,，。\s])([\p{Script=Han}·]{2,4})[,，\s]*〔/u;

function isPlainName(word: string): boolean {
  if (!/^[\p{Script=Han}·]{2,4}$/u.test(word)) return false;
  if (
    inNoName.test(word) ||
    ofNumber.test(word) ||
    keepsBack(word) ||
    namesOneself(word) ||
    isAgreement(word)
  )
    return false;
  const step = stepIn(word);
  return step.is === "words" && !step.asks && serviceIn(word).service === null;
}
