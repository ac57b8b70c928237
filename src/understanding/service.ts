import type { Service } from "../domain/sets.ts";
import { normalise } from "./normalise.ts";
import { otherPapersIn } from "./papers.ts";

/** What somebody wants to have done at the counter, and how sure that is (0 … 1). */
export interface ServiceRead {
  service: Service | null;
  confidence: number;
}

/** Words of services as people misspell them, and in letters. */
const respelt: [RegExp, string][] = [
  [/身[分粉][证正征]|身份[正征怔争]|shen ?fen ?zheng|sfz/gu, "身份证"],
  [/二代(?:身份)?证/gu, "身份证"],
  [/[护沪互]口|hu ?kou/gu, "户口"],
  [/[林零]时(?=证|身份|的)/gu, "临时"],
  [/居住[正征]|juzhuzheng|jzz/gu, "居住证"],
  [/调[节解]|条解/gu, "调解"],
  [/[路律]师|律[是事](?!务)/gu, "律师"],
];

const child =
  "(?:孩子?|孩儿|娃娃?|宝宝?|小子|闺女|姑娘|孙[子女]|大孙|小孙|儿子|丫头|双胞胎|外孙|外甥|老二|二胎|头胎|三胎|新生儿?|小家伙|崽)";
const kin =
  "(?:老人|老爹|爹|爸|妈|娘|爷爷?|奶奶?|姥姥|姥爷|老伴|老头子?|老太太?|公公|婆婆|父亲|母亲|他|她|丈夫|媳妇|大爷|叔|婶|人)";
const lost =
  "(?:丢|弄没|没了|没影|掉了|掉哪|找不[着到回]|不见|不翼|遗失|挂失|偷|折了?|断|坏|裂|磨|消磁|磁没|磁条|不认|剪了?个?口|摸走|扒走|刷不出|读不出|看不清|啃|嚼|烧|泡|洗了|烂|补(?![贴助偿班课种胎])|重补|重[办做新]|再[办做补])";

/** Words for a service and what they weigh: 3 names it, 2 is strong, 1 only leans to it. */
const signs: [Service, number, string][] = [
  ["residence_permit", 4, "居住证|暂住证|签注|[居长]住的?(?:那个)?证|居住登记|外地人[^,。]{0,3}证"],
  ["temp_id_card", 5, "临时(?:的)?(?:居民)?(?:身份)?证|临时身份"],
  [
    "temp_id_card",
    3,
    "(?:办|弄|整|给|先|要)[^,。]{0,4}临时的|顶事的(?:证)?|能顶的|加急[^,。]{0,3}(?:证|那种)|先凑合用的",
  ],
  [
    "mediation",
    4,
    "调解|说和|说合|评评?理|调停|中间人|和解|劝和|断断|主持公道|评[^,。]{0,2}公道|掰扯|中间说说|和和气气|调一调|调调|[谈说]不拢",
  ],
  [
    "mediation",
    3,
    "当面(?:说开|说清|谈|唠|锣)|坐(?:一块|一起|下来?)[^,。]{0,4}[谈说唠]|纠纷|[做当]个?中人|两家[^,。]{0,6}(?:谈|说)",
  ],
  ["legal_consult", 4, "律师|法律|法援|打?官司|起诉|诉状|懂法"],
  [
    "legal_consult",
    2,
    "仲裁|工伤|遗嘱|抚养权|咨询|普法|合同[^,。]{0,4}(?:看|问)|离婚[^,。]{0,8}(?:分|财产|的事)|明白人|懂行|支个?招|能不能告|(?:合同|协议)[^,。]{0,6}(?:毛病|瞅|瞧)",
  ],
  [
    "hukou_cancel",
    4,
    "销户(?!头)|销[^,。]{0,8}户口|户口?[^,。]{0,6}(?:注销|销了|得销|给销|要销|销掉)|死亡的?(?:证明|登记|注销|手续)|户口[^,。]{0,3}退(?!回)|定居国外|户口[^,。]{0,6}(?:撤|消)(?:了|掉|销)",
  ],
  [
    "hukou_cancel",
    3,
    `${kin}(?:上个?月|前[几两]?天|昨天|刚|去年)?(?:没了|没的|去世|走了|走的|不在了|过世|咽的?气|殁了|没熬过|没挺过|病逝|病故)`,
  ],
  [
    "hukou_birth",
    4,
    `出生登记|${child}[^,。]{0,10}(?:上户|落户|入户|报户|上个户|落个户|落上户|上[^,。]{0,2}户口|落[^,。]{0,3}户)|(?:上|报|落|入)(?:个|下|一下)?户口?[^,。迁]{0,6}${child}|给${child}[^,。迁]{0,6}(?:落|上|报)`,
  ],
  [
    "hukou_birth",
    3,
    "(?<!媳妇)上(?:个|一下)?户口|报(?:个)?户口?|新添|刚生|出月子|黑户|添了?个?(?:大?胖)?(?:小子|闺女|丫头|娃)|满月|出生证|生了(?:个|俩|一个)?(?:大胖|小子|闺女|丫头|儿子)",
  ],
  [
    "hukou_move",
    4,
    "迁(?:户|移|走|入|出|到|来|回|过|进|一下|个|下|往|去|$)|户口?[^,。]{0,14}(?:迁|转到|转过|转走|挪|起走|往[^,。]{1,4}落)|迁[^,。]{0,8}户口?|户口?[^,。]{0,4}转回|户[^,。]{0,4}挪|恢复[^,。]{0,4}户口|户口[^,。]{0,4}恢复|准迁|投靠|随迁|起户口|转户口?",
  ],
  ["hukou_move", 3, "落户"],
  [
    "hukou_change",
    4,
    "改(?:个|下|一下|成)?(?:名|姓|民族|出生|生日|岁数|年龄|族|户主)|改随|随[^,。]{0,2}[母妈父爸娘爹]姓|[汉蒙回满][族民][^,。]{0,4}改|改(?:成|为|个)?[汉蒙回满][族民]|户主|分户|单立|立户|从[^,。]{0,6}本上[^,。]{0,4}(?:单|分)|单(?:独立|出来)|分成[两二三]本|本子?头一页|另起|另立|并户|合户|分(?:个|开)?户口|分家(?:另过)?|析户|改(?:个)?户口",
  ],
  [
    "hukou_change",
    3,
    "名字?[^,。]{0,8}(?:改|错|换)|名字?[^,。]{0,10}(?:差[一个]|对不上|不一样|不一致)|户口[^,。]{0,8}(?:错|改|变更|更正)(?![到在期天签约成]|个|一下)|(?:民族|生日|出生日期|婚姻状况|文化程度|学历)[^,。]{0,6}(?:改|错|变更|更正)|变更",
  ],
  [
    "other",
    6,
    "户口?[本簿页][^,。]{0,6}(?:丢|没了|补|坏|烂|换|找不|咬|撕|泡|烧|湿|啃)|(?:补|换)(?:个|本|一本|一下|下)?户口?[本簿]|通行证|边[境防]证|亲属关系|无犯罪|没犯罪|没犯过|[要让]?证明我|户籍证明|身份证明|同一人|开[^,。]{0,6}证明|国籍",
  ],
  ["other", 3, "证明(?!书)|公章|备案"],
  [
    "id_card_first",
    5,
    `(?:(?:第一|头一?)[张次回]|首[张次回办]|初[次办]|头[张次回])(?:办|领|申领)?[^,。户]{0,5}(?:身份证|办证|证|照相)|(?:身份证|办证|证)[^,。]{0,6}(?:第一次|头一?回|首次|初次)|没办过[^,。]{0,4}证|办头一张|没有身份证[^。]{0,14}(?:办|整|弄|领)|证[^,。]{0,2},?[^,。]{0,4}没办过|(?<!\\d)(?:[1-9]|1[0-5]|[一二三四五六七八九十])周?岁[^。]{0,10}(?:办|整|做)[^,。]{0,3}身份证|(?:满|够|到|刚|都|才)(?:了)?(?:1[4-9]|十[四五六七八九])[^,。]{0,8}|(?<!\\d)(?:1[567]|十[五六七])(?:周?岁|了)[^,。]{0,10}证`,
  ],
  ["id_card_first", 3, `${child}[^,。]{0,8}(?:办|做|照|整)(?:个|张|一张)?(?:身份)?证`],
  ["id_card_first", 2, "头回办|头一回|第一次办"],
  [
    "id_card_replace",
    4,
    `(?:身份证|(?<![住行业产婚离驾明])证(?!明)|卡)[^,。户]{0,9}${lost}|${lost}[^,。户]{0,6}(?:身份证|(?<![住行业产婚离驾明])证(?!明)|卡)|补(?:个|张|一张|办)?(?:身份)?[证卡]`,
  ],
  ["id_card_replace", 1, `^[^户]*(?:${lost})[^户]*$`],
  [
    "id_card_renew",
    4,
    "换(?:个|张|一张|领|新|了|一下|下|本)?(?:新)?(?:身份)?证|(?:身份证|(?<![住行业产婚离驾明])证(?!明))[^,。户]{0,10}(?:到期|过期|到日子|到头|快到|期限|换)|一代证|旧证|老证",
  ],
  ["id_card_renew", 2, "到期|过期|到日子|有效期|换新"],
  ["id_card_renew", 1, "身份证"],
  ["id_card_renew", 1, "换"],
];
const patterns = signs.map(
  ([service, weight, words]) => ({ service, weight, pattern: new RegExp(words, "u") }) as const,
);

/** What is not wanted: 不是换证是补证. */
const denied =
  /不是[^,。;!? ]{1,8}?(?=[,。;!? ]|是)|(?<![要用行能])不(?:想|要|用)?[换补迁改办](?=[^,。;!? ]{0,4}了?[,。;!? ])/gu;

/** What is wanted after all: 约的是换证,其实是丢了,给改成补办. */
const corrected = /(?:改成|改为|换成|其实是|应该是|说错了,?(?:是)?)([^。;!?\n]+)/u;

/** What happened to a paper, or is to happen to it. */
const happening = "(?:[^,。;!? ]{0,6}(?:到期|过期|到日子|丢|没了|找不|坏|补|换)[^,。;!? ]{0,4})?";

const idCards: ReadonlySet<Service | null> = new Set([
  "id_card_first",
  "id_card_renew",
  "id_card_replace",
  "temp_id_card",
]);

/**
 * What somebody wants to have done, of the station's bookable services. A lost or damaged card is
 * replaced, an old one renewed; a split household or a new head is a change; certificates and the
 * border pass are `other`. Null: the words name none. Pure; never throws.
 * @param before what was spoken of, for words that name none themselves
 */
export function serviceIn(text: string, before: Service | null = null): ServiceRead {
  let said = normalise(text).replace(denied, " ");
  for (const [wrong, right] of respelt) said = said.replace(wrong, right);
  const { faint, ...whole } = scored(said);
  const instead = scored(corrected.exec(said)?.[1] ?? "");
  if (instead.service !== null) return { service: instead.service, confidence: instead.confidence };
  if (whole.service !== null && instead.faint !== null)
    return { ...whole, service: ofBefore(instead.faint, whole.service) };
  if (whole.service !== null || before === null) return whole;
  return { service: ofBefore(faint, before), confidence: 0.5 };
}

/** The service that weighs most, or the one that is only leant to. */
function scored(words: string): ServiceRead & { faint: Service | null } {
  let said = words;
  for (const paper of otherPapersIn(said))
    if (paper !== "居住证") said = said.replace(new RegExp(`${paper}${happening}`, "gu"), " ");
  const scores = new Map<Service, number>();
  for (const { service, weight, pattern } of patterns)
    if (pattern.test(said)) scores.set(service, (scores.get(service) ?? 0) + weight);
  const order = [...scores].sort(([, one], [, other]) => other - one);
  const [first, second] = order;
  if (first === undefined || first[1] < enough)
    return { service: null, confidence: 0, faint: first?.[0] ?? null };
  const [service, best] = first;
  const share = best / (best + (second?.[1] ?? 0));
  return {
    service,
    confidence: Math.min(0.98, share * Math.min(1, 0.4 + best * 0.15)),
    faint: null,
  };
}

/** Less than this names no service by itself. */
const enough = 2;

/** A faint word (丢了, 换) tells which of the card's services, where a card was spoken of. */
function ofBefore(faint: Service | null, before: Service): Service {
  return idCards.has(before) && idCards.has(faint) && faint !== null ? faint : before;
}
