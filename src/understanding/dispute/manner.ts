import type { Reading } from "../../domain/reading.ts";
import { normalise } from "../normalise.ts";

const bare = (text: string): string => normalise(text).replace(/[^\p{L}\p{N}]+/gu, "");

const stops =
  /(?:拉倒|算了|不报了|不说了|不弄了|不整了|不告了|不用了|不要了|不登记|别记|别写|不记了|撤了|取消|不想说|不麻烦|我们自己(?:商量|解决)|和好了|说开了)/u;
const goesOn =
  /(?:不能|咋能|怎么能|可不能|凭啥|哪能)(?:就这么|就|这么)?(?:算了|拉倒|取消)|算了账|算了算/u;
/** Who has had enough says so in a few words. Unit: UTF-16 code units. */
const shortEnough = 26;

/** The person does not want it written down any more. */
export function stopsIn(text: string): boolean {
  const said = normalise(text);
  return said.length <= shortEnough && stops.test(said) && !goesOn.test(said);
}

/** Yes to the card: 对 · 没错 · 就这么着 · 发吧. */
export function agreesIn(text: string): boolean {
  return /^(?:是的?|对的?|对对|嗯+|行|好的?|好了|中|可以|没错|没问题|确定|确认|ok|就这样|就这么(?:着|写|办|记)|写吧|发吧|交吧|记吧|提交|都对|挺好|妥)+(?:吧|了|啊|呀|的|哈)*$/u.test(
    bare(text),
  );
}

/** No to the card without saying what is wrong. */
export function refusesIn(text: string): boolean {
  return /^(?:不对|不是|错了|写错了|不行|改|改改|改一下|不太对|有错|没写对)(?:啊|吧|的|呀)*$/u.test(
    bare(text),
  );
}

/** Passes a question over: 不知道 · 说不清 · 跳过 · 不方便说. */
export function passesIn(text: string): boolean {
  return /^(?:我|俺)?(?:不知道|不清楚|说不清|不好说|不记得|记不清|记不住|忘了|跳过|下一个|不说|不想说|不方便说?|没法说|不用问|先不说|过|无|没有)(?:了|啊|呀|吧)*$/u.test(
    bare(text),
  );
}

/** Nothing but courtesy: no answer and no question. */
export function courtesyIn(text: string): boolean {
  return /^(?:好的?|行|嗯+|哦+|谢谢(?:你|您)?|知道了|明白了?|中|妥|在吗|你好|您好|喂|等一?下|稍等|辛苦了?)+(?:了|啊|呀|吧|哈)*$/u.test(
    bare(text),
  );
}

/** Asks why so much is asked. */
export function asksWhyIn(text: string): boolean {
  return /(?:为啥|为什么|干啥|干嘛|凭啥)(?:要|总|老)?(?:问|打听|知道)|问(?:这|那)(?:个|些|么多)?(?:干啥|干嘛|有啥用|做什么)/u.test(
    normalise(text),
  );
}

/** Asks who else will know of it. */
export function asksWhoKnowsIn(text: string): boolean {
  return /(?:告诉|通知)(?:他|她|对方|人家|别人|我家里)[^。!?]{0,4}(?:吗|不|么)|(?:让|叫)(?:他|她|对方|人家|别人)知道|保密|会不会(?:知道|传|说出去)|别人(?:能|会)?(?:看|知道)/u.test(
    normalise(text),
  );
}

/** Any question. */
export function asksIn(text: string): boolean {
  return /[?吗呢]$|[^是]不$|咋|怎么|多久|几天|能不能|会不会|是不是/u.test(normalise(text));
}

/** What a correction puts right: the part behind 不是…是…, or behind 应该是; null if it is none. */
export function correctionIn(text: string): string | null {
  const said = normalise(text);
  return (
    /(?:不是|不在|不叫|错了)[^。!?\n]{0,14}?(?:[,， ]|而)?(?:是|在|应该是|得是)(?!不|吗)(.{1,24})$/u.exec(
      said,
    )?.[1] ??
    /^(?:应该|其实|改成|改为|换成)(?:是|在)?(.{1,24})$/u.exec(said)?.[1] ??
    null
  );
}

const asking = /[?吗呢]|[^是]不$|没$|咋|啥|怎么|什么|多少|几|谁|哪|能不能|可不可以|多久/u;
/** Between two answers people ask for these; a tale is read as one of the others at times. */
const asides = new Set<Reading["intent"]>([
  "ask_hukou",
  "ask_id_card",
  "ask_fraud",
  "ask_legal",
  "book",
  "change_booking",
  "case_status",
  "party_village",
]);

/** Something else is asked in between: others answer it, and the intake waits. */
export function isAside(text: string, { intent, confidence }: Reading): boolean {
  if (intent === "human") return confidence >= 0.7;
  return asides.has(intent) && confidence >= 0.55 && asking.test(normalise(text));
}
