import { ageIn, type Age } from "./age.ts";

/** What somebody tells about the case that may change the answer. Null or false = not told. */
export interface Conditions {
  age: Age | null;
  /** What happened to a card or a book. */
  fate: "lost" | "damaged" | "expired" | "first" | null;
  otherProvince: boolean;
  /** Cannot leave the bed or the house. */
  bedridden: boolean;
}

const provinces =
  "黑龙江|吉林|辽宁|河北|山东|山西|河南|陕西|甘肃|宁夏|青海|新疆|四川|重庆|云南|贵州|广西|广东|湖南|湖北|江西|福建|安徽|浙江|江苏|海南|西藏|北京|上海|天津|广州|深圳|哈尔滨|齐齐哈尔|沈阳|大连|长春";
const fates: [Exclude<Conditions["fate"], null>, RegExp][] = [
  [
    "lost",
    /(?<!没|没有)(?:丢|遗失)|弄没|找不(?:着|到)|不见了|掉了|被偷|让人偷|(?:证|本)没了|补(?:一张|一个|领|证|办)/u,
  ],
  [
    "damaged",
    /(?<!没|没有)(?:坏|损坏|折断|断成|裂|磨(?:花|没|得)|消磁|泡(?:水|了)|烧(?:了|坏)|刷不(?:出|上|开)|看不清|认不清|咬了|掰断)/u,
  ],
  ["expired", /(?<!没|没有|还没|不)(?:过期|到期|到日子|到头|满期)|换(?:证|领|新证)/u],
  ["first", /(?:头|第)一(?:回|次|张)|首次|首张|从没办过|没办过/u],
];
const elsewhere = new RegExp(
  `外省|外地(?!人骗)|跨省|异地|别的省|省外|老家(?:是|在)|户口(?:在|是)(?:${provinces})|(?:是|在|搁|从)(?:${provinces})|(?:${provinces})(?:的|人|户口)`,
  "u",
);
const inBed =
  /瘫|卧床|起不(?:来|了)(?:床|炕|身)|下不(?:来|了)(?:床|炕|地)|动弹不了|动不了|走不了(?:道|路)|不能(?:走|动)|植物人|行动不便/u;

/** The conditions that normalised words tell, at a year. */
export function conditionsIn(said: string, year: number): Conditions {
  return {
    age: ageIn(said, year),
    fate: fates.find(([, words]) => words.test(said))?.[0] ?? null,
    otherProvince: elsewhere.test(said),
    bedridden: inBed.test(said),
  };
}

const befallen =
  /([\p{Script=Han}]{2,6}?)(?:也|都|又|给|让我)?(?:弄|整|搞)?(?:丢|遗失|没了|找不着|坏|磨|消磁|过期|到期)/u;
const aCard = /^[那这俺我他她张老新旧个的]*(?:身份)?证$/u;

/** Whether the words say that something else than an identity card was lost, broken or has expired. */
export function befellAnother(words: string): boolean {
  const thing = befallen.exec(words)?.[1];
  return thing !== undefined && !aCard.test(thing);
}

const cardWish =
  /^(?:你好|您好|请问|那个|我|俺|咱|想|要|得|给|问(?:一下|下|问)?|[ ,])*(?:办|整|弄|搞)(?:个|一个|张|一张|下|一下|理)?(?:身份证|sfz)(?:的(?:事|事儿|手续))?(?:咋办|咋整|咋弄|咋办理|怎么办|怎么弄|怎么整|怎么办理|呢|啊|呗|吧|的)?[?。! ]*$|^(?:身份证|sfz)(?:咋办|怎么办|咋办理|怎么办理|办理|的事)?[?。! ]*$/u;

/** Somebody wants an identity card and says not a word more: 办身份证. */
export function isBareCardWish(said: string): boolean {
  return cardWish.test(said);
}
