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

const times: Dialogue[] = [
  {
    who: "过了点的",
    turns: [
      ["约今天早上九点换证", "!card", "!ask-name 11-24 09:00"],
      ["那就明天早上九点", "ask-name"],
      ["▸不留", "card 11-25 09:00"],
      "▸确定",
    ],
    seats: ["id_card_renew 11-25 09:00 booked"],
  },
  {
    who: "歇晌的点",
    turns: [
      ["约周四中午十二点半换证", "not-then"],
      ["那下午两点", "ask-name"],
      ["不留", "card 11-26 14:00"],
      "行",
    ],
    seats: ["id_card_renew 11-26 14:00 booked"],
  },
  {
    who: "元旦来的",
    turns: [
      ["约元旦那天换身份证", "!card", "!ask-name"],
      ["▸#1", "ask-name"],
      "不留",
      ["算了", "dropped"],
    ],
    seats: [],
  },
  {
    who: "约明年的",
    turns: [
      ["约明年三月三号上午换证", "!ask-name", "!card"],
      ["这么远不行？那后天上午", "ask-name"],
      "不留",
      ["成", "booked 11-26 09:00"],
    ],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
  {
    who: "二十号是礼拜天",
    turns: [
      ["约二十号换证", "not-then"],
      ["二十一号呢", "that-day"],
      ["早上九点", "ask-name"],
      ["不留", "card 12-21 09:00"],
      "好",
    ],
    seats: ["id_card_renew 12-21 09:00 booked"],
  },
  {
    who: "半夜的点",
    turns: [
      ["约明天夜里十二点换证", "!ask-name", "!card"],
      ["算了吧", "dropped"],
    ],
    seats: [],
  },
  {
    who: "礼拜二说礼拜二",
    turns: [["约礼拜二上午九点补证", "ask-name"], ["不留", "card 12-01 09:00"], "对"],
    seats: ["id_card_replace 12-01 09:00 booked"],
  },
  {
    who: "啥时候都行",
    turns: [
      ["约换身份证，啥时候都行", "ask-slot"],
      ["要下午的", "!card"],
      ["下午三点", "ask-name"],
      ["不留", "card 11-24 15:00"],
      "行",
    ],
    seats: ["id_card_renew 11-24 15:00 booked"],
  },
  {
    who: "还有别的时间不",
    turns: [
      ["约换身份证", "ask-slot"],
      ["这几个都不行", "!card", "!ask-name", "!dropped"],
      ["礼拜五呢", "that-day"],
      ["九点", "ask-name"],
      ["不留", "card 11-27 09:00"],
      "行",
    ],
    seats: ["id_card_renew 11-27 09:00 booked"],
  },
  {
    who: "阴历的日子",
    turns: [["约换证，阴历十月二十六上午", "ask-name"], ["不留", "card 12-04 09:00"], "行"],
    seats: ["id_card_renew 12-04 09:00 booked"],
  },
];

describe("names a time", () => {
  it.each(times)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
