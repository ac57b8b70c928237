import { beforeAll, describe, it } from "vitest";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
import { seatClockTexts } from "../../src/texts/zh-cn/seat-clock.ts";
import { playDialogue, type Dialogue } from "../support/book-talk.ts";
import { atStation, realKnowledge } from "../support/real-knowledge.ts";

/** Now: Tuesday 24 November 2026, ten in the morning. One counter, weekdays 9—11; a village on Wednesdays. */
let knowledge: Knowledge;
beforeAll(async () => {
  const real: LiveKnowledge = await realKnowledge();
  await real.warmUp();
  knowledge = atStation(real, {
    seats: { counters: 1, hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "10:00" }] },
    villageDays: [{ village: "前进村", days: [3], on: [], from: "09:30", to: "11:30" }],
  });
});

const mine: Dialogue["turns"] = [
  ["约周四上午九点换证", "ask-name"],
  ["不留", "card"],
  ["对", "booked"],
];

const officers: Dialogue[] = [
  { who: "今天预约，没人", turns: [["张强：今天预约", "no-list"]], seats: [] },
  {
    who: "今天谁来",
    turns: [
      ...mine,
      "⏱47h",
      ["张强：今天有谁预约", "1号 09:00"],
      ["张强：1号到了", "记下了，来了"],
      ["张强：1号办完了", "记下了，办完了"],
    ],
    seats: ["id_card_renew 11-26 09:00 done"],
  },
  {
    who: "到1，办完1",
    turns: [...mine, "⏱47h", "张强：今天预约", "张强：到1", "张强：办完1"],
    seats: ["id_card_renew 11-26 09:00 done"],
  },
  {
    who: "没来1",
    turns: [...mine, "⏱47h", ["张强：没来1", "记下了，没来"]],
    seats: ["id_card_renew 11-26 09:00 no-show"],
  },
  {
    who: "一号没来",
    turns: [...mine, "⏱47h", ["张强：一号没来", "记下了，没来"]],
    seats: ["id_card_renew 11-26 09:00 no-show"],
  },
  {
    who: "到9，没有这个号",
    turns: [...mine, "⏱47h", ["张强：到9", "今天没有9号。打“预约”看今天的名单。"]],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
  {
    who: "没到的先办完",
    turns: [...mine, "⏱47h", "张强：没来1", ["张强：办完1", "记下了，办完了"]],
    seats: ["id_card_renew 11-26 09:00 done"],
  },
  {
    who: "加号",
    turns: ["⏱22h", ["张强：加号 换身份证 张三"]],
    seats: ["id_card_renew 11-25 09:00 arrived"],
    names: ["张三"],
  },
  {
    who: "加个号",
    turns: ["⏱22h", ["张强：加个号 迁户口 李四"]],
    seats: ["hukou_move 11-25 09:00 arrived"],
    names: ["李四"],
  },
  {
    who: "不认识的人打到1",
    turns: [...mine, "⏱47h", ["到1", "!记下了，来了"]],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
];

const closing: Dialogue[] = [
  {
    who: "关了半天再来约",
    turns: [
      ["张强：关 周四上午"],
      ["张强：▸确定关"],
      ["约周四上午九点换证", "!ask-name", "!card"],
      ["那周五上午九点", "ask-name"],
      ["不留", "card 11-27 09:00"],
      "对",
    ],
    seats: ["id_card_renew 11-27 09:00 booked"],
  },
  {
    who: "明天下午不办公，说话的样子",
    turns: [
      ...mine,
      ["张强：周四上午不办公"],
      ["张强：▸确定关"],
      ["⏱1m", "shut 11-26 09:00"],
      ["▸#1", "move-card"],
      ["行", "moved"],
    ],
    seats: ["id_card_renew 11-25 09:00 booked"],
  },
  {
    who: "关了，人家打字说换周五",
    turns: [
      ...mine,
      ["张强：关周四全天"],
      ["张强：▸确定关"],
      ["⏱1m", "shut 11-26 09:00"],
      ["那改周五", "move-card 11-27 09:00"],
      ["行", "moved"],
    ],
    seats: ["id_card_renew 11-27 09:00 booked"],
  },
  {
    who: "不关了",
    turns: [...mine, ["张强：关 周四上午"], ["张强：▸不关"], ["我的预约", "mine 11-26 09:00"]],
    seats: ["id_card_renew 11-26 09:00 booked"],
  },
];

const full: Dialogue[] = [
  {
    who: "满了，等着退号，有人退了",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["对", "booked"],
      ["王：约周四上午九点半补证"],
      ["王：不留"],
      ["王：确定", "booked"],
      ["赵：约周四上午办居住证", "not-then"],
      ["赵：▸等11月26日（周四）有人退号", "queued"],
      ["取消预约", "cancel-ask"],
      ["取消", "cancelled"],
      ["赵：⏱1m", "offer 11-26 09:00"],
      ["赵：▸要，给我定下", "held 11-26 09:00"],
    ],
    seats: [
      "id_card_renew 11-26 09:00 cancelled",
      "id_card_replace 11-26 09:30 booked",
      "residence_permit 11-26 09:00 booked",
    ],
  },
  {
    who: "满了，有人退了，又不要了",
    turns: [
      ["约周四上午九点换证", "ask-name"],
      ["不留", "card"],
      ["对", "booked"],
      ["王：约周四上午九点半补证"],
      ["王：不留"],
      ["王：确定", "booked"],
      ["赵：约周四上午办居住证", "not-then"],
      ["赵：等着，有人退告诉我", "queued"],
      ["取消预约", "cancel-ask"],
      ["取消", "cancelled"],
      ["赵：⏱1m", "offer 11-26 09:00"],
      ["赵：▸不要了"],
    ],
    seats: ["id_card_renew 11-26 09:00 cancelled", "id_card_replace 11-26 09:30 booked"],
  },
];

/** The day is full, 赵 waits for it, and one seat is given back. */
const offered: Dialogue["turns"] = [
  ...mine,
  ["王：约周四上午九点半补证"],
  ["王：不留"],
  ["王：确定", "booked"],
  ["赵：约周四上午办居住证", "not-then"],
  ["赵：等着，有人退告诉我", "queued"],
  ["取消预约", "cancel-ask"],
  ["取消", "cancelled"],
  ["赵：⏱1m", "offer 11-26 09:00"],
];
const others = ["id_card_renew 11-26 09:00 cancelled", "id_card_replace 11-26 09:30 booked"];
const taken = ["要", "要的", "要这个", "行", "嗯，给我定下", "要要要！", "那个号我要", "能去"];
const left = ["不要", "不要了", "不用了", "让给别人吧", "算了"];

const answers: Dialogue[] = [
  ...taken.map((words) => ({
    who: words,
    turns: [...offered, [`赵：${words}`, "held 11-26 09:00"] as const],
    seats: [...others, "residence_permit 11-26 09:00 booked"],
  })),
  ...left.map((words) => ({
    who: words,
    turns: [...offered, [`赵：${words}`, seatClockTexts.left] as const],
    seats: others,
  })),
  {
    who: "先问了别的，再说好",
    turns: [
      ...offered,
      ["赵：派出所几点上班"],
      ["赵：好", seatClockTexts.askAgain, "!held"],
      ["赵：要", "held 11-26 09:00"],
    ],
    seats: [...others, "residence_permit 11-26 09:00 booked"],
  },
  {
    who: "半个钟头过了才说要",
    turns: [...offered, ["赵：⏱31m", "给您留的号"], ["赵：要", "!held"]],
    seats: others,
  },
  {
    who: "正约着别的，来了号",
    turns: [
      ...offered.slice(0, -3),
      ["赵：约周五上午九点换证", "ask-name"],
      ...offered.slice(-3),
      ["赵：要", "held 11-26 09:00"],
      ["赵：不留", "card 11-27 09:00"],
      ["赵：对", "booked"],
    ],
    seats: [...others, "residence_permit 11-26 09:00 booked", "id_card_renew 11-27 09:00 booked"],
  },
];

describe("a typed answer to a seat that was given back", () => {
  it.each(answers)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
describe("officers", () => {
  it.each(officers)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
describe("a half day that is shut", () => {
  it.each(closing)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
describe("others who want the same", () => {
  it.each(full)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
