import {
  emptySheet,
  minutesSince,
  missingOn,
  type LooseAccount,
  type SheetAsk,
  type StopPaymentDraft,
  type TransferSheet,
} from "../../domain/stop-payment.ts";

const fields: Record<ReturnType<typeof missingOn>[number], string> = {
  amount: "转了多少",
  when: "几点转的",
  ownBank: "您的银行",
  ownAccount: "您的卡号",
  otherName: "对方户名",
  otherBank: "对方银行",
  otherAccount: "对方账号",
  how: "怎么转的",
  proof: "转账凭证",
};

/** A number as people read it out: four digits together. */
function inGroups(number: string): string {
  return /^\d{8,}$/.test(number) ? number.replace(/(\d{4})(?=\d)/g, "$1 ") : number;
}

/** 12,800元 */
const yuan = (amount: number): string =>
  `${amount.toLocaleString("en-US", { maximumFractionDigits: 2 })}元`;

/** 11月24日15点20分 */
function moment(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  const minutes = local.getUTCMinutes();
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.getUTCHours()}点${minutes === 0 ? "" : `${minutes}分`}`;
}

function since(minutes: number): string {
  if (minutes < 1) return "刚刚";
  if (minutes < 60) return `${minutes}分钟前`;
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)}小时${rest === 0 ? "" : `${rest}分钟`}前`;
  }
  return `${Math.floor(minutes / (24 * 60))}天前`;
}

function looseParts({ bank, account }: LooseAccount): (string | null)[] {
  return [bank, account === null ? null : inGroups(account)];
}

function lines(sheet: TransferSheet, now: number): string[] {
  const { amount, when, ownBank, ownAccount, otherName, otherBank, otherAccount, how, proof } =
    sheet;
  const minutes = minutesSince(sheet, now);
  const together = (...parts: (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== "").join("，");
  const account = (number: string | null, what: string): string | null =>
    number === null
      ? null
      : number.startsWith("尾号")
        ? `${what}${number}`
        : `${what}${inGroups(number)}`;
  const each = sheet.parts ?? [];
  const all: [string, string][] = [
    [
      "钱数",
      amount === null
        ? ""
        : `${yuan(amount)}${each.length > 1 ? `（分${each.length}笔：${each.map(yuan).join("、")}）` : ""}`,
    ],
    [
      "时间",
      when === null
        ? ""
        : when.at === null
          ? when.words
          : `${moment(when.at)}${minutes === null ? "" : `（${since(minutes)}）`}`,
    ],
    ["我的账户", together(ownBank, account(ownAccount, "卡号"))],
    ["对方账户", together(otherName, otherBank, account(otherAccount, "账号"))],
    ["账户（没说是谁的）", sheet.loose ? together(...looseParts(sheet.loose)) : ""],
    ["怎么转的", how ?? ""],
    ["凭证", proof ?? ""],
  ];
  return all.flatMap(([name, value]) => (value === "" ? [] : [`${name}：${value}`]));
}

const asks: Record<SheetAsk, string> = {
  amount: "转了多少钱？",
  when: "几点转的？",
  own: "从您哪个银行转的？卡号也打给我；微信、支付宝就说微信、支付宝。",
  other: "转给谁了？对方的户名、银行、账号，知道哪个说哪个。",
  how: "怎么转的？",
  proof: "转账的截图、记录还在吗？",
  side: "是您自己的账户，还是对方的？",
};

/** The same in simpler words, where the answer said nothing. */
const plainer: Record<SheetAsk, string> = {
  amount: "一共转走多少钱？比如：三千、两万五。",
  when: "啥时候转的？比如：刚刚、半小时前、下午三点。",
  own: "您的钱在哪个银行？比如：农行、信用社、微信。",
  other: "钱给了谁？名字、哪个银行，知道一样就说一样。",
  how: "咋转的？比如：手机银行、微信、扫码、柜台。",
  proof: "截图、转账记录还在手机里吗？有，还是没有？",
  side: "是您的，还是对方的？",
};

/** On a channel that must not carry account numbers. */
const asksWithoutNumbers: Partial<Record<SheetAsk, string>> = {
  own: "从您哪个银行转的？卡号别发在这里。",
  other: "转给谁了？说对方的户名和银行就行，账号别发在这里。",
};

/** What a villager reads whose money is gone, or going. */
export const stopPaymentTexts = {
  moved: "钱转出去了吗？",
  grouped: inGroups,
  buttons: {
    moved: "转了",
    notMoved: "没转",
    reported: "已打110",
    show: "接着填单子",
    skip: "不知道，下一个",
    mine: "我的",
    theirs: "对方的",
  },
  opened: (number: string) => `这事我记下了，编号${number}。`,
  /** Before each question, until 110 was called. */
  first: "110打了吗？没打现在就打，打完回来接着填。",
  passed: (minutes: number) =>
    minutes < 1
      ? "钱刚转走，越快越好。"
      : `钱转走${since(minutes).replace(/前$/, "")}了，越快越好。`,
  /** `loose`: the account of which it is not known whose it is. */
  ask: (ask: SheetAsk, withNumbers: boolean, loose: LooseAccount | null = null) =>
    (ask === "side" && loose
      ? `${looseParts(loose).filter(Boolean).join("，")}，${asks.side}`
      : undefined) ??
    (withNumbers ? undefined : asksWithoutNumbers[ask]) ??
    asks[ask],
  page: (url: string | null) =>
    url === null ? "账号打110的时候说。" : `账号打110的时候说，或者到派出所的网页填：${url}`,
  again: (ask: SheetAsk) => `没听明白。${plainer[ask]}不知道，点“不知道，下一个”。`,
  /** Whoever is frightened is told that somebody is at work. */
  calm: "别怕，钱的事派出所管，您不是头一个。一样一样来。",
  /** About to pay once more. */
  dontPay: "别转！一分都别再给。他说啥都别信，“再转一笔就退”也是骗。挂断，别理他。",
  whatNow: "先打110，再打自己银行的电话把卡冻住。单子一样一样填，报警的时候照着念。",
  good: "对，就这样，别再给他一分。",
  /** Something else is wanted. */
  later: "先把钱的事弄完，再办别的。急着办别的，打“不填了”。",
  secondNow:
    "又是骗子！先交钱才帮您追款的，不管他说是律师、网警还是黑客，一分别给。追款只有110和派出所，不收钱。",
  /** `phone`: the station's own, if it is known. */
  busy: (phone: string | null) =>
    `110占线就接着拨，一遍一遍拨。同时打96110，再打自己银行的客服电话（卡背面有）冻卡${phone === null ? "" : `；派出所电话${phone}`}。`,
  /** What was taken from the words just now, read back. */
  heard: (told: Partial<TransferSheet>, now: number) => {
    const read = lines({ ...emptySheet, ...told }, now);
    return read.length === 0 ? "" : `记下了——${read.join("；")}。不对就重说一遍。`;
  },
  choices: {
    when: ["刚刚", "十分钟前", "半小时前", "一小时前", "三小时前", "昨天"],
    own: ["农业银行", "信用社", "邮储银行", "工商银行", "建设银行", "微信", "支付宝"],
    how: ["手机银行", "微信转账", "支付宝转账", "扫码", "柜台", "取款机"],
    proof: ["有截图", "没有"],
  },
  whole: ({ sheet, number }: StopPaymentDraft, now: number) => {
    const missing = missingOn(sheet).map((field) => fields[field]);
    return [
      `给110和银行念这张单子（编号${number}）：`,
      ...lines(sheet, now).map((line, i) => `${i + 1}. ${line}`),
      ...(missing.length === 0 ? [] : [`还缺：${missing.join("、")}。想起来随时打给我。`]),
    ].join("\n");
  },
  /** Never a promise. */
  after:
    "接着做：\n1. 打自己银行的电话，把卡冻住，改密码。\n2. 聊天、短信、转账记录都别删。\n3. 带身份证到派出所做笔录。\n\n能追回多少谁也说不准，越快越好。有人说交钱能帮您追款，那又是骗子。",
  reported: "好，110知道了。民警问什么，照实说；要看单子，打“单子”。",
  reportedBefore: "好。",
  notMoved:
    "没转就好。马上挂断，别再理他，把他要您装的软件关掉。银行卡号、验证码给过他的，现在就打银行电话把卡冻住。拿不准打96110。",
  notMovedNote: "说钱没有转。",
  reportedNote: "说已打110。",
  falseAlarmNote: "点了“没有急事”。",
  kept: "记下了。",
  sheetGone: "那张单子不在了。钱的事，现在就打110说。",
  remind: (number: string, minutes: number) =>
    `110打了吗？没打现在就打，钱转走${minutes}分钟多了（编号${number}）。打了就点“已打110”。`,
  second: (number: string) =>
    `昨天的事（编号${number}），记住一条：谁说能帮您把钱追回来、先交费，都是骗子，不管他说是律师、网警还是黑客。进展问派出所。`,
} as const;
