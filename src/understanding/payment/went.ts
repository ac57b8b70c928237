import { normalise } from "../normalise.ts";
import { numberWords } from "./chinese-number.ts";

const pays = "转|打|汇|付|交|充|投|刷|扫|存|垫|押|放|倒|挪|寄|补|买|掏|给|塞|递|拿|归|清|弄";
const sum = `[\\d${numberWords}][\\d,.${numberWords}几多来]{0,14}(?:w|k)?`;
const purpose =
  "钱|款|金|费|税|定金|押金|订金|保证金|尾款|会员|彩礼|礼品卡|购物卡|油卡|密码|卡密|红包|货款|学费|路费|车费|运费";

/** It is done: 转完, 打过去, 付了, 刚转三千, 垫的两万七, 五万没了, 卡空了. */
const done = [
  `(?:${pays})(?:给|到|进|往)?[^,。!?不没别要]{0,6}?(?:完|过去|出去|进去|走|掉|出|光|没)(?:了|$|[,。!? ]|[\\d${numberWords}]|才|没|就|人|钱|说)`,
  `(?:转|打|汇)(?:账|款|钱)?(?:给|到)[^,。!? 不没]{1,6}了(?=$|[,。!? ])`,
  `(?:${pays})(?:给)?(?:他|她|人家|对方|他们)?了(?!吗|么|没|会|就能|就可以|就给|就返)`,
  `(?:刚|刚刚|刚才|才|方才|已经|头晌|头午|今早|今天|昨天|昨晚|上午|中午|下午|前脚|半夜|夜里)[^。!?不没别]{0,16}?(?:${pays})(?:给|到|进|往)?[^,。!?]{0,8}?(?:${sum}|${purpose}|了|的)`,
  `(?:刚|才|刚刚|刚才)(?:把)?[^,。!?不没别]{0,14}(?:${pays})(?:$|[,。!? ])`,
  `(?:${pays})的[^,。!?]{0,10}(?:${sum}|${purpose})|(?:${pays})的(?=[,。!? ]|$)`,
  `(?:${pays})(?:过|了)?[^,。!?]{0,4}[一二两三四五六七八九十几\\d](?:回|次|笔|趟|单|遍)`,
  `(?:${sum})(?:块|元|万|千)?(?:钱)?[^,。!?要让叫]{0,6}(?:没了|没|走了|出去|进去|过去|打水漂|不回来|回不来|没回来|搭进去|卷走|拿走|${pays}了|${pays}完|转走)`,
  `(?:卡|账|户|钱|余额|零钱|微信|支付宝|折子|存款|押金)[^,。!?]{0,10}(?:没了|空了|少了|没剩|剩[^,。!?]{0,3}[块毛元零]|出去|走了|飞了|不见了|支出|被转|被刷|被扣|过去了|扣了|清零|拿走|出账)`,
  "被(?:骗|转走|盗刷|刷走|刷爆|划走|扣)|(?:骗|坑|忽悠|诓|诈|卷|抢)(?:了|走|去|没)|让人?(?:骗|坑|忽悠|诓|诈|蒙)|上当了|上套了|被(?:片|套路)",
  "(?:密码|卡密|背面)[^,。!?]{0,6}(?:刮|拍|发|念|报)(?:给|了|完|过去)",
  `(?:倒|白)(?:搭|贴|给)[^,。!?]{0,4}(?:${sum})|搭进去|扔进去|打水漂`,
  `(?:扣|刷|划|取|拿|收|骗|转|提|弄)(?:走|掉|去)?(?:了)?(?:我|俺|我们|我妈|我爹|我家)[^,。!?]{0,6}(?:${sum}|钱)`,
  `(?:提|取|退|拿|出|返)不(?:出来|出|了|回)|不(?:给|让)(?:提|取|退)|出不来`,
];
const anyDone = new RegExp(done.join("|"), "u");

/** What is asked for, planned, supposed or was kept from happening tells of no money that left. */
const notDone = new RegExp(
  [
    "(?:没|没有|还没|未|不|别|不敢|不想|不肯|差点|险些|幸亏没|幸好没|多亏没)(?:有)?(?:给)?(?:他|她|人家|对方)?(?:转|打|汇|付|交|充|投|信|搭理|上当|被骗|给)(?!上|出|不)",
    "(?:差点|险些|差一步|差一点|幸亏|多亏)[^,。!?]{0,14}",
    `(?:正|正要|要|准备|打算|想|该不该|要不要|让我|叫我|催我|逼我|非让我?|他让|先让|又让|还让|再让|要我|让他|让她|需要?|得)(?:先|再|又|还|给|把|往|去|我|他|钱|接着|继续)*[^,。!? 了完]{0,6}(?:${pays})[^,。!? 了完]{0,8}`,
    "(?:如果|要是|假如|万一|是不是|会不会|能不能)[^,。!?]{0,12}",
    "说(?:钱|款)?(?:已经)?(?:打|转|汇)(?:了|过来|给我)[^,。!?]{0,4}",
  ].join("|"),
  "gu",
);

/** Long since: nothing can be stopped any more. */
const longAgo =
  /去年|前年|上个?月|上上个?月|(?:大)?上个?(?:周|礼拜|星期)|前些[天日年]|前阵子|大前天|(?:[半一两二三四五六七八九十几俩仨]|好几)(?:来|多)?个?(?:多)?(?:月|年|礼拜|星期)(?:了|前|以前|来|吧|多|$)|[几十]{1,2}(?:来|多)?天(?:前|了|以前)|年前|年初|年根|开春|春天|夏天|秋天|冬天|国庆|五一|端午|入冬|入伏|那年|那会儿|过完年|腊月|正月|过年|从前|以前|那回|早先|(?:[一二三四五六七八九十]|十[一二])月(?:份|里)|好几年|小半年|半年/u;
const atOnce =
  /刚|今[天早儿晚个]|上午|中午|下午|半小时|小时前|钟头|分钟|这会儿?|正|半个点|昨晚|昨天|昨儿|头晌|晌午|才|还让|又让|还要/u;

/** So much of a tale is read. Unit: code units. */
const looksAt = 600;

/** Whether the words say that money has left the hands of whoever speaks, or of one of theirs. */
export function hasGone(text: string): boolean {
  const said = normalise(text).slice(0, looksAt);
  if (isLongAgo(said) || toThemselves.test(said)) return false;
  if (lent.test(said) && !cheated.test(said)) return false;
  if (onlyCheated.test(said.replace(/[,.。!?~…、\s]+/gu, ""))) return false;
  if (everyday.test(said) && !doubts.test(said)) return false;
  return anyDone.test(said.replace(notDone, "…"));
}

/** Cheated, and no word of money: whether any left is asked. */
const onlyCheated =
  /^(?:喂|民警|警察|同志|你好|我|俺|咱|我妈|我爸|我爹|俺娘)*(?:好像|可能|刚|刚刚|刚才|今天)?(?:(?:让|被|叫|给|挨|遭)(?:人|骗子|他|她|他们|网上)?(?:给)?(?:骗|诓|坑|蒙|忽悠|套路)|上当|上套)了(?:咋办|咋整|怎么办|怎么整|啊|呀|呜|吧|快帮帮我|救命)*$/u;

/** Paid by everybody, and doubted by nobody. */
const everyday =
  /(?:电|水|煤气|燃气|取暖|暖气|物业|话|网|学|书本|伙食|校服|医保|社保|养老保险)费|份子|随礼|礼钱|压岁/u;
/** A debt among people who know each other is a quarrel. */
const lent =
  /离婚|分手|抚养费|(?<!出|网|平台)借给|借了?(?:他|她|人)|跟我借|找我借|问我借|欠(?:我|俺)/u;
const cheated = /骗|诓|假|拉黑|盗|不是他|不是她|没这回事|没借/u;
const toThemselves =
  /(?:我|俺)?自己(?:的)?(?:另|别|那|这|卡|账户|微信)|转错(?:人|了|给)|填错|打错(?:卡|账)/u;

/** All that is told lies back so far that no bank stops it any more. */
function isLongAgo(said: string): boolean {
  return longAgo.test(said) && !atOnce.test(said);
}

/** By their own words somebody cheated them, or they begin to think so. */
const doubts =
  /骗子|(?:被|让|叫|给|挨|遭)(?:人|他|她|骗子|他们|对方|个|一个|网上)?[^,。!?吗]{0,4}(?:骗|坑|忽悠|诓|诈|蒙|套路)(?:了|走|去|没|子)|(?:骗|坑|诓|诈)(?:了|走|去)(?:我|俺|咱|他|她|我妈|我爹|我爸|老人|\d)|上(?:了)?(?:当|套)|(?:把我|给我|将我)(?:拉黑|删|踢|移出)|拉黑(?:我)?了?|(?:联系|找)不(?:上|着|到)(?:他|她|人|对方|[,。!? ]|$|了)|打不通|失联|跑路|卷款|卷钱|关机|空号|停机|不回(?:我|话|信|消息|了)|不接(?:电话|我)|人(?:没|不见|跑)了|没影|不踏实|不对劲|不太对|觉着不对|觉得不对|感觉不对|越想越不|心里没底|心(?:里)?(?:慌|发毛)|后悔|不放心|反应过来|醒过(?:味|神)|是假的|假(?:客服|警察|公安|领导|老师|书记|银行)|没(?:有)?这(?:回|个|码)?事|没(?:有)?这(?:个)?人|没(?:要|借|换|发)过|号(?:被)?(?:盗|偷)|能追回|追得?回|截住|拦住那/u;

/** Money that is owed, earned or given among people who know each other. */
const ofAccount = /欠|工钱|工资|借条|借据|借钱不还|彩礼|还(?:我|钱|款)|赔|分红|离婚/u;
/** What is told of others, or to everybody. */
const ofOthers =
  /打(?:人|架)|户口|低保|村里(?:有)?人|听说|新闻|案例|网上说|有人被|他们被|别人被|邻居|案子|判|罚|学法|宣传|大家|各位|辖区|谨防|提醒|^[【[]|预防|防止|怎么防/u;
const ownVoice = /我|俺|咱/u;
const asksInGeneral = /(?:吗|么|是不是|会不会|算不算|怎么办理|怎么判|多少年|犯法|立案)[?？]?$/u;

/** The sum went to whoever is doubted now, said in words that need no further sign. */
const wentTo = new RegExp(
  `(?:转|打|汇|付|充|交|投|扫|存|垫|给(?=他|她|人|对方|那|骗|${sum}))(?:给|到|进)?[^,。!? 不没]{0,8}(?:了|完|过去|出去|进去)|(?:钱|款|${sum}(?:块|元|万|千)?)[^,。!?]{0,3}(?:让|被|叫|给)[^,。!?]{0,6}(?:骗|坑|忽悠|诓|诈|蒙|转|刷|弄|卷)(?:走|去|没|了|光)|(?:骗|坑|诓|诈|忽悠)(?:了|走|去)(?:我|俺|咱|我妈|我爹|我爸|老人)?[^,。!?]{0,3}(?:${sum}|钱|块)`,
  "u",
);

const cheatedThem = /(?:骗|诓|坑)(?:了|走|去|我|俺)|骗子/u;

/** Longer words are rather a notice or a tale about others. Unit: code units. */
const longest = 80;

/** Whether whoever speaks says that money went to somebody who cheated them or whom they doubt. */
export function wentToFraud(text: string): boolean {
  const said = normalise(text);
  if (
    said.length > longest ||
    ofOthers.test(said) ||
    (ofAccount.test(said) && !cheatedThem.test(said)) ||
    asksInGeneral.test(said)
  )
    return false;
  if (isLongAgo(said)) return false;
  if (ownVoice.test(said) && onlyCheated.test(said.replace(/[,.。!?~…、\s]+/gu, ""))) return true;
  const told = said.replace(notDone, "…");
  return wentTo.test(told) && doubts.test(told);
}

const payment = /转|打(?!电话|110)|汇|付|垫|充|交|投|扫|存|\d{2,}|[百千万]|钱/u;

/** After talk of a fraud: their own money has gone the same way. */
export function hasPaid(text: string): boolean {
  const said = normalise(text);
  return said.length <= longest && payment.test(said) && !asksInGeneral.test(said) && hasGone(text);
}
