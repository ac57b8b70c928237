import { beforeAll, describe, it } from "vitest";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import type { Knowledge } from "../../src/domain/ports.ts";
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

const villages: Dialogue[] = [
  {
    who: "下乡那天在村里办",
    turns: [
      ["你们下回来前进村，给我约上换身份证，周三上午十点", "ask-name"],
      ["不留", "card 11-25 10:00"],
      "对",
    ],
    seats: ["id_card_renew 11-25 10:00 booked @前进村"],
  },
  {
    who: "下乡日打听着约",
    turns: [
      ["下乡那天我想换身份证，给我约上", "ask-slot"],
      ["周三十点半", "ask-name"],
      ["不留", "card 11-25 10:30"],
      "对",
    ],
    seats: ["id_card_renew 11-25 10:30 booked @前进村"],
  },
];

/** The station from nine to eleven, and the village in the same hours of Wednesday. */
const both: Dialogue[] = [
  {
    who: "没说在哪儿，就是所里",
    turns: [["周三上午九点半约换证", "ask-name"], ["不留", "card 11-25 09:30"], "对"],
    seats: ["id_card_renew 11-25 09:30 booked"],
  },
  {
    who: "周三上午十点，我上所里去",
    turns: [["约周三上午九点半换证，我上所里去", "ask-name"], ["不留", "地点：所里"], "对"],
    seats: ["id_card_renew 11-25 09:30 booked"],
  },
  {
    who: "选了下乡日，又说上所里去",
    turns: [
      ["约周三上午九点半换证，你们来村里那天", "ask-name"],
      ["不留", "地点：前进村"],
      ["我上所里去", "card 11-25 09:30", "地点：所里"],
      ["对", "booked"],
    ],
    seats: ["id_card_renew 11-25 09:30 booked"],
  },
  {
    who: "点了村里的号，再改所里",
    turns: [
      ["约换证，下乡那天", "ask-slot"],
      ["▸#1", "ask-name", "前进村"],
      ["我上所里去行不", "ask-name", "所里"],
      ["不留", "地点：所里"],
      "对",
    ],
    seats: ["id_card_renew 11-25 09:30 booked"],
  },
  {
    who: "所里去不了，在村里办",
    turns: [
      ["约周三上午九点半换证", "ask-name"],
      ["所里去不了，在村里办吧", "ask-name", "前进村"],
      ["不留", "card 11-25 09:30", "地点：前进村"],
      "对",
    ],
    seats: ["id_card_renew 11-25 09:30 booked @前进村"],
  },
];

describe("a day in the village", () => {
  it.each(villages)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
describe("a day in the village, and the station open at the same hour", () => {
  it.each(both)("$who", (dialogue) => playDialogue(dialogue, knowledge));
});
