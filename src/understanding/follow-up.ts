import type { Facet } from "../domain/sets.ts";
import { facetsIn, withoutFacets } from "./facet.ts";
import { tellingIn } from "./nearest-side.ts";
import { normalise } from "./normalise.ts";

/** What a message does in a conversation that is about something already. */
export type Step =
  /** Heard and understood, nothing asked: 嗯呢 · 中 · 知道了 · 行 谢谢. */
  | { is: "nod"; thanks: boolean }
  /** No more for now: 不用了 · 算了 不去了 · 我再想想. */
  | { is: "leave" }
  /** The answer was wrong, without a word about what is right. */
  | { is: "rejection" }
  /** More of the same: 说细点 · 再说详细些. */
  | { is: "details" }
  /** The same once more: 再说一遍. `plainer`: it was not understood, or is wanted shorter: 没听懂 · 简单说. */
  | { is: "again"; plainer: boolean }
  /** `not`: what it was mistaken for, if told; `words`: what is meant instead. */
  | { is: "correction"; words: string; not: string }
  | Asked;

/** A question or something told. */
export interface Asked {
  is: "words";
  /** Sides of a matter that it asks for. */
  facets: Facet[];
  /** It leans on what was said before: 那… · 要是… · …呢. */
  leans: boolean;
  /** What it speaks of by itself, without all that leans; empty if nothing. */
  own: string;
  /** It asks, rather than tells. */
  asks: boolean;
  /** It speaks of the station: 你们在哪. */
  ofStation: boolean;
  /** It names a person: what is known of another one's age no longer holds. */
  ofPerson: boolean;
}

const nods =
  "嗯+|嗯呢|嗯哪|哦+|噢+|喔+|啊|中|妥|妥了|好|好的|好嘞|好吧|行|行嘞|行了|得嘞|成|可以|对|对的|是|是的|是啊|知道|知道了|晓得了|明白|明白了|懂了|了解|收到|ok|清楚了|没问题|那行|那好|那中|这下明白了|记住了|就这个|就是这个|就是它|就是那个|就它|就是|对头|可不|可不是|没错|是这个|是它|妥妥的|好使|就这么办|就这么着|没毛病";
const thanksWords = "谢谢|谢了|谢啦|多谢|感谢|麻烦(?:你|您)?了|辛苦了";
const tails = "[了啊呀哈呢吧哦嘞啦您你]*(?:真(?:耐心|好|行|不错))?";
const nod = new RegExp(`^(?:(?:${nods}|${thanksWords})${tails})+$`, "u");
const thanks = new RegExp(thanksWords, "u");
const leave =
  /^(?:那|行|好|嗯|哦|得了?|唉|哎|谢谢)*(?:不(?:了|用了?|要了|问了|办了|弄了|整了|去了|约了|麻烦(?:你|您)?了)|算了|拉倒|没事了?|没(?:啥|别的)事?(?:了)?|先(?:这样|不办|不弄|不问)了?|(?:我|俺)?(?:再|先)(?:想想|琢磨琢磨|考虑考虑|看看|合计合计|寻思寻思)|改天再说|回头再说|打住|得了)+(?:吧|了|啊|哈|谢谢|(?:我|俺)?(?:自己|先|再|回头|改天|都)(?!问).{0,8})*$/u;
const rejection =
  /^(?:都不是|都不对|全不是|不是|不对|不是的|不是这个|不是啊|错了|答错了|你(?:说|答)错了|说的不是这个|不是(?:我|俺)(?:问|要)的|(?:我|俺)(?:问|说)的不是(?:这个|这)|没问这个|所答非所问|答非所问)(?:啊|呀|吧|了)*$/u;

const details =
  /^(?:请|你|您|给我|再|能不能|麻烦|那)*(?:说|讲)?(?:得|的)?(?:再)?(?:细|详细|具体|清楚|明白|仔细)(?:点|一点|些|一些|说说|讲讲)(?:说|讲)?(?:吧|呗|呀|啊|行不|中不)?$/u;

const again =
  /^(?:请|你|您|给我|麻烦|那|能不能|刚才)*(?:没听清|没看清|没记住|又忘了|(?:刚才)?(?:说的)?(?:啥|什么)来着|(?:再|重新?)(?:说|讲|发|来|念)(?:一)?(?:遍|次|回)|再说说|重复一?(?:遍|下)?)(?:说|讲|发)?(?:吧|呗|呀|啊|了|行不|中不|呢)?$/u;
const plainer =
  /^(?:你|您|这|那|我|俺|还是|说的|写的|说|写|都|是|啥玩意儿?|什么玩意儿?|这些|太|了|哎|唉|咋)*(?:(?:没|不|没太|不太|看不|听不)(?:听懂|看懂|懂|明白|整明白|弄明白)|(?:一头)?雾水|(?:太)?(?:长|多|乱|复杂|绕)(?=了|$)|(?:说|讲)?(?:得|的)?简单(?:点|些|地)?(?:说|讲)?(?:说|讲)?|长话短说|说人话|说白话|(?:说|讲)?大白话|说(?:得|的)?(?:明白|直白|通俗)(?:点|些)?)(?:了|啊|呀|呢|吧|呗|你说的|(?:你|您)?说(?:的)?(?:啥|什么)(?:玩意儿?)?|点|行不|中不)*$/u;

/** 我说的是… · 不是换证 是补 · 不对 我问的是孩子的. `words` may still hold a 不是… behind it. */
const corrections: RegExp[] = [
  /^(?:不对|不是|错了|不|哎|咳)?[ ,]*(?:我|俺)(?:刚才|刚)?(?:问|说|要|想问|要问|要办|想办)的是(?<words>[^]+?)[ ,]*(?:不是|没说|没问)(?<not>[^,。]+)$/u,
  /^(?:不对|不是|错了|不|哎|咳)?[ ,]*不是(?:说|问|要|想)?(?<not>[^,。 ]{1,12}?)[ ,。;]*(?:而)?(?:是|我(?:说|问|要)的是|我(?:想|要)(?:问|办)?)(?:想|要|说|问)?(?:的是)?(?<words>[^]+)$/u,
  /^(?:不对|不是|错了|不是的|不是这个|不是啊|哎|咳|嗨)?[ ,。]*(?:我|俺)(?:刚才)?(?:是(?:想)?(?:说|问)|(?:问|说|要|想问|要问|要办|想办)的是)[ ,]*(?<words>[^]+)$/u,
  /^(?:不对|不是|错了|不是的|不是这个|说错了|我说错了|打错了|答错了)(?:啊|了|呀)?[ ,。]+(?:是|应该是|我是|我要)?(?<words>[^]+)$/u,
];
const slip = /[ ,]*(?:(?:我|俺)?(?:刚才)?(?:说|写|打|问)(?:差|错|岔|秃噜)了?(?:嘴)?)[ 。了]*$/u;

/** Marks of a message that leans on what was said before. */
const leaning =
  /^(?:那(?!边|头|家|个人|达慕|天|年|阵)|这(?:个|样)?(?:要|得|能|是)|要是|如果|要|假如|万一|再|还|他|她|它|人家|到期)|^.{1,9}(?:呢|咋样)[?。 ]*$|^(?:[^ ,。]{1,4}的)(?:呢)?$/u;
/** People, but for oneself. */
const people =
  "老人家?|老头|老太太?|老爷子|爹|爸爸?|妈妈?|娘|爷爷?|奶奶?|姥爷|姥姥|孩子|小孩|娃娃?|儿子|小子|闺女|姑娘|女儿|丫头|孙子|孙女|媳妇|老婆|老公|男人|老伴|对象|哥|弟|姐|妹|家里人|家里|家";
const person = new RegExp(people, "u");
/** What carries no subject: frames, people, politeness, particles, times and numbers. */
const empty: RegExp = new RegExp(
  [
    "这边|那边|这儿|那儿|这里|那里|那个|这个|那些|这些|那种|这种|那(?!达慕)|这|要是|如果|假如|万一|的话|再说|再问|再|还有|还|对了|请问|问(?:一下|下|问|句|个事)?|想(?:问|知道)?|打听|告诉|一般|大概|到底|究竟|其实|现在|当时|之后|以后|以前|然后|比如|就是|是不是|是",
    "那人|这人|别人|人家|我们|俺们|咱们|他们|你们|我|俺|咱|他|她|它|你|您|谁",
    people,
    "多长时间|长时间|多久|多少|时候|工夫|日子|情况|意思|直接|非得|必须|需要|应该|赶紧|马上|一趟|反正|听说|咨询|请教|办理|以内|之内|寻思|琢磨|觉得|知不知道|好使|管用|下来|到手",
    "[\\d零〇一二两三四五六七八九十百千万几]+(?:个|张|块|元|岁|周岁|天|年|月|号|次|回|遍)?|半|多|刚|满|今年|去年|明年|今天|明天|上次|快",
    "啥|什么|咋整|咋办|咋弄|咋样|咋|怎么办|怎么弄|怎么|哪|吗|呢|吧|啊|呀|嘛|哈|不|没|行|中|成|能|可以|可|得|要|用|办|弄|整|去|来|在|到|了|着|过|的|地|给|让|把|被|和|跟|都|也|又|就|才|只|很|太|会|有|说|事|做|算|样",
  ].join("|"),
  "gu",
);
const asking =
  /[?吗么]|啥|什么|咋|怎么|多少|多久|几|谁|哪|能不能|行不|中不|可不可以|得不得|用不用|要不要|有没有|[^ ]不(?:[ ,。]|$)/u;

/** Whether a step speaks of something in words that tell what: more than lone characters. */
export function namesThing({ own }: Pick<Asked, "own">): boolean {
  return [...tellingIn(own)].some((piece) => [...piece].length > 1);
}

/** Reads one message as a step of a conversation. Pure; never throws. */
export function stepIn(text: string): Step {
  const said = normalise(text);
  const bare = said.replace(/[^\p{L}\p{N}]+/gu, "");
  if (nod.test(bare)) return { is: "nod", thanks: thanks.test(bare) };
  if (leave.test(bare)) return { is: "leave" };
  if (rejection.test(bare)) return { is: "rejection" };
  if (details.test(bare)) return { is: "details" };
  if (again.test(bare)) return { is: "again", plainer: false };
  if (plainer.test(bare)) return { is: "again", plainer: true };
  return correctionIn(said) ?? asked(said);
}

function correctionIn(said: string): Step | null {
  const plain = said.replace(slip, "");
  for (const pattern of corrections) {
    const groups = pattern.exec(plain)?.groups;
    const words = groups?.["words"]?.trim() ?? "";
    if (words !== "") return { is: "correction", words, not: groups?.["not"]?.trim() ?? "" };
  }
  return null;
}

function asked(said: string): Asked {
  const own = withoutFacets(said)
    .replace(empty, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return {
    is: "words",
    facets: facetsIn(said),
    leans: leaning.test(said),
    own,
    asks: asking.test(said),
    ofPerson: person.test(said),
    ofStation: /你们|你那|您那|您们|所里|派出所|贵所/u.test(said),
  };
}
