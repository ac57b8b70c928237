import type { CandidateShown, WarningTab } from "../../domain/desk-warnings.ts";
import type { PlannedLine } from "../../domain/warning-list.ts";
import type { FraudLevel } from "../../domain/sets.ts";
import { yuan } from "./warnings.ts";

/** In the station's own zone. Unit: ms since 1970. */
function monthDay(at: number): string {
  const local = new Date(at + 8 * 3_600_000);
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
}

/** The desk's pages of warnings. */
export const warningPageTexts = {
  title: "预警",
  tabs: {
    waiting: "等人接",
    mine: "我手里的",
    "in-hand": "有人在办",
    done: "办结的",
  } satisfies Record<WarningTab, string>,
  none: {
    waiting: "没有等人接的预警。",
    mine: "您手里没有预警。",
    "in-hand": "没有人在办的预警。",
    done: "近30天没有办结的预警。",
  } satisfies Record<WarningTab, string>,
  byLevel: (level: FraudLevel, count: number) => `${level}（${count}）`,
  back: "回预警",
  figures: "预警数字",
  list: {
    title: "导入预警名单",
    lead: "选一个CSV文件，或者把表格里的行复制到下面。一行一个人：姓名、电话、村、级别、类型，顺序不限，用逗号、顿号、空格隔开都行，有没有表头都行。最多2000行。先看一遍，再点“确定”。",
    file: "CSV文件",
    text: "或者粘贴在这里",
    look: "先看看",
    preview: "看一遍再导入",
    sure: "确定导入",
    cancel: "不导了",
    taken: "导入好了",
    broken: "这份名单对不上，请重新选一次。",
    counts: (fresh: number, more: number, same: number, bad: number) =>
      `能收${fresh + more}行：新开${fresh}件，并进没办完的${more}件。今天导过的${same}行，收不了的${bad}行。`,
    good: "要收的",
    bad: "收不了的",
    columns: ["行", "姓名", "电话", "村", "级别", "类型", "怎么办"],
    becomes: { new: "新开", more: "并进没办完的", same: "今天导过了" } satisfies Record<
      PlannedLine["becomes"],
      string
    >,
    more: (count: number) => `还有${count}行，没有都列出来。`,
  },
  result: {
    title: "填结果",
    contact: "见着了吗",
    outcome: "劝得怎么样",
    saved: "挽回多少元",
    lost: "损失多少元",
    next: "下次什么时候去",
    nothing: "不填",
    nextTries: ["下午再去", "晚上再去", "明天上午再去", "明天下午再去"],
    button: "填好了",
    lead: "填好以后到对话里点“确定”。",
    later: "补记结果",
    laterLead:
      "这件办结了。后来又转了钱、又见了面，在这里补上，照样算进数字。填好以后到对话里点“确定”。",
    /** As if it were typed. */
    said: (number: string, words: string[]) => `结果${number} ${words.join(" ")}`,
    saving: (sum: number) => `挽回${sum}元`,
    losing: (sum: number) => `损失${sum}元`,
  },
  part: "预警",
  name: (name: string) => `姓名：${name}`,
  sheet: "转账单子",
  copy: "复制单子",
  copied: "复制好了",
  byHand: "已选中，请按 Ctrl+C",
  covered: "全号要先输动态码才显示。",
  showNumbers: "输动态码看全号",
  acts: {
    "unmask sheet": "看了转账单子",
    merge: "并进了别的预警",
    "tell chief": "告诉了所长",
  } as Record<string, string>,
  resulted: "填了结果",
  counted: {
    title: "预警数字",
    month: (from: number, to: number) => `${monthDay(from)}到${monthDay(to)}，和去年同期比。`,
    lead: "1到4人只写“<5”，免得认出是谁。去年同期是0或者没有数的，同比写“n/a”。",
    export: "导出CSV",
    caption: "本月预警",
    columns: ["", "今年", "去年", "同比", "怎么算的"],
    rows: {
      total: ["预警", "这些天里新来的预警。一个人没办完时又来，算一条。"],
      due: ["该上门的", "其中“紧急”的。"],
      met: ["见面", "该上门的里面，见着本人的。打通电话不算见面。"],
      metRate: ["见面率", "见面÷该上门的。"],
      dissuaded: ["劝住了", "民警填了“劝住了”的。"],
      paid: ["已经转了", "民警填了“已经转了”的。"],
      saved: ["挽回", "民警填的挽回金额加起来。劝住以后又转走的，从里面减。"],
      lost: ["损失", "单子和民警填的损失金额加起来，办结以后补记的也算。"],
    } as Record<
      "total" | "due" | "met" | "metRate" | "dissuaded" | "paid" | "saved" | "lost",
      [string, string]
    >,
    groups: {
      levels: "按级别",
      villages: "按村",
      weeks: "按周（近8周，和去年同周比）",
    },
    groupColumns: [
      ...["", "预警", "预警同比", "见面率", "见面率同比"],
      ...["劝住了", "劝住同比", "挽回", "挽回同比"],
    ],
    groupNote:
      "预警、见面率、劝住了、挽回的算法和上面一样。见面率同比是和去年差几个百分点，别的同比是（今年－去年）÷去年。",
    points: (points: number) =>
      points === 0 ? "持平" : `${points > 0 ? "升" : "降"}${Math.abs(points)}个百分点`,
    noVillage: "没写村",
    week: (from: number) => `${monthDay(from)}这周`,
    few: "<5",
    none: "n/a",
    rate: (rate: number) => `${rate}%`,
    change: (rate: number) => `${rate > 0 ? "+" : ""}${rate}%`,
    sum: yuan,
    file: "warnings.csv",
  },
  candidates: {
    title: "待看的判断",
    lead: "群众说判错了的，和民警查明了结果的原话（号码已遮）。看看要不要加新的风险信号；这里什么也不会自己改。",
    none: "没有待看的。",
    usage: "npm run kb -- flags candidates   看群众说判错了的、民警查明了结果的原话",
    verdicts: { fraud: "像骗子", suspicious: "小心", none: "没看出问题" } satisfies Record<
      CandidateShown["verdict"],
      string
    >,
    outcomes: {
      "villager-wrong": "群众说理解错了",
      "not-fraud": "查明不是诈骗",
      "already-paid": "后来真转了钱",
    } satisfies Record<CandidateShown["outcome"], string>,
    line: ({ verdict, level, category, outcome, at }: CandidateShown): string =>
      [
        monthDay(at),
        `当时判：${warningPageTexts.candidates.verdicts[verdict]}${level === null ? "" : `，${level}`}${category === null ? "" : `，${category}`}`,
        warningPageTexts.candidates.outcomes[outcome],
      ].join(" · "),
  },
};
