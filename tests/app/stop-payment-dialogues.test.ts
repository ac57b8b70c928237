import { describe, expect, it } from "vitest";
import type { TransferSheet } from "../../src/domain/stop-payment.ts";
import { deskTexts } from "../../src/texts/zh-cn/desk.ts";
import { stopPaymentTexts as texts } from "../../src/texts/zh-cn/stop-payment.ts";
import { realKnowledge } from "../support/real-knowledge.ts";
import { openWorld, type World } from "../support/world.ts";

const minute = 60_000;
const gone = "刚给骗子转了三万";
const mine = "6222020200001111222";
const theirs = "6228480402564890018";

const sheetOf = async (world: World): Promise<Partial<TransferSheet>> => {
  const [row] = await world.rows("sheets");
  return (JSON.parse(String(row?.["body"])) as { sheet: TransferSheet }).sheet;
};

/** All of it as it stands in the end, with when it was told in words alone. */
async function told(said: string[]): Promise<Partial<TransferSheet> & { text: string }> {
  const world = await openWorld();
  const li = world.villager("li");
  for (const words of said) await li.says(words);
  expect(await world.rows("alerts")).toEqual([]);
  return { ...(await sheetOf(world)), text: li.hears().join("\n") };
}

describe("the first words of somebody whose money is gone", () => {
  it.each([
    "我已经给他转了三千",
    "三点二十转的 五千 工行转到张某的农行卡",
    "刚转完，心里不踏实",
    "刚刚扫码付了三千六，对方把我拉黑了",
    "昨天转给他五万，现在联系不上",
    "钱让骗子骗走了",
    "妈呀我转了两万给那个客服他把我拉黑了咋办呀",
    "大爷我今年七十三了接个电话说我孙子出事了我就去信用社给人汇了三万块钱孙子说没有这事",
    "我妈刚给一个假警察转了八万 她在屋里哭",
    "给主播刷了四千被骗了人不见了",
    "我闺女网上处对象给那男的打了四万现在删了她",
    "我给卖羊的付了定金四千，他电话关机了",
    "钱 转 了 骗子 一万",
  ])("%s", async (words) => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(words);
    expect(li.hears()[0]!.split("\n")[0]).toContain("110");
    const matters = await world.rows("matters");
    expect(matters.map((row) => [row["kind"], row["level"]])).toEqual([["fraud-alert", "alarm"]]);
    expect(zhang.hears().join()).toContain(String(matters[0]!["number"]));
    expect(await world.rows("sheets")).toHaveLength(1);
    li.gets();
    for (let i = 0; i < 6; i++) await world.wait(minute);
    expect(li.hears().join()).toContain("110打了吗？");
  });

  it.each([
    "我给儿子转了学费五千",
    "给同学随礼转了六百",
    "还了老王三千块借款",
    "我给儿子买房转了二十万",
    "昨天借给他五万现在联系不上",
    "刚交完电费",
    "刘老板欠我三万工钱，电话打不通",
    "去年被人骗了三千",
    "有人给我打电话让我转钱我没转",
    "钱转错了 转到我自己另一张卡上了",
  ])("begin nothing: %s", async (words) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(words);
    expect(await world.rows("sheets")).toEqual([]);
  });

  it("ask one question where nothing says that money moved", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("俺让人诓了");
    expect(li.hears().join()).toContain(texts.moved);
    await li.says("害怕");
    expect(li.hears().join()).toContain(texts.calm);
    await li.says("转走了");
    expect(li.hears().join()).toContain(texts.ask("amount", true));
  });
});

describe("answers that sound like something else", () => {
  it.each<[string[], Partial<TransferSheet>]>([
    [["我已经给他转了三千", "两个钟头前", "农行"], { amount: 3_000, ownBank: "农业银行" }],
    [["我已经给他转了三千", "快一个小时了", "信用社"], { ownBank: "农村信用社" }],
    [["我已经给他转了三千", "大概半个钟头前", "工行"], { ownBank: "工商银行" }],
    [["我已经给他转了三千", "有一个多小时了", "邮政"], { ownBank: "邮储银行" }],
    [[gone, "不知道，下一个", "一个女的", "扫码"], { otherName: "一个女的", how: "扫码" }],
    [[gone, "我害怕", "建行"], { ownBank: "建设银行" }],
    [[gone, "我没丢孩子，钱丢了", "农行"], { ownBank: "农业银行" }],
    [[gone, "农行", "我不认识她", "扫码"], { ownBank: "农业银行", how: "扫码" }],
    [[gone, "农行", "我不会弄", "我姓王", "柜台"], { otherName: null, how: "柜台" }],
  ])("%j", async (said, sheet) => {
    expect(await told(said)).toMatchObject(sheet);
  });

  it("a clear danger breaks in, and the sheet goes on where it was", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    li.gets();
    await li.says("我不想活了");
    expect(li.hears().join()).toContain("12356");
    await li.says("工行");
    expect(await sheetOf(world)).toMatchObject({ ownBank: "工商银行" });
    li.gets();
    await li.says("我家着火了");
    expect(li.hears().join()).toContain("119");
    await li.says("在前进村东头");
    expect(li.hears().join()).toContain(texts.ask("other", true));
    await li.says("张伟");
    expect(await sheetOf(world)).toMatchObject({ ownBank: "工商银行", otherName: "张伟" });
  });

  it("a card by mistake costs nothing of the sheet", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    await li.says("我家着火了");
    await li.says("点错了，没有急事");
    await li.says("工行");
    expect(await sheetOf(world)).toMatchObject({ ownBank: "工商银行" });
  });
});

describe("whose account it is", () => {
  it.each<[string[], Partial<TransferSheet>]>([
    [
      [`刚刚被骗：${mine}工行，下午3:05转了12,800元，对方6217001234561111222建行刘强`],
      {
        ownBank: "工商银行",
        ownAccount: mine,
        otherBank: "建设银行",
        otherAccount: "6217001234561111222",
        otherName: "刘强",
        amount: 12_800,
      },
    ],
    [
      ["我已经给他转了三千", "刚才", `对方李国强 建行 账号${theirs}`],
      { otherName: "李国强", otherBank: "建设银行", otherAccount: theirs, ownAccount: null },
    ],
    [
      [gone, "农行", `卡号${theirs}`, "对方的", "不对，卡号错了，是6228480402564890999"],
      { ownAccount: null, otherAccount: "6228480402564890999" },
    ],
    [
      [gone, "农行", `卡号${mine}`, "我的"],
      { ownBank: "农业银行", ownAccount: mine, otherAccount: null },
    ],
    [
      ["三点二十转的 五千 工行转到张某的农行卡", "是建行不是工行"],
      { ownBank: "建设银行", otherBank: "农业银行", otherName: "张某" },
    ],
    [[gone, "转给他建行的卡"], { ownBank: null, otherBank: "建设银行" }],
    [
      [gone, "我从邮政转到王五 农行", "农行说错了 是建行", "户名写错了，是汪武"],
      { ownBank: "邮储银行", otherBank: "建设银行", otherName: "汪武" },
    ],
    [
      [gone, `给赵强建行${theirs}`],
      { otherName: "赵强", otherBank: "建设银行", otherAccount: theirs },
    ],
    [
      [gone, "我卡是工行的 他那边是建行 户名叫孙丽", `${theirs}是他的`, `卡号${mine}是我的`],
      {
        ownBank: "工商银行",
        ownAccount: mine,
        otherBank: "建设银行",
        otherAccount: theirs,
        otherName: "孙丽",
      },
    ],
    [[gone, "她的农行卡", "我的"], { ownBank: "农业银行", otherBank: null }],
    [
      [gone, "从我妈的信用社卡转的", "转给一个姓韩的"],
      { ownBank: "农村信用社", otherName: "韩某" },
    ],
    [[gone, "农行", "微信名叫天天向上"], { otherName: "天天向上" }],
    [[gone, "农行", "那个女的叫其其格"], { otherName: "其其格" }],
    [[gone, "农行", "草原商贸有限公司 对公账户"], { otherName: "草原商贸有限公司" }],
  ])("%j", async (said, sheet) => {
    expect(await told(said)).toMatchObject(sheet);
  });

  it("is asked once where the words do not tell", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(`${gone}，工行`);
    expect(li.hears().join()).toContain("工商银行，是您自己的账户，还是对方的？");
    await li.presses(texts.buttons.theirs);
    expect(await sheetOf(world)).toMatchObject({ otherBank: "工商银行", ownBank: null });
  });
});

describe("several transfers, vague times", () => {
  it.each<[string[], Partial<TransferSheet>]>([
    [["我被骗了，两笔，一笔三千一笔五千"], { amount: 8_000, parts: [3_000, 5_000] }],
    [["我给骗子转了三千", "又转了五千"], { amount: 8_000, parts: [3_000, 5_000] }],
    [["我转了三次，每次两千，被骗了"], { amount: 6_000, parts: [2_000, 2_000, 2_000] }],
    [["他说我涉案让我转安全账户我转了六万", "转了两次 一次四万 一次两万"], { amount: 60_000 }],
    [["我给骗子转了三千", "不对，是八千"], { amount: 8_000 }],
    [[gone, "今早"], { when: { at: null, words: "今早" } }],
    [[gone, "大概中午吧"], { when: { at: null, words: "大概中午吧" } }],
  ])("%j", async (said, sheet) => {
    expect(await told(said)).toMatchObject(sheet);
  });

  it("are shown line by line, and an hour is an hour", async () => {
    const { text } = await told(["我被骗了，两笔，一笔三千一笔五千", "约莫一个钟头", "单子"]);
    expect(text).toContain("8,000元（分2笔：3,000元、5,000元）");
    expect(text).not.toContain("0分钟");
  });
});

describe("words that fit no line of the sheet", () => {
  it("are stored in none, and asked once more in simpler words", async () => {
    const { text, ...sheet } = await told([gone, "绿油油的", "咯噔一下"]);
    expect(text).toContain(texts.again("own"));
    expect(sheet).toMatchObject({ ownBank: null, how: null, otherName: null, proof: null });
  });

  it.each(["单子", "看单子", "给我看看单子", "把单子发给我"])("%s shows it", async (words) => {
    const { text, ...sheet } = await told([gone, "农行", words]);
    expect(text).toContain("给110和银行念这张单子");
    expect(text.lastIndexOf(texts.ask("other", true))).toBeGreaterThan(text.indexOf("念这张单子"));
    expect(sheet.otherName).toBeNull();
  });

  it.each(["算了不填了", "不填了", "就这些了", "算了"])("%s ends the questions", async (words) => {
    const { text, how } = await told([gone, words]);
    expect(text).toContain(texts.after);
    expect(how).toBeNull();
  });

  it.each(["转不转", "他还让我再转一万就退给我", "还让我转", "该不该再给他转"])(
    "%s: not one more",
    async (words) => {
      const { text, amount } = await told([gone, words]);
      expect(text).toContain(texts.dontPay);
      expect(amount).toBe(30_000);
    },
  );

  it.each(["有人说交两百能帮我追回来", "网上有个黑客说能追回，先给五百"])(
    "%s: the second fraud",
    async (words) => {
      const { text, amount } = await told([gone, words]);
      expect(text).toContain(texts.secondNow);
      expect(amount).toBe(30_000);
    },
  );

  it("an appointment goes on when the sheet is closed", async () => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says("邻居占了我家的地，你们给管管");
    await li.says(gone);
    await li.says("接着说邻居的事");
    expect(li.sees().join("\n")).toContain("给110和银行念这张单子");
    expect(li.hears().at(-1)).toContain("接着来");
  });
});

describe("110 was called", () => {
  it.each([
    "已经报警了",
    "已报警",
    "110已经打了",
    "打过110了",
    "我报警了",
    "报完了",
    "打了",
    "警察来了",
    "我在派出所呢",
    "110让我等",
    "我儿子替我报了警",
  ])("%s", async (words) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    li.gets();
    await li.says(words);
    expect(li.hears().join()).toContain(texts.reported);
    for (let i = 0; i < 40; i++) await world.wait(minute);
    expect(li.hears().filter((text) => text.includes("分钟多了"))).toEqual([]);
    expect(await sheetOf(world)).toMatchObject({ amount: 30_000, proof: null });
  });

  it.each(["没打", "还没报警", "打不通110", "110占线"])("not by: %s", async (words) => {
    const world = await openWorld();
    const li = world.villager("li");
    await li.says(gone);
    await li.says(words);
    expect(li.hears().join()).not.toContain(texts.reported);
    expect(await sheetOf(world)).toMatchObject({ amount: 30_000 });
  });

  it("is engaged: what else there is to dial", async () => {
    const { text } = await told([gone, "打不通110"]);
    expect(text).toContain("110占线就接着拨");
  });

  it("is heard in another flow, and when an officer has taken it", async () => {
    const world = await openWorld();
    const zhang = await world.staff("zhang");
    const li = world.villager("li");
    await li.says(gone);
    await li.says("不填了");
    await li.says("邻居占了我家的地，你们给管管");
    li.gets();
    await li.says("已经报警了");
    expect(li.hears().join()).toContain(texts.reported);
    expect((await world.rows("sheets"))[0]!["reported_at"]).not.toBeNull();

    const wang = world.villager("wang");
    await wang.says(gone);
    await zhang.presses(deskTexts.buttons.take);
    wang.gets();
    for (let i = 0; i < 6; i++) await world.wait(minute);
    expect(wang.hears().join()).toContain("110打了吗？");
    await wang.says("打了");
    expect(zhang.hears().join()).toContain("打了");
    expect((await world.rows("sheets")).map((row) => row["reported_at"])).not.toContain(null);
  });
});

it("what was asked about first is begun when they say that they paid", async () => {
  const world = await openWorld({ knowledge: await realKnowledge() });
  const li = world.villager("li");
  await li.says("刷单是骗人的吗");
  await li.says("我已经垫了八百了");
  expect(await world.rows("sheets")).toHaveLength(1);
});

it("a thought that comes in pieces is read as one", async () => {
  const world = await openWorld();
  const li = world.villager("li");
  await li.says("刚给骗子");
  await li.adds("转了三万");
  await li.says("转到");
  await li.adds("王刚");
  await li.adds("的工行");
  expect(await world.rows("matters")).toHaveLength(1);
  expect(await sheetOf(world)).toMatchObject({
    amount: 30_000,
    otherName: "王刚",
    otherBank: "工商银行",
    ownBank: null,
  });
});
