import type { Bookable } from "../domain/bookable.ts";
import type { Calendar } from "../domain/calendar.ts";
import type { VisitDay } from "../domain/visit.ts";
import { asksIn, courtesyIn } from "./dispute/manner.ts";
import { normalise } from "./normalise.ts";
import { serviceIn } from "./service.ts";
import { whenIn } from "./when/when.ts";

/** Why somebody cannot leave the house, and how it is written down. */
const reasons: [string, RegExp][] = [
  [
    "瘫痪、卧床",
    /瘫|卧床|植物人|偏瘫|半身不遂|躺(?:着|在)?(?:炕|床)上?|在(?:炕|床)上?(?:躺|起不来)/u,
  ],
  [
    "下不了炕、动不了",
    /下不(?:了|来|去)(?:炕|床|地)|起不来(?:炕|床)|动弹不(?:了|得)|(?<!拿|搬|推|拉)动不了(?!手)|翻不了身|站不起来/u,
  ],
  ["坐轮椅", /轮椅/u],
];
/** Reasons that keep people at home only where it is said that they do. */
const likely: [string, RegExp][] = [
  ["病着", /中风|脑血栓|脑梗|脑出血|骨折|摔断|癌|化疗|透析|病(?:重|得)|重病|有病|大病/u],
  ["住院", /住(?:着)?院/u],
  ["残疾", /残疾|残废|截肢|失明|眼睛?(?:瞎|看不见)|双目/u],
  [
    "腿脚不便",
    /走不(?:动|了)(?:道|路)?|腿脚|行动不便|拄拐|腿(?:疼|断|坏)|(?:出|下)不了(?:门|楼|屋)/u,
  ],
  [
    "年纪大",
    /年纪|岁数|老得|老了|(?:[七八九]十|百)[一二三四五六七八九]?多?岁?|[7-9]\d多?岁?|1[01]\d岁/u,
  ],
];
const cannot =
  /(?:来|去|到|走|出|下|上)不(?:了|得|来|去)|走不动|(?:没法|没办法|不能|不方便|没有办法)(?:来|去|出门|到|走)|行动不便|腿脚不/u;
const athome =
  /上门|(?:来|到|上|去|进|登)(?:我|俺|咱|他|她)?们?家(?!长)|到(?:炕|床)头|到(?:医院|病房)(?:来|去|给|办|照|采)|你们?(?:能)?(?:不能)?来(?:给|照|办|采|按|一趟|一下)|下村[^,。]{0,8}(?:给|照|办)/u;

/** Why somebody cannot come, in the station's words; null where the words tell no such reason. */
export function homeboundIn(text: string): string | null {
  const said = normalise(text);
  const sure = reasons.find(([, words]) => words.test(said));
  if (sure) return sure[0];
  return cannot.test(said) || athome.test(said)
    ? (likely.find(([, words]) => words.test(said))?.[0] ?? null)
    : null;
}

/** The same where it is known that somebody cannot come: the bare name of it is enough. */
export function reasonIn(text: string): string | null {
  const said = normalise(text);
  return [...reasons, ...likely].find(([, words]) => words.test(said))?.[0] ?? null;
}

const self =
  /(?:我|俺)(?:自己|本人|自个儿?|现在|这)?(?:都|就|是|在)?(?:瘫|卧床|下不|走不|坐轮椅|坐着轮椅|动不|动弹|躺|腿|残疾|偏瘫|中风|起不来|行动|住院|来不了|去不了)|^(?:就)?(?:是)?(?:我|俺)?(?:自己|本人|自个儿?)$/u;

/** Who it is about, to whoever asks: the nearest word of kin. */
const people: [string, RegExp][] = [
  [
    "爱人",
    /(?:孩子|娃)(?:他|她)?[爸妈爹娘]|老伴|老公|丈夫|男人|媳妇(?!儿?家)|老婆|爱人|对象|当家的/u,
  ],
  ["公婆、岳父母", /公公|婆婆|丈人|丈母娘|岳父|岳母/u],
  ["老人", /老爷子|老头|老太|大爷|大娘/u],
  ["爷爷奶奶、姥姥姥爷", /爷|奶(?!粉)|姥/u],
  ["父亲", /爹|爸|父亲/u],
  ["母亲", /妈|娘(?!家|们)|母亲/u],
  ["儿女", /儿子|闺女|女儿|姑娘|孙子|孙女|孩子|娃/u],
  ["兄弟姐妹", /哥|弟|姐|妹/u],
  ["亲戚", /叔|舅|姑|姨|伯|婶|侄|嫂|外甥|亲戚/u],
  ["邻居", /邻居|隔壁|对门|同村|一个村|五保|低保户/u],
  ["老人", /老人|老的/u],
];

export function whoIn(text: string): string | null {
  const said = normalise(text);
  if (self.test(said)) return "本人";
  return people.find(([, words]) => words.test(said))?.[0] ?? null;
}

/** From here up the words name a service. */
const sureOfService = 0.5;

/** What is to be done at home: a service of the station by its name, or the paper that is named. */
export function visitServiceIn(text: string, services: readonly Bookable[]): string | null {
  const said = normalise(text);
  const read = serviceIn(text);
  const named =
    read.confidence >= sureOfService
      ? services.find(({ service }) => service === read.service)
      : undefined;
  if (named) return named.name;
  if (/身份证|照[^,。]{0,3}相|拍照|指纹/u.test(said)) return "身份证";
  return /户口/u.test(said) ? "户口" : null;
}

/** A paper of the counter is spoken of. */
export function namesPaper(text: string): boolean {
  return /身份证|户口|居住证|照[^,。]{0,3}相|拍照|指纹|[办换补](?:个|张|新)?证/u.test(
    normalise(text),
  );
}

const anyTime =
  /(?:天天|每天|哪天|随时|啥时候|什么时候|几点|一直|整天|成天|白天|晚上|上午|下午|早上|早晨|晌午|中午|周末|(?:周|星期|礼拜)[一二三四五六日天末])(?:都)?(?:有人|在家|在屋|行|中|有空)|(?:一直|都|总|老)(?:有人|在家)/u;
const ofVisit = /在家|有人|有空|方便|来(?!不|一张)|上门|到家|去/u;

/** When somebody is at home, where the words tell it beside other things: the part that does, and a day if they name one. */
export function atHomeIn(
  text: string,
  now: number,
  calendar: Calendar,
): { when: string | null; day: VisitDay | null } | null {
  for (const part of normalise(text).split(/[,，。;；!！?？\n]+/u)) {
    const day = ofVisit.test(part) ? visitDayIn(part, now, calendar) : null;
    if (day !== null) return { when: null, day };
    const found = anyTime.exec(part);
    if (found) return { when: found[0], day: null };
  }
  return null;
}

/** The day that words name. */
export function visitDayIn(text: string, now: number, calendar: Calendar): VisitDay | null {
  const { date, period, time } = whenIn(text, now, calendar);
  return date === null ? null : { date, period, time };
}

/** Under the answer on how people are served who cannot come: they want it done. A bare 好 thanks for the answer. */
export function wantsVisitIn(text: string): boolean {
  const said = normalise(text);
  if (courtesyIn(text)) return false;
  const wants =
    /(?:帮|给|替)(?:我|俺|咱)?们?(?:记|报|登记|说|约|申请|写|安排|问)|(?:那|就)?(?:你们?|民警)?(?:来|过来|上门|来家)(?:吧|呗|一趟)|(?:我?要|想|请|申请|约|麻烦)[^,。?]{0,6}(?:上门|来家|到家|来一趟)|(?:记|登)(?:下|上)(?:吧|来)?$|^(?:那|行|好|中)[,，]?(?:就)?(?:来|记|报|约|登记)/u;
  return wants.test(said) && !(asksIn(text) && /咋|怎么|多久|几天|多少|带啥/u.test(said));
}

/** What a villager says to a day that we named, in few words; null for anything else. */
export function dayAnswerIn(text: string): "yes" | "other" | "cancel" | null {
  const said = normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");
  if (said.length > longestAnswer) return null;
  if (
    /不用(?:来|去|上门|办)了|别来了|不办了|不用上门|取消上门|上门(?:的事)?(?:取消|算了|不用了)/u.test(
      said,
    )
  )
    return "cancel";
  if (
    /换(?:一|个|1)?(?:天|日子|时间)|改(?:一|个)?(?:天|日子|时间|日)|(?:那天|这天|那日子|那会儿)[^行]{0,4}(?:不行|不中|不在|没人|没空|不方便)|^(?:不行|不中)$/u.test(
      said,
    )
  )
    return "other";
  return /^(?:那天|就那天|到时候|我们?|俺们?)?(?:行|好|中|可以|成|妥|没问题|定了|就这天|就那天|(?:我们?|俺们?)?(?:在家)?等(?:着)?(?:你们?)?|来吧)+(?:的|了|吧|啊|呀|嘞)*$/u.test(
    said,
  )
    ? "yes"
    : null;
}

/** Who answers so shortly answers nothing else. Unit: UTF-16 code units. */
const longestAnswer = 16;

/** 行 12月3号上午: one of us names the day on which we come. The day's words; null for anything else. */
export function goingIn(text: string): string | null {
  const words = /^(?:行|中|好|好的|可以|能去|去|定|那就|就)[\s,，。:：]*(.{2,16})$/u.exec(
    normalise(text).trim(),
  );
  const day = words?.[1]?.replace(/(?:我们?)?(?:过去|上门|去|来)?[吧了。!]*$/u, "");
  return day !== undefined && /[天月日号周]|星期|礼拜/u.test(day) ? day : null;
}
