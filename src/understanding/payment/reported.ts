import { normalise } from "../normalise.ts";

const alarm = "(?:幺幺零|妖妖灵|一一零|110|96110|报警电话|警察|公安|派出所|民警|警)";
const soft = "(?:我|俺|刚|刚才|早|都|也|已经|已|就|先|让人|儿子|闺女|家里人|给|帮我|替我)*";
const end = "(?:了|啦|啊|呢|的|吧|过|哈|好了|完了)*";

const told = [
  `${soft}(?:打|报|拨|打通|拨通|打过|打完|报完)(?:了|过|完|通|给)*(?:个|的)?(?:电话)?(?:给)?${alarm}(?:电话)?(?:了|过|完|通)+${end}`,
  `${soft}(?:打|报|拨)(?:了|过|完|通|好)+(?:个)?${alarm}(?:电话)?${end}`,
  `${soft}(?:打|报|拨)${alarm}(?:了|过|完|通)${end}`,
  `${soft}(?:已|已经|都|早)(?:打|报|拨)(?:了)?${alarm}${end}`,
  `${alarm}(?:那边|那头)?${soft}(?:打|报|拨|说|讲|接|接通|知道|受理|登记|记下|记)(?:了|过|完|通|好)+(?:电话)?(?:了|过)?${end}`,
  `${soft}(?:跟|给|向|和)${alarm}(?:说|讲|打|报)(?:了|过|完|通)*(?:电话)?(?:了|过|完|通)+${end}`,
  `${soft}报(?:了|过|完)(?:警|案)?${end}|${soft}报(?:警|案)(?:了|过|完)${end}|${soft}已报(?:警|案)?`,
  `(?:警察|民警|公安|派出所的?(?:人|同志)?|出警的?)(?:都|已经|也|刚)*(?:来|到|上门|过来|进屋|在路上|在我(?:家|这|跟前)|正来)(?:了|呢|家|我家|这|门口|儿|院|做笔录)*${end}`,
  `(?:我|俺)?(?:人)?(?:已经|都|现在|正|刚)*(?:在|到)(?:了)?(?:派出所|所里|公安局)(?:了|做笔录|报案|报警|呢|里|这)*${end}`,
  `${alarm}(?:那边|的人)?(?:让|叫|说|要|告诉)(?:我|俺|你|已经|会|正在)`,
  `(?:民警|警察|派出所|公安)[^,。]{0,6}(?:打|来)(?:了|来)?(?:个)?电话${end}`,
  `(?:已经|已)?(?:做|录)(?:完|了|过)(?:笔录)${end}|立案了`,
];
/** Asked whether 110 was called, these say yes. */
const shortly =
  "(?:已经|都|早就|刚|刚才|我)*(?:打|报|拨)(?:了|过|完|通)+(?:电话)?(?:了|啊|呢|啦|的)*";
const anyTold = new RegExp(told.join("|"), "u");
const shortTold = new RegExp(`^${shortly}$`, "u");
const notTold =
  /(?:没|还没|没有|不|别|未|想|要不要|该不该|用不用|需不需要|能不能|怎么|咋|去|准备|正要|马上|这就|待会儿?|等会儿?|先不)(?:去|敢|想|用|要|给|有|再)?(?:打|报|拨)|(?:打|拨)(?:不|没)|报警(?:吗|么|不|没|有用|电话)|(?:他|她|对方|骗子|客服)[^,。!?]{0,4}(?:报警|报了警)|[吗么?？]|占线|没人接|忙音/u;

/**
 * Whether the words say that the police know of it already.
 * @param asked it was asked a moment ago whether 110 was called
 */
export function saysReported(text: string, asked: boolean): boolean {
  const said = normalise(text);
  if (said.length > longest || notTold.test(said)) return false;
  const bare = bareOf(said);
  return anyTold.test(bare) || (asked && shortTold.test(bare));
}

/** Longer words are a tale. Unit: code units. */
const longest = 60;

/** What is left of a message when it is told no more that the police know of it. */
export function withoutReport(text: string): string {
  return normalise(text)
    .slice(0, longest)
    .split(/(?<=[,，。;；\n ])/u)
    .filter((clause) => !anyTold.test(bareOf(clause)))
    .join("");
}

const busy =
  /打不通|打不进|拨不通|接不通|占线|没人接|忙音|不接|打不出去|拨不出去|没信号|转人工|总在通话/u;
const theirs = /他|她|对方|骗子|客服|人家|那边|那头|号码|微信/u;

/**
 * 110 was called and did not answer.
 * @param asked it was asked a moment ago whether 110 was called
 */
export function saysBusy(text: string, asked: boolean): boolean {
  const said = normalise(text);
  if (said.length > 30 || !busy.test(said)) return false;
  return /110|报警|派出所|96110/u.test(said) || (asked && !theirs.test(said) && said.length <= 12);
}

function bareOf(said: string): string {
  return said.replace(/[,.。!?~…、;\s]+/gu, "");
}
