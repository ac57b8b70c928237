import { beforeAll, describe, expect, it } from "vitest";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld } from "../support/world.ts";

/** What somebody says, and what must stand in the entries' names and texts that come back. */
type Turn = [said: string, hears: RegExp];

const dialogues: [string, Turn[]][] = [
  [
    "one side after the other, then another case",
    [
      ["身份证叫我孙子掰断了", /id-card-damaged/],
      ["需要拿点什么去", /^id-card-damaged.*材料/s],
      ["掏多少钱", /费用.*40/s],
      ["几时能到手", /时限/],
      ["要是压根找不着了呢", /id-card-replace/],
    ],
  ],
  [
    "an age in a word",
    [
      ["身份证到期了换一张", /id-card-renew/],
      ["五十二了", /长期/],
      ["钱呢", /费用.*20/s],
    ],
  ],
  [
    "a hurry",
    [
      ["身份证丢了咋补", /id-card-replace/],
      ["等不及 后天就得坐飞机", /id-card-temporary/],
      ["几块钱一张", /10元/],
    ],
  ],
  [
    "a wish with four ways, chosen by what it is called",
    [
      ["整张身份证", /哪种情况/],
      ["坏了的那个", /id-card-damaged/],
    ],
  ],
  [
    "a wish with four ways, answered with an age",
    [
      ["办身份证", /哪种情况/],
      ["七十二了", /长期/],
    ],
  ],
  [
    "a correction, and a correction of that",
    [
      ["补身份证要啥", /id-card-replace.*材料/s],
      ["不是补 是换身份证", /id-card-renew/],
      ["打错了 是居住证丢了", /residence-permit-lost/],
    ],
  ],
  [
    "another thing that was lost",
    [
      ["户口本找不着了", /hukou-book-lost/],
      ["那银行卡也找不着了呢", /^(?!hukou-book)/],
    ],
  ],
  [
    "what happened to a permit",
    [
      ["申请居住证要住够多久", /residence-permit/],
      ["要是弄丢了呢", /residence-permit-lost/],
      ["到期忘了续呢", /residence-permit-missed/],
    ],
  ],
  [
    "the station and its sides",
    [
      ["派出所礼拜天上班吗", /station-hours/],
      ["在啥位置", /station-address/],
      ["打几号问", /station-phone/],
    ],
  ],
  [
    "two things, and one thing with two sides",
    [
      ["两件事 一是给娃上户口 二是我身份证到期了", /hukou-birth.*id-card-renew/s],
      ["身份证补办要啥 还有得多少天", /id-card-replace.*材料.*时限/s],
    ],
  ],
  [
    "a quarrel, in words that only the talk gives a meaning",
    [
      ["别人家牛老进我草场吃草 我该咋整", /grassland-trespass/],
      ["他不赔咋整", /grassland-trespass/],
      ["我能罚他不", /grassland-trespass/],
    ],
  ],
  [
    "the side that two people may go for",
    [
      ["孩子没满月呢 户口咋报", /hukou-birth/],
      ["他爹在外地回不来 我一个人去行吗", /^hukou-birth\S* .*谁去/s],
    ],
  ],
];

describe("talks as people lead them", () => {
  let knowledge: LiveKnowledge;
  beforeAll(async () => {
    knowledge = await realKnowledge();
    await knowledge.warmUp();
  }, 60_000);

  it.each(dialogues)("%s", { timeout: 60_000 }, async (_name, turns) => {
    const world = await openWorld({ knowledge });
    const li = world.villager("li");
    for (const [said, hears] of turns) {
      await li.says(said);
      const replies = world.records.at(-1)!.replies;
      const entries = replies.flatMap(({ answers }) => answers.map(({ entry }) => entry));
      expect(`${entries.join(" ")} ${li.hears().join("\n")}`, said).toMatch(hears);
    }
  });
});
