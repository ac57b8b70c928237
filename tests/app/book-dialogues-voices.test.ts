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

const voices: Dialogue[] = [
  {
    who: "眼神不好的老汉",
    turns: [
      "俺身份证到日子了 咋整啊",
      ["那给俺约个", "ask-slot"],
      ["俺眼神不好 你给俺挑个时候", "ask-name 11-24 14:00"],
      ["周四后晌", "ask-name 11-26 14:00"],
      ["不留那玩意儿", "card 11-26 14:00"],
      ["妥", "booked"],
    ],
    seats: ["id_card_renew 11-26 14:00 booked"],
    names: [null],
  },
  {
    who: "后晌行不",
    turns: [
      ["约换证，周四", "that-day"],
      ["后晌行不", "ask-name 11-26 14:00"],
      ["随便", "card"],
      ["恩", "booked"],
    ],
    seats: ["id_card_renew 11-26 14:00 booked"],
    names: [null],
  },
  {
    who: "闺女替爹约",
    turns: [
      ["给我爸约个换身份证的，他72了，我带他去，下周一上午", "ask-name 11-30 09:00"],
      ["我爸叫王建国，电话13812345678", "card", "称呼：王建国", "电话：尾号5678"],
      ["确定", "booked"],
    ],
    seats: ["id_card_renew 11-30 09:00 booked"],
    names: ["王建国"],
  },
  {
    who: "给老伴约，又是给自己",
    turns: [
      ["给我老伴约补身份证 坏了", "ask-slot"],
      ["周四九点", "ask-name"],
      ["她叫王桂英", "card", "称呼：王桂英"],
      ["其实是给我自己办", "记下了：给自己办"],
      ["那名字改一下 我叫李福", "card", "称呼：李福"],
      "对",
    ],
    seats: ["id_card_replace 11-26 09:00 booked"],
    names: ["李福"],
  },
  {
    who: "牧民，话不利索",
    turns: [
      "我 身份证 没有了 办 新的",
      ["约", "ask-slot"],
      ["明天 可以 吗", "11月25日（周三）"],
      ["早上 9", "ask-name 11-25 09:00"],
      ["名字 阿拉坦其其格", "card", "称呼：阿拉坦其其格"],
      ["电话 没有", "card", "称呼：阿拉坦其其格"],
      ["可以", "booked"],
    ],
    seats: ["id_card_replace 11-25 09:00 booked"],
    names: ["阿拉坦其其格"],
  },
  {
    who: "急脾气，一条说完",
    turns: [
      ["约明早第一个 换证 张伟 13611112222", "card 11-25 09:00", "称呼：张伟"],
      ["ok", "booked"],
    ],
    seats: ["id_card_renew 11-25 09:00 booked"],
    names: ["张伟"],
  },
  {
    who: "名字说了三遍",
    turns: [
      ["约周四九点换证", "ask-name"],
      ["我姓王", "card", "称呼：王"],
      ["就叫我老王吧", "称呼：老王"],
      ["不对，写大名，王德发", "称呼：王德发"],
      ["电话13512345678", "称呼：王德发", "电话：尾号5678"],
      ["电话别写了", "称呼：王德发"],
      ["好", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
    names: ["王德发"],
  },
  {
    who: "退了再约",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      "不留",
      ["对", "booked"],
      ["取消预约", "cancel-ask"],
      ["嗯", "cancelled"],
      ["再约周五的", "that-day"],
      ["十点", "ask-name 11-27 10:00"],
      "不留",
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-26 09:00 cancelled", "id_card_renew 11-27 10:00 booked"],
  },
  {
    who: "当奶奶的，孙子十六",
    turns: [
      "孙子16了头回办证",
      ["给约上 礼拜六", "not-then"],
      ["那礼拜五四点", "ask-name 11-27 16:00"],
      ["我叫马占山 孩子叫马小虎", "card", "称呼：马占山"],
      ["是", "booked"],
    ],
    seats: ["id_card_first 11-27 16:00 booked"],
    names: ["马占山"],
  },
  {
    who: "邻居占地的，俺叫",
    turns: [
      ["邻居老占俺家地边子，想约个人给说和说和", "ask-slot"],
      ["周四上午", "ask-name"],
      ["要带啥", "证人名字", "ask-name"],
      ["几点关门", "ask-name", "!card"],
      ["俺叫孙德才", "card", "称呼：孙德才"],
      ["行吧", "booked"],
    ],
    seats: ["mediation 11-26 09:00 booked"],
    names: ["孙德才"],
  },
];

describe("a seat, as different people ask for it", () => {
  it.each(voices)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
