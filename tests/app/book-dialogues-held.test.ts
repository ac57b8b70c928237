import { beforeAll, describe, it } from "vitest";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import { playDialogue, type Dialogue } from "../support/book-talk.ts";
import { realKnowledge } from "../support/real-knowledge.ts";

/** Now: Tuesday 24 November 2026, ten in the morning. Seats are given on weekdays, 9—12 and 14—17. */
let knowledge: LiveKnowledge;
beforeAll(async () => {
  knowledge = await realKnowledge();
  await knowledge.warmUp();
});

const booked: Dialogue["turns"] = [
  ["约周四上午九点换证", "ask-name"],
  ["不留", "card"],
  ["对", "booked"],
];
const one = (status = "booked", day = "11-26", at = "09:00") =>
  `id_card_renew ${day} ${at} ${status}`;

const held: Dialogue[] = [
  {
    who: "改到周五",
    turns: [...booked, ["改到周五下午两点", "move-card 11-27 14:00"], ["行", "moved 11-27 14:00"]],
    seats: [one("booked", "11-27", "14:00")],
  },
  {
    who: "往后推一天",
    turns: [...booked, ["往后推一天行不", "move-card 11-27 09:00"], ["行", "moved"]],
    seats: [one("booked", "11-27")],
  },
  {
    who: "去不了，换下周一",
    turns: [
      ...booked,
      ["我周四去不了，能不能换成下周一", "move-card 11-30 09:00"],
      ["中", "moved"],
    ],
    seats: [one("booked", "11-30")],
  },
  {
    who: "提前到明天",
    turns: [...booked, ["能提前到明天不", "move-card 11-25 09:00"], ["好", "moved"]],
    seats: [one("booked", "11-25")],
  },
  {
    who: "只说改时间",
    turns: [
      ...booked,
      ["改时间", "ask-move"],
      ["周五上午十点", "move-card 11-27 10:00"],
      ["对", "moved"],
    ],
    seats: [one("booked", "11-27", "10:00")],
  },
  {
    who: "改了又不改了",
    turns: [
      ...booked,
      ["改预约", "ask-move"],
      ["算了不改了", "!moved"],
      ["我的预约", "mine 11-26 09:00"],
    ],
    seats: [one()],
  },
  {
    who: "改到一半退回来",
    turns: [
      ...booked,
      ["改到周五下午两点", "move-card 11-27 14:00"],
      ["返回", "11月27日（周五）有这几个时间"],
      ["返回", "kept"],
      ["我的预约", "mine 11-26 09:00"],
    ],
    seats: [one()],
  },
  {
    who: "忘了几点",
    turns: [...booked, "⏱8h", ["我约的是几点来着", "mine 11-26 09:00"]],
    seats: [one()],
  },
  { who: "约没约上", turns: [...booked, ["我约上了没", "mine 11-26 09:00"]], seats: [one()] },
  { who: "啥时候去", turns: [...booked, ["我约的哪天来的", "mine 11-26 09:00"]], seats: [one()] },
  { who: "没约的人问", turns: [["我约的是几点来着", "none"]], seats: [] },
  {
    who: "退号",
    turns: [...booked, ["把那个号退了吧", "cancel-ask 11-26 09:00"], ["退", "cancelled"]],
    seats: [one("cancelled")],
  },
  {
    who: "想退又不退",
    turns: [...booked, ["取消预约", "cancel-ask"], ["不了，还是去吧", "kept"]],
    seats: [one()],
  },
  {
    who: "不去了",
    turns: [...booked, ["周四不去了，别给我留了", "cancel-ask"], ["嗯", "cancelled"]],
    seats: [one("cancelled")],
  },
  {
    who: "提醒来了，去不了",
    turns: [
      ...booked,
      "⏱31h",
      ["⏱60m", "reminder 11-26 09:00"],
      ["去不了", "cancel-ask"],
      ["嗯", "cancelled"],
    ],
    seats: [one("cancelled")],
  },
  {
    who: "提醒来了，知道了",
    turns: [
      ...booked,
      "⏱31h",
      ["⏱60m", "reminder 11-26 09:00"],
      ["知道了", "!cancel-ask", "!cancelled"],
    ],
    seats: [one()],
  },
  {
    who: "提醒来了，改后天",
    turns: [
      ...booked,
      "⏱31h",
      ["⏱60m", "reminder 11-26 09:00"],
      ["明天下大雪去不了，改后天吧", "move-card 11-27 09:00"],
      ["行", "moved 11-27 09:00"],
    ],
    seats: [one("booked", "11-27")],
  },
  {
    who: "两个业务两个号",
    turns: [
      ...booked,
      ["再约一个迁户口，周五上午九点", "ask-name"],
      ["不留", "card 11-27 09:00"],
      ["对", "booked"],
      ["我的预约", "mine 11-26 09:00", "mine 11-27 09:00"],
    ],
    seats: [one(), "hukou_move 11-27 09:00 booked"],
  },
  {
    who: "两个号，取消迁户那个",
    turns: [
      ...booked,
      ["再约一个迁户口，周五上午九点", "ask-name"],
      ["不留", "card"],
      ["对", "booked"],
      ["取消迁户口那个", "cancel-ask 11-27 09:00"],
      ["对", "cancelled"],
    ],
    seats: [one(), "hukou_move 11-27 09:00 cancelled"],
  },
  {
    who: "两个号，改哪个",
    turns: [
      ...booked,
      ["再约一个迁户口，周五上午九点", "ask-name"],
      ["不留", "card"],
      ["对", "booked"],
      ["改预约", "which"],
      ["换证那个", "ask-move"],
      ["下周二上午十点", "move-card 12-01 10:00"],
      ["对", "moved"],
    ],
    seats: [one("booked", "12-01", "10:00"), "hukou_move 11-27 09:00 booked"],
  },
  {
    who: "同一样约两回",
    turns: [...booked, ["约周五上午九点换证", "!booked"], "不留", ["对", "has-one"]],
    seats: [one()],
  },
  {
    who: "跟上回一样",
    turns: [
      ...booked,
      "⏱47h",
      ["张强：到1"],
      ["张强：办完1"],
      ["跟上回一样，再给我约一个，下周二", "ask-name 12-01 09:00"],
      ["不留", "card 12-01 09:00"],
      ["对", "booked"],
    ],
    seats: [one("done"), one("booked", "12-01")],
  },
  {
    who: "离得太近改不了",
    turns: [
      ["约今天下午两点换证", "ask-name"],
      ["不留", "card"],
      ["对", "booked"],
      "⏱150m",
      ["改到明天", "离约的时间不到两小时"],
    ],
    seats: [one("booked", "11-24", "14:00")],
  },
  {
    who: "老按钮",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["▸确定", "booked"],
      ["▸确定", "!booked"],
    ],
    seats: [one()],
  },
];

describe("a seat that is held", () => {
  it.each(held)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
