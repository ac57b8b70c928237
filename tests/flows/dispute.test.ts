import { describe, expect, it } from "vitest";
import { disputeBack } from "../../src/flows/dispute.ts";
import { addedToDispute } from "../../src/flows/dispute-keep.ts";
import { disputeTexts as texts, wantNames } from "../../src/texts/zh-cn/dispute.ts";
import { privateRoutes, routes } from "../../src/texts/zh-cn/dispute-routes.ts";
import { talk } from "../support/dispute-talk.ts";

const asks = (ask: Parameters<typeof texts.ask>[0], type: Parameters<typeof texts.ask>[1]) =>
  texts.ask(ask, type);

describe("a dispute is taken in", () => {
  it("question by question, and stored only after 确定", () => {
    const li = talk();
    li.says("打草的工钱东家赖着不给");
    expect(li.hears()).toBe(`${texts.begin}\n\n${asks("detail", "labour")}`);
    li.says("两千三，没合同");
    expect(li.hears()).toBe(asks("where", "labour"));
    li.presses("前进村");
    expect(li.hears()).toBe(asks("since", "labour"));
    li.says("上个月");
    expect(li.hears()).toBe(asks("wants", "labour"));
    li.presses(wantNames.mediation);
    expect(li.choices()).toEqual([texts.save, texts.edit, texts.drop]);
    expect(li.hears()).toContain("前进村");
    expect(li.opened()).toEqual([]);
    li.says("对");
    expect(li.opened()).toMatchObject([
      {
        kind: "dispute",
        dispute: "labour",
        level: "normal",
        village: "前进村",
        isPrivate: false,
        number: "100001",
      },
    ]);
    expect(li.opened()[0]!.note).toContain("打草的工钱");
    expect(li.hears()).toContain("100001");
    for (const way of routes.labour) expect(li.hears()).toContain(way);
  });

  it("asks nothing that was told", () => {
    const li = talk();
    li.says("前进村东头，隔壁老王上个月把院墙往我家这边挪了一尺，想请你们给调解");
    expect(li.hears()).toContain("我要这样写下来");
    expect(li.hears()).toContain("邻居");
    expect(li.hears()).toContain("上个月");
  });

  it("takes several answers at once, in any order", () => {
    const li = talk();
    li.says("隔壁占我家宅基地");
    li.says("团结村的，去年秋天开始的，就想让你们给说和说和");
    expect(li.hears()).toContain("我要这样写下来");
    expect(li.hears()).toContain("团结村");
    expect(li.hears()).toContain("去年秋天");
    expect(li.hears()).toContain(wantNames.mediation);
  });

  it.each([
    "邻居占我地",
    "老板不给工钱",
    "借钱不还",
    "草场过界",
    "牛吃了我家苞米",
    "买的种子不出苗卖家不认",
    "车让人刮了他不赔",
    "儿子不养我",
  ])("“%s”: at most six questions, each can be passed over", (told) => {
    const li = talk();
    li.says(told);
    for (let i = 0; i < 8 && !li.hears().includes("我要这样写下来"); i++) li.says("不知道");
    expect(li.questions()).toBeLessThanOrEqual(6);
    expect(li.hears()).toContain("我要这样写下来");
    li.says("行");
    expect(li.opened()).toHaveLength(1);
  });

  it.each(["拉倒吧，都是乡亲，不报了", "算了不说了", "我们自己商量吧"])(
    "“%s” ends it, and nothing is stored",
    (stop) => {
      const li = talk();
      li.says("牛吃了我家菜");
      li.says("老高家的，三垄");
      li.says(stop);
      expect(li.hears()).toBe(texts.dropped);
      expect(li.state()).toEqual({ flow: "menu", v: 1 });
      expect(li.opened()).toEqual([]);
    },
  );

  it("“不能就这么算了” ends nothing", () => {
    const li = talk();
    li.says("隔壁占我家宅基地");
    li.says("这事不能就这么算了");
    expect(li.state().flow).toBe("dispute");
  });

  it("a correction changes what stands there, and the kind of quarrel with it", () => {
    const li = talk();
    li.says("隔壁占我家宅基地");
    li.says("不是邻居，是我哥");
    expect(li.hears()).toContain(texts.corrected);
    expect(li.state()).toMatchObject({ draft: { type: "family", who: "兄弟姐妹" } });
  });

  it("the card can be put right before it is sent", () => {
    const li = talk();
    li.says("前进村东头，隔壁老王上个月把院墙往我家这边挪了一尺，想请你们给调解");
    li.says("不对");
    expect(li.hears()).toBe(texts.change);
    li.says("不是前进村 是团结村");
    expect(li.hears()).toContain("地方：团结村");
    li.presses(texts.save);
    expect(li.opened()).toMatchObject([{ village: "团结村" }]);
  });

  it("leaves another question to others, and waits where it was", () => {
    const li = talk();
    li.says("隔壁占我家宅基地");
    const before = li.state();
    li.says("身份证丢了咋补");
    expect(li.passed()).toBe(true);
    expect(li.state()).toEqual(before);
    li.says("前进村");
    expect(li.state()).toMatchObject({ draft: { where: "前进村" } });
  });

  it("puts no words where they do not belong", () => {
    const li = talk();
    li.says("亲戚借我钱不还");
    li.says("两万");
    li.says("我舅");
    expect(li.hears()).toBe(asks("where", "debt"));
    li.says("前进村");
    li.says("微信转的，没打条");
    li.says("就想让他痛快还我");
    expect(li.hears()).toContain("情况：两万，微信转的");
    expect(li.hears()).toContain("地方：前进村");
    expect(li.hears()).not.toContain("啥时候：");
  });

  it("who is named in a correction of something else is not the other one", () => {
    const li = talk();
    li.says("前进村邻居家的狗上礼拜把我娃咬了，他不掏药钱，想调解");
    li.says("不是咬的我娃，是咬的我妈");
    expect(li.state()).toMatchObject({ draft: { type: "neighbour", who: "邻居" } });
    expect(li.hears()).toContain("咬的我妈");
  });

  it("返回 leads from a correction to the card, and from anywhere else out", () => {
    const li = talk();
    li.says("前进村邻居家的狗上礼拜把我娃咬了，他不掏药钱，想调解");
    li.says("不对");
    const state = li.state();
    if (state.flow !== "dispute") throw new Error("no intake");
    const card = disputeBack(state);
    expect(card.state).toMatchObject({ at: "card" });
    if (card.state.flow !== "dispute") throw new Error("no card");
    expect(disputeBack(card.state).state).toEqual({ flow: "menu", v: 1 });
  });

  it("says who will know of it", () => {
    const li = talk();
    li.says("隔壁占我家宅基地");
    li.says("你们会告诉他吗");
    expect(li.hears()).toContain(texts.secret);
  });

  it("says why it asks", () => {
    const li = talk();
    li.says("隔壁占我家宅基地");
    li.says("问这个干啥");
    expect(li.hears()).toContain(texts.why);
  });

  it("keeps a phone number out of the note and hands it over", () => {
    const li = talk();
    li.says("老板欠我工资三千，前进村的，没合同，半年了，想打官司，我电话15147012345");
    li.says("确定");
    const [matter] = li.opened();
    expect(matter).toMatchObject({ phone: "15147012345" });
    expect(matter!.note).not.toContain("15147012345");
    expect(li.state()).toEqual({ flow: "menu", v: 1 });
  });

  it("asks for a phone only after it is stored, and as a wish", () => {
    const li = talk();
    li.says("前进村东头，隔壁老王上个月把院墙往我家这边挪了一尺，想请你们给调解");
    li.says("就这么着");
    expect(li.hears()).toContain(texts.phone);
    expect(li.state()).toMatchObject({ flow: "human", at: "phone", matter: "turn-1" });
  });

  it("in mainland China Telegram carries nothing of it", () => {
    const li = talk({ channel: "telegram", residency: "cn", pageUrl: "https://s.example.cn" });
    li.says("隔壁占我家宅基地");
    expect(li.hears()).toContain("https://s.example.cn");
    expect(li.state().flow).toBe("menu");
  });

  it("what is going on now is asked in fewer questions and stands higher", () => {
    const li = talk();
    li.says("他家羊现在就在我草场里吃呢，撵不出去，你们快来");
    expect(li.hears()).toContain(texts.beginUrgent);
    while (!li.hears().includes("我要这样写下来")) li.says("跳过");
    expect(li.questions()).toBeLessThanOrEqual(4);
    li.says("对");
    expect(li.opened()).toMatchObject([{ level: "urgent", dispute: "grassland" }]);
  });

  it("somebody hurt on the road hears the numbers", () => {
    const li = talk();
    li.says("他倒车把我车怼了不认账");
    for (let i = 0; i < 4 && !li.hears().includes("122"); i++) li.says("跳过");
    li.says("有人受伤");
    expect(li.hears()).toContain(texts.hurt);
  });
});

describe("where force was used", () => {
  const beaten = "上礼拜我男人把我打了，胳膊青了一大片";

  it("is met in few neutral words, with the numbers, and never offered mediation", () => {
    const li = talk();
    li.says(beaten);
    expect(li.hears()).toBe(`${texts.beginPrivate}\n\n${asks("danger", "family")}`);
    expect(li.hears()).toMatch(/110.*12110/s);
    li.presses(texts.alone);
    for (let i = 0; i < 6 && !li.hears().includes("我要这样写下来"); i++) {
      expect(li.choices()).not.toContain(wantNames.mediation);
      li.says("跳过");
    }
    li.says("确定");
    expect(li.opened()).toMatchObject([{ isPrivate: true, level: "high", dispute: "family" }]);
    for (const way of privateRoutes.family) expect(li.hears()).toContain(way);
    expect(li.hears()).not.toContain("调解");
  });

  it("is stored at once when the other one stands by", () => {
    const li = talk();
    li.says(beaten);
    li.presses(texts.notAlone);
    expect(li.opened()).toMatchObject([{ level: "alarm", isPrivate: true }]);
    expect(li.hears()).toContain(texts.danger);
    li.says("前进村西头");
    expect(li.effects()).toContainEqual(addedToDispute("turn-1", "前进村西头"));
    expect(li.hears()).toBe(texts.placeNoted);
  });

  it("goes on now: written down before anything is asked", () => {
    const li = talk();
    li.says("他拿棒子追着打我，快来人");
    expect(li.opened()).toMatchObject([{ level: "alarm", isPrivate: true }]);
  });

  it.each(["做梦打架把我老公踹下床了哈哈", "昨天他俩差点动手打起来，后来让人拉开了"])(
    "is stored only where it goes on: “%s”",
    (text) => {
      const li = talk();
      li.says(text);
      expect(li.opened()).toEqual([]);
    },
  );

  it("danger can be tapped at every step", () => {
    const li = talk();
    li.says(beaten);
    li.presses(texts.alone);
    li.presses(texts.inDanger);
    expect(li.opened()).toMatchObject([{ level: "alarm" }]);
  });
});
