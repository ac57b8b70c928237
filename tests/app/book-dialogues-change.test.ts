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

const before: Dialogue[] = [
  {
    who: "说错了日子",
    turns: [
      ["约周三上午九点换证", "ask-name"],
      ["说错了，是周四", "ask-name"],
      ["不留", "card 11-26 09:00"],
      "对",
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
  {
    who: "在卡片上改时间",
    turns: [
      ["约周三上午九点换证", "ask-name"],
      ["不留", "card 11-25 09:00"],
      ["不对，是下午三点", "card 11-25 15:00"],
      ["对", "booked 11-25 15:00"],
    ],
    seats: ["id_card_renew 11-25 15:00 booked"],
  },
  {
    who: "时间不对",
    turns: [
      ["约周三上午九点换证", "ask-name"],
      ["不留", "card"],
      ["时间不对，是九点半", "card 11-25 09:30"],
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-25 09:30 booked"],
  },
  {
    who: "业务说错了",
    turns: [
      ["约周五下午补身份证", "ask-name"],
      ["不是补，是到期换", "ask-name"],
      ["不留", "card 11-27 14:00"],
      "对",
    ],
    seats: ["id_card_renew 11-27 14:00 booked"],
  },
  {
    who: "名字写错了，前头还说对",
    turns: [
      ["约周五上午九点换身份证", "ask-name"],
      ["王三", "card"],
      ["对，就是名字写错了，我叫王珊", "!booked", "card 11-27 09:00", "称呼：王珊"],
      ["这回对了", "booked"],
    ],
    seats: ["id_card_renew 11-27 09:00 booked"],
    names: ["王珊"],
  },
  {
    who: "卡片上问带啥",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["行是行，都带啥呀", "!booked"],
      ["那定吧", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
  {
    who: "先问老伴",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["等会儿，我先问问老伴", "!booked"],
      "⏱2h",
      ["行，就这个", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
  {
    who: "不行两个字",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["不行", "!booked"],
      ["周五上午十点", "card 11-27 10:00"],
      "行",
    ],
    seats: ["id_card_renew 11-27 10:00 booked"],
  },
  {
    who: "半道不约了",
    turns: [
      ["约个周四换身份证", "that-day"],
      ["拉倒不去了", "dropped"],
    ],
    seats: [],
  },
  {
    who: "卡片上反悔",
    turns: [
      ["约个周四换身份证", "that-day"],
      ["上午九点", "ask-name"],
      ["不留", "card"],
      ["先不约了，家里有事", "dropped"],
    ],
    seats: [],
  },
  {
    who: "中间打听罚款",
    turns: [
      ["约周四上午九点补证", "ask-name"],
      ["对了，身份证丢了不补罚款不", "ask-name"],
      ["不留", "card 11-26 09:00"],
      "好",
    ],
    seats: ["id_card_replace 11-26 09:00 booked"],
  },
  {
    who: "去喂了牛回来",
    turns: [
      ["约周四上午九点补证", "ask-name"],
      "⏱5h",
      "⟳",
      ["李有田", "card 11-26 09:00", "称呼：李有田"],
      "⟳",
      ["对", "booked"],
    ],
    seats: ["id_card_replace 11-26 09:00 booked"],
    names: ["李有田"],
  },
  {
    who: "给老娘约",
    turns: [
      ["给我妈约周四上午换身份证", "ask-name"],
      ["不留", "card 11-26 09:00"],
      ["行", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
  {
    who: "替邻居约",
    turns: [
      ["邻居赵婶不会使手机，我替她约个后天上午补身份证", "ask-name"],
      ["赵玉芬", "card 11-26 09:00", "称呼：赵玉芬"],
      ["行", "booked"],
    ],
    seats: ["id_card_replace 11-26 09:00 booked"],
    names: ["赵玉芬"],
  },
  {
    who: "退回去换业务",
    turns: [
      ["约换身份证", "ask-slot"],
      ["返回", "ask-service"],
      ["那约迁户口", "ask-slot"],
      ["周四上午九点", "ask-name"],
      ["不留", "card"],
      "对",
    ],
    seats: ["hukou_move 11-26 09:00 booked"],
  },
  {
    who: "问称呼那儿退一步，挑别的钟点",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["返回", "that-day", "!dropped"],
      ["九点半吧", "ask-name 11-26 09:30"],
      ["不留", "card 11-26 09:30"],
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:30 booked"],
  },
  {
    who: "卡片上回去一步，名字还在",
    turns: [
      ["约周四上午九点补证，证坏了", "ask-name"],
      ["包音", "card"],
      ["回去一步", "ask-name 11-26 09:00"],
      ["对", "card 11-26 09:00", "称呼：包音", "坏的那张证"],
      ["对", "booked"],
    ],
    seats: ["id_card_replace 11-26 09:00 booked"],
    names: ["包音"],
  },
  {
    who: "一步一步退到头",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["退回去", "ask-name"],
      ["上一步", "that-day"],
      ["返回", "ask-service"],
      ["返回", "dropped"],
    ],
    seats: [],
  },
  {
    who: "称呼那儿说不用了",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不用了", "card 11-26 09:00"],
      ["取消", "dropped"],
    ],
    seats: [],
  },
  {
    who: "问称呼那儿问带啥：给自己那一份单子",
    turns: [
      ["约周四上午九点补证，证坏了", "ask-name"],
      ["要带啥", "坏的那张证", "ask-name 11-26 09:00", "!card"],
      ["带什么材料", "坏的那张证", "ask-name"],
      ["不留", "card"],
      ["带啥来着", "card", "坏的那张证", "!booked"],
      ["对", "booked"],
    ],
    seats: ["id_card_replace 11-26 09:00 booked"],
  },
  {
    who: "挑时间那儿问多少钱",
    turns: [
      ["约补证，证坏了", "ask-slot"],
      ["要多少钱", "坏了换新", "ask-slot"],
      ["周四上午九点", "ask-name"],
    ],
    seats: [],
  },
  {
    who: "自己办不是名字",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["自己办", "记下了：给自己办", "ask-name"],
      ["本人", "ask-name", "!card"],
      ["给自己办", "ask-name"],
      ["包音", "card", "称呼：包音"],
      "对",
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
    names: ["包音"],
  },
  {
    who: "问称呼，不方便",
    turns: [["约周四上午九点换证", "ask-name"], ["不方便", "card"], "对"],
    seats: ["id_card_renew 11-26 09:00 booked"],
    names: [null],
  },
  {
    who: "有名字没电话",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["图雅，没手机", "card", "称呼：图雅"],
      ["不留", "card", "称呼：图雅"],
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
    names: ["图雅"],
  },
  {
    who: "卡片上说电话别留了",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["图雅，13800138000", "card", "电话：尾号8000"],
      ["不留电话", "card", "称呼：图雅"],
      ["电话就算了", "card"],
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
    names: ["图雅"],
  },
  {
    who: "连点两回确定",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["确定", "booked"],
      ["确定", "!booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
];

describe("before 确定", () => {
  it.each(before)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
