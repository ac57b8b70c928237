import { ageIn, bareAge, type Age } from "./age.ts";

/** What somebody tells about the case that may change the answer. Null or false = not told. */
export interface Conditions {
  age: Age | null;
  /** What happened to a card or a book. */
  fate: "lost" | "damaged" | "expired" | "first" | null;
  otherProvince: boolean;
  /** Cannot leave the bed or the house. */
  bedridden: boolean;
  /** Cannot wait for the usual time. */
  urgent: boolean;
}

const provinces =
  "黑龙江|吉林|辽宁|河北|山东|山西|河南|陕西|甘肃|宁夏|青海|新疆|四川|重庆|云南|贵州|广西|广东|湖南|湖北|江西|福建|安徽|浙江|江苏|海南|西藏|北京|上海|天津|广州|深圳|哈尔滨|齐齐哈尔|沈阳|大连|长春";
const fates: [Exclude<Conditions["fate"], null>, RegExp][] = [
  [
    "lost",
    /(?<!没|没有)(?:丢|遗失)|弄没|找不(?:着|到)|不见了|掉了|被偷|让人偷|(?:证|本)没了|补(?:一张|一个|领|证|办|个?身份)|^(?:那|要是|是)*补(?:的|呢|吧|上)*[?。]?$/u,
  ],
  [
    "damaged",
    /(?<!没|没有)(?:坏|损坏|折断|断成|裂|磨(?:花|没|得)|消磁|泡(?:水|了)|烧(?:了|坏)|刷不(?:出|上|开)|(?:吃|嗑|啃|嚼|撕|剪|压|踩|烫|烤|洗|划)(?:了|坏|烂|碎|断|瘪|花)|看不清|认不清|咬了|掰断)/u,
  ],
  [
    "expired",
    /(?<!没|没有|还没|不)(?:过期|到期|到日子|到头|到年头|到年限|满期)|换(?:证|领|新证|个?身份)|^(?:那|要是|是)*换(?:的|呢|吧)*[?。]?$/u,
  ],
  ["first", /(?:头|第)一(?:回|次|张)|头(?:回|次)|初次|首次|首张|从没办过|没办过/u],
];
const elsewhere = new RegExp(
  `外省|外地(?!人骗)|跨省|异地|别的省|省外|老家(?:是|在)|户口(?:在|是)(?:${provinces})|(?:是|在|搁|从)(?:${provinces})|(?:${provinces})(?:的|人|户口)`,
  "u",
);
const inBed =
  /瘫|卧床|起不(?:来|了)(?:床|炕|身)|下不(?:来|了)(?:床|炕|地)|动弹不了|动不了|走不了(?:道|路)|不能(?:走|动)|植物人|行动不便/u;

const hurried =
  /等不及|等不起|等不了|急用|急等|急着(?:用|走|坐|上|出)|着急用|赶着?(?:上)?(?:火车|飞机|考试)|先(?:顶|用|使)着|先(?:顶|用)两天|(?:明|后)天就(?:走|要|得)/u;

/**
 * The conditions that normalised words tell, at a year.
 * @param ofAge the talk is about what depends on an age: a number and nothing else is one
 */
export function conditionsIn(said: string, year: number, ofAge = false): Conditions {
  return {
    age: ageIn(said, year) ?? (ofAge ? bareAge(said) : null),
    fate: fates.find(([, words]) => words.test(said))?.[0] ?? null,
    otherProvince: elsewhere.test(said),
    bedridden: inBed.test(said),
    urgent: hurried.test(said),
  };
}

const befallen =
  /([\p{Script=Han}]{2,6}?)(?:也|都|又|给|让我)?(?:弄|整|搞)?(?:丢|遗失|没了|找不着|坏|磨|消磁|过期|到期)/u;
const aCard = /^[那这俺我他她张老新旧个的]*(?:身份)?证$/u;

/** Whose it is, and how old they are, before the name of a thing. */
const beforeThing =
  /^(?:.*[了的呢岁])?(?:[那这俺我他她咱你]|要是|如果|万一|压根|根本|真的?|干脆|实在|又|爹|爸|妈|娘|爷|奶|姥姥|姥|媳妇|老伴|儿子|闺女|孩子|家|老人)*/u;
/** What was lost, broken or has expired, if the words name something else than an identity card. */
export function befallenIn(words: string): string | null {
  const thing = befallen.exec(words)?.[1]?.replace(beforeThing, "");
  return thing === undefined || [...thing].length < 2 || aCard.test(thing) ? null : thing;
}

/** Whether the words say that something else than an identity card was lost, broken or has expired. */
export function befellAnother(words: string): boolean {
  return befallenIn(words) !== null;
}

const ofCard =
  /身份证|身份正|sfz|证件|补(?:办|领|一张|一个)?|换(?:办|领|一张|一个|新)?|丢|遗失|寻不见|找不到|找不着|不见|没了|掉|过期|到期|到日子|坏|旧|新|证|期|[ 办了]/gu;

/** Words that say what happened to an identity card and name nothing else: 补身份证 · 换证. */
export function isPlainCardMatter(said: string, own: string): boolean {
  return /身份[证正]|sfz|[补换]证/u.test(said) && own.replace(ofCard, "") === "";
}

const cardWish =
  /^(?:你好|您好|在吗|请问|那个|我|俺|咱|想|要|得|给|来|咨询|打听|问(?:一下|下|问)?|个|[ ,])*(?:咋|怎么|如何)?(?:办理?|整|弄|搞|问)(?:个|一个|张|一张|下|一下|理)?(?:身份证|sfz)(?:的(?:事|事儿|手续))?(?:咋办|咋整|咋弄|咋办理|怎么办|怎么弄|怎么整|怎么办理|呢|啊|呗|吧|的)?[?。! ]*$|^(?:你好|您好|请问|[ ,])*(?:身份证|sfz)(?:咋办|怎么办|咋办理|怎么办理|办理|办一个|办一张|整一个|业务|的事儿?|这块儿?|咋整|咋弄)?[?。! ]*$/u;

/** Somebody wants an identity card and says not a word more: 办身份证. */
export function isBareCardWish(said: string): boolean {
  return cardWish.test(said);
}
