import { normalise } from "../normalise.ts";
import { saysBusy, saysReported } from "./reported.ts";

/** What somebody wants while a sheet is filled that fits none of its questions. */
export type SheetWish =
  | "show"
  | "stop"
  | "resume"
  | "skip"
  | "pay-again"
  | "second-fraud"
  | "obeys"
  | "what-now"
  | "fear";

const around =
  "(?:我|俺|你|您|给|把|让|想|要|再|先|快|麻烦|能不能|可以|现在|那个|那张|这张|我的|填的|填好的|转账)*";
const shows = new RegExp(
  `^${around}(?:看|看看|看下|看一下|瞅|瞅瞅|瞧瞧|念|念念|念一下|发|发来|发给|出|调出来|打开|显示|拿|拿来|找)?(?:一下|给)?${around}(?:单子|表|清单|报案单|止付单)(?:呢|给我|给俺|发给我|拿给我|给我看看|给我念念|看看|看|发我|发来|拿来|在哪|在哪儿|在哪看|长啥样|填了啥|上写了啥|都有啥|吧|看一下|我看看|念念)*$|^(?:都)?(?:填|记)了(?:些)?(?:啥|什么)$`,
  "u",
);
const stops =
  /^(?:那|我|俺|先|就)*(?:算了|拉倒|行了|好了|得了)?(?:吧|我|就|先|也)*(?:不想|不用|不|别|懒得|没法|不能|不会|没心思)(?:再)?(?:填|写|说|弄|答|回答|问|整)(?:了|啦|吧|下去|啊|我了)*$|^(?:就|只有|只知道|知道)?(?:这些|这么多|这点)(?:了|吧|啦)*$|^(?:填|说|写)(?:完|好)(?:了|啦)*$|^(?:先)?(?:到这|到这儿|到此为止|停|停下)(?:吧|了)*$|^(?:算了|拉倒|取消|退出|结束)(?:吧|了)*$/u;
const resumes =
  /^(?:那|我|咱|先|就)*(?:接着|继续|回去|还是|回到)(?:说|办|弄|讲|聊|填|约)?(?:那个|刚才|刚才的|前面的|刚才那个)?(?:预约|约号|约|办事|办证|纠纷|调解|邻居|地|前面|刚才|原来)[^,。]{0,8}$/u;
const skips =
  /^(?:我|俺)?(?:也)?(?:不知道|不晓得|不清楚|跳过|下一个|过|下一题|下一项|略过)(?:吧|了|啊|呢)*(?:下一个|跳过|过)?(?:吧|了)*$/u;
const paysAgain =
  /转不转|打不打(?!110)|(?:给|交|汇|付|充|垫)不(?:给|交|汇|付|充|垫)(?!他)|(?:还|又|再|接着|继续|非)(?:在)?(?:让|叫|要|催|逼|管)(?:我|俺)?[^,。]{0,6}(?:转|打|汇|付|交|充|垫|凑|借|补)|(?:让|叫|催|逼)(?:我|俺)(?:再|还|接着|继续)[^,。]{0,6}(?:转|打|汇|付|交|充|垫|凑|借|补)|(?:该不该|要不要|能不能|可以|能|还能|敢)(?:再|接着|继续)?(?:给(?:他|她|人家)?)?(?:转|打|汇|付|交|充|垫)(?:钱|给|过去)?[^,。]{0,3}(?:[吗么不呢?]|$)|再(?:转|打|汇|付|交|充|垫)[^,。]{0,8}(?:就|才)(?:能)?(?:退|返|还|给|提|解)|(?:我|俺)?还(?:要|得)(?:再)?(?:转|打|汇|付|交)(?!110)/u;
const back = "追回|追款|追钱|追损|追出来|找回|要回来|要回|挽回|挽损|弄回来|拿回来|退回来|讨回";
const fees = "交|付|先|费|转|打|收|要|给";
const secondFraud = new RegExp(
  `(?:有人|有个|他|她|说|客服|律师|网警|黑客|技术|专员|群里|电话|公司|微信|朋友)[^。]{0,20}(?:(?:${fees})[^。]{0,12}(?:${back})|(?:${back})[^。]{0,14}(?:${fees}))|(?:网警|黑客|律师|追款公司)[^。]{0,8}(?:${back})`,
  "u",
);
const fears =
  /^(?:我|俺)?(?:好|真|太|很|有点|现在|心里)*(?:害怕|怕|慌|着急|急|难受|后悔|想哭|哭|发抖|手抖|腿软|懵|冤|心疼|憋屈|堵得慌)(?:死了|得很|坏了|了|啊|呀|呢|得不行|一直)*$/u;

/** Null: the words want none of it. */
export function sheetWishIn(text: string): SheetWish | null {
  const said = normalise(text);
  const bare = said.replace(/[,.。!?~…、;:"'\s]+/gu, "");
  if (bare.length <= 16 && shows.test(bare)) return "show";
  if (bare.length <= 16 && skips.test(bare)) return "skip";
  if (bare.length <= 16 && stops.test(bare)) return "stop";
  if (bare.length <= 16 && resumes.test(bare)) return "resume";
  if (secondFraud.test(said)) return "second-fraud";
  if (paysAgain.test(said)) return "pay-again";
  if (bare.length <= 12 && obeys.test(bare)) return "obeys";
  if (bare.length <= 12 && asksWhatNow.test(bare)) return "what-now";
  return bare.length <= 12 && fears.test(bare) ? "fear" : null;
}

const obeys =
  /^(?:好|行|嗯|那|我|俺|就|听你的|知道了)*(?:不|没|没再|再也不|不会再)(?:再)?(?:转|给|打钱|理他|理她|信他|信了)(?:了|钱|他)*$|^(?:我|已经|电话)*(?:挂|挂断|撂|删|拉黑)(?:断|了|他了|电话了)+$|^听你的(?:了)?$|^(?:我|俺|把|银行|已经|都)*卡(?:已经|都|让|给|先)*(?:冻结|冻|挂失|锁)(?:上|住|好|完)?了$/u;
const asksWhatNow =
  /^(?:那|我|俺|现在|这|可|该|下一步|接下来)*(?:怎么办|咋办|咋整|怎么整|干啥|做啥|咋弄)(?:呀|啊|呢|好)*$/u;

const isDanger =
  /不想活|活够了|活着(?:没|太)|想死|寻死|去死|死了算|自杀|自尽|上吊|跳楼|跳河|跳井|割腕|农药|安眠药|遗书|着火|起火|火着|冒烟|燃气|爆炸|救命|打人|打我|打起来|动手|砍|刀|捅|杀|流血|晕|昏|喘不上|没气|心脏|抢劫|有人(?:撬|闯|进)|闯进|绑架|绑了|强奸|(?<!没)(?:孩子|娃|老人|老头|老太太|奶奶|爷爷|我妈|我爸|闺女|儿子)[^,。钱卡]{0,4}(?:丢了|走丢|不见了|没回来|找不着)|走失|发水|洪水|塌了|车祸|翻车|越境|偷渡/u;

/** Words of a danger that no answer about money has. */
export function isClearDanger(text: string): boolean {
  return isDanger.test(
    normalise(text).replace(/没(?:有)?丢?(?:孩子|娃|人|老人)|(?:孩子|娃|人)没(?:有)?丢/gu, ""),
  );
}

const ofMoney =
  /钱|款|转账|汇款|骗|银行|卡|账|户|微信|支付宝|单子|填|验证码|密码|软件|客服|警|110/u;

/** Plainly about the transfer, whatever danger the words sound like. */
export function isAboutMoney(text: string): boolean {
  return ofMoney.test(normalise(text));
}

/** Whether a message may be about a sheet that was begun before, wherever the talk stands now. */
export function speaksOfSheet(text: string): boolean {
  return sheetWishIn(text) === "show" || saysReported(text, true) || saysBusy(text, false);
}
