import type { ListedWarning } from "../../domain/desk.ts";
import type { Matter } from "../../domain/matter.ts";
import type { FraudCategory, FraudLevel } from "../../domain/sets.ts";
import {
  reachOf,
  type Contact,
  type Outcome,
  type Warning,
  type WarningResult,
  type WarningSource,
} from "../../domain/warning.ts";
import type { LineFault, ListPlan, ReadList } from "../../domain/warning-list.ts";
import { covered, levelNames, sinceText, statusNames } from "./desk.ts";

export const contactNames: Record<Contact, string> = {
  met: "见面了",
  called: "电话通了",
  "not-met": "没见着，没接",
  refused: "拒绝",
};

export const outcomeNames: Record<Outcome, string> = {
  dissuaded: "劝住了",
  "already-paid": "已经转了",
  "not-fraud": "不是诈骗",
};

export const sourceNames: Record<WarningSource, string> = {
  check: "群众来查的",
  "stop-payment": "群众转了钱",
  list: "预警名单",
};

const reach: Record<ReturnType<typeof reachOf>, string> = {
  visit: "马上上门，先打电话",
  call: "打电话",
  message: "发消息提醒",
};

/** 30,000元 */
export const yuan = (sum: number): string =>
  `${sum.toLocaleString("en-US", { maximumFractionDigits: 2 })}元`;

/** 11月24日15:00 */
function moment(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日${local.toISOString().slice(11, 16)}`;
}

/** All kinds that somebody was warned of; names of kinds hold commas of their own. */
export const kindsText = (categories: readonly FraudCategory[]): string => categories.join("；");

/** 李某 */
export function coveredName(name: string): string {
  return `${[...name][0] ?? ""}某`;
}

function told(result: WarningResult): string {
  const { contact, outcome, saved, lost, more, nextTryAt } = result;
  return [
    ...(contact === undefined ? [] : [contactNames[contact]]),
    ...(outcome === undefined ? [] : [outcomeNames[outcome]]),
    ...(saved === undefined ? [] : [`挽回${yuan(saved)}`]),
    ...(lost === undefined ? [] : [`${more ? "又" : ""}损失${yuan(lost)}`]),
    ...(nextTryAt === undefined ? [] : [`${moment(nextTryAt)}再去`]),
  ].join("，");
}

/** With what was lost before, where it comes on top. */
function total({ more, lost }: WarningResult, known: Warning): string {
  return more && lost !== undefined && known.lost !== null
    ? `，一共损失${yuan(known.lost + lost)}`
    : "";
}

/** How it stands with a warning, in few words. */
function standing({ contact, outcome, saved, lost, tries, nextTryAt }: Warning): string {
  const result: WarningResult = {
    ...(contact === null ? {} : { contact }),
    ...(outcome === null ? {} : { outcome }),
    ...(saved === null ? {} : { saved }),
    ...(lost === null ? {} : { lost }),
    ...(nextTryAt === null ? {} : { nextTryAt }),
  };
  const tried = tries > 1 ? [`找过${tries}次`] : [];
  return [told(result), ...tried].filter((part) => part !== "").join("，");
}

/** `bare`: this channel must not carry who it is about. */
function line({ matter, warning, name }: ListedWarning, now: number, bare: boolean): string {
  const { number, village, status, openedAt } = matter;
  const { level, categories, times } = warning;
  const parts = [
    ...(name === null || bare ? [] : [coveredName(name)]),
    ...(village === null ? [] : [village]),
    ...(categories.length === 0 ? [] : [kindsText(categories)]),
    ...(times > 1 ? [`预警${times}次`] : []),
  ].join("，");
  const done = standing(warning);
  return `${number}【${level}】${parts === "" ? "" : `${parts}，`}${sinceText(now - openedAt)}，${done === "" ? statusNames[status] : done}`;
}

type BadLine = ReadList["bad"][number];

const faults: Record<LineFault, string> = {
  "no-phone": "没找到电话",
  "bad-phone": "电话不对",
  "phone-lost": "电话变成了科学计数，把那一列改成文本再复制",
  "two-phones-alike": "有两个号尾号一样，分不清，请在工作台上导入",
  "no-level": "没写级别，要写紧急、高危、中危、低危",
  "bad-level": "级别不认识，要写紧急、高危、中危、低危",
};

function faultText({ why, said }: BadLine): string {
  if (why === "bad-phone" && said !== undefined && said !== "0")
    return `电话有${said}位数，手机号是11位，座机7到12位`;
  if (why === "bad-level" && said !== undefined && said !== "")
    return `级别“${said}”不认识，要写紧急、高危、中危、低危`;
  return faults[why];
}

const refused: Record<NonNullable<ReadList["refused"]>, string> = {
  "too-long": "名单超过1MB，请分开导入。",
  "too-many": "名单超过2000行，请分开导入。",
  unreadable: "这个文件读不出来，请另存为CSV，或者把表格里的行复制过来。",
  empty: "只有表头或者空行，还没有人。接着发，一行一个人。",
};

/** So many bad lines are named in one message. */
const mostNamed = 20;

export const warningTexts = {
  buttons: {
    list: "预警",
    result: "填结果",
    sheet: "看单子",
    confirm: "确定",
    change: "改",
    contacts: {
      met: "见着了",
      "not-met": "没见着",
      called: "电话通了",
      "no-answer": "不接",
      refused: "拒绝",
    },
    later: "下午再去",
  },
  /** Under the matter that somebody took. */
  card: ({ matter, warning, name }: ListedWarning, phone: string | null) =>
    [
      `【${warning.level}】预警，${sourceNames[warning.source]}。${reach[reachOf(warning.level)]}。`,
      ...(name === null ? [] : [`姓名：${name}`]),
      ...(matter.village === null ? [] : [`村：${matter.village}`]),
      ...(warning.categories.length === 0 ? [] : [`类型：${kindsText(warning.categories)}`]),
      ...(phone === null || matter.conversation !== null
        ? []
        : [`电话：${covered(phone)}，要看全号点“看电话”。`]),
      ...(warning.times > 1 ? [`这人被预警${warning.times}次了。`] : []),
      `办完打：结果${matter.number} 见面 劝阻成功 挽回3万`,
    ].join("\n"),
  notHere: "这位群众没在机器人上，请打电话或者上门。",
  cardBare: ({ matter, warning }: ListedWarning) =>
    `【${warning.level}】预警。${reach[reachOf(warning.level)]}。姓名、电话在工作台看。办完打：结果${matter.number} 见面 劝阻成功`,
  list: (waiting: ListedWarning[], mine: ListedWarning[], now: number, bare: boolean) => {
    if (waiting.length + mine.length === 0) return "没有没办的预警。";
    const levels: FraudLevel[] = ["紧急", "高危", "中危", "低危"];
    return [
      ...(waiting.length === 0
        ? ["没有等人接的预警。"]
        : [
            `等人接的预警：${levels
              .map(
                (level) =>
                  [level, waiting.filter(({ warning }) => warning.level === level).length] as const,
              )
              .filter(([, count]) => count > 0)
              .map(([level, count]) => `${level}${count}`)
              .join("，")}`,
            ...waiting.map((each) => line(each, now, bare)),
          ]),
      ...(mine.length === 0 ? [] : ["您手里的：", ...mine.map((each) => line(each, now, bare))]),
    ].join("\n");
  },
  line,
  standing,
  askResult: (number: string) =>
    `编号${number}，怎么样了？点一个，或者打：结果${number} 见面 劝阻成功 挽回3万`,
  notRead: (number: string) =>
    `没看懂。说说见着了没有、劝住了没有，比如：结果${number} 没见着 下午再去`,
  notSent: (number: string) =>
    `这句没有发给群众。是结果，就说见着了没有、劝住了没有；要跟他说话，先点“回这个人”，或者打：回${number}`,
  readBack: (number: string, result: WarningResult, known: Warning) =>
    `编号${number}：${told(result)}${total(result, known)}。对吗？`,
  readBackClosed: (number: string, result: WarningResult, known: Warning) =>
    `编号${number}办结了，补记：${told(result)}${total(result, known)}。对吗？`,
  kept: (number: string, result: WarningResult) => `记下了，编号${number}：${told(result)}。`,
  keptClosed: (number: string, result: WarningResult) =>
    `记下了，编号${number}：${told(result)}。这件办结了。`,
  /** To a closed one, with the time under which notes stand. */
  addition: (result: WarningResult) => `办结以后补记：${told(result)}`,
  keptAfter: (number: string, result: WarningResult) =>
    `补记了，编号${number}：${told(result)}。这件还是办结的，要接着办就点“重办”。`,
  ofWhich: (number: string) => `哪一件的结果？点一个，或者写上编号：结果${number} 见面 劝阻成功`,
  noneMine:
    "您手里没有预警。打“预警”看名单，先接一件。办结了的要补记，写上编号，比如：结果123456 又转了2万",
  keptBefore: (number: string) => `编号${number}的这个结果记过了。`,
  askOutcome: "劝得怎么样？",
  askSum: (number: string) => `保住多少钱、损失多少钱，知道就打：结果${number} 挽回3万`,
  noWarning: (number: string) => `编号${number}不是预警。`,
  takeFirst: (number: string) => `编号${number}还没人接。先接，再填结果。`,
  noSheet: (number: string) => `编号${number}没有转账单子。`,
  sheetNotHere: "单子在工作台看。",
  numbersOnDesk: (page: string | null, number: string) =>
    `全号在工作台看：${page ?? ""}/desk/${number}`,
  sheetKept: "改好了：",
  /** An account was told, and not whose it is. */
  sheetWhose: (number: string) =>
    `账户没说是谁的。群众自己的，打：单${number} 从工行转；对方的，打：单${number} 转到工行`,
  sheetNotRead: (number: string) =>
    `没看懂要填什么。比如：单${number} 五千 三点二十 从工行转到张某农行`,
  askList:
    "把名单发过来，一行一个人：姓名、电话、村、级别、类型，用逗号、顿号或者空格隔开，或者从表格里复制。第一行可以是表头。长的名单在工作台的“预警”里导入。",
  noListHere: "这里不收名单，请在工作台的“预警”里导入。",
  refusedList: (why: NonNullable<ReadList["refused"]>) => refused[why],
  fault: (bad: BadLine) => `第${bad.line}行：${faultText(bad)}。`,
  imported: ({ lines, bad }: ListPlan) => {
    const count = (what: ListPlan["lines"][number]["becomes"]) =>
      lines.filter(({ becomes }) => becomes === what).length;
    const [fresh, more, same] = [count("new"), count("more"), count("same")];
    return [
      fresh + more === 0
        ? lines.length === 0
          ? "一行也没收。"
          : "这些今天都导过了，没有新的。"
        : `收了${fresh + more}行：新开${fresh}件${more === 0 ? "" : `，并进没办完的${more}件`}。当班的人会接到通知。`,
      ...(same > 0 && fresh + more > 0 ? [`${same}行今天导过了，没有动。`] : []),
      ...(bad.length === 0 ? [] : [`有${bad.length}行没收：`]),
      ...bad.slice(0, mostNamed).map((each) => warningTexts.fault(each)),
      ...(bad.length > mostNamed ? [`还有${bad.length - mostNamed}行。`] : []),
    ].join("\n");
  },
  /** Several matters of a list at once, to those who are called for them. */
  called: (matters: Matter[], waiting: number, now: number) =>
    [
      `预警名单里有${waiting}件等人接：`,
      ...matters
        .slice(0, mostCalled)
        .map(
          ({ number, level, village, openedAt }) =>
            `${number}（${levelNames[level]}${village === null ? "" : `，${village}`}）${sinceText(now - openedAt)}`,
        ),
      ...(waiting > Math.min(matters.length, mostCalled) ? ["打“预警”看全部。"] : []),
    ].join("\n"),
  /** To whoever has the list's one: the person came here themselves. */
  joined: (number: string, into: string, level: FraudLevel) =>
    `编号${number}的人自己找来了，两件并成一件：编号${into}，现在是【${level}】。往后的结果记在编号${into}里。`,
  again: (number: string, level: FraudLevel) =>
    `编号${number}的群众又来了一次预警，现在是【${level}】。`,
  grave: (number: string, lost: number) =>
    `【紧急】编号${number}，被骗${yuan(lost)}，数额大，请所长过问。`,
} as const;

/** So many are named on one card. */
export const mostCalled = 5;
