import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/domain/ports.ts";
import { visitEntry } from "../../src/domain/visit.ts";
import { visitTexts as texts } from "../../src/texts/zh-cn/home-visit.ts";
import { buttons } from "../../src/texts/zh-cn/buttons.ts";
import { emergencyTexts } from "../../src/texts/zh-cn/emergency.ts";
import {
  atHomeIn,
  dayAnswerIn,
  goingIn,
  homeboundIn,
  wantsVisitIn,
  whoIn,
} from "../../src/understanding/home-visit.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { fire } from "../support/said.ts";
import { smallStation } from "../support/small-knowledge.ts";
import type { Villager } from "../support/villager.ts";
import { openWorld, type World, type WorldOptions } from "../support/world.ts";

const father = "我爹瘫炕上来不了，能上家来给办个身份证不";
const nothing = { who: null, service: null, why: null, where: null, when: null, day: null };

let knowledge: Knowledge;
beforeAll(async () => {
  const real = await realKnowledge();
  knowledge = {
    station: smallStation,
    release: real.release,
    find: (words, most) => real.find(words, most),
    entry: (id) => real.entry(id),
    ...(real.services ? { services: real.services } : {}),
    ...(real.calendar ? { calendar: real.calendar } : {}),
  };
}, 60_000);

async function village(options: WorldOptions = {}): Promise<{ world: World; li: Villager }> {
  const world = await openWorld({ knowledge, ...options });
  return { world, li: world.villager("li") };
}

const told = (li: Villager): string => li.hears().at(-1) ?? "";
const visits = async (world: World) =>
  (await world.rows("matters")).filter(({ kind }) => kind === "visit");
describe("who cannot come to the counter", () => {
  it("gets first what the knowledge base says, with its source, and a tap to have it written down", async () => {
    const { world, li } = await village();
    await li.says(father);
    const answers = world.records.at(-1)!.replies.flatMap((reply) => reply.answers);
    expect(answers).toMatchObject([{ entry: visitEntry }]);
    expect(answers[0]!.citations.length).toBeGreaterThan(0);
    expect(li.choices()).toContain(texts.offer);
    expect(await visits(world)).toEqual([]);
  });

  it("is asked only what the words have not said, and nothing is stored before 确定", async () => {
    const { world, li } = await village();
    await li.says(father);
    await li.presses(texts.offer);
    expect(told(li)).toContain(texts.ask("where", true));
    await li.presses("前进村");
    expect(told(li)).toContain(texts.ask("when", true));
    await li.says("后天上午，电话15147012345");
    const card = told(li);
    expect(card).toContain("父亲");
    expect(card).toContain("11月26日（周四）上午");
    expect(card).toContain("尾号2345");
    expect(await visits(world)).toEqual([]);
    await li.presses(texts.save);
    const [visit] = await visits(world);
    expect(visit).toMatchObject({ village: "前进村", phone: "15147012345", status: "open" });
    expect(visit!["note"]).not.toContain("能上家来");
    expect(told(li)).toContain(String(visit!["number"]));
  });

  it("may say it in plain words, and pass every question over", async () => {
    const { world, li } = await village();
    await li.says("能上门办证不");
    await li.says("那你们来一趟吧");
    let asked = 0;
    for (; asked < 9 && !li.choices().includes(texts.save); asked++) await li.says("不知道");
    expect(asked).toBeLessThanOrEqual(5);
    await li.says("对");
    expect(await visits(world)).toMatchObject([{ phone: null, village: null }]);
  });

  it("is told nothing but the answer's own thanks for a bare 好的", async () => {
    const { li } = await village();
    await li.says(father);
    li.hears();
    await li.says("好的谢谢");
    expect(told(li)).not.toContain(texts.begin);
  });

  it("puts right what was taken up wrongly", async () => {
    const { li } = await village();
    await li.says(`${father}，我是前进村的，天天有人`);
    await li.presses(texts.offer);
    expect(told(li)).toContain("谁来不了：父亲");
    await li.presses(texts.edit);
    await li.says("不是我爹是我妈");
    expect(told(li)).toContain("谁来不了：母亲");
    await li.presses(texts.edit);
    await li.presses(texts.keep);
    expect(li.choices()).toContain(texts.save);
  });

  it("answers something else first, and the question is put again", async () => {
    const { li } = await village();
    await li.says("能上门办证不");
    await li.presses(texts.offer);
    await li.presses("母亲");
    li.hears();
    // Asked for the service; the reason comes first.
    await li.says("瘫了三年了");
    expect(told(li)).toBe(texts.ask("service", true));
    await li.says("身份证");
    expect(told(li)).toContain(texts.ask("where", true));
  });

  it("changes their mind, and nothing is left", async () => {
    const { world, li } = await village();
    await li.says(father);
    await li.presses(texts.offer);
    li.hears();
    await li.says("算了");
    expect(told(li)).toBe(texts.dropped);
    expect(await visits(world)).toEqual([]);
  });

  it("asks something in between, and it goes on at the same place", async () => {
    const { li } = await village();
    await li.says(father);
    await li.presses(texts.offer);
    li.hears();
    await li.says("身份证补办多少钱");
    const heard = li.hears();
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.at(-1)).toBe(texts.ask("where", true));
  });

  it("asked twice has one matter", async () => {
    const { world, li } = await village();
    const asks = async () => {
      await li.says(`${father}，我是前进村的，天天有人`);
      await li.presses(texts.offer);
    };
    await asks();
    await li.presses(texts.save);
    await asks();
    const [visit] = await visits(world);
    expect(told(li)).toBe(texts.already(String(visit!["number"])));
    await li.presses(texts.more);
    await li.presses(texts.save);
    expect(told(li)).toBe(texts.savedAgain(String(visit!["number"])));
    expect(await visits(world)).toHaveLength(1);
  });

  it("in danger gets the card, and comes back to the question", async () => {
    const { li } = await village();
    await li.says(father);
    await li.presses(texts.offer);
    li.hears();
    await li.says(fire);
    expect(li.gets()[0]).toMatchObject({ kind: "safety" });
    await li.says("前进村东头");
    expect(told(li)).toBe(`${emergencyTexts.goOn}\n\n${texts.ask("where", true)}`);
  });

  it("goes on after a restart, by an old button too", async () => {
    const { world, li } = await village();
    await li.says(father);
    await world.restart();
    await li.presses(texts.offer);
    await world.restart();
    await li.presses("前进村");
    await world.restart();
    await li.presses(texts.when[0]);
    await li.presses(texts.save);
    expect(await visits(world)).toHaveLength(1);
  });

  it("is never asked for a phone on Telegram under the residency rule, and none is kept", async () => {
    const world = await openWorld({ knowledge, residency: "cn" });
    const li = world.villager("li", { channel: "telegram" });
    await li.says(father);
    await li.presses(texts.offer);
    await li.presses("前进村");
    expect(told(li)).toBe(texts.ask("when", false));
    await li.says("天天有人，电话15147012345");
    await li.presses(texts.save);
    expect(await visits(world)).toMatchObject([{ phone: null }]);
  });

  it("is offered it where a seat at the counter is asked for", async () => {
    const { li } = await village();
    await li.says("约后天上午办身份证，我爹瘫了来不了");
    expect(li.choices()).toContain(texts.offer);
    await li.presses(texts.offer);
    expect(told(li)).toContain(texts.begin);
  });

  it.each(["孩子他爸工地摔了瘫了，得补身份证", "邻居老王头五保户，瘫着呢，没身份证"])(
    "“%s” is no plain question, and the offer stands all the same",
    async (text) => {
      const { li } = await village();
      await li.says(text);
      expect(li.choices()).toContain(texts.offer);
    },
  );

  it("keeps what was told when the whole entry is read first", async () => {
    const { li } = await village();
    await li.says(father);
    await li.presses(buttons.details);
    await li.presses(texts.offer);
    expect(told(li)).toContain(texts.ask("where", true));
  });

  it("is offered nothing of the kind for an ordinary question", async () => {
    const { world, li } = await village();
    await li.says("身份证丢了咋补");
    expect(li.choices()).not.toContain(texts.offer);
    await li.says("我后天来不了，身份证啥时候能取");
    expect(li.choices()).not.toContain(texts.offer);
    const wang = world.villager("wang");
    await wang.says("我爹让车撞瘫了，赔偿咋要");
    expect(wang.choices()).not.toContain(texts.offer);
  });
});

describe("words of somebody who cannot come", () => {
  it.each([
    ["我爹瘫炕上来不了", "瘫痪、卧床"],
    ["老太太九十了下不了地", "下不了炕、动不了"],
    ["俺妈坐轮椅", "坐轮椅"],
    ["老伴脑血栓出不了门", "病着"],
    ["住院呢来不了", "住院"],
    ["我周三来不了", null],
    ["老人残疾证在哪办", null],
    ["车坏了来不了", null],
  ])("“%s” → %s", (text, why) => expect(homeboundIn(text)).toBe(why));

  it.each([
    ["我爹瘫了", "父亲"],
    ["俺奶下不来炕", "爷爷奶奶、姥姥姥爷"],
    ["孩子他爸摔断腿了", "爱人"],
    ["我自己瘫痪了", "本人"],
    ["老太太九十了", "老人"],
    ["身份证", null],
  ])("“%s” is about %s", (text, who) => expect(whoIn(text)).toBe(who));

  it.each([
    ["那你们来吧", true],
    ["给我记上", true],
    ["我想请民警上门", true],
    ["好的", false],
    ["那要带啥", false],
    ["多少钱", false],
  ])("“%s” wants it: %s", (text, wants) => expect(wantsVisitIn(text)).toBe(wants));

  it.each([
    ["行", "yes"],
    ["那天行，在家等你们", "yes"],
    ["换一天吧", "other"],
    ["那天不在家", "other"],
    ["不用来了", "cancel"],
    ["身份证丢了", null],
    ["我想换个身份证", null],
  ])("“%s” answers a day: %s", (text, say) => expect(dayAnswerIn(text)).toBe(say));

  it("names the day on which we come", () => {
    expect(goingIn("行 12月3号上午")).toBe("12月3号上午");
    expect(goingIn("好，下周一过去")).toBe("下周一");
    expect(goingIn("行，我知道了")).toBe(null);
    expect(goingIn("下周一上午在家吗")).toBe(null);
  });

  it("tells when somebody is at home, and no day of something else", () => {
    const now = Date.parse("2026-11-24T10:00:00+08:00");
    expect(atHomeIn("天天有人", now, [])).toEqual({ when: "天天有人", day: null });
    expect(atHomeIn("后天上午家里有人", now, [])?.day).toMatchObject({ date: "2026-11-26" });
    expect(atHomeIn("12月1号银行要用身份证", now, [])).toBe(null);
  });

  it("writes no row of what was not said", () => {
    const draft = { ...nothing, more: null, phone: null, asked: [] };
    expect(texts.note(draft)).toBe(texts.offer);
  });
});
