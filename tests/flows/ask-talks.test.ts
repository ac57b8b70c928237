import { beforeAll, describe, expect, it } from "vitest";
import type { LiveKnowledge } from "../../src/answering/knowledge.ts";
import { askTexts } from "../../src/texts/zh-cn/ask.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld } from "../support/world.ts";

/** What somebody says, and what must stand in the entries' names and texts that come back. */
type Turn = [said: string, hears: RegExp | string];

const { inShort, ofSeats } = askTexts;

const talks: Turn[][] = [
  [
    ["身份证到期咋换", /id-card-renew/],
    ["没听懂", inShort],
    ["再说一遍", /id-card-renew/],
  ],
  [
    ["分户要啥手续", /hukou-split/],
    ["你说的啥玩意 我看不懂", inShort],
    ["就说带啥", /^hukou-split.*材料/s],
  ],
  [
    ["孩子都三岁了还没落户 现在能落不", /hukou-birth-late/],
    ["罚钱不", /罚不罚/],
  ],
  [
    ["居住证忘签了", /residence-permit-missed/],
    ["罚款不", askTexts.noFine("居住证忘了签注", "")],
  ],
  [
    ["跟我哥分家另过 想单立个本", /hukou-split/],
    ["房子是我爸名下的 能分不", /^hukou-split/],
  ],
  [
    ["想给孩子改个名", /hukou-name-minor/],
    ["他爸不同意呢 我们离婚了", /^hukou-name-minor/],
    ["他二十三", /^hukou-name-adult/],
  ],
  [
    ["法院来了张传票 咋整", /legal-got-sued/],
    ["不去行不行", /没有正当理由不去/],
    ["我没钱请律师", /^legal-aid/],
  ],
  [
    ["给人担保签字了 他跑了", /legal-guarantor/],
    ["房子能收走不", /^legal-guarantor/],
  ],
  [
    ["嘎查要收我家草场 说我闺女嫁出去了", /grassland-married-woman/],
    ["不服上哪告", /^grassland-married-woman.*步骤/s],
  ],
  [["逗你玩呢 我问补证", /^id-card-replace/]],
  [["算了 问正事 户口本丢了", /^hukou-book-lost/]],
  [["我没约过?", ofSeats]],
  [
    ["咋办身份证", /哪种情况/],
    ["第二个", /^id-card-renew/],
    ["我四十九", /长期/],
  ],
  [
    ["孩子六岁想办身份证", /id-card-under16/],
    ["我去就行呗 孩子得去不", /谁去/],
    ["管几年", /5年/],
  ],
  [
    ["户口本让耗子嗑了", /hukou-book-lost/],
    ["我不是户主 能去补不", /谁去/],
  ],
  [
    ["生日登错了 大了两岁 想改", /hukou-birthdate/],
    ["啥证据算数", /^hukou-birthdate.*材料/s],
  ],
  [
    ["身份证补办要多久", /id-card-replace/],
    ["明天下雪不", /12345/],
    ["哦 那补办的钱呢", /40元/],
  ],
  [
    ["给孩子上户口", /hukou-birth/],
    ["一斤羊肉现在啥价", /^(?!hukou)/],
    ["那个上户口带啥来着", /^hukou-birth.*材料/s],
  ],
  [
    ["我爹身份证过期好几年了", /id-card-renew/],
    ["他八十了", /长期/],
    ["瘫炕上下不来", /id-card-home-visit/],
  ],
  [
    ["捡着个身份证 咋整", /id-card-found-other/],
    ["交哪", /派出所/],
  ],
  [
    ["我山东的 来这放羊 办个居住证", /residence-permit-apply/],
    ["没租房合同 住老板家", /residence-permit-home-proof/],
    ["一年后咋整", /residence-permit-endorse/],
  ],
  [
    ["俩儿子都不养我", /family-support-parents/],
    ["能告他们不", /family-support-parents/],
  ],
  [
    ["调解完了他又不认", /mediation-broken/],
    ["去法院弄个啥确认来着", /mediation-confirm/],
    ["几天内去", /三十天/],
  ],
  [
    ["户口迁走要啥", /hukou-move-out/],
    ["不对 我说的是迁进来", /hukou-move-in/],
  ],
  [
    ["驾照到期了去哪换", /12345/],
    ["那身份证呢 到期了", /^id-card-renew/],
  ],
];

describe("talks in few words", () => {
  let knowledge: LiveKnowledge;
  beforeAll(async () => {
    knowledge = await realKnowledge();
    await knowledge.warmUp();
  }, 60_000);

  it.each(talks.map((turns) => [turns[0]![0], turns] as const))(
    "%s",
    { timeout: 60_000 },
    async (_name, turns) => {
      const world = await openWorld({ knowledge });
      const li = world.villager("li");
      for (const [said, hears] of turns) {
        await li.says(said);
        const replies = world.records.at(-1)!.replies;
        const entries = replies.flatMap(({ answers }) => answers.map(({ entry }) => entry));
        const heard = `${entries.join(" ")} ${li.hears().join("\n")}`;
        if (typeof hears === "string") expect(heard, said).toContain(hears);
        else expect(heard, said).toMatch(hears);
      }
    },
  );
});
