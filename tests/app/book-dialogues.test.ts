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

const taking: Dialogue[] = [
  {
    who: "老太太，一句话说全",
    turns: [
      ["闺女，俺那身份证到日子了，礼拜五头晌给俺留个号", "ask-name"],
      ["▸不留", "card 11-27 09:00"],
      ["中", "booked 11-27 09:00"],
    ],
    seats: ["id_card_renew 11-27 09:00 booked"],
  },
  {
    who: "当爷爷的，后晌",
    turns: [
      ["约后儿个下晌三点，给孙子上户口", "ask-name"],
      ["不留", "card 11-26 15:00"],
      ["行", "booked 11-26 15:00"],
    ],
    seats: ["hukou_birth 11-26 15:00 booked"],
  },
  {
    who: "一步一步来的",
    turns: [
      ["约号", "ask-service"],
      ["补身份证", "ask-slot"],
      ["大后天上午十点", "ask-name"],
      ["不用留", "card 11-27 10:00"],
      ["嗯呐", "booked 11-27 10:00"],
    ],
    seats: ["id_card_replace 11-27 10:00 booked"],
  },
  {
    who: "留名字的大娘",
    turns: [
      ["挂号 换证", "ask-slot"],
      ["星期四早上九点", "ask-name"],
      ["王桂兰", "card 11-26 09:00", "称呼：王桂兰"],
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
    names: ["王桂兰"],
  },
  ...[
    ["户口迁移能约不", "hukou_move"],
    ["换身份证能预约吗", "id_card_renew"],
    ["约个调解 跟邻居的事", "mediation"],
    ["想约个法律咨询", "legal_consult"],
    ["离婚的事想约个律师问问", "legal_consult"],
    ["居住证让约不", "residence_permit"],
  ].map(([words, service]) => ({
    who: words!,
    turns: [
      [words!, "ask-slot"],
      ["周四上午九点", "ask-name"],
      ["不留", "card 11-26 09:00"],
      "对",
    ] as const,
    seats: [`${service} 11-26 09:00 booked`],
  })),
  { who: "只问用不用约", turns: [["换证用预约不", "!ask-slot", "!card"]], seats: [] },
  {
    who: "打错字的",
    turns: [["预约补身份正 明天上无十点半", "ask-name"], ["▸不留", "card 11-25 10:30"], "▸确定"],
    seats: ["id_card_replace 11-25 10:30 booked"],
  },
  {
    who: "着急的，一条里全有",
    turns: [
      [
        "我叫斯琴，13900139000，约后天下午两点半迁户口",
        "card 11-26 14:30",
        "称呼：斯琴",
        "尾号9000",
      ],
      ["可以", "booked 11-26 14:30"],
    ],
    seats: ["hukou_move 11-26 14:30 booked"],
    names: ["斯琴"],
  },
  {
    who: "抢第一个号的",
    turns: [["快点，明早第一个号，约补证", "ask-name"], ["不留", "card 11-25 09:00"], "好"],
    seats: ["id_card_replace 11-25 09:00 booked"],
  },
  {
    who: "越早越好",
    turns: [["身份证坏了约个补的，越早越好", "ask-name"], ["不留", "card"], "中"],
    seats: ["id_card_replace 11-24 14:00 booked"],
  },
  {
    who: "牧区大叔，前晌",
    turns: [
      ["赛白努，我约个换身份证，下礼拜一前晌", "ask-name"],
      ["图雅，不留电话", "card 11-30 09:00", "称呼：图雅"],
      ["对对", "booked"],
    ],
    seats: ["id_card_renew 11-30 09:00 booked"],
    names: ["图雅"],
  },
  {
    who: "礼拜天来的",
    turns: [
      ["俺娃十六了头回办身份证，约星期天行不", "not-then"],
      ["那星期一早上吧", "ask-name"],
      ["▸不留", "card 11-30 09:00"],
      "▸确定",
    ],
    seats: ["id_card_first 11-30 09:00 booked"],
  },
  {
    who: "只留电话的",
    turns: [
      ["预约办居住证 周五上午十一点", "ask-name"],
      ["13800138000", "card 11-27 11:00", "尾号8000"],
      ["没毛病", "booked"],
    ],
    seats: ["residence_permit 11-27 11:00 booked"],
    names: [null],
  },
  {
    who: "叫我老李就行",
    turns: [
      ["约明天下午三点开无犯罪证明", "ask-name"],
      ["叫我老李就行", "card 11-25 15:00", "称呼：老李"],
      ["妥了", "booked"],
    ],
    seats: ["other 11-25 15:00 booked"],
    names: ["老李"],
  },
  {
    who: "不给电话的",
    turns: [
      ["约周四上午九点半换身份证", "ask-name"],
      ["电话不给你，名字叫陈七", "card 11-26 09:30", "称呼：陈七"],
      ["确定", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:30 booked"],
    names: ["陈七"],
  },
  {
    who: "急用临时证",
    turns: [
      ["今天下午还有号没，急用临时身份证，约一个", "ask-name 11-24 14:00"],
      ["不留", "card 11-24 14:00"],
      ["快定上", "booked"],
    ],
    seats: ["temp_id_card 11-24 14:00 booked"],
  },
  {
    who: "问律师的",
    turns: [
      ["我想约个律师问问离婚的事，周五下午", "ask-name"],
      ["不说了", "card 11-27 14:00"],
      ["好的谢谢", "booked"],
    ],
    seats: ["legal_consult 11-27 14:00 booked"],
  },
  {
    who: "约调解的",
    turns: [
      ["跟邻居地边子的事，约个日子给俺们说和说和，周四上午", "ask-name"],
      ["关秀荣", "card 11-26 09:00"],
      ["就这么着", "booked"],
    ],
    seats: ["mediation 11-26 09:00 booked"],
    names: ["关秀荣"],
  },
  {
    who: "说日子号数的",
    turns: [
      ["居住证签注，约30号", "that-day"],
      ["上午九点", "ask-name"],
      ["不留", "card 11-30 09:00"],
      ["OK", "booked"],
    ],
    seats: ["residence_permit 11-30 09:00 booked"],
  },
  {
    who: "用数字点的",
    turns: [
      ["约换身份证", "ask-slot"],
      ["2", "ask-name"],
      ["不留", "card"],
      ["1", "booked"],
    ],
    seats: ["id_card_renew 11-24 14:30 booked"],
  },
  {
    who: "说第几个的",
    turns: [
      ["约换身份证", "ask-slot"],
      ["第二个", "ask-name"],
      ["不留", "card"],
      ["嗯嗯", "booked"],
    ],
    seats: ["id_card_renew 11-24 14:30 booked"],
  },
  {
    who: "销户的",
    turns: [
      ["老人没了，约个时间去销户，礼拜一下午吧", "ask-name"],
      ["包双喜", "card 11-30 14:00"],
      ["嗯", "booked"],
    ],
    seats: ["hukou_cancel 11-30 14:00 booked"],
    names: ["包双喜"],
  },
];

describe("takes a seat", () => {
  it.each(taking)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
